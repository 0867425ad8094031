import { main } from '../../packages/cli/src/main.ts';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** One command as somebody types it in a folder, in English. */
export async function commandLine(
  cwd: string,
  argv: readonly string[],
  env: Record<string, string> = {},
  now = '2026-01-05T01:00:00Z',
): Promise<Said> {
  let [out, err] = ['', ''];
  const code = await main(argv, {
    env: { LANG: 'en_US.UTF-8', ...env },
    cwd,
    width: 100,
    live: false,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    stdin: async () => new Uint8Array(),
    now: () => new Date(now),
  });
  return { code, out, err };
}
