import type { PlanReading } from '@guankao/reading';
import { disconnect, type DisconnectFact } from '@guankao/web';
import type { Source } from './served.ts';

export const disconnectSource: Source<DisconnectFact> = {
  chart: disconnect,
  usual: 'all',
  ofMinistry: true,
  of: ({ filing, reading }) => {
    if (reading.plans.length === 0) return [];
    const count = (test: (plan: PlanReading) => boolean): number => reading.plans.filter(test).length;
    const both = count(saysBoth);
    const differ = count(differs);
    return [
      {
        ministry: filing.agency,
        year: filing.fiscalYear,
        filing: filing.id,
        rows: reading.plans.length,
        stated: count(({ statedVerdict }) => statedVerdict !== 'none'),
        computed: count(({ verdict }) => verdict !== 'undetermined'),
        both,
        more: count((plan) => differs(plan) && plan.statedVerdict === 'achieved'),
        less: count((plan) => differs(plan) && plan.statedVerdict === 'not_achieved'),
        differ,
        rate: both === 0 ? null : Math.round((differ / both) * 10_000) / 100,
      },
    ];
  },
  together: (facts) =>
    facts.toSorted((a, b) => {
      const [one, other] = [a.ministry ?? '', b.ministry ?? ''];
      return one === other ? (b.year ?? 0) - (a.year ?? 0) : one < other ? -1 : 1;
    }),
};

const saysBoth = ({ statedVerdict, verdict }: PlanReading): boolean =>
  statedVerdict !== 'none' && verdict !== 'undetermined';

/** It calls itself achieved and is not, wholly; or not achieved and is. */
const differs = (plan: PlanReading): boolean =>
  saysBoth(plan) && (plan.statedVerdict === 'achieved') !== (plan.verdict === 'achieved');
