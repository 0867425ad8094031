import { planId } from '@guankao/reading';
import { asPercent, type PlanLine } from '@guankao/web';
import type { PlanLineJson } from './schema.ts';

/** A plan row as programs get it. */
export function lineToJson(line: PlanLine): PlanLineJson {
  const { id, filing, row, rate, findings } = line;
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
  };
}
