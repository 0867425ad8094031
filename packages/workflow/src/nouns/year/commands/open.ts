import { Refusal } from '@guankao/domain';
import type { PlanReading, Reading, TextReading } from '@guankao/reading';
import type { WorkflowEvent } from '../../../events.ts';
import { demand } from '../../../policy.ts';
import { yearPolicy } from '../policy.ts';
import { noMoney, type ShareMoney } from '../../row/money.ts';
import { asApproved, type IndicatorRecord, type LastYear, type RowRecord, type RowTexts } from '../../row/row.ts';
import { rowMachine } from '../../row/machine.ts';
import { yearMachine } from '../machine.ts';
import type { Context } from '../../../context.ts';

/** Where last year's form comes from: this house's own rows, or an imported filing with the agency of each row settled. */
export interface Predecessor {
  readonly reading: Reading;
  /** What the opening balance cites: 範例部 113年度情形表, sha256 …. */
  readonly document: string;
  /** Row id → executing agency, settled by the compiler. Rows without one go to the ministry. */
  readonly agencies: Readonly<Record<string, string>>;
  /** Rows that do not go on: row id → reason. Leaving the list owes one. */
  readonly left: Readonly<Record<string, string>>;
  /** Row id → the row as this house held it last year; none of a filing from elsewhere. */
  readonly records: Readonly<Record<string, RowRecord>>;
}

export interface NewYear {
  readonly ministry: string;
  readonly ministryName: string;
  readonly fiscalYear: number;
  readonly predecessor: Predecessor | null;
}

/** Opens a ministry's year: agencies' rows appear, carried over from last year, nothing to be typed twice. */
export function openYear(
  { ministry, ministryName, fiscalYear, predecessor }: NewYear,
  { actor, tree }: Context,
): readonly WorkflowEvent[] {
  demand(yearPolicy, 'open', actor, { ministry }, tree);
  if (!Number.isInteger(fiscalYear) || fiscalYear < 1950 || fiscalYear > 2200) throw notAYear(fiscalYear);
  const id = `${ministryName}-${fiscalYear - 1911}`;
  const opened: WorkflowEvent = {
    kind: 'year-opened',
    subject: id,
    payload: { year: { id, ministry, fiscalYear, state: yearMachine.first, version: 1, editions: [] } },
  };
  return [opened, ...(predecessor === null ? [] : carriedRows(id, ministry, fiscalYear, predecessor))];
}

function carriedRows(
  year: string,
  ministry: string,
  fiscalYear: number,
  { reading, document, agencies, left, records }: Predecessor,
): WorkflowEvent[] {
  const going = reading.plans.filter((plan) => left[plan.id] === undefined);
  const idOf = new Map(going.map((plan, at) => [plan.id, `${year}-${String(at + 1).padStart(2, '0')}`]));
  const factor = reading.filing.moneyUnit === 'TWD' ? 1 : 1000;
  return going.map((plan, at) => {
    const id = idOf.get(plan.id) ?? '';
    const held = records[plan.id] ?? null;
    const row: RowRecord = {
      id,
      year,
      fiscalYear,
      share: held?.share ?? id,
      agency: agencies[plan.id] ?? held?.agency ?? ministry,
      position: at + 1,
      marker: plan.marker,
      parent: plan.parent === null ? null : (idOf.get(plan.parent) ?? null),
      state: rowMachine.first,
      version: 1,
      texts: newTexts(plan),
      money: held?.money ?? openingMoney(plan, factor, document),
      versions: held?.versions ?? [],
      indicators: (held?.indicators ?? []).filter(({ scope }) => scope === 'plan').map(goingOn),
      lastYear: lastYearOf(plan, reading.filing.fiscalYear ?? fiscalYear - 1, factor),
      remarks: [],
      authors: {},
      writers: [],
    };
    return { kind: 'row-opened', subject: id, payload: { row: asApproved(row) } };
  });
}

/** A target for the whole plan goes on with its first promise; what was told of last year stays there. */
function goingOn(indicator: IndicatorRecord, at: number): IndicatorRecord {
  return { ...indicator, id: `i${at + 1}`, actual: null, evidence: [], stated: null, reviewed: null };
}

/** What stays from year to year is carried; what is told of one year begins empty, last year's beside it. */
function newTexts(plan: PlanReading): RowTexts {
  return {
    name: plan.name,
    type: plan.type ?? '',
    period: plan.period?.text ?? '',
    plannedWork: '',
    execution: '',
    goals: '',
    explanation: '',
  };
}

function openingMoney(plan: PlanReading, factor: number, document: string): ShareMoney {
  const { approvedTotal, budgetedToDate, executedToDate } = plan;
  const opening =
    budgetedToDate === null || executedToDate === null
      ? null
      : { budgeted: budgetedToDate * factor, executed: executedToDate * factor, document };
  return { ...noMoney, approvedTotal: approvedTotal === null ? null : approvedTotal * factor, opening };
}

function lastYearOf(plan: PlanReading, fiscalYear: number, factor: number): LastYear {
  const twd = (value: number | null) => (value === null ? null : value * factor);
  return {
    fiscalYear,
    texts: {
      ...newTexts(plan),
      plannedWork: lines(plan.plannedWork),
      execution: lines(plan.execution),
      goals: lines(plan.goals),
      explanation: lines(plan.explanation),
    },
    budgetedToDate: twd(plan.budgetedToDate),
    executedToDate: twd(plan.executedToDate),
    commitments: plan.commitments,
  };
}

function lines(texts: readonly TextReading[]): string {
  return texts.map(({ marker, text }) => (marker === null ? text : `${marker} ${text}`)).join('\n');
}

function notAYear(year: number): Refusal {
  return new Refusal('not-a-year', 422, {
    'zh-Hant': `「${year}」不是年度。請用西元年（例：2025，即民國 114 年）。`,
    en: `"${year}" is no fiscal year. Give a Gregorian year, such as 2025 (ROC 114).`,
  });
}
