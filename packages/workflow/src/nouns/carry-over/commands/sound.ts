import { Refusal } from '@guankao/domain';
import { carryOverGrounds, lagCauses } from '@guankao/regulations';
import { isAmount, moneyFields } from '../../row/money.ts';
import type { RowRecord } from '../../row/row.ts';
import { lineComponents, lineTotal, unspentOf, type CarryOverLine } from '../carry-over.ts';

const inFigures = (twd: number) => twd.toLocaleString('en-US');

/**
 * Throws a Refusal about the first cell that does not hold, by its place from 1: `line-2-budget`, `line-1-finish`. The
 * money of all lines together is held to what is unspent of the row, where its year's money is recorded.
 */
export function demandSoundLines(lines: readonly CarryOverLine[], row: RowRecord): void {
  const yearEnd = `${row.fiscalYear}-12-31`;
  for (const [at, line] of lines.entries()) {
    const cell = (name: string) => `line-${at + 1}-${name}`;
    if (!carryOverGrounds(yearEnd).some(({ code }) => code === line.ground))
      throw noSuchCode('保留事由', 'ground', line.ground, cell('ground'));
    if (line.cause !== null && !lagCauses(yearEnd).some(({ code }) => code === line.cause))
      throw noSuchCode('原因', 'cause', line.cause, cell('cause'));
    for (const component of lineComponents)
      if (!isAmount(line[component]) || line[component] < 0) throw notAnAmount(component, at + 1);
    demandSince(line, row.fiscalYear, at + 1);
    if (line.finish !== null && (!isDay(line.finish) || line.finish <= yearEnd))
      throw finishedBefore(line.finish, yearEnd, cell('finish'));
  }
  demandUnspent(lines, row);
}

/** What is owed before the supervisor is asked, and before it is approved. */
export function demandWholeLines(lines: readonly CarryOverLine[], row: RowRecord): void {
  if (lines.length === 0) throw noLines();
  if (unspentOf(row) === null) throw moneyNotRecorded();
  for (const [at, line] of lines.entries()) {
    const ground = carryOverGrounds().find(({ code }) => code === line.ground);
    const owed = (name: string, chinese: string, english: string) => {
      throw new Refusal('carry-over-incomplete', 422, {
        'zh-Hant': `第 ${at + 1} 筆的「${chinese}」還沒有填，不能陳核。`,
        en: `"${english}" of line ${at + 1} is not filled in; the application cannot be submitted.`,
      }).about(`line-${at + 1}-${name}`);
    };
    if (line.cause === null) owed('cause', '原因', 'cause');
    if (ground?.owesContract === true && line.contract.trim() === '') owed('contract', '契約或債務憑證', 'contract');
    if (lineTotal(line) === 0) owed('budget', '申請保留金額', 'amount asked for');
    if (line.finish === null) owed('finish', '預定完成日期', 'expected finish');
    if (line.explanation.trim() === '') owed('explanation', '保留原因說明', 'explanation');
  }
}

/** A line is of the money of one year: what was carried in already has its own line, with the year that it comes from. */
function demandSince(line: CarryOverLine, fiscalYear: number, number: number): void {
  const carriedAgain = line.carriedIn > 0;
  const own = line.budget > 0 || line.supplementary > 0;
  if (carriedAgain && own) {
    throw new Refusal('carry-over-mixed-years', 422, {
      'zh-Hant': `第 ${number} 筆同時有本年度預算與以前年度保留轉入。年限依原編列年度計算，請把以前年度保留轉入的部分另列一筆。`,
      en: `line ${number} holds money of this year and money carried in from before. How long it may stand is counted from its own year: give what was carried in a line of its own.`,
    }).about(`line-${number}-carriedIn`);
  }
  if (carriedAgain ? line.since < fiscalYear && line.since >= fiscalYear - 20 : line.since === fiscalYear) return;
  const roc = fiscalYear - 1911;
  throw new Refusal('carry-over-since', 422, {
    'zh-Hant': carriedAgain
      ? `第 ${number} 筆是以前年度保留轉入，原編列年度要早於 ${roc} 年度。請填該筆經費最初編列的年度。`
      : `第 ${number} 筆是本年度預算，原編列年度應為 ${roc} 年度。以前年度保留轉入的金額請填在「以前年度保留轉入」。`,
    en: carriedAgain
      ? `line ${number} is of money carried in: the year in which it was budgeted must be before ${fiscalYear}. Give the year in which it was budgeted first.`
      : `line ${number} is of this year’s money: the year in which it was budgeted is ${fiscalYear}. Write money carried in from before under that component.`,
  }).about(`line-${number}-since`);
}

