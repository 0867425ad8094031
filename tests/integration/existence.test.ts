import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, someMoney, someTexts, type Answer, type House } from './house.ts';
import { routesOf, type Route } from './routes.ts';

/**
 * What somebody may not see answers as what is not there: by status, words and headers, on every address and for every
 * command, as the server itself lists them. A noun that is added is asked the same without a word here.
 */

let house: House;
const year = '範例部-114';
const row = `${year}-01`;
const ids = new Map<string, string>();

beforeAll(async () => {
  house = await openHouse();
  await house.openYear([
    { name: '步道整建計畫', agency: 'bureau' },
    { name: '海岸計畫', agency: 'office' },
  ]);
  await house.ask('officer', 'PATCH', `/api/rows/${row}/texts`, someTexts, { 'if-match': '1' });
  await house.ask('accountant', 'PUT', `/api/rows/${row}/money`, someMoney, { 'if-match': '2' });
  await house.ask('supervisor', 'POST', '/api/comments', { on: { noun: 'row', id: row }, text: '請補佐證。' });
  await house.ask('compiler', 'POST', `/api/years/${year}/collections`, { agencies: ['bureau', 'office'] });
  for (const noun of house.store.office.nouns) {
    const [first] = await house.store.office.records(noun.name, null);
    if (first !== undefined) ids.set(noun.plural, first.id);
  }
}, 240_000);
afterAll(() => house.close());

/** An id that there is, and one as long that there is not, of what the address is about. */
function twins({ path }: Route): readonly { readonly there: string; readonly absent: string }[] {
  const there = ids.get(/\/([a-z-]+)\/:id/.exec(path)?.[1] ?? '');
  return there === undefined ? [] : [{ there, absent: there.replace('範例部', '範列部').replace(/\w(?=\W*$)/, '9') }];
}

const ownOfEach = new Set(['date', 'content-length', 'etag', 'x-request-id']);

/** What an answer tells, the id that was asked for left out, however it is encoded in addresses. */
function told({ status, headers, body }: Answer, id: string): string {
  const kept = Object.entries(headers).filter(([name]) => !ownOfEach.has(name));
  return [id, encodeURIComponent(id)].reduce(
    (text, each) => text.replaceAll(each, 'ID'),
    // In English pages the Chinese of an address is marked.
    JSON.stringify([status, kept, body.replaceAll(/<\/?span[^>]*>/g, '')]).replaceAll('%25', '%'),
  );
}

/** From where two answers differ. */
function difference(one: string, other: string): string {
  const at = Array.from(one).findIndex((character, index) => character !== other[index]);
  return `${one.slice(Math.max(0, at - 60), at + 60)} ≠ ${other.slice(Math.max(0, at - 60), at + 60)}`;
}

const strangers = ['xcompiler', 'xofficer', 'xadmin', 'nobody', null];

test.each(strangers)(
  'to %s',
  async (who) => {
    const differing: string[] = [];
    let asked = 0;
    for (const route of routesOf(house.server))
      for (const { there, absent } of twins(route)) {
        const [one, other] = [told(await ask(who, route, there), there), told(await ask(who, route, absent), absent)];
        asked += 1;
        if (one !== other) differing.push(`${route.method} ${route.path}: ${difference(one, other)}`);
      }
    expect(asked).toBeGreaterThan(100);
    expect(differing).toEqual([]);
  },
  60_000,
);

function ask(who: string | null, { method, path }: Route, id: string): Promise<Answer> {
  const address = path.replace(':id', id).replaceAll(/:\w+/g, '1');
  if (method === 'GET') return path.startsWith('/api') ? house.ask(who, 'GET', address) : house.page(who, address);
  if (!path.startsWith('/api')) return house.send(who, address, { version: '1' });
  return house.ask(who, method, address, {}, { 'if-match': '1' });
}
