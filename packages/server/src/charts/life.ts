import type { PlanReading } from '@guankao/reading';
import type { FilingEdition } from '@guankao/store';
import { life, type LifeFact } from '@guankao/web';
import { dayInTaipei } from '@guankao/workflow';
import { inTwd } from '../data/tables/money.ts';
import { stepsBetween, targetsIn } from '../plans/target-history.ts';
import { ofPlan } from './of-plan.ts';
import { rowsOfPlans } from './one-plan.ts';
import type { Source } from './served.ts';

export const lifeSource: Source<LifeFact> = {
  chart: life,
  usual: 'filing',
  ofMinistry: true,
  everyEdition: true,
  of: (held, _by, before) => held.reading.plans.map((plan) => factOf(held, plan, before)),
  together: (facts, { plan }) =>
    rowsOfPlans(facts, ({ year, edition }) => (year === null ? null : `${year} ${`${edition}`.padStart(6, '0')}`))
      .filter((rows) => plan === null || rows.some(({ id }) => id === plan.id))
      .toSorted((a, b) => Number(b.length > 1) - Number(a.length > 1))
      .flatMap((rows) => rows.map((row) => ({ ...row, line: rows.at(-1)?.id ?? row.id }))),
};

function factOf(held: FilingEdition, plan: PlanReading, before: FilingEdition | null): LifeFact {
  const named = ofPlan(held, plan);
  const unit = held.filing.moneyUnit;
  const money = (amount: number | null): number | null => (amount === null ? null : inTwd(unit, amount));
  const earlier = before === null ? null : targetsIn(before, named.id, plan.name).indicators;
  const steps = earlier === null ? null : stepsBetween(earlier, plan.indicators);
  return {
    ...named,
    line: named.id,
    edition: held.edition.number,
    since: dayInTaipei(new Date(held.edition.importedAt)),
    starts: plan.period?.start ?? null,
    ends: plan.period?.end ?? null,
    approved: money(plan.approvedTotal),
    budgeted: money(plan.budgetedToDate),
    executed: money(plan.executedToDate),
    targets: plan.indicators.length,
    eased: steps?.eased ?? null,
    tightened: steps?.tightened ?? null,
    removed: steps?.removed ?? null,
  };
}
