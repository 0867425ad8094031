import { Refusal } from '@guankao/domain';
import { Type } from '@sinclair/typebox';
import type { Context } from '../../../context.ts';
import { cleanText } from '../../../fields.ts';
import { defineCommand, type Call, type Command } from '../../../noun.ts';
import { moved } from '../../../machine.ts';
import { withLapse } from '../../row/commands/move.ts';
import type { Disclosure } from '../../row/disclosure.ts';
import { withWriters, type RowEvent } from '../../row/events.ts';
import { rowMachine } from '../../row/machine.ts';
import { joinedMoney, noMoney } from '../../row/money.ts';
import {
  isStanding,
  textFieldNames,
  type IndicatorRecord,
  type LastYear,
  type RowRecord,
  type RowTexts,
} from '../../row/row.ts';
import type { YearRecord } from '../year.ts';
import { addRow, type NewPlan } from './open.ts';
import { nameOwed, notOfMinistry } from '../refusals.ts';

const RowId = Type.String({ minLength: 1, maxLength: 300, description: 'Id of a row of this form' });
const Reason = Type.String({ minLength: 1, maxLength: 2_000 });
const PlanInput = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 32_000, description: 'Of the plan' }),
  agency: Type.String({ minLength: 1, maxLength: 100, description: 'That carries it out' }),
});
const SplitInput = Type.Object({
  row: RowId,
  into: Type.Array(PlanInput, { minItems: 2, maxItems: 50 }),
  reason: Reason,
});
const MergeInput = Type.Object({
  rows: Type.Array(RowId, { minItems: 2, maxItems: 50 }),
  ...PlanInput.properties,
  reason: Reason,
});
const RenameInput = Type.Object({ row: RowId, name: PlanInput.properties.name, reason: Reason });
const HandOverInput = Type.Object({ row: RowId, agency: PlanInput.properties.agency, reason: Reason });
const RowInput = Type.Object({ row: RowId, reason: Reason });

/**
 * What becomes of plans within a year. A row that goes on in others, or ends, stays as it is with all that was typed in
 * it; those that follow it know it by its id and by the id of its share, which is the same in every year.
 */
export const planCommands: readonly Command[] = [
  defineCommand<YearRecord, typeof SplitInput>({
    name: 'split-row',
    label: { 'zh-Hant': '分割計畫', en: 'split a plan' },
    may: 'split-row',
    as: () => 'compiler',
    input: SplitInput,
    with: 'row',
    reason: ({ reason }) => reason,
    decide: (form, { row, into, reason }, call) => {
      const rows = openRows(form, call);
      const from = ending(rows, row);
      demandReason(reason);
      return followed(form, rows, [from], into, call, () => ({
        money: noMoney,
        indicators: from.indicators.map(promisedAgain),
        lastYear: from.lastYear,
      }));
    },
  }),
  defineCommand<YearRecord, typeof MergeInput>({
    name: 'merge-rows',
    label: { 'zh-Hant': '合併計畫', en: 'merge plans' },
    may: 'merge-rows',
    as: () => 'compiler',
    input: MergeInput,
    with: 'row',
    reason: ({ reason }) => reason,
    decide: (form, { rows: ids, name, agency, reason }, call) => {
      const rows = openRows(form, call);
      const from = [...new Set(ids)].map((id) => ending(rows, id)).toSorted((a, b) => a.position - b.position);
      if (from.length < 2) throw oneRowOnly();
      demandReason(reason);
      return followed(form, rows, from, [{ name, agency }], call, () => ({
        money: joinedMoney(from.map(({ money }) => money)),
        indicators: from.flatMap(({ indicators }) => indicators).map((one, at) => ({ ...one, id: `i${at + 1}` })),
        lastYear: joinedLastYear(from),
      }));
    },
  }),
  defineCommand<YearRecord, typeof RenameInput>({
    name: 'rename-row',
    label: { 'zh-Hant': '計畫更名', en: 'rename a plan' },
    may: 'rename-row',
    as: () => 'compiler',
    input: RenameInput,
    with: 'row',
    reason: ({ reason }) => reason,
    decide: (form, { row: id, name, reason }, call) => {
      const row = writable(openRows(form, call), id);
      const clean = cleanText(name.trim(), { 'zh-Hant': '計畫名稱', en: 'plan name' }, 'name');
      if (clean === row.texts.name) return [];
      if (clean === '') throw nameOwed();
      demandReason(reason);
      const payload = { before: { name: row.texts.name }, after: { name: clean }, writer: call.actor.id };
      return withLapse(row, [{ kind: 'row-renamed', subject: row.id, payload }], call);
    },
  }),
  defineCommand<YearRecord, typeof HandOverInput>({
    name: 'hand-over-row',
    label: { 'zh-Hant': '改由其他機關執行', en: 'hand a plan to another agency' },
    may: 'hand-over-row',
    as: () => 'compiler',
    input: HandOverInput,
    with: 'row',
    reason: ({ reason }) => reason,
    decide: (form, { row: id, agency, reason }, call) => {
      const row = writable(openRows(form, call), id);
      if (!call.tree.within(agency, form.ministry)) throw notOfMinistry(agency);
      if (agency === row.agency) return [];
      demandReason(reason);
      const payload = { before: { agency: row.agency }, after: { agency }, by: call.actor.id };
      return withLapse(row, [{ kind: 'row-handed-over', subject: row.id, payload }], call);
    },
  }),
  defineCommand<YearRecord, typeof RowInput>({
    name: 'retire-row',
    label: { 'zh-Hant': '計畫停列', en: 'retire a plan' },
    may: 'retire-row',
    as: () => 'compiler',
    input: RowInput,
    with: 'row',
    reason: ({ reason }) => reason,
    decide: (form, { row, reason }, call) => {
      const from = ending(openRows(form, call), row);
      demandReason(reason);
      return [retired(from, [], call)];
    },
  }),
  defineCommand<YearRecord, typeof RowInput>({
    name: 'restore-row',
    label: { 'zh-Hant': '恢復列入', en: 'restore a plan' },
    may: 'restore-row',
    as: () => 'compiler',
    input: RowInput,
    with: 'row',
    reason: ({ reason }) => reason,
    decide: (form, { row: id, reason }, call) => {
      const row = found(openRows(form, call), id);
      const { to } = moved(rowMachine, row.state, 'restore');
      if (row.successors.length > 0) throw goesOn(row);
      demandReason(reason);
      const payload = { move: 'restore' as const, from: row.state, to, remarks: [], by: call.actor.id };
      return [{ kind: 'row-moved', subject: row.id, payload }];
    },
  }),
];

