import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RowRecord } from '@guankao/workflow';
import { openHouse, someTexts, type House } from './house.ts';

/** What is typed and not saved: kept by version, shown to its writer alone, also where the row went to others; discarded when asked. */

let house: House;
const year = '範例部-114';
const id = (at: number) => `${year}-0${at}`;
beforeAll(async () => {
  house = await openHouse();
  await house.openYear([
    { name: '海岸復育計畫', agency: 'bureau' },
    { name: '步道整建計畫', agency: 'bureau' },
  ]);
}, 240_000);
afterAll(() => house.close());

const rowOf = async (at: number) => (await house.store.office.row(id(at))) as RowRecord;
const bodyOf = async (who: string, url: string) => (await house.page(who, url)).body;
async function keep(at: number, rowVersion: number, execution: string) {
  const answer = await house.ask('officer', 'PUT', `/api/rows/${id(at)}/draft`, { rowVersion, body: { execution } });
  expect(answer.status).toBe(204);
}
async function save(at: number, texts: object) {
  const headers = { 'if-match': String((await rowOf(at)).version) };
  expect((await house.ask('officer', 'PATCH', `/api/rows/${id(at)}/texts`, texts, headers)).status).toBe(200);
}
/** The names of the drafts that a page offers to discard, as an address says them. */
function toDiscard(body: string): readonly string[] {
  return Array.from(body.matchAll(/\?discard=([^"#]+)/g), ([, name = '']) => name);
}

test('what is typed now takes no place of what was typed on the row as it was', async () => {
  const { version } = await rowOf(1);
  await keep(1, version, '別人儲存之前打的字。');
  await save(1, someTexts);
  await keep(1, version + 1, '別人儲存之後打的字。');
  const page = await bodyOf('officer', `/office/rows/${id(1)}`);
  // The one stands in the fields, the other is offered.
  expect(/<textarea[^>]*name="execution"[^>]*>([^<]*)</.exec(page)?.[1]?.trim()).toBe('別人儲存之後打的字。');
  expect(page).toContain('<dd class="said">別人儲存之前打的字。</dd>');
  expect(toDiscard(page)).toEqual([encodeURIComponent(`${id(1)}@${version}`)]);

  // Saving the form of this version ends its draft, and no other.
  const form = { version: String(version + 1), ...someTexts, execution: '別人儲存之後打的字。' };
  expect((await house.send('officer', `/office/rows/${id(1)}/texts`, form)).status).toBe(303);
  const own = await bodyOf('officer', '/office/drafts');
  expect(own).toContain('別人儲存之前打的字。');
  expect(own).not.toContain('別人儲存之後打的字。');
});

test('what was typed on a row that was handed over stays with its writer, who can no longer open it', async () => {
  const { version } = await rowOf(2);
  await keep(2, version, '移交前還沒存的字。');
  const current = String((await house.store.office.year(year))?.year.version);
  const handOver = { version: current, row: id(2), agency: 'office', reason: '組織調整' };
  expect((await house.send('compiler', `/office/years/${year}/changes/hand-over-row`, handOver)).status).toBe(303);
  expect((await house.page('officer', `/office/rows/${id(2)}`)).status).toBe(404);

  for (const lang of ['', '/en']) {
    expect(await bodyOf('officer', `${lang}/office`)).toContain(`href="${lang}/office/drafts"`);
    const own = await bodyOf('officer', `${lang}/office/drafts`);
    expect(own).toContain('移交前還沒存的字。');
    expect(own).not.toContain(`/office/rows/${encodeURIComponent(id(2))}"`);
    for (const other of ['officer2', 'compiler', 'admin'])
      expect(await bodyOf(other, `${lang}/office/drafts`)).not.toContain('移交前還沒存的字。');
  }
});

test('a draft is discarded by its writer alone, and only once that is confirmed', async () => {
  const draft = `${id(2)}@${(await rowOf(2)).version - 1}`;
  const asked = await bodyOf('officer', `/office/drafts?discard=${draft}`);
  expect(asked).toContain(`name="draft" value="${draft}"`);
  expect(await bodyOf('officer', '/office/drafts')).toContain('移交前還沒存的字。');

  for (const [who, name] of [
    ['officer2', draft],
    ['officer', `${id(2)}@99`],
    ['officer', 'nothing of the kind'],
    ['officer', ''],
  ] as const) {
    const refused = await house.send(who, '/office/drafts/discarded', { draft: name });
    expect(refused.status, name).toBe(404);
  }
  expect((await house.send(null, '/office/drafts/discarded', { draft })).status).toBe(401);
  expect(await bodyOf('officer', '/office/drafts')).toContain('移交前還沒存的字。');

  expect((await house.send('officer', '/office/drafts/discarded', { draft })).status).toBe(303);
  const left = await bodyOf('officer', '/office/drafts');
  expect(left).not.toContain('移交前還沒存的字。');
  expect(left).toContain('別人儲存之前打的字。');
});
