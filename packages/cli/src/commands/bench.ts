import { Refusal } from '@guankao/domain';
import type { Arguments } from '../command.ts';
import type { ExitCode, Terminal } from '../terminal.ts';

/** What can be measured, each loaded only when it is asked for. */
const benches: Readonly<Record<string, () => Promise<(terminal: Terminal, args: Arguments) => Promise<ExitCode>>>> = {
  rules: async () => (await import('./bench-rules.ts')).benchRulesCommand,
};

/** `guankao bench WHAT`: measures a part of the program on the material of this checkout. */
export async function benchCommand(terminal: Terminal, args: Arguments): Promise<ExitCode> {
  const what = args.positionals[0] ?? '';
  const bench = benches[what];
  if (bench === undefined) throw nothingOfThatName(what);
  return (await bench())(terminal, args);
}

function nothingOfThatName(what: string): Refusal {
  const known = Object.keys(benches).join(', ');
  return new Refusal('wrong-arguments', 400, {
    'zh-Hant': `沒有「${what}」可以量測。可以量測的有：${known}。`,
    en: `there is nothing called "${what}" to measure. There are: ${known}.`,
  });
}