/** Plans change while the form is being written or corrected, not once it went out. */
function openRows(form: YearRecord, { children }: Call): readonly RowRecord[] {
  demandOpen(form);
  return children as readonly RowRecord[];
}

export function demandOpen({ state }: YearRecord): void {
  if (state === 'open' || state === 'correcting') return;
  throw new Refusal('form-closed', 409, {
    'zh-Hant': '這份表已報送，不能增刪或異動計畫。請先開放修正。',
    en: 'this form was reported: its plans are not added to or changed. Open it for correction first.',
  });
}

function found(rows: readonly RowRecord[], id: string): RowRecord {
  const row = rows.find((one) => one.id === id);
  if (row !== undefined) return row;
  throw new Refusal('no-such-row', 422, {
    'zh-Hant': `這份表裡沒有「${id}」這一列。請從清單選擇。`,
    en: `there is no row ${id} in this form. Choose one from the list.`,
  }).about('row');
}

/** A row that may end: its sub-plans would stand under nothing. */
function ending(rows: readonly RowRecord[], id: string): RowRecord {
  const row = found(rows, id);
  moved(rowMachine, row.state, 'retire');
  const parts = rows.filter((one) => one.parent === row.id && isStanding(one));
  if (parts.length === 0) return row;
  const names = parts.map(({ texts }) => texts.name).join('、');
  throw new Refusal('has-sub-plans', 409, {
    'zh-Hant': `「${row.texts.name}」下還有子計畫：${names}。請先處理子計畫。`,
    en: `"${row.texts.name}" has sub-plans: ${names}. Deal with these first.`,
  }).about('row');
}

/** A row whose own words may change: what was filed is opened for correction first. */
function writable(rows: readonly RowRecord[], id: string): RowRecord {
  const row = found(rows, id);
  if (isStanding(row) && row.state !== 'filed') return row;
  const label = rowMachine.labels[row.state];
  throw new Refusal('row-closed', 409, {
    'zh-Hant': `「${row.texts.name}」現在是「${label['zh-Hant']}」，不能異動。已送出的列請先開放修正；已停列的請先恢復列入。`,
    en: `"${row.texts.name}" is "${label.en}" and cannot be changed. Open a filed row for correction first; restore a retired one first.`,
  }).about('row');
}

type Carried = Pick<RowRecord, 'money' | 'indicators' | 'lastYear'>;

