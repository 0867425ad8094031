import type { TypedForm, TypedRow } from '@guankao/domain';
import type { Pool } from '@guankao/pool';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check, checkAnew, type RowsToCheck } from '../../../pool/src/works/check.ts';
import { CheckedForms } from './checked-forms.ts';

const asked = { asker: { id: 'network', kind: 'guest' } } as unknown as Parameters<Pool['run']>[2];

const empty = { type: '', period: '', plannedWork: '', execution: '', goals: '', explanation: '' };
const noMoney = { approvedTotal: null, budgetedToDate: null, executedToDate: null };

function row(id: string, texts: Partial<TypedRow>): TypedRow {
  return { id, marker: null, parent: null, name: '步道計畫', ...empty, ...noMoney, ...texts };
}

function formOf(rows: readonly TypedRow[], fiscalYear = 2025): TypedForm {
  return { agency: '範例部', fiscalYear, printedUnit: 'thousand TWD', edition: null, rows };
}

const walk = (explanation: string) => formOf([row('r1', { goals: '完成整建6公里。', explanation })]);

/** The work itself, in this process; and which rows it was asked to look at, time after time. */
function watched(isWhole = true) {
  const rows: (readonly string[])[] = [];
  const run = async (_kind: string, input: RowsToCheck) => {
    rows.push(input.rows);
    return { ...(await checkAnew(input)), isWhole };
  };
  return { forms: new CheckedForms({ run } as unknown as Pool), rows };
}

test('a form that stays as it is is checked once; one letter more and it is checked anew', async () => {
  const { forms, rows } = watched();
  const first = await forms.findingsIn(walk('整建5公里，已達成。'), asked);
  expect(first.length).toBeGreaterThan(0);
  expect(await forms.findingsIn(walk('整建5公里，已達成。'), asked)).toBe(first);
  expect(rows).toEqual([['r1']]);
  expect(await forms.findingsIn(walk('整建6公里，已達成。'), asked)).not.toEqual(first);
  expect(rows).toEqual([['r1'], ['r1']]);
});

test('after a save only the row that was saved is looked at, and a parent or sub-plan whose figures it bears on', async () => {
  const { forms, rows } = watched();
  const parts = [
    row('whole', { name: '總計畫', budgetedToDate: 300_000 }),
    row('a', { name: '甲分項', parent: 'whole', budgetedToDate: 100_000 }),
    row('b', { name: '乙分項', parent: 'whole', budgetedToDate: 200_000 }),
    row('other', { name: '別的計畫' }),
  ];
  await forms.findingsIn(formOf(parts), asked);
  const more = parts.map((one) => (one.id === 'other' ? { ...one, goals: '完成3件。' } : one));
  await forms.findingsIn(formOf(more), asked);
  const wrong = more.map((one) => (one.id === 'b' ? { ...one, budgetedToDate: 900_000 } : one));
  const found = await forms.findingsIn(formOf(wrong), asked);
  expect(rows.slice(1)).toEqual([['other'], ['whole', 'b']]);
  expect(found.map(({ rule, plan }) => [rule, plan])).toContainEqual(['parent-sum-mismatch', 'whole']);
  // Another year: other thresholds.
  await forms.findingsIn(formOf(wrong, 2024), asked);
  expect(rows.at(-1)).toHaveLength(4);
});

test('a check that failed, or that a rule ran over its time in, leaves nothing behind', async () => {
  const failing = { run: async () => Promise.reject(new Error('busy')) } as unknown as Pool;
  await expect(new CheckedForms(failing).findingsIn(walk(''), asked)).rejects.toThrow('busy');
  const { forms, rows } = watched(false);
  for (let time = 0; time < 2; time += 1) await forms.findingsIn(walk('整建5公里。'), asked);
  expect(rows).toEqual([['r1'], ['r1']]);
});

/** What rules over one row, over a family and over all rows find something in, and what they do not. */
const texts = [
  '',
  '1. 完成整建6公里。\n2. 辦理說明會2場。',
  '第一季2件、第二季3件，合計6件。',
  '甲區12件、乙區30件，合計42件。',
  '整建5公里，已達成。',
  '受理受理12件，完成移民署署南區廳舍。',
  '完成移民署南區廳舍。',
  '核定經費3億元，預算執行率50%。',
  '<p>辦理講習12場，每場20人，共250人。</p>',
  '海岸林復育3公頃；濕地巡守2處。',
  '都市公園整建，公園鋪面更新4處。',
];
const names = [
  '步道計畫',
  '海岸計畫－海岸林復育',
  '海岸計畫－都市公園整建',
  '海岸計畫-濕地巡守',
  '(1)分項',
  '整建計畫',
];
const amounts = [null, 0, 1_000_000, 50_000_000, 9_000_000_000];

const typedRow: fc.Arbitrary<Partial<TypedRow>> = fc.record({
  name: fc.constantFrom(...names),
  type: fc.constantFrom('', '社會發展'),
  period: fc.constantFrom('', '112年1月至115年12月'),
  plannedWork: fc.constantFrom(...texts),
  execution: fc.constantFrom(...texts),
  goals: fc.constantFrom(...texts),
  explanation: fc.constantFrom(...texts),
  approvedTotal: fc.constantFrom(...amounts),
  budgetedToDate: fc.constantFrom(...amounts),
  executedToDate: fc.constantFrom(...amounts),
  parent: fc.constantFrom(null, null, 'r0', 'r1'),
});

/** What one save, import or paste does: it puts a row in a place, or takes one away. */
const deed = fc.record({ at: fc.nat(9), does: fc.constantFrom('write', 'write', 'insert', 'drop'), row: typedRow });

type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never;

function done(rows: readonly TypedRow[], { at, does, row: typed }: Deed, number: number): TypedRow[] {
  const place = at % Math.max(1, rows.length);
  const id = does === 'write' ? (rows[place]?.id ?? 'r0') : `n${number}`;
  return rows.toSpliced(place, does === 'insert' ? 0 : 1, ...(does === 'drop' ? [] : [row(id, typed)]));
}

test('what is put together of rows is what the whole form gives, after whatever was done to it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(typedRow, { minLength: 1, maxLength: 8 }),
      fc.array(deed, { maxLength: 5 }),
      async (first, deeds) => {
        const { forms } = watched();
        let rows = first.map((one, at) => row(`r${at}`, one));
        const isSame = async () =>
          expect(await forms.findingsIn(formOf(rows), asked)).toEqual((await check(formOf(rows))).findings);
        await isSame();
        for (const [number, one] of deeds.entries()) {
          rows = done(rows, one, number);
          await isSame();
        }
      },
    ),
    { numRuns: 60 },
  );
}, 120_000);
