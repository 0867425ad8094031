import { Refusal } from '@guankao/domain';
import type { PlanReading, Reading, TextReading } from '@guankao/reading';
import { terms } from '@guankao/terms';
import type { WorkflowEvent } from '../../../events.ts';
import { cleanText } from '../../../fields.ts';
import type { RowEvent } from '../../row/events.ts';
import type { YearRecord } from '../year.ts';
import { demand } from '../../../policy.ts';
import { yearPolicy } from '../policy.ts';
import { noMoney, type ShareMoney } from '../../row/money.ts';
import {
  asApproved,
  isStanding,
  type IndicatorRecord,
  type LastYear,
  type RowRecord,
  type RowTexts,
} from '../../row/row.ts';
import { rowMachine } from '../../row/machine.ts';
import { yearMachine } from '../machine.ts';
import type { Context } from '../../../context.ts';
import { nameOwed, notOfMinistry } from '../refusals.ts';

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
  /** Row id → the rows in which a row goes on that was split or merged since. */
  readonly followers: Readonly<Record<string, readonly RowRecord[]>>;
}

export interface NewYear {
  readonly ministry: string;
  readonly ministryName: string;
  readonly fiscalYear: number;
  readonly predecessor: Predecessor | null;
  /** Plans that begin in this year, with the agency that carries each out. */
  readonly plans?: readonly NewPlan[];
}

export interface NewPlan {
  readonly name: string;
  readonly agency: string;
}

/** Opens a ministry's year: agencies' rows appear, carried over from last year, nothing to be typed twice. */
export function openYear(
  { ministry, ministryName, fiscalYear, predecessor, plans = [] }: NewYear,
  context: Context,
): readonly WorkflowEvent[] {
  demand(yearPolicy, 'open', context.actor, { ministry }, context.tree);
  if (!Number.isInteger(fiscalYear) || fiscalYear < 1950 || fiscalYear > 2200) throw notAYear(fiscalYear);
  const id = `${ministryName}-${fiscalYear - 1911}`;
  const opened = {
    kind: 'year-opened' as const,
    subject: id,
    payload: { year: { id, ministry, fiscalYear, state: yearMachine.first, version: 1, editions: [] } },
  };
  const carried = predecessor === null ? [] : carriedRows(id, ministry, fiscalYear, predecessor);
  const year = opened.payload.year;
  const added = plans.flatMap((plan, at) => addRow(year, carried.length + at, plan, context));
  if (carried.length + added.length === 0) throw nothingToOpenWith();
  return [opened, ...carried, ...added];
}

/** A plan that begins in this year, or was left out when the year was opened: a new row at the end of the form. */
export function addRow(
  year: YearRecord,
  rowsBefore: number,
  { name, agency }: NewPlan,
  { tree }: Context,
): readonly RowEvent[] {
  const label = terms.name;
  const clean = cleanText(name.trim(), label);
  if (clean === '') throw nameOwed();
  if (!tree.within(agency, year.ministry)) throw notOfMinistry(agency);
  const id = `${year.id}-${String(rowsBefore + 1).padStart(2, '0')}`;
  const row: RowRecord = {
    id,
    year: year.id,
    fiscalYear: year.fiscalYear,
    share: id,
    agency,
    position: rowsBefore + 1,
    marker: null,
    parent: null,
    state: rowMachine.first,
    version: 1,
    texts: { name: clean, type: '', period: '', plannedWork: '', execution: '', goals: '', explanation: '' },
    money: noMoney,
    versions: [],
    indicators: [],
    lastYear: null,
    predecessors: [],
    successors: [],
    disclosure: {},
    remarks: [],
    authors: {},
    writers: [],
  };
  return [{ kind: 'row-opened', subject: id, payload: { row } }];
}

function carriedRows(year: string, ministry: string, fiscalYear: number, predecessor: Predecessor): RowEvent[] {
  const { reading, document, agencies } = predecessor;
  const going = goingRows(predecessor);
  const ids = going.map((_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);
  const idOf = new Map(going.map(({ plan }, at) => [plan.id, ids[at] ?? ''] as const).toReversed());
  const factor = reading.filing.moneyUnit === 'TWD' ? 1 : 1000;
  return going.map(({ plan, held, follows }, at) => {
    const id = ids[at] ?? '';
    const row: RowRecord = {
      id,
      year,
      fiscalYear,
      share: held?.share ?? id,
      agency: (follows ? held?.agency : agencies[plan.id]) ?? held?.agency ?? ministry,
      position: at + 1,
      marker: plan.marker,
      parent: plan.parent === null ? null : (idOf.get(plan.parent) ?? null),
      state: rowMachine.first,
      version: 1,
      texts: follows && held !== null ? { ...newTexts(plan), ...pickStaying(held.texts) } : newTexts(plan),
      money: held?.money ?? openingMoney(plan, factor, document),
      versions: held?.versions ?? [],
      indicators: (held?.indicators ?? []).filter(({ scope }) => scope === 'plan').map(goingOn),
      lastYear: lastYearOf(plan, reading.filing.fiscalYear ?? fiscalYear - 1, factor),
      predecessors: (held?.predecessors ?? []).map(({ authors: _theirs, ...one }) => ({ ...one, texts: null })),
      successors: [],
      // What was not shown stays so until somebody decides anew.
      disclosure: held?.disclosure ?? {},
      remarks: [],
      authors: {},
      writers: [],
    };
    return { kind: 'row-opened', subject: id, payload: { row: asApproved(row) } };
  });
}

interface GoingRow {
  readonly plan: PlanReading;
  readonly held: RowRecord | null;
  /** `held` is not the row of `plan`, but one that it goes on in. */
  readonly follows: boolean;
}

/** Last year's plans that go on. One that was split, merged or retired since its form went out goes on in those that follow it. */
function goingRows({ reading, left, records, followers }: Predecessor): readonly GoingRow[] {
  const taken = new Set(reading.plans.flatMap(({ id }) => records[id]?.id ?? []));
  return reading.plans
    .filter(({ id }) => left[id] === undefined)
    .flatMap((plan): readonly GoingRow[] => {
      const held = records[plan.id] ?? null;
      if (held === null || isStanding(held)) return [{ plan, held, follows: false }];
      const next = (followers[plan.id] ?? []).filter(({ id }) => !taken.has(id));
      for (const { id } of next) taken.add(id);
      return next.map((follower) => ({ plan, held: follower, follows: true }));
    });
}

/** What stays of a row from year to year. */
function pickStaying({ name, type, period }: RowTexts): Pick<RowTexts, 'name' | 'type' | 'period'> {
  return { name, type, period };
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

function nothingToOpenWith(): Refusal {
  return new Refusal('year-empty', 422, {
    'zh-Hant':
      '沒有選擇去年的表，也沒有列出計畫：空的年度不能開辦。請選擇去年的表（由它帶入各計畫），或列出本年度的計畫。',
    en: 'neither last year’s form nor any plan was given: an empty year is not opened. Choose last year’s form, from which its plans are carried over, or list this year’s plans.',
  }).about('plans');
}

function notAYear(year: number): Refusal {
  return new Refusal('not-a-year', 422, {
    'zh-Hant': `「${year}」不是年度。請用西元年（例：2025，即民國 114 年）。`,
    en: `"${year}" is no fiscal year. Give a Gregorian year, such as 2025 (ROC 114).`,
  }).about('year');
}
