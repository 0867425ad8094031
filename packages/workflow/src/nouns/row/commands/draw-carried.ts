import { Refusal } from '@guankao/domain';
import { demandVersion, type Context } from '../../../context.ts';
import { cleanText } from '../../../fields.ts';
import { demand } from '../../../policy.ts';
import { approvedTotalOf, type CarryOver } from '../../carry-over/carry-over.ts';
import type { RowEvent } from '../events.ts';
import type { YearMoney } from '../money.ts';
import { rowPolicy } from '../policy.ts';
import type { CarriedIn, RowRecord } from '../row.ts';

const inFigures = (twd: number) => twd.toLocaleString('en-US');

/** The money of the row's own year, where it is recorded. */
function ownMoney({ money, fiscalYear }: RowRecord): YearMoney | null {
  return money.years.find((year) => year.fiscalYear === fiscalYear)?.money ?? null;
}

/**
 * 以前年度保留轉入 of this year is what was approved of the year before. Its source stands on the row from then on, and
 * what is recorded is held to it, until it is overruled with a reason.
 */
export function drawCarried(
  row: RowRecord,
  carryOver: CarryOver,
  shown: number,
  { actor, tree, now }: Context,
): readonly RowEvent[] {
  demand(rowPolicy, 'write-money', actor, row, tree);
  if (carryOver.share !== row.share || carryOver.fiscalYear !== row.fiscalYear - 1) throw ofAnother(carryOver, row);
  const { decision } = carryOver;
  const amount = approvedTotalOf(carryOver);
  if (decision === null || amount === null || amount === 0) throw notApproved(carryOver);
  const before = row.carried ?? null;
  if (
    before !== null &&
    before.overruled === null &&
    before.carryOver === carryOver.id &&
    before.amount === amount &&
    before.document === decision.number
  )
    return [];
  demandVersion(row.version, shown);
  const recorded = ownMoney(row);
  if (recorded !== null && recorded.carriedIn !== amount) throw recordedOtherwise(recorded.carriedIn, amount);
  const after: CarriedIn = {
    carryOver: carryOver.id,
    amount,
    document: decision.number,
    date: decision.date,
    by: actor.name,
    at: now.toISOString(),
    overruled: null,
  };
  const payload = { before, after, writer: actor.id, authors: carryOver.writers };
  return [{ kind: 'row-carried-in-drawn', subject: row.id, payload }];
}

/** From then on another amount may be recorded; the reason stands beside it. */
export function overruleCarried(
  row: RowRecord,
  reason: string,
  shown: number,
  { actor, tree, now }: Context,
): readonly RowEvent[] {
  demand(rowPolicy, 'write-money', actor, row, tree);
  if (row.carried === undefined) throw notDrawn();
  const why = cleanText(reason.trim(), { 'zh-Hant': '理由', en: 'reason' }, 'reason');
  if (why === '') throw reasonOwed();
  demandVersion(row.version, shown);
  const after = { ...row.carried, overruled: { reason: why, by: actor.name, at: now.toISOString() } };
  const payload = { before: row.carried, after, writer: actor.id };
  return [{ kind: 'row-carried-in-drawn', subject: row.id, payload }];
}

/** What is recorded as carried in is what was approved, where it was drawn and not overruled. */
export function demandCarried({ carried }: RowRecord, money: YearMoney | null): void {
  if (carried === undefined || carried.overruled !== null || money === null || money.carriedIn === carried.amount)
    return;
  const [told, approved] = [inFigures(money.carriedIn), inFigures(carried.amount)];
  throw new Refusal('carried-in-not-approved', 422, {
    'zh-Hant': `以前年度保留轉入填 ${told} 元，核定保留（${carried.document}）是 ${approved} 元。請改為核定數；確有不同時，先在「以前年度保留轉入」寫明理由改填。`,
    en: `${told} TWD is told as carried in; ${approved} TWD was approved (${carried.document}). Record what was approved; where it truly differs, overrule it first, with the reason.`,
  }).about('carriedIn');
}

function ofAnother(carryOver: CarryOver, row: RowRecord): Refusal {
  return new Refusal('carry-over-of-another', 422, {
    'zh-Hant': `「${carryOver.id}」不是「${row.texts.name}」上年度的保留，不能帶入。分割、合併而來的計畫，請主計直接登錄金額並註明文件。`,
    en: `${carryOver.id} is no carry-over of ${row.texts.name} from the year before. Of a plan that was split or merged, record the amount with its document.`,
  }).about('carryOver');
}

function notApproved(carryOver: CarryOver): Refusal {
  return new Refusal('carry-over-not-approved', 409, {
    'zh-Hant': `「${carryOver.id}」還沒有核定的金額，沒有可以帶入的。請先登錄核定文件。`,
    en: `nothing of ${carryOver.id} is approved: there is nothing to draw. Record the document of its approval first.`,
  });
}

function recordedOtherwise(recorded: number, amount: number): Refusal {
  return new Refusal('carried-in-differs', 409, {
    'zh-Hant': `這一列已登錄以前年度保留轉入 ${inFigures(recorded)} 元，核定保留是 ${inFigures(amount)} 元。請先把登錄的金額更正為核定數（可支用與實現、應付、保留、賸餘要相符），再帶入。`,
    en: `${inFigures(recorded)} TWD is recorded as carried in; ${inFigures(amount)} TWD was approved. Correct what is recorded first (available funds must equal realised, payable, carried over and lapsed), then draw it.`,
  }).about('carryOver');
}

function notDrawn(): Refusal {
  return new Refusal('not-drawn', 409, {
    'zh-Hant': '以前年度保留轉入不是由核定的保留帶入的，請直接登錄金額。',
    en: 'the amount carried in was not drawn from an approved carry-over: record it.',
  });
}

function reasonOwed(): Refusal {
  return new Refusal('reason-owed', 422, {
    'zh-Hant': '改填由核定保留帶入的金額要寫明理由：與核定數哪裡不同、為什麼。',
    en: 'recording another amount than was approved owes a reason: where it differs, and why.',
  }).about('reason');
}
