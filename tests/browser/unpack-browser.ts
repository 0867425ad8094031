import chromium from '@sparticuz/chromium';

/** Before all files of a run, as Vitest's `globalSetup`: two that unpacked the browser at once would find half of it. */
export default async function unpackBrowser(): Promise<void> {
  await chromium.executablePath();
}
