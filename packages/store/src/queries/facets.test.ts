import { expect, test } from 'vitest';
import type { PlanQuery } from '../catalogue.ts';
import { facets, Fitting, Kinds, type Values } from './facets.ts';

/** Rows with every mixture of values, some of which come again. */
const rows: readonly (readonly Values[])[] = Array.from({ length: 500 }, (_, at) => [
  `filing-${Math.floor(at / 50)}`,
  ['社會發展', '科技發展', null][at % 3] ?? null,
  ['achieved', 'partly', 'not_achieved', 'undetermined'][(at * 7) % 4] ?? null,
  ['error', 'warning', 'question'].filter((_severity, bit) => ((at * 5) >> bit) % 2 === 1),
  ['target-missed', 'rate-differs'].filter((_rule, bit) => ((at * 11) >> (bit + 1)) % 2 === 1),
  at % 4 === 0 ? ['missed-in-silence'] : [],
]);

const has = (row: readonly Values[], facet: number, value: string) => [row[facet]].flat().includes(value);

/** Row by row, facet by facet. */
function lookedAt(places: readonly number[], query: PlanQuery) {
  const fits = (at: number, but: number) =>
    facets.every(
      (name, facet) => facet === but || query[name] === undefined || has(rows[at] ?? [], facet, query[name]),
    );
  const counts = facets.map((name, facet) => {
    const values = places.filter((at) => fits(at, facet)).flatMap((at) => rows[at]?.[facet] ?? []);
    return [
      name,
      Object.fromEntries(
        Map.groupBy(values, String)
          .entries()
          .map(([one, all]) => [one, all.length]),
      ),
    ];
  });
  return { places: places.filter((at) => fits(at, -1)), counts: Object.fromEntries(counts) as unknown };
}

const questions: readonly PlanQuery[] = [
  {},
  { type: '社會發展' },
  { type: '社會發展', verdict: 'partly', severity: 'error' },
  { verdict: 'achieved', finding: 'target-missed', list: 'missed-in-silence' as never },
  { filing: 'filing-3' },
  { filing: 'filing-3', type: '科技發展', severity: 'question' },
  { filing: 'none' },
  { type: 'none', verdict: 'none' as never },
];

test('rows that fit, and what each choice would leave, as one finds them row by row', () => {
  const kinds = new Kinds();
  const choices = rows.map((values) => kinds.choicesOf(values));
  const columns = {
    filings: Uint32Array.from(choices, ({ filing }) => filing),
    kinds: Uint32Array.from(choices, ({ kind }) => kind),
  };
  const all = rows.map((_, at) => at);
  for (const places of [all, all.filter((at) => at % 3 !== 1), []])
    for (const query of questions) {
      const fitting = new Fitting(kinds, columns, Uint32Array.from(places), query);
      const wanted = lookedAt(places, query);
      expect(Array.from(fitting.places)).toEqual(wanted.places);
      expect(fitting.counts()).toEqual(wanted.counts);
    }
});