/** Never more than what is unspent of the row, in all and by component. */
function demandUnspent(lines: readonly CarryOverLine[], row: RowRecord): void {
  const left = unspentOf(row);
  if (left === null) return;
  const lastWith = (holds: (line: CarryOverLine) => boolean) => Math.max(1, lines.findLastIndex(holds) + 1);
  for (const component of lineComponents) {
    const asked = lines.reduce((sum, line) => sum + line[component], 0);
    if (asked <= Math.max(0, left[component])) continue;
    const [label, at] = [moneyFields[component].label, lastWith((line) => line[component] > 0)];
    throw new Refusal('carry-over-exceeds', 422, {
      'zh-Hant': `申請保留的「${label['zh-Hant']}」合計 ${inFigures(asked)} 元，超過這一列登錄的 ${inFigures(Math.max(0, left[component]))} 元。請核對金額與單位（元）。`,
      en: `${inFigures(asked)} TWD of "${label.en}" is asked for, more than the ${inFigures(Math.max(0, left[component]))} TWD recorded for this row. Check amount and unit (TWD).`,
    }).about(`line-${at}-${component}`);
  }
  const asked = lines.reduce((sum, line) => sum + lineTotal(line), 0);
  if (asked <= Math.max(0, left.unspent)) return;
  const last = lastWith((line) => lineTotal(line) > 0);
  const component = lineComponents.find((name) => (lines[last - 1]?.[name] ?? 0) > 0) ?? 'budget';
  throw new Refusal('carry-over-exceeds', 422, {
    'zh-Hant': `申請保留合計 ${inFigures(asked)} 元，超過未支用的 ${inFigures(left.unspent)} 元（可支用 ${inFigures(left.available)} − 實現 ${inFigures(left.realised)} − 應付 ${inFigures(left.payable)}），多 ${inFigures(asked - left.unspent)} 元。登錄為應付數的不再算保留。請減少金額；實現數或應付數若有誤，請主計先更正。`,
    en: `${inFigures(asked)} TWD is asked for, more than the ${inFigures(left.unspent)} TWD that is unspent (available ${inFigures(left.available)} − realised ${inFigures(left.realised)} − payable ${inFigures(left.payable)}), by ${inFigures(asked - left.unspent)} TWD. What is recorded as payable is not carried over again. Lower the amount; where realised or payable is wrong, ask the accountant to correct it first.`,
  }).about(`line-${last}-${component}`);
}

export function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function noSuchCode(chinese: string, english: string, code: string, field: string): Refusal {
  return new Refusal('no-such-code', 422, {
    'zh-Hant': `「${code}」不是可以選的${chinese}。請從清單選擇；都不合適時選「其他」並在說明欄寫明。`,
    en: `${code === '' ? 'nothing' : code} is no ${english} that can be given. Choose one of the list, or "other" with a word of explanation.`,
  }).about(field);
}

function notAnAmount(component: (typeof lineComponents)[number], line: number): Refusal {
  const { label } = moneyFields[component];
  return new Refusal('not-an-amount', 422, {
    'zh-Hant': `第 ${line} 筆的「${label['zh-Hant']}」要是不小於零、不超過一百兆的整數（新臺幣元）。請核對金額與單位。`,
    en: `"${label.en}" of line ${line} must be a whole number of TWD, not below zero and not above 100 trillion. Check amount and unit.`,
  }).about(`line-${line}-${component}`);
}

function finishedBefore(finish: string, yearEnd: string, field: string): Refusal {
  return new Refusal('carry-over-finish', 422, {
    'zh-Hant': `預定完成日期 ${finish} 不是 ${yearEnd} 以後的日期。年度內完成並付清的不必保留；請填保留後完成的日期。`,
    en: `the expected finish ${finish} is no day after ${yearEnd}. What is finished and paid within the year needs no carry-over; give the day on which the rest is finished.`,
  }).about(field);
}

function noLines(): Refusal {
  return new Refusal('carry-over-incomplete', 422, {
    'zh-Hant': '還沒有填任何一筆，不能陳核。請至少填一筆契約或事由。',
    en: 'no line is filled in yet; the application cannot be submitted. Fill in one contract or ground at least.',
  }).about('line-1-ground');
}

function moneyNotRecorded(): Refusal {
  return new Refusal('carry-over-money-missing', 409, {
    'zh-Hant': '這一列本年度的金額還沒有登錄，不知道未支用多少，不能陳核。請主計先登錄這一列的金額；申請內容都已保存。',
    en: 'the money of this row’s year is not recorded yet, so that what is unspent is not known; the application cannot be submitted. Ask the accountant to record it first; what was filled in is kept.',
  });
}
