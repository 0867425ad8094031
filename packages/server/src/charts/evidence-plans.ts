import { evidencePlans, evidencePlansBy, evidenceStandings, type EvidencePlanFact } from '@guankao/web';
import { evidenceOfPlans } from './evidence-of-plans.ts';
import { ofPlan } from './of-plan.ts';
import type { Source } from './served.ts';

export const evidencePlansSource: Source<EvidencePlanFact> = {
  chart: evidencePlans,
  usual: 'year',
  by: evidencePlansBy,
  of: (held, by) =>
    evidenceOfPlans(held)
      .filter(({ standing }) => by === 'all' || by === standing)
      .map(({ head, standing, targets, budgeted }) => ({
        ...ofPlan(held, head),
        standing,
        budgeted,
        none: targets.none,
        ownStatement: targets['own-statement'],
        document: targets.document,
        recomputable: targets.recomputable,
        notTold: targets['not-told'],
      })),
  together: (facts) =>
    facts.toSorted(
      (a, b) =>
        evidenceStandings.indexOf(a.standing) - evidenceStandings.indexOf(b.standing) ||
        (b.budgeted ?? -1) - (a.budgeted ?? -1),
    ),
};
