import { isAboutFiling } from '@guankao/domain';
import { findingKinds, kinds, type KindsFact } from '@guankao/web';
import { ofPlan } from './of-plan.ts';
import type { Source } from './served.ts';

export const kindsSource: Source<KindsFact> = {
  chart: kinds,
  usual: 'filing',
  of: (held) => {
    const found = Map.groupBy(held.reading.findings.filter(isAboutFiling), ({ plan }) => plan);
    return held.reading.plans
      .map((plan) => {
        const own = found.get(plan.id) ?? [];
        const counts = Object.fromEntries(
          findingKinds.map((kind) => [kind, own.filter(({ category }) => category === kind).length]),
        ) as Pick<KindsFact, (typeof findingKinds)[number]>;
        return { ...ofPlan(held, plan), ...counts, all: own.length };
      })
      .toSorted((a, b) => b.all - a.all);
  },
};
