import { Refusal } from '@guankao/domain';
import { demandVersion, type Context } from '../../../context.ts';
import { dayInTaipei } from '../../../days.ts';
import { cleanText } from '../../../fields.ts';
import { moved } from '../../../machine.ts';
import { reasonOwed } from '../../row/commands/move.ts';
import type { RowRecord } from '../../row/row.ts';
import { lineTotal, standingOfLine, type CarryOver, type CarryOverLine } from '../carry-over.ts';
import type { CarryOverEvent } from '../events.ts';
import { carryOverMachine, type CarryOverDecision } from '../machine.ts';
import { demandSoundLines, demandWholeLines, isDay } from './sound.ts';
import { demandStillTheirs, noSuchLine } from './write.ts';

export interface GivenDecision {
  readonly number: string;
  readonly date: string;
  readonly reason: string;
  /** By line, TWD: only of an approval in part. */
  readonly approved: readonly { readonly line: string; readonly amount: number }[];
}

const inFigures = (twd: number) => twd.toLocaleString('en-US');

/** What the document says that decided it: all of it, a part of each line, or nothing. */
export function decideCarryOver(
  one: CarryOver,
  name: CarryOverDecision,
  given: GivenDecision,
  row: RowRecord,
  shown: number,
  { actor, now }: Context,
): readonly CarryOverEvent[] {
  const move = moved(carryOverMachine, one.state, name);
  demandVersion(one.version, shown);
  const number = cleanText(given.number.trim(), { 'zh-Hant': '核定文號', en: 'document' }, 'number');
  if (number === '') throw documentOwed();
  if (!isDay(given.date) || given.date > dayInTaipei(now)) throw notADocumentDay(given.date);
  const why = cleanText(given.reason.trim(), { 'zh-Hant': '理由', en: 'reason' }, 'reason');
  if (move.reason && why === '') throw reasonOwed(move.label);
  if (name !== 'refuse') {
    demandStillTheirs(one, row);
    demandSoundLines(one.lines, row);
    demandWholeLines(one.lines, row);
  }
  const decision = {
    number,
    date: given.date,
    reason: why === '' ? null : why,
    lines: approvedLines(one, name, given.approved),
    by: actor.name,
    at: now.toISOString(),
  };
  const base = { move: name, from: one.state, to: move.to, by: actor.id, name: actor.name, at: now.toISOString() };
  const payload = { ...base, why: decision.reason, decision };
  return [{ kind: 'carry-over-moved', subject: one.id, payload }];
}

function approvedLines({ lines }: CarryOver, name: CarryOverDecision, given: GivenDecision['approved']) {
  if (name !== 'approve-partly')
    return lines.map((line) => ({ line: line.id, amount: name === 'approve' ? lineTotal(line) : 0 }));
  const stray = given.find(({ line }, at) => {
    const isOne = lines.some(({ id }) => id === line);
    return !isOne || given.findIndex((other) => other.line === line) !== at;
  });
  if (stray !== undefined) throw noSuchLine(stray.line, 'approved');
  const decided = lines.map((line, at) => {
    const amount = given.find((one) => one.line === line.id)?.amount ?? 0;
    demandPart(line, amount, at + 1);
    return { line: line.id, amount };
  });
  const sum = decided.reduce((total, { amount }) => total + amount, 0);
  const asked = lines.reduce((total, line) => total + lineTotal(line), 0);
  if (sum > 0 && sum < asked) return decided;
  throw new Refusal('carry-over-not-partly', 422, {
    'zh-Hant': `核定合計 ${inFigures(sum)} 元，申請 ${inFigures(asked)} 元：${sum === 0 ? '全部不准請改用「登錄不准」' : '全數核定請改用「登錄核定」'}。`,
    en: `${inFigures(sum)} TWD of the ${inFigures(asked)} TWD asked for: ${sum === 0 ? 'where nothing is approved, record a refusal' : 'where all is approved, record the approval'} instead.`,
  }).about(`approved-${lines[0]?.id ?? ''}`);
}

