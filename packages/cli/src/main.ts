import { parseArgs } from 'node:util';
import { Refusal } from '@guankao/domain';
import { commands } from './commands.ts';
import { parseOptions, type Arguments, type Command } from './command.ts';
import { helpOf, overview } from './help.ts';
import { exit, languageOf, type ExitCode, type Terminal } from './terminal.ts';

/** Runs one command line and gives its exit code. Nothing but a bug escapes from here. */
export async function main(argv: readonly string[], world: Omit<Terminal, 'lang'>): Promise<ExitCode> {
  const lang = languageOf(askedLanguage(argv), world.env);
  const terminal: Terminal = { ...world, lang };
  const [name, ...rest] = withoutLanguage(argv);
  if (name === undefined || isHelp(name)) {
    const asked = name !== undefined;
    (asked ? terminal.out : terminal.err)(overview(commands, lang));
    return asked ? exit.well : exit.refused;
  }
  const command = commands.find((one) => one.name === name);
  try {
    if (command === undefined) throw unknownCommand(name);
    const args = argumentsOf(command, rest);
    if (args.values['help'] === true) {
      terminal.out(helpOf(command, lang));
      return exit.well;
    }
    checkArity(command, args);
    return await command.run(terminal, args);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    terminal.err(`guankao: ${error.inBothLanguages[lang]}\n`);
    return exit.refused;
  }
}

function isHelp(word: string): boolean {
  return word === '--help' || word === '-h' || word === 'help';
}

/** `guankao --lang en read …`: the language may stand before the command. */
function withoutLanguage(argv: readonly string[]): readonly string[] {
  if (argv[0] === '--lang') return argv.slice(2);
  return argv[0]?.startsWith('--lang=') ? argv.slice(1) : argv;
}

function askedLanguage(argv: readonly string[]): string | undefined {
  const at = argv.indexOf('--lang');
  if (at >= 0) return argv[at + 1];
  return argv.find((word) => word.startsWith('--lang='))?.slice('--lang='.length);
}

function argumentsOf(command: Command, words: readonly string[]): Arguments {
  try {
    const { positionals, values } = parseArgs({
      args: [...words],
      options: parseOptions(command),
      allowPositionals: true,
    });
    return { positionals, values: values as Arguments['values'] };
  } catch (error) {
    throw badArguments(command, error instanceof Error ? error.message : String(error));
  }
}

function checkArity({ name, operands, arity: [least, most] }: Command, { positionals }: Arguments): void {
  if (positionals.length >= least && positionals.length <= most) return;
  throw new Refusal('wrong-arguments', 400, {
    'zh-Hant': `「${name}」要的是 ${operands || '沒有其他參數'}，收到 ${positionals.length} 個。範例見 guankao ${name} --help。`,
    en: `"${name}" takes ${operands || 'no operands'}; it was given ${positionals.length}. Examples: guankao ${name} --help.`,
  });
}

function badArguments(command: Command, detail: string): Refusal {
  const option = /'(-[^']*)'/.exec(detail)?.[1] ?? detail;
  return new Refusal('wrong-arguments', 400, {
    'zh-Hant': `「${command.name}」不認得或用錯了 ${option}。可用的選項見 guankao ${command.name} --help。`,
    en: `"${command.name}" does not know, or was given wrongly, ${option}. Options: guankao ${command.name} --help.`,
  });
}

function unknownCommand(name: string): Refusal {
  const near = commands.filter((command) => command.name.startsWith(name.slice(0, 2))).map((command) => command.name);
  const hint = near.length > 0 ? near.join(', ') : commands.map((command) => command.name).join(', ');
  return new Refusal('unknown-command', 400, {
    'zh-Hant': `沒有「${name}」這個指令。可用的有：${hint}。全部見 guankao --help。`,
    en: `there is no command "${name}". There are: ${hint}. All of them: guankao --help.`,
  });
}
