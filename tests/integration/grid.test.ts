import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, someTexts, type House } from './house.ts';

/** All rows and the chosen columns on one form with one save: no script, no page a row. */

let house: House;
const year = '範例部-114';
const page = `/office/years/${year}/grid`;
beforeAll(async () => {
  house = await openHouse();
  await house.openYear([
    ...Array.from({ length: 55 }, (_, at) => ({ name: `海岸復育計畫${at + 1}`, agency: 'bureau' })),
    { name: '檔案數位化計畫', agency: 'office' },
  ]);
}, 240_000);
afterAll(() => house.close());

const texts = async (row: string) => (await house.store.office.row(`${year}-${row}`))?.texts;

/** The form's fields as a browser would send them, changed where somebody typed. */
function fieldsIn(html: string, typed: Readonly<Record<string, Readonly<Record<string, string>>>> = {}) {
  const form = html.slice(html.indexOf('id="grid"'));
  const decode = (text: string) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  const fields: Record<string, string[]> = {};
  const add = (name: string, value: string) => (fields[name] = [...(fields[name] ?? []), decode(value)]);
  let row = '';
  for (const [, hidden, text] of form.matchAll(/<input type="hidden"([^>]*)>|<textarea([^>]*>[^<]*)<\/textarea>/g)) {
    const name = /name="([^"]*)"/.exec(hidden ?? text ?? '')?.[1] ?? '';
    const value =
      hidden === undefined
        ? (text ?? '').slice((text ?? '').indexOf('>') + 1).replace(/^\n/, '')
        : (/value="([^"]*)"/.exec(hidden)?.[1] ?? '');
    if (name === 'row') row = decode(value);
    add(name, (hidden === undefined ? typed[row.slice(year.length + 1)]?.[name] : undefined) ?? value);
  }
  return fields;
}

test('the officer sees their rows with the columns they chose, page by page; others’ rows are not there', async () => {
  const first = (await house.page('officer', `${page}?columns=goals&columns=execution`)).body;
  expect(first).toContain('55 列，第 1／2 頁');
  expect(fieldsIn(first)['row']).toHaveLength(50);
  expect(fieldsIn(first)['columns']).toEqual(['execution', 'goals']);
  expect(first).not.toContain('檔案數位化計畫');
  const second = (await house.page('officer', `${page}?columns=goals&page=2`)).body;
  expect(fieldsIn(second)['row']).toHaveLength(5);
  expect((await house.page('compiler', page)).body).not.toContain('<textarea');
  for (const who of ['xcompiler', 'nobody']) expect((await house.page(who, page)).status).toBe(404);
});

test('one save writes what was changed, and nothing else', async () => {
  const shown = (await house.page('officer', `${page}?columns=execution&columns=goals`)).body;
  const fields = fieldsIn(shown, {
    '01': { execution: '1. 完成復育。\r\n2. 完成驗收。', goals: '復育3公頃。' },
    '50': { goals: '<復育>5公頃&"。' },
  });
  const saved = await house.send('officer', page, { ...fields, go: '2' });
  expect(saved.status, saved.body.slice(0, 600)).toBe(303);
  expect(decodeURIComponent(String(saved.headers['location']))).toBe(
    `${page}?columns=execution&columns=goals&page=2&saved=3`,
  );
  expect([(await texts('01'))?.execution, (await texts('01'))?.goals, (await texts('50'))?.goals]).toEqual([
    '1. 完成復育。\n2. 完成驗收。',
    '復育3公頃。',
    '<復育>5公頃&"。',
  ]);
  const events = (await house.ask('auditor', 'GET', `/api/rows/${year}-02/history`)).json().events;
  expect(events).toHaveLength(1);
  expect((await house.page('officer', decodeURIComponent(String(saved.headers['location'])))).body).toContain(
    '已存 3 格',
  );
  // Sent once more, nothing is left to save.
  const again = fieldsIn((await house.page('officer', `${page}?columns=goals`)).body);
  expect(String((await house.send('officer', page, again)).headers['location'])).not.toContain('saved');
});

