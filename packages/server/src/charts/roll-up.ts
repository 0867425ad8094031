import type { PlanReading } from '@guankao/reading';
import type { FilingEdition } from '@guankao/store';
import { rollUp, rollUpBy, type RollUpFact } from '@guankao/web';
import { inTwd } from '../data/tables/money.ts';
import { totalsOf } from '../filings/totals.ts';
import { rateOf } from './of-plan.ts';
import type { Source } from './served.ts';

export const rollUpSource: Source<RollUpFact> = {
  chart: rollUp,
  usual: 'year',
  by: rollUpBy,
  of: (held, by) =>
    [...Map.groupBy(held.reading.plans, (plan) => groupOf(held, plan, by))].map(([group, plans]) =>
      factOf(held, group, plans, by),
    ),
  together: (facts, { by }) =>
    (by === 'type' ? [...Map.groupBy(facts, ({ group }) => group).values()].map(added) : facts).toSorted(
      (a, b) => (b.budgeted ?? -1) - (a.budgeted ?? -1),
    ),
};

/** A sub-plan goes with the plan at its head, whose money holds its own. */
function groupOf({ filing, reading }: FilingEdition, plan: PlanReading, by: string | null): string | null {
  if (by === 'ministry') return filing.agency ?? filing.id;
  const head = reading.plans.find(({ id }) => id === plan.parent) ?? plan;
  return by === 'type' ? head.type : (head.executingAgency?.value ?? null);
}

function factOf(
  { filing }: FilingEdition,
  group: string | null,
  plans: readonly PlanReading[],
  by: string | null,
): RollUpFact {
  const totals = totalsOf(plans);
  const budgeted = totals.rows === 0 ? null : inTwd(filing.moneyUnit, totals.budgetedToDate);
  const executed = totals.rows === 0 ? null : inTwd(filing.moneyUnit, totals.executedToDate);
  // What has no unit cannot be added to anything.
  const added = budgeted === null ? 0 : totals.rows;
  const count = (verdict: PlanReading['verdict']): number => plans.filter((plan) => plan.verdict === verdict).length;
  return {
    group,
    ministry: filing.agency,
    filing: filing.id,
    type: by === 'type' ? group : null,
    rows: plans.length,
    added,
    notAdded: totals.without + totals.rows - added,
    budgeted,
    executed,
    rate: rateOf(budgeted, executed),
    achieved: count('achieved'),
    partly: count('partly'),
    notAchieved: count('not_achieved'),
    undetermined: count('undetermined'),
  };
}

/** Of one type in several filings of one year; a single one stays as it is. */
function added(facts: readonly RollUpFact[]): RollUpFact {
  const [first] = facts;
  if (first === undefined) throw new RangeError('a group of nothing');
  if (facts.length === 1) return first;
  const sum = (key: 'rows' | 'added' | 'notAdded' | 'achieved' | 'partly' | 'notAchieved' | 'undetermined'): number =>
    facts.reduce((total, fact) => total + fact[key], 0);
  const amount = (key: 'budgeted' | 'executed'): number | null => {
    const known = facts.flatMap((fact) => fact[key] ?? []);
    return known.length === 0 ? null : known.reduce((total, each) => total + each, 0);
  };
  const [budgeted, executed] = [amount('budgeted'), amount('executed')];
  return {
    ...first,
    ministry: null,
    filing: null,
    rows: sum('rows'),
    added: sum('added'),
    notAdded: sum('notAdded'),
    budgeted,
    executed,
    rate: rateOf(budgeted, executed),
    achieved: sum('achieved'),
    partly: sum('partly'),
    notAchieved: sum('notAchieved'),
    undetermined: sum('undetermined'),
  };
}
