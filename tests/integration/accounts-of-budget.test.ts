import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawingOf, moneyComponents, type AccountMapping, type YearMoney } from '@guankao/workflow';
import { accountsCsv, budgetAccounts, hasBudget, lineOf } from '../money-files/accounts.ts';
import { openHouse, type House } from './house.ts';

/**
 * The accounts of one ministry, built as the real budget is (codes, names, how many an agency has), with made-up money:
 * 49 rows get theirs from them by the pages alone, and every dollar is 歸屬 or 未歸屬.
 */

const year = '範例部-114';
const skipped = hasBudget ? '' : ' (skipped: ../shared/filings/central-budget-114.csv is not here)';

describe.skipIf(!hasBudget)(`accounts as the budget has them${skipped}`, () => {
  let house: House;
  const accounts = hasBudget ? ministryOfMostAgencies() : [];
  const names = [...new Set(accounts.map(({ agency }) => agency))];
  const agencies = names.map((name, at) => ({ id: `agency${at + 1}`, name, parent: 'ministry' }));
  const plans = Array.from({ length: 49 }, (_, at) => ({
    name: `第${at + 1}號計畫`,
    agency: agencies[at % agencies.length]?.id ?? '',
  }));
  const mappings = () =>
    Promise.all(
      agencies.map(
        async ({ id }) => (await house.store.office.record('mapping', `${year}-科目-${id}`)) as AccountMapping,
      ),
    );

  beforeAll(async () => {
    house = await openHouse();
    for (const agency of agencies) await house.store.office.addAgency(agency, house.now);
    await house.openYear(plans);
  }, 240_000);
  afterAll(() => house.close());

  test('all agencies’ come in with one file', async () => {
    const page = `/office/years/${year}/mappings`;
    const file = { name: '科目.csv', bytes: accountsCsv(accounts.map(lineOf)) };
    const read = await house.upload('accountant', page, file);
    expect(read.status, /role="alert">([^<]*)/.exec(read.body)?.[1]).toBe(200);
    const hidden = [...read.body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const fields = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
    const kept = await house.send('accountant', `${page}/take`, { ...fields, asOf: '114年12月31日' });
    expect(kept.status, /role="alert">([^<]*)/.exec(kept.body)?.[1]).toBe(303);
    expect((await mappings()).flatMap((mapping) => mapping.accounts)).toHaveLength(accounts.length);
  });

  test('49 rows, every dollar', async () => {
    const rowsOf = new Map(
      agencies.map(({ id }) => [id, plans.flatMap(({ agency }, at) => (agency === id ? [at] : []))]),
    );
    for (const { id, agency, accounts: own } of await mappings()) {
      const rows = rowsOf.get(agency) ?? [];
      // Each account is of up to three plans, by share and by amount; every fifth is of none.
      for (const [at, account] of own.entries()) {
        if (at % 5 === 4) continue;
        const chosen = [0, 1, 2].map((step) => rows[(at * 3 + step) % rows.length]);
        const how = [{ share: '1/3' }, { share: '28.5%' }, { amount: '123,457' }];
        const lines = [...new Set(chosen)].flatMap((row, line) =>
          Object.entries({ row: `${year}-${String((row ?? 0) + 1).padStart(2, '0')}`, ...how[line] }).map(
            ([name, value]) => [`parts/${line}/${name}`, value],
          ),
        );
        const version = String((await house.store.office.record('mapping', id))?.version);
        const common = { version, from: '114年1月1日', until: '', document: '分配表' };
        const url = `/office/mappings/${id}/accounts/${account.id}/parts`;
        const done = await house.send('accountant', url, { ...common, ...Object.fromEntries(lines) });
        expect(done.status, /role="alert">([^<]*)/.exec(done.body)?.[1]).toBe(303);
      }
      const version = String((await house.store.office.record('mapping', id))?.version);
      const drawn = await house.send('accountant', `/office/mappings/${id}/draw`, { version });
      expect(drawn.status, /role="alert">([^<]*)/.exec(drawn.body)?.[1]).toBe(303);
    }
    const all = await mappings();
    const rows = (await house.store.office.year(year))?.rows ?? [];
    expect(rows.filter(({ money }) => money.years.length > 0)).toHaveLength(49);
    const sum = (moneys: readonly YearMoney[]) =>
      moneyComponents.map((component) => moneys.reduce((total, money) => total + money[component], 0));
    const recorded = rows.flatMap(({ money }) => money.years.map((one) => one.money));
    const unassigned = all.map((mapping) => drawingOf(mapping).unassigned);
    expect(sum(unassigned)[0]).toBeGreaterThan(0);
    expect(sum([...recorded, ...unassigned])).toEqual(
      moneyComponents.map((_, at) => accounts.reduce((total, { money }) => total + (money[at] ?? 0), 0)),
    );
  });

  test('the page of the year says the same, and that it adds up', async () => {
    const { body } = await house.page('accountant', `/office/years/${year}/mappings`);
    expect(body).toContain(`${agencies.length} 個機關中 ${agencies.length} 個已匯入科目`);
    const budget = accounts.reduce((total, { money }) => total + (money[0] ?? 0), 0);
    expect(body).toContain(budget.toLocaleString('en-US'));
    expect(body.match(/● 相符/g)).toHaveLength(moneyComponents.length);
    expect(body.match(/與帶入相同/g)).toHaveLength(moneyComponents.length);
    expect(body).not.toContain('○ 不符');
  });
});

function ministryOfMostAgencies() {
  const byMinistry = Map.groupBy(budgetAccounts(), ({ ministry }) => ministry);
  const agenciesOf = (lines: readonly { readonly agency: string }[]) => new Set(lines.map(({ agency }) => agency)).size;
  const fitting = [...byMinistry.values()].filter((lines) => lines.length >= 49 && agenciesOf(lines) <= 12);
  return fitting.toSorted((a, b) => agenciesOf(b) - agenciesOf(a))[0] ?? [];
}