test('a cell that is refused keeps what was typed and says why; the others are saved', async () => {
  const shown = (await house.page('officer', `${page}?columns=execution&columns=goals`)).body;
  // Meanwhile somebody else writes into one of the rows.
  await house.ask('officer', 'PATCH', `/api/rows/${year}-03/texts`, { goals: '別人寫的。' }, { 'if-match': '1' });
  const fields = fieldsIn(shown, {
    '03': { goals: '我寫的。' },
    '04': { execution: '很長'.repeat(17_000), goals: '可以存。' },
    '05': { goals: '也可以存。' },
  });
  const answer = await house.send('officer', page, fields);
  expect(answer.status).toBe(422);
  expect([
    (await texts('03'))?.goals,
    (await texts('04'))?.execution,
    (await texts('04'))?.goals,
    (await texts('05'))?.goals,
  ]).toEqual(['別人寫的。', '', '可以存。', '也可以存。']);
  for (const word of ['2 格沒有存', '我寫的。', '別人寫的。', '上限 32,000 字', '已存 2 格', '很長很長'])
    expect(answer.body, word).toContain(word);
  expect(answer.body.match(/aria-invalid/g)).toHaveLength(2);
  // What was refused may be saved once it has been looked at: the form knows the newest version now.
  const mended = fieldsIn(answer.body, { '04': { execution: '短了。' } });
  const second = await house.send('officer', page, mended);
  expect(second.status, second.body.slice(0, 300)).toBe(303);
  expect([(await texts('03'))?.goals, (await texts('04'))?.execution]).toEqual(['我寫的。', '短了。']);
});

test('what the checks find stands in its cell; rows can be chosen by what they lack', async () => {
  const version = await house.version('officer', `/api/rows/${year}-06`);
  const wrong = { ...someTexts, execution: '鑑定180件，完成鑑定171件，鑑定率59%。' };
  await house.ask('officer', 'PATCH', `/api/rows/${year}-06/texts`, wrong, { 'if-match': version });
  const found = (await house.page('officer', `${page}?columns=execution&columns=goals&filter=findings`)).body;
  expect(found).toMatch(/id="範例部-114-06-execution-note"[^]*severity-question[^]*59%/);
  expect(found).not.toContain('海岸復育計畫7<');
  const empty = (await house.page('officer', `${page}?columns=execution&filter=empty`)).body;
  expect(fieldsIn(empty)['row']).not.toContain(`${year}-06`);
});

test('a row that may not be written is read only; one that is sent all the same is refused', async () => {
  const shown = (await house.page('officer', `${page}?columns=goals`)).body;
  const fields = fieldsIn(shown, { '06': { goals: '偷改。' } });
  const move = { 'if-match': await house.version('officer', `/api/rows/${year}-06`) };
  await house.ask('officer', 'POST', `/api/rows/${year}-06/submit`, {}, move);
  expect(fieldsIn((await house.page('officer', `${page}?columns=goals`)).body)['row']).not.toContain(`${year}-06`);
  const answer = await house.send('officer', page, fields);
  expect([answer.status, answer.body.includes('偷改。')]).toEqual([422, true]);
  expect((await texts('06'))?.goals).toBe(someTexts.goals);
  const short = await house.send('officer', page, { ...fields, version: ['1'] });
  expect([short.status, short.body.includes('不完整')]).toEqual([400, true]);
});

test('other rows and columns are shown once what was typed is saved', async () => {
  const shown = await house.page('officer', `${page}?columns=goals&page=2`);
  const fields = fieldsIn(shown.body, { '55': { goals: '完成5案。' } });
  const chosen = {
    go: 'show',
    'show-columns': ['execution', 'goals'],
    'show-filter': 'findings',
    'show-agency': 'bureau',
  };
  const answer = await house.send('officer', page, { ...fields, ...chosen });
  expect(answer.status, answer.body.slice(0, 300)).toBe(303);
  expect((await texts('55'))?.goals).toBe('完成5案。');
  expect(decodeURIComponent(String(answer.headers['location']))).toBe(
    `${page}?columns=execution&columns=goals&filter=findings&agency=bureau&page=1&saved=1`,
  );
  // Whoever may write nothing asks only.
  expect((await house.page('compiler', page)).body).toContain('name="columns"');
});
