import { Refusal } from '@guankao/domain';
import { inRoc, isDay } from '../../../days.ts';
import type { Context } from '../../../context.ts';
import { cleanText } from '../../../fields.ts';
import { isAmount } from '../../row/money.ts';
import { isStanding, type RowRecord } from '../../row/row.ts';
import type { MappingEvent } from '../events.ts';
import { accountKey, type AccountMapping, type BudgetAccount, type Holding, type Part } from '../mapping.ts';
import { demandPartsFit, type FieldOfPart } from './fitting.ts';

export interface NewPart extends Holding {
  readonly account: string;
  readonly row: string;
}

/**
 * Plans take parts of accounts: all of them, or a Refusal about the field of the one that cannot be (parts/2/amount).
 * `rows` are those of the year's form.
 */
export function addParts(
  mapping: AccountMapping,
  asked: readonly NewPart[],
  rows: readonly RowRecord[],
  context: Context,
): readonly MappingEvent[] {
  const parts = asked.map((part, at) =>
    refusedAt(at, () => {
      demandOwnPlan(part.row, mapping, rows);
      return madePart(mapping, part, mapping.parts.length + at + 1, null, context);
    }),
  );
  return withParts(mapping, parts, context);
}

/** What speaks against one of several parts is said to be about its field. */
function refusedAt<Made>(at: number, made: () => Made): Made {
  try {
    return made();
  } catch (error) {
    if (error instanceof Refusal && error.field !== null) throw error.about(fieldAt(at, error.field));
    throw error;
  }
}

function fieldAt(at: number, field: string): string {
  return `parts/${at}/${field}`;
}

function madePart(
  { fiscalYear }: AccountMapping,
  { account, row, ...holding }: NewPart,
  number: number,
  carriedFrom: string | null,
  { actor, now }: Context,
): Part {
  const by = { by: actor.name, at: now.toISOString() };
  return { number, account, row, ...soundHolding(holding, fiscalYear), ended: null, carriedFrom, ...by };
}

function withParts(mapping: AccountMapping, parts: readonly Part[], { actor }: Context): readonly MappingEvent[] {
  const fieldOf: FieldOfPart = ({ number }, field) => fieldAt(number - mapping.parts.length - 1, field);
  for (const account of new Set(parts.map((part) => part.account)))
    demandFits(mapping, account, [...mapping.parts, ...parts], fieldOf);
  if (parts.length === 0) return [];
  return [{ kind: 'mapping-parts-added', subject: mapping.id, payload: { parts, writer: actor.id } }];
}

/** What a part says, corrected; the part as it was stays in the history. */
export function correctPart(
  mapping: AccountMapping,
  number: number,
  holding: Holding,
  { actor, now }: Context,
): readonly MappingEvent[] {
  const before = openPart(mapping, number);
  const sound = soundHolding(holding, mapping.fiscalYear);
  const after: Part = { ...before, ...sound, by: actor.name, at: now.toISOString() };
  demandFits(mapping, before.account, replaced(mapping, after));
  return [{ kind: 'mapping-part-corrected', subject: mapping.id, payload: { before, after, writer: actor.id } }];
}

/** A part ends on a day, or (`until` null) should never have held. */
export function endPart(
  mapping: AccountMapping,
  number: number,
  until: string | null,
  reason: string,
  { actor }: Context,
): readonly MappingEvent[] {
  const before = openPart(mapping, number);
  if (until !== null && (!isDay(until) || until < before.from || (before.until !== null && until > before.until)))
    throw endOutside(until, before);
  const ended = { reason: cleanText(reason.trim(), reasonLabel, 'reason'), never: until === null };
  const after: Part = { ...before, until: until ?? before.until, ended };
  return [{ kind: 'mapping-part-ended', subject: mapping.id, payload: { before, after, writer: actor.id } }];
}

const reasonLabel = { 'zh-Hant': '理由', en: 'reason' } as const;

/** Last year's parts, and how this year's rows follow them. */
export interface LastYearsMapping {
  readonly mapping: AccountMapping;
  /** This year's row by last year's; a plan that was split, merged or retired has none. */
  readonly rowAfter: Readonly<Record<string, string>>;
}

