import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface Program {
  readonly origin: string;
  /** The one-time link of the first administrator. */
  readonly setup: string;
  readonly stop: () => Promise<void>;
}

/** The program as it is shipped, on a free port, with a PostgreSQL of its own in `data`, and these files taken in. It waits for the first administrator's link. */
export async function startProgram(
  data: string,
  settings: Readonly<Record<string, string>> = {},
  files: readonly string[] = [],
): Promise<Program> {
  const child: ChildProcess = spawn(process.execPath, ['dist/guankao.mjs', 'serve', ...files], {
    cwd: root,
    env: { ...process.env, PORT: '0', GUANKAO_DATA: data, DATABASE_URL: '', LANG: 'zh_TW.UTF-8', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout?.on('data', (part: Buffer) => (said += part.toString()));
  child.stderr?.on('data', (part: Buffer) => (said += part.toString()));
  for (let waited = 0; waited < 200_000 && !(/Listening on/.test(said) && /\/setup\//.test(said)); waited += 100) {
    if (child.exitCode !== null) throw new Error(said);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const origin = /Listening on (http:\S+)/.exec(said)?.[1];
  const setup = /(http:\S+\/setup\/\S+)/.exec(said)?.[1];
  if (origin === undefined || setup === undefined) throw new Error(said);
  return {
    origin,
    setup,
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
