import { planId } from '@guankao/reading';
import { addresses, asPercent, type PlanLine } from '@guankao/web';
import type { Lineage, LineageLink } from '@guankao/store';
import type { LineageJson, PlanLineJson } from './schema.ts';

/** A plan row as programs get it. */
export function lineToJson(line: PlanLine): PlanLineJson {
  const { id, filing, row, rate, findings, snippets } = line;
  return {
    id,
    filing: filing.id,
    agency: filing.agency,
    fiscalYear: filing.fiscalYear,
    moneyUnit: filing.moneyUnit,
    name: row.name,
    marker: row.marker,
    parent: row.parent === null ? null : planId(filing.id, row.parent),
    type: row.type,
    period: row.period,
    approvedTotal: row.approvedTotal,
    budgetedToDate: row.budgetedToDate,
    executedToDate: row.executedToDate,
    yearMoneyMissing: row.yearMoneyMissing === true,
    withheld: { ...row.withheld },
    executionRate:
      rate === null
        ? null
        : { formula: 'R1', percent: asPercent(rate), expression: `${rate.executed}/${rate.budgeted}` },
    statedVerdict: row.statedVerdict,
    verdict: row.verdict,
    findings,
    page: `/plans/${encodeURIComponent(id)}`,
    ...(snippets !== undefined && {
      snippets: snippets.map(({ marks, ...snippet }) => ({ ...snippet, marks: [...marks] })),
    }),
  };
}

/** What a plan row was and became, as programs get it. */
export function lineageToJson({ predecessors, successors, discontinued }: Lineage): LineageJson {
  const link = (one: LineageLink): LineageJson['predecessors'][number] => ({
    ...one,
    how: [...one.how],
    page: addresses.plan(one.id, one.edition),
  });
  return { predecessors: predecessors.map(link), successors: successors.map(link), discontinued };
}