/**
 * What held at last year's end is carried over, as exact ratios, from this year's first day: where the account is in this
 * year's file and the plan goes on, and not twice. What was left out is told by `notCarried`.
 */
export function carryParts(mapping: AccountMapping, last: LastYearsMapping, context: Context): readonly MappingEvent[] {
  const { carried } = carriedOver(mapping, last);
  if (carried.length === 0) throw nothingToCarry(last.mapping.id);
  const parts = carried.map((part, at) =>
    madePart(mapping, part, mapping.parts.length + at + 1, last.mapping.id, context),
  );
  return withParts(mapping, parts, context);
}

export interface CarriedOver {
  readonly carried: readonly NewPart[];
  readonly notCarried: readonly { readonly part: Part; readonly why: 'no-account' | 'no-plan' }[];
}

export function carriedOver(mapping: AccountMapping, { mapping: last, rowAfter }: LastYearsMapping): CarriedOver {
  const accounts = new Map(mapping.accounts.map((account) => [accountKey(account.name), account]));
  const carried: NewPart[] = [];
  const notCarried: { readonly part: Part; readonly why: 'no-account' | 'no-plan' }[] = [];
  for (const part of last.parts.filter(({ ended, until }) => ended === null && heldToTheEnd(until, last.fiscalYear))) {
    const before = last.accounts.find(({ id }) => id === part.account);
    const account = before === undefined ? undefined : accounts.get(accountKey(before.name));
    const row = rowAfter[part.row];
    if (before === undefined || account === undefined) notCarried.push({ part, why: 'no-account' });
    else if (row === undefined) notCarried.push({ part, why: 'no-plan' });
    else if (!mapping.parts.some((one) => one.account === account.id && one.row === row)) {
      const share = part.share ?? { numerator: part.amount ?? 0, denominator: before.money.budget };
      const from = `${mapping.fiscalYear}-01-01`;
      carried.push({ account: account.id, row, amount: null, share, from, until: null, document: part.document });
    }
  }
  return { carried, notCarried };
}

function heldToTheEnd(until: string | null, fiscalYear: number): boolean {
  return until === null || until >= `${fiscalYear}-12-31`;
}

function replaced({ parts }: AccountMapping, after: Part): readonly Part[] {
  return parts.map((part) => (part.number === after.number ? after : part));
}

function demandFits(mapping: AccountMapping, id: string, parts: readonly Part[], fieldOf?: FieldOfPart): void {
  const held = parts.filter((part) => part.account === id && part.ended?.never !== true);
  demandPartsFit(accountOf(mapping, id), held, fieldOf);
}

/** Throws a Refusal for an account that no file named. */
function accountOf({ accounts, id: mapping }: AccountMapping, id: string): BudgetAccount {
  const found = accounts.find((account) => account.id === id);
  if (found !== undefined) return found;
  throw new Refusal('no-such-account', 422, {
    'zh-Hant': `「${mapping}」匯入的檔案裡沒有「${id}」這個科目。請從清單選擇科目，或先匯入含有它的檔案。`,
    en: `no file of ${mapping} holds an account ${id}. Choose one from the list, or import a file that holds it first.`,
  }).about('account');
}

function openPart({ parts }: AccountMapping, number: number): Part {
  const part = parts.find((one) => one.number === number);
  if (part !== undefined && part.ended === null) return part;
  throw new Refusal('no-open-part', 409, {
    'zh-Hant': `第 ${number} 筆歸屬不存在或已終止，不能再改。請重新整理頁面；要再歸屬請新增一筆。`,
    en: `part ${number} does not exist or has ended and cannot be changed. Load the page again; to assign anew, add a part.`,
  });
}

