import { years, type YearsFact } from '@guankao/web';
import { ofPlan, rateOf } from './of-plan.ts';
import type { Source } from './served.ts';

export const yearsSource: Source<YearsFact> = {
  chart: years,
  usual: 'all',
  ofMinistry: true,
  of: (held) =>
    held.reading.plans.map((plan) => ({
      ...ofPlan(held, plan),
      line: '',
      years: 1,
      rate: rateOf(plan.budgetedToDate, plan.executedToDate),
      change: null,
    })),
  together: (facts) => {
    const followed = [...Map.groupBy(facts, sameAs).values()].flatMap(inLine);
    return followed.toSorted((a, b) => b.years - a.years || order(a.line, b.line) || (a.year ?? 0) - (b.year ?? 0));
  },
};

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Ministry and name, blanks and hyphens aside, in whatever width they are typed. */
const sameAs = ({ ministry, name }: YearsFact): string =>
  `${ministry ?? ''}\n${name.normalize('NFKC').replace(/[\s\p{Pd}]/gu, '')}`;

/** The rows of one name, year by year; each alone where a year has two of them, or none is known of its year. */
function inLine(rows: readonly YearsFact[]): readonly YearsFact[] {
  const ofYears = Map.groupBy(rows, ({ year }) => year);
  const isOne = !ofYears.has(null) && [...ofYears.values()].every(({ length }) => length === 1);
  if (!isOne || rows[0]?.ministry === null) return rows.map((row) => ({ ...row, line: row.id }));
  const inOrder = rows.toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0));
  const newest = inOrder.at(-1)?.id ?? '';
  return inOrder.map((row, at) => {
    const before = inOrder.slice(0, at).findLast(({ rate }) => rate !== null)?.rate ?? null;
    const change = row.rate === null || before === null ? null : Math.round((row.rate - before) * 100) / 100;
    return { ...row, line: newest, years: inOrder.length, change };
  });
}