/** The rows that end, and those that follow them, in the place of the first. */
function followed(
  form: YearRecord,
  rows: readonly RowRecord[],
  from: readonly RowRecord[],
  into: readonly NewPlan[],
  context: Context,
  carried: () => Carried,
): readonly RowEvent[] {
  const [first] = from;
  if (first === undefined) return [];
  const parents = new Set(from.map(({ parent }) => parent));
  const predecessors = from.map(({ id, share, texts, authors }) => ({ id, share, name: texts.name, texts, authors }));
  const opened = into.flatMap((plan, at) => addRow(form, rows.length + at, plan, context));
  const placed = opened.map((event): RowEvent => {
    if (event.kind !== 'row-opened') return event;
    const going = carried();
    const row = {
      ...event.payload.row,
      ...going,
      authors: authorsOf(going, from),
      predecessors,
      disclosure: withheldBefore(from),
      position: first.position,
      parent: parents.size === 1 ? first.parent : null,
    };
    return { ...event, payload: { row: withWriters(row) } };
  });
  const successors = opened.map(({ subject }) => subject);
  return [...from.map((row) => retired(row, successors, context)), ...placed];
}

/** Who wrote what goes on as it stands: they approve it in the rows that follow no more than in those that end. */
function authorsOf({ indicators, money }: Carried, from: readonly RowRecord[]): RowRecord['authors'] {
  const whose = (part: string) => [...new Set(from.flatMap(({ authors }) => authors[part] ?? []))];
  return {
    ...(indicators.length === 0 ? {} : { indicators: whose('indicators') }),
    ...(money === noMoney ? {} : { money: whose('money') }),
  };
}

/** What was not shown of any row that ends is not shown of those that follow, until somebody decides anew. */
function withheldBefore(from: readonly RowRecord[]): Disclosure {
  const decided = from.flatMap(({ disclosure }) =>
    Object.entries(disclosure).filter(([, { level }]) => level !== 'open'),
  );
  return Object.fromEntries(decided);
}

function retired(row: RowRecord, successors: readonly string[], { actor }: Context): RowEvent {
  const { to } = moved(rowMachine, row.state, 'retire');
  const payload = { move: 'retire' as const, from: row.state, to, remarks: [], by: actor.id, successors };
  return { kind: 'row-moved', subject: row.id, payload };
}

/** Each part answers for the promise until it is given its share of it, with a reason: the first target stays in sight. */
function promisedAgain(indicator: IndicatorRecord): IndicatorRecord {
  return { ...indicator, actual: null, evidence: [], stated: null, reviewed: null };
}

/** What stood in last year's form of several rows, one after the other. Sums only where each has one. */
function joinedLastYear(rows: readonly RowRecord[]): LastYear | null {
  const held = rows.flatMap(({ lastYear }) => (lastYear === null ? [] : [lastYear]));
  const [first] = held;
  if (first === undefined) return null;
  const sum = (of: (year: LastYear) => number | null) =>
    held.length === rows.length && held.every((year) => of(year) !== null)
      ? held.reduce((total, year) => total + (of(year) ?? 0), 0)
      : null;
  const joined = textFieldNames.map((field) => {
    const texts = [...new Set(held.map(({ texts: all }) => all[field]).filter((text) => text !== ''))];
    return [field, texts.join(field === 'type' || field === 'period' ? '、' : '\n')];
  });
  return {
    fiscalYear: first.fiscalYear,
    texts: Object.fromEntries(joined) as RowTexts,
    budgetedToDate: sum(({ budgetedToDate }) => budgetedToDate),
    executedToDate: sum(({ executedToDate }) => executedToDate),
    commitments: held.flatMap(({ commitments }) => commitments),
  };
}

function demandReason(reason: string): void {
  if (reason.trim() !== '') return;
  throw new Refusal('reason-owed', 422, {
    'zh-Hant': '計畫的異動要寫明理由：例如核定的文號與事由。',
    en: 'a change of plans owes its reason: the number of the approval, and why.',
  }).about('reason');
}

function oneRowOnly(): Refusal {
  return new Refusal('one-row-only', 422, {
    'zh-Hant': '合併至少要選兩列不同的計畫。',
    en: 'choose at least two different plans to merge.',
  }).about('rows');
}

function goesOn({ texts, successors }: RowRecord): Refusal {
  return new Refusal('goes-on-elsewhere', 409, {
    'zh-Hant': `「${texts.name}」已由 ${successors.join('、')} 承接，不能恢復列入。若分割或合併有誤，請停列承接的列並新增計畫；原列的內容可帶入。`,
    en: `"${texts.name}" goes on in ${successors.join(', ')} and is not restored. If that was a mistake, retire those and add the plan anew; what stood here can be taken over.`,
  }).about('row');
}
