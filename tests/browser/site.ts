import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';
import { fontconfigFile } from '../fontconfig.ts';

const root = join(import.meta.dirname, '../..');

export interface Site {
  readonly origin: string;
  /** Path of the example filing’s page. */
  readonly filing: string;
  /** Paths of its plans’ pages, in order. */
  readonly plans: readonly string[];
  readonly stop: () => Promise<void>;
}

/** The site in a process of its own, bundled as the product is, holding the example filing and nothing else; or what another script serves. */
export async function startSite(folder = root, script = 'serve-example.ts'): Promise<Site> {
  const child = spawn(process.execPath, [join(folder, 'scripts/run.mjs'), join(folder, 'tests/browser', script)], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const gone = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const first = await Promise.race([once(lines, 'line'), gone.then(() => null)]);
  if (first === null) throw new Error('the site did not start');
  const said = JSON.parse(String(first[0])) as Omit<Site, 'stop'>;
  return {
    ...said,
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/**
 * The Chromium that an npm package brings along, shown the bundled fonts and none of the machine's. Its own flags are
 * for functions in a cloud; one process for all would crash here.
 */
export async function startBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    headless: true,
    env: { ...process.env, FONTCONFIG_FILE: fontconfigFile() },
  });
}