function demandOwnPlan(id: string, { agency, year }: AccountMapping, rows: readonly RowRecord[]): void {
  const row = rows.find((one) => one.id === id);
  if (row === undefined || row.agency !== agency)
    throw new Refusal('plan-of-another-agency', 422, {
      'zh-Hant': `「${row?.texts.name ?? id}」不是這個機關在「${year}」的計畫，這個機關的科目不能歸屬給它。請選擇本機關的計畫。`,
      en: `${row?.texts.name ?? id} is no plan of this agency in ${year}: its accounts cannot be assigned to it. Choose a plan of this agency.`,
    }).about('row');
  if (!isStanding(row))
    throw new Refusal('plan-retired', 409, {
      'zh-Hant': `「${row.texts.name}」已停列，不能再歸屬科目。請選擇接續它的計畫。`,
      en: `${row.texts.name} was retired and takes no account any more. Choose the plan in which it goes on.`,
    }).about('row');
}

/** One of amount and share, and days of the year. */
function soundHolding({ amount, share, from, until, document }: Holding, fiscalYear: number): Holding {
  if ((amount === null) === (share === null)) throw amountOrShare();
  if (amount !== null && (!isAmount(amount) || amount <= 0)) throw notAnAmount(amount);
  if (share !== null && share.numerator > share.denominator) throw overOne(share.numerator, share.denominator);
  const year = `${fiscalYear}-`;
  if (!from.startsWith(year) || !isDay(from)) throw dayOutside(from, fiscalYear, 'from');
  if (until !== null && (!until.startsWith(year) || !isDay(until) || until < from))
    throw dayOutside(until, fiscalYear, 'until');
  const documentLabel = { 'zh-Hant': '依據文件', en: 'document' };
  return { amount, share, from, until, document: cleanText(document.trim(), documentLabel, 'document') };
}

function amountOrShare(): Refusal {
  return new Refusal('amount-or-share', 422, {
    'zh-Hant': '金額與比例請擇一填寫：金額是這個科目法定預算中的多少元，比例例如 1/3 或 25%。',
    en: 'give an amount or a share, one of them: so many TWD of the legal budget of the account, or a share such as 1/3 or 25%.',
  }).about('amount');
}

function notAnAmount(amount: number): Refusal {
  return new Refusal('not-an-amount', 422, {
    'zh-Hant': `歸屬金額 ${amount.toLocaleString('en-US')} 不能收：要是大於零、不超過一百兆的整數元。請核對金額與單位。`,
    en: `${amount.toLocaleString('en-US')} cannot be assigned: it must be a whole number of TWD, above zero and not above 100 trillion. Check amount and unit.`,
  }).about('amount');
}

function overOne(numerator: number, denominator: number): Refusal {
  return new Refusal('share-over-one', 422, {
    'zh-Hant': `比例 ${numerator}/${denominator} 大於 1：一個科目最多只能全數歸屬。請填 1/1（100%）以下。`,
    en: `a share of ${numerator}/${denominator} is more than 1: no more than the whole account can be assigned. Give 1/1 (100%) or less.`,
  }).about('share');
}

function dayOutside(day: string, fiscalYear: number, field: 'from' | 'until'): Refusal {
  return new Refusal('day-outside-year', 422, {
    'zh-Hant': `「${inRoc(day)}」不能作為${field === 'from' ? '起日' : '訖日'}：要是 ${fiscalYear - 1911} 年度內的日期，訖日不早於起日。`,
    en: `${day} is no ${field === 'from' ? 'first' : 'last'} day here: give a day of ${fiscalYear}, the last not before the first.`,
  }).about(field);
}

function endOutside(until: string, { number, from, until: last }: Part): Refusal {
  return new Refusal('end-outside-part', 422, {
    'zh-Hant': `第 ${number} 筆從 ${inRoc(from)}到${last === null ? '年底' : inRoc(last)}，不能終止於 ${inRoc(until)}。請填這段期間內的日期；若這筆自始就不該有，請留空。`,
    en: `part ${number} holds from ${from} to ${last ?? 'the end of the year'} and cannot end on ${until}. Give a day within; leave it empty if the part should never have held.`,
  }).about('until');
}

function nothingToCarry(from: string): Refusal {
  return new Refusal('nothing-to-carry', 409, {
    'zh-Hant': `「${from}」沒有可以帶入的歸屬：都已帶入，或科目、計畫在今年都沒有了。請在各科目逐一歸屬。`,
    en: `nothing of ${from} can be carried over: it all was, or its accounts and plans are no more this year. Assign the accounts one by one.`,
  });
}
