import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallFiling } from '../../packages/server/src/fixtures/small-filing.ts';
import { exampleBytes, exampleReading } from '../../packages/store/src/example-reading.ts';
import { openHouse, someTexts, type House } from './house.ts';

/** In English pages every Chinese word says that it is Chinese, so that it is read out and set as such. */

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.openYear([
    { name: '海岸復育計畫', agency: 'bureau' },
    { name: '步道整建計畫', agency: 'bureau' },
  ]);
  const row = '範例部-114-01';
  const version = String((await house.store.office.row(row))?.version);
  const texts = { ...someTexts, execution: '完成補強3處，執行率90%。' };
  expect((await house.ask('officer', 'PATCH', `/api/rows/${row}/texts`, texts, { 'if-match': version })).status).toBe(
    200,
  );
  const deed = { actor: 'test', role: 'operator', at: new Date('2026-01-05T04:00:00Z') };
  const { reading, bytes } = smallFiling();
  await house.store.importReading(reading, { name: 'f.txt', mediaType: 'text/plain', bytes }, deed);
  const last = exampleReading({ year: 2023, plans: 4 });
  const file = { name: 'g.txt', mediaType: 'text/plain', bytes: exampleBytes(last) };
  await house.store.importReading(last, file, deed);
}, 240_000);
afterAll(() => house.close());

const mostPages = 250;

/** Texts with Chinese in which nothing says so. */
function unmarked(html: string): string[] {
  const document = parseHTML(html).document as unknown as Document;
  const found: string[] = [];
  const look = (element: Element, isChinese: boolean): void => {
    const lang = element.getAttribute('lang');
    const inside = lang === null ? isChinese : lang.startsWith('zh');
    if (/^(?:script|style|head)$/i.test(element.tagName)) return;
    for (const child of element.childNodes)
      if (child.nodeType === 1) look(child as Element, inside);
      else if (child.nodeType === 3 && !inside && /\p{Script=Han}/u.test(child.textContent ?? ''))
        found.push(`<${element.tagName.toLowerCase()}> ${child.textContent?.trim().slice(0, 60)}`);
  };
  look(document.documentElement, false);
  return found;
}

test.each([
  [null, '/en'],
  ['compiler', '/en/office'],
  ['officer', '/en/office'],
  ['admin', '/en/office'],
])('whatever %s reaches from %s', async (who, start) => {
  const waiting = [start];
  const seen = new Set<string>();
  for (let url = waiting.shift(); url !== undefined && seen.size < mostPages; url = waiting.shift()) {
    if (seen.has(url)) continue;
    seen.add(url);
    const { status, body, headers } = await house.page(who, decodeURI(url));
    if (status !== 200 || !String(headers['content-type']).includes('html')) continue;
    expect([url, ...unmarked(body)]).toEqual([url]);
    const links = [...body.matchAll(/ href="(\/en(?:\/[^"#?]*)?(?:\?[^"#&]*)?)/g)].map(([, link = '']) => link);
    // The same rows by another filter are the same words.
    const further = links.filter((link) => (who === null ? !link.includes('/office') : link.startsWith('/en/office')));
    waiting.push(
      ...further.filter((link) => !/\.[a-z]+$|[?&](?:sort|span|page|type|verdict|finding|list)=/.test(link)),
    );
  }
  expect(seen.size).toBeGreaterThan(who === null ? 40 : 4);
});
