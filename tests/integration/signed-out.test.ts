import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, someTexts, type House } from './house.ts';

/** Whoever types for longer than a session lasts finds all of it on the answer, signs in beside it and sends it again. */

let house: House;
const year = '範例部-114';
const row = `${year}-01`;

beforeAll(async () => {
  house = await openHouse();
  await house.openYear([
    { name: '步道整建計畫', agency: 'bureau' },
    { name: '海岸復育計畫', agency: 'bureau' },
  ]);
  await house.ask('officer', 'PATCH', `/api/rows/${row}/texts`, someTexts, { 'if-match': '1' });
  await house.ask('officer', 'POST', '/api/work-plans', { row });
}, 240_000);
afterAll(() => house.close());

interface Form {
  readonly action: string;
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
}

/** A browser reads it so; this parser leaves its signs as they are written. */
function typedIn(textarea: Element): string {
  return (textarea.textContent ?? '')
    .replace(/^\n/, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** A form of a page as a browser sends it, with what it has. */
function formsOf(html: string): readonly Form[] {
  const { document } = parseHTML(html);
  return [...document.querySelectorAll('form[method=post]')].flatMap((form) => {
    if (form.getAttribute('enctype') === 'multipart/form-data') return [];
    const fields: Record<string, string[]> = {};
    for (const field of form.querySelectorAll('input[name], textarea[name]')) {
      const name = field.getAttribute('name') ?? '';
      if (['checkbox', 'radio', 'file'].includes(field.getAttribute('type') ?? '')) continue;
      (fields[name] ??= []).push(field.localName === 'textarea' ? typedIn(field) : (field.getAttribute('value') ?? ''));
    }
    return [{ action: decodeURI(form.getAttribute('action') ?? ''), fields }];
  });
}

/** The form of the page of `who` that goes to `action`, with what was typed. */
async function typedOn(who: string, page: string, action: string, typed: Record<string, string>): Promise<Form> {
  const form = formsOf((await house.page(who, page)).body).find((one) => one.action === action);
  if (form === undefined) throw new Error(`no form to ${action} on ${page}`);
  return { action, fields: { ...form.fields, ...typed } };
}

const text = '步道整建第二期\n於114年6月20日完成「<b>甲</b>」段。';

test.each([
  ['officer', `/office/rows/${row}`, `/office/rows/${row}/texts`, { execution: text }],
  ['officer', `/office/rows/${row}/comments`, `/office/rows/${row}/comments`, { text }],
  ['officer', `/office/rows/${row}/work-plan`, `/office/rows/${row}/work-plan`, { 'item-1-name': '設計與發包' }],
  ['compiler', `/office/years/${year}/changes`, `/office/years/${year}/changes/rename-row`, { reason: text }],
  ['officer', `/office/years/${year}/grid`, `/office/years/${year}/grid`, {}],
])('%s on %s', async (who, page, action, typed) => {
  for (const lang of ['', '/en']) {
    const { fields } = await typedOn(who, lang + page, lang + action, typed);
    const answer = await house.send(null, lang + action, fields);
    expect([answer.status, answer.headers['cache-control']]).toEqual([401, 'no-store']);
    const { document } = parseHTML(answer.body);
    expect(document.querySelector(`main a[href^="${lang}/sign-in"]`)?.getAttribute('target')).toBe('_blank');
    const again = formsOf(answer.body).find((one) => one.action === lang + action);
    const asList = (from: Form['fields'] = {}) =>
      Object.entries(from)
        .map(([name, value]) => [name, [value].flat()])
        .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
    expect(asList(again?.fields)).toEqual(asList(fields));
    for (const said of Object.values(typed)) {
      const shown = [...document.querySelectorAll('main textarea')].map(typedIn);
      expect(shown).toContain(said);
    }
  }
});

test('sent again once one has signed in, it is done', async () => {
  const { action, fields } = await typedOn('officer', `/office/rows/${row}`, `/office/rows/${row}/texts`, {
    execution: text,
  });
  const again = formsOf((await house.send(null, action, fields)).body).find((one) => one.action === action);
  expect((await house.send('officer', action, again?.fields ?? {})).status).toBe(303);
  expect((await house.store.office.row(row))?.texts.execution).toBe(text);
});

test('whole megabytes that nobody could have typed are not said again', async () => {
  const answer = await house.send(null, `/office/rows/${row}/texts`, { execution: '計'.repeat(1_000_000) });
  expect([answer.status, answer.body.length < 50_000]).toEqual([401, true]);
});

test('a password is not shown again', async () => {
  const answer = await house.send(null, '/office/me/password', {
    current: 'old secret 1234',
    password: 'new secret 1234',
  });
  expect([answer.status, answer.body.includes('secret 1234')]).toEqual([401, false]);
});

test('scripts are told as before', async () => {
  expect((await house.ask(null, 'PATCH', `/api/rows/${row}/texts`, someTexts, { 'if-match': '1' })).problem).toBe(
    'not-signed-in',
  );
});
