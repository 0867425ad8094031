import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const root = join(import.meta.dirname, '../..');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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

/** What axe finds wrong with the page as it stands. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await checker.run()).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
    );
  });
}
