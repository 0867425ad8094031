import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { firstPages } from '../../tests/browser/first-pages.ts';
import { startBrowser, startSite, type Site } from '../../tests/browser/site.ts';

/**
 * Pages as a phone sees them that comes for the first time: kilobytes over the wire by kind, first paint, how much
 * the page shifts (CLS). Slow phone: processor four times slower, 1.6 Mbit/s, 150 ms of way. First paint is the quickest
 * of RUNS visits, since other work on the machine can only slow one down; the shift is the largest of them, and once more
 * of a window 1,280 px wide. Of a checkout that is built: node scripts/run.mjs bench/pages/weigh.ts [RUNS] [FOLDER]
 */

const runs = Number(process.argv[2] ?? 3);
const folder = resolve(process.argv[3] ?? process.cwd());
const slow = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

interface Weighed {
  /** Kilobytes over the wire. */
  readonly all: number;
  readonly fonts: number;
  readonly requests: number;
  /** Milliseconds until anything is seen. */
  readonly firstPaint: number;
  readonly shift: number;
}

async function weigh(browser: Browser, site: Site, path: string, width: number): Promise<Weighed> {
  const context = await browser.newContext({ viewport: { width, height: 844 } });
  try {
    const tab = await context.newPage();
    const devTools = await context.newCDPSession(tab);
    const sizes: { readonly url: string; readonly bytes: number }[] = [];
    const urls = new Map<string, string>();
    devTools.on('Network.responseReceived', ({ requestId, response }) => urls.set(requestId, response.url));
    devTools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      sizes.push({ url: urls.get(requestId) ?? '', bytes: encodedDataLength }),
    );
    await devTools.send('Network.enable');
    await devTools.send('Network.emulateNetworkConditions', { offline: false, ...slow });
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await tab.goto(site.origin + path, { waitUntil: 'networkidle', timeout: 120_000 });
    const seen = await tab.evaluate(async () => {
      await document.fonts.ready;
      let shift = 0;
      const observer = new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[])
          if (!entry.hadRecentInput) shift += entry.value;
      });
      observer.observe({ type: 'layout-shift', buffered: true });
      await new Promise((resolve) => setTimeout(resolve, 500));
      return { shift, firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1 };
    });
    const kilobytes = (of: typeof sizes): number => Math.round(of.reduce((sum, { bytes }) => sum + bytes, 0) / 1024);
    return {
      all: kilobytes(sizes),
      fonts: kilobytes(sizes.filter(({ url }) => /\.woff2?$/.test(url))),
      requests: sizes.length,
      firstPaint: Math.round(seen.firstPaint),
      shift: Number(seen.shift.toFixed(3)),
    };
  } finally {
    await context.close();
  }
}

const site = await startSite(folder);
const browser = await startBrowser();
try {
  console.log(
    [
      '| page | KB cold | of it fonts | requests | first paint, ms | CLS, 390 px | CLS, 1,280 px |',
      '| --- | --- | --- | --- | --- | --- | --- |',
    ].join('\n'),
  );
  for (const [page, path] of firstPages) {
    const visits: Weighed[] = [];
    for (let run = 0; run < runs; run += 1) visits.push(await weigh(browser, site, path(site), 390));
    const wide = await weigh(browser, site, path(site), 1280);
    const most = (key: keyof Weighed): number => Math.max(...visits.map((visit) => visit[key]));
    const firstPaint = Math.min(...visits.map((visit) => visit.firstPaint));
    console.log(
      `| ${page} | ${most('all')} | ${most('fonts')} | ${most('requests')} | ${firstPaint} | ${most('shift')} | ${wide.shift} |`,
    );
  }
} finally {
  await browser.close();
  await site.stop();
}