function demandPart(line: CarryOverLine, amount: number, number: number): void {
  const asked = lineTotal(line);
  if (Number.isSafeInteger(amount) && amount >= 0 && amount <= asked) return;
  throw new Refusal('carry-over-exceeds', 422, {
    'zh-Hant': `第 ${number} 筆核定 ${inFigures(amount)} 元，要在 0 與申請的 ${inFigures(asked)} 元之間（整數元）。請核對核定文件。`,
    en: `${inFigures(amount)} TWD approved of line ${number} must be whole TWD between 0 and the ${inFigures(asked)} TWD asked for. Check the document.`,
  }).about(`approved-${line.id}`);
}

export interface GivenSettlement {
  readonly line: string;
  readonly kind: 'realised' | 'cancelled';
  readonly amount: number;
  readonly day: string;
  readonly document: string;
}

/** What of a line was paid, or is not needed any more. When nothing is left open, the whole is settled. */
export function settleCarryOver(
  one: CarryOver,
  given: GivenSettlement,
  shown: number,
  { actor, now }: Context,
): readonly CarryOverEvent[] {
  const close = moved(carryOverMachine, one.state, 'close');
  demandVersion(one.version, shown);
  if (!one.lines.some(({ id }) => id === given.line)) throw noSuchLine(given.line, 'line');
  const { open } = standingOfLine(one, given.line);
  if (!Number.isSafeInteger(given.amount) || given.amount <= 0 || given.amount > open)
    throw overOpen(given.amount, open);
  const [first, today] = [`${one.fiscalYear + 1}-01-01`, dayInTaipei(now)];
  if (!isDay(given.day) || given.day < first || given.day > today) throw notASettlementDay(given.day, first, today);
  const document = cleanText(given.document.trim(), { 'zh-Hant': '傳票或文號', en: 'document' }, 'document');
  if (document === '') throw settlementDocumentOwed();
  const settlement = { ...given, document, by: actor.name, at: now.toISOString() };
  const settled: CarryOverEvent = { kind: 'carry-over-settled', subject: one.id, payload: { settlement } };
  const left = one.lines.reduce((sum, { id }) => sum + standingOfLine(one, id).open, 0) - given.amount;
  if (left > 0) return [settled];
  const base = { move: close.name, from: one.state, to: close.to, by: actor.id, name: actor.name };
  const payload = { ...base, at: now.toISOString(), why: null, decision: null };
  return [settled, { kind: 'carry-over-moved', subject: one.id, payload }];
}

function documentOwed(): Refusal {
  return new Refusal('carry-over-document', 422, {
    'zh-Hant': '請填核定保留的文號；沒有核定文件不能登錄。例：院授主預字第1150001234號。',
    en: 'name the document by which it was decided; nothing is recorded without it. Such as 院授主預字第1150001234號.',
  }).about('number');
}

function notADocumentDay(day: string): Refusal {
  return new Refusal('carry-over-document', 422, {
    'zh-Hant': `核定日期「${day}」不是今天以前的日期。請照核定文件的發文日期填。`,
    en: `"${day}" is no day up to today. Give the date of the document.`,
  }).about('date');
}

function overOpen(amount: number, open: number): Refusal {
  return new Refusal('carry-over-exceeds', 422, {
    'zh-Hant': `登錄 ${inFigures(amount)} 元；這一筆核定後尚未實現或註銷的是 ${inFigures(open)} 元，金額要是 1 至該數的整數。請核對金額與單位（元）。`,
    en: `${inFigures(amount)} TWD: of this line ${inFigures(open)} TWD is neither realised nor cancelled; the amount must be a whole number from 1 to that. Check amount and unit (TWD).`,
  }).about('amount');
}

function notASettlementDay(day: string, first: string, last: string): Refusal {
  return new Refusal('carry-over-settlement-day', 422, {
    'zh-Hant': `日期「${day}」不在 ${first} 至 ${last} 之間。保留的經費在次年度起實現或註銷。`,
    en: `"${day}" is not between ${first} and ${last}. What was carried over is realised or cancelled from the next year on.`,
  }).about('day');
}

function settlementDocumentOwed(): Refusal {
  return new Refusal('carry-over-document', 422, {
    'zh-Hant': '請填傳票號碼或註銷的文號。',
    en: 'name the voucher, or the document by which it was cancelled.',
  }).about('document');
}
