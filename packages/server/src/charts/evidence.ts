import type { FilingEdition } from '@guankao/store';
import { evidence, evidenceBy, evidenceStandings, type EvidenceFact, type EvidenceStanding } from '@guankao/web';
import { evidenceOfPlans, type EvidenceOfPlan } from './evidence-of-plans.ts';
import type { Source } from './served.ts';

export const evidenceSource: Source<EvidenceFact> = {
  chart: evidence,
  usual: 'year',
  by: evidenceBy,
  of: (held, by) => {
    const plans = evidenceOfPlans(held);
    return plans.length === 0 ? [] : evidenceStandings.map((standing) => factOf(held, standing, plans, by));
  },
  together: (facts) =>
    [...Map.groupBy(facts, ({ ministry }) => ministry).values()]
      .toSorted((a, b) => moneyOf(b) - moneyOf(a))
      .flatMap(shared),
};

function factOf(
  { filing }: FilingEdition,
  standing: EvidenceStanding,
  all: readonly EvidenceOfPlan[],
  by: string | null,
): EvidenceFact {
  const plans = all.filter((plan) => plan.standing === standing);
  const sum = (of: (plan: EvidenceOfPlan) => number): number => plans.reduce((total, plan) => total + of(plan), 0);
  const known = plans.flatMap(({ budgeted }) => budgeted ?? []);
  return {
    standing,
    ministry: by === 'ministry' ? (filing.agency ?? filing.id) : null,
    year: filing.fiscalYear,
    filing: filing.id,
    plans: plans.length,
    added: sum(({ added }) => added),
    notAdded: sum(({ notAdded }) => notAdded),
    budgeted: known.reduce((total, amount) => total + amount, 0),
    moneyShare: null,
    targets: standing === 'no-target' ? 0 : all.reduce((total, { targets }) => total + targets[standing], 0),
    targetShare: null,
    mixed: plans.filter(({ targets }) => Object.values(targets).filter((count) => count > 0).length > 1).length,
  };
}

const moneyOf = (facts: readonly EvidenceFact[]): number => facts.reduce((sum, { budgeted }) => sum + budgeted, 0);

/** Those of one group, added up by standing, each with its share of the group. What was never found in it is left out. */
function shared(facts: readonly EvidenceFact[]): readonly EvidenceFact[] {
  const money = moneyOf(facts);
  const targets = facts.reduce((sum, fact) => sum + fact.targets, 0);
  return [...Map.groupBy(facts, ({ standing }) => standing).values()]
    .map(added)
    .flatMap((fact) =>
      fact.standing === 'not-told' && fact.plans === 0
        ? []
        : { ...fact, moneyShare: shareOf(fact.budgeted, money), targetShare: shareOf(fact.targets, targets) },
    );
}

/** Percent, two decimals; null of nothing. */
const shareOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 10_000) / 100;

function added(facts: readonly EvidenceFact[]): EvidenceFact {
  const [first] = facts;
  if (first === undefined) throw new RangeError('a group of nothing');
  const sum = (key: 'plans' | 'added' | 'notAdded' | 'budgeted' | 'targets' | 'mixed'): number =>
    facts.reduce((total, fact) => total + fact[key], 0);
  return {
    ...first,
    filing: facts.length === 1 ? first.filing : null,
    plans: sum('plans'),
    added: sum('added'),
    notAdded: sum('notAdded'),
    budgeted: sum('budgeted'),
    targets: sum('targets'),
    mixed: sum('mixed'),
  };
}
