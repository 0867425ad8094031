import { extract } from '@guankao/quantities';
import { Refusal } from '@guankao/domain';
import {
  moneyComponents,
  moneyFields,
  textFieldNames,
  type MoneyEntry,
  type NewPlanVersion,
  type RowTexts,
  type YearMoney,
} from '@guankao/workflow';

/** Fields of an HTML form, as browsers send them. */
export type FormFields = Readonly<Record<string, string | readonly string[] | undefined>>;

export function fieldOf(fields: FormFields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

/** The period comes in four small fields; one that is not of their form stays as printed. */
function periodOf(fields: FormFields): string {
  const end = (name: string) =>
    [fieldOf(fields, `period-${name}-year`), fieldOf(fields, `period-${name}-month`)] as const;
  const [[fromYear, fromMonth], [toYear, toMonth]] = [end('from'), end('to')];
  const whole = [fromYear, fromMonth, toYear, toMonth].every((part) => /^\d{1,3}$/.test(part));
  return whole ? `${fromYear}年${fromMonth}月至${toYear}年${toMonth}月` : fieldOf(fields, 'period-printed');
}

/** The texts that a form holds. A field that it was sent without is left as it stands: nothing is emptied unasked. */
export function textsOf(fields: FormFields): Partial<RowTexts> {
  const typed = textFieldNames.flatMap((name) => {
    if (name === 'period') return holdsPeriod(fields) ? [[name, periodOf(fields)]] : [];
    return typeof fields[name] === 'string' ? [[name, fieldOf(fields, name)]] : [];
  });
  return Object.fromEntries(typed) as Partial<RowTexts>;
}

/** Whether any text of the row came along. */
export function holdsTexts(fields: FormFields): boolean {
  return Object.keys(textsOf(fields)).length > 0;
}

/** The version that the row's page showed, where its form carries the texts; null where it does not. */
export function wholeFormAt(fields: FormFields): number | null {
  return holdsTexts(fields) ? Number(fieldOf(fields, 'version')) : null;
}

function holdsPeriod(fields: FormFields): boolean {
  return ['period-printed', 'period-from-year', 'period-to-year'].some((name) => fields[name] !== undefined);
}

/** The texts of a draft: what is no text in it is left out. */
export function pickTexts(draft: unknown): Partial<RowTexts> {
  if (typeof draft !== 'object' || draft === null) return {};
  return Object.fromEntries(
    textFieldNames.flatMap((field) => {
      const value = (draft as Record<string, unknown>)[field];
      return typeof value === 'string' ? [[field, value]] : [];
    }),
  );
}

/** Money as people write it: 120,000,000 or 1億2,000萬. Throws a Refusal that names the field. */
export function moneyOf(fields: FormFields, before: MoneyEntry): MoneyEntry {
  // What a form was sent without stays as it is recorded.
  const given = moneyComponents.filter((component) => fields[component] !== undefined);
  const amounts = given.map((component) => [component, amountOf(fields, component)] as const);
  const filled = amounts.some(([, amount]) => amount !== null);
  const money = {
    ...(before.money ?? noAmounts),
    ...Object.fromEntries(amounts.map(([component, amount]) => [component, amount ?? 0])),
  };
  return {
    approvedTotal: fields['approvedTotal'] === undefined ? before.approvedTotal : amountOf(fields, 'approvedTotal'),
    ownTotal: fields['ownTotal'] === undefined ? before.ownTotal : amountOf(fields, 'ownTotal'),
    opening: openingFields.some((name) => fields[name] !== undefined) ? openingOf(fields) : before.opening,
    money:
      given.length === 0 || (!filled && given.length < moneyComponents.length) ? before.money : filled ? money : null,
  };
}

const noAmounts = Object.fromEntries(moneyComponents.map((component) => [component, 0])) as unknown as YearMoney;
const openingFields = ['openingBudgeted', 'openingExecuted', 'openingDocument'] as const;

/** Throws a Refusal that names the field. */
function amountOf(fields: FormFields, name: keyof typeof moneyFields): number | null {
  return amountIn(fieldOf(fields, name), moneyFields[name].label, name);
}

/** Where history is missing; null where none of its fields is filled. A part of it owes the rest. */
function openingOf(fields: FormFields): MoneyEntry['opening'] {
  const budgeted = amountOf(fields, 'openingBudgeted');
  const executed = amountOf(fields, 'openingExecuted');
  const document = fieldOf(fields, 'openingDocument').trim();
  if (budgeted === null && executed === null && document === '') return null;
  if (budgeted !== null && executed !== null && document !== '') return { budgeted, executed, document };
  throw new Refusal('opening-incomplete', 422, {
    'zh-Hant': '期初累計編列數、期初累計執行數與所據文件要一起填，或都留空。',
    en: 'The opening balance has three parts, budgeted, executed and the document that says so: fill all of them or none.',
  }).about('openingDocument');
}

/** All that was typed into a form, to be shown again where it was refused; the period as its four fields make it. */
export function typedFields(fields: FormFields): Readonly<Record<string, string>> {
  const typed = Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  return { ...(Object.fromEntries(typed) as Record<string, string>), period: periodOf(fields) };
}

/** A version of the plan as people write it; what is no date or amount is refused by name. */
export function planVersionOf(fields: FormFields): NewPlanVersion {
  return {
    documentNumber: fieldOf(fields, 'documentNumber'),
    date: dateIn(fieldOf(fields, 'date'), { 'zh-Hant': '核定日期', en: 'date of approval' }, 'date'),
    total: amountIn(fieldOf(fields, 'total'), { 'zh-Hant': '核定總經費', en: 'approved total' }, 'total') ?? -1,
    period: periodOf(fields),
    reason: fieldOf(fields, 'reason'),
  };
}

/** What a person writes into a field for one date, amount or figure is short. More is not read here: texts are the pool's. */
const longestFigure = 200;

/** Dates and quantities in such a field. */
export function figuresIn(text: string): ReturnType<typeof extract> {
  return text.length > longestFigure ? [] : extract(text);
}

/** ISO, from 113年8月9日, 113/8/9 or 2024-08-09. Throws a Refusal that names the field. */
export function dateIn(text: string, name: { readonly 'zh-Hant': string; readonly en: string }, field: string): string {
  const [date, ...more] = figuresIn(text);
  if (
    date?.kind === 'date' &&
    more.length === 0 &&
    date.to === null &&
    date.from?.length === 10 &&
    date.text === text.trim()
  )
    return date.from;
  throw new Refusal('not-a-date', 422, {
    'zh-Hant': `「${name['zh-Hant']}」的「${text}」不是日期。請寫年月日，例：113年8月9日、113/8/9 或 2024-08-09。`,
    en: `"${text}" in "${name.en}" is no date. Write year, month and day, such as 113年8月9日, 113/8/9 or 2024-08-09.`,
  }).about(field);
}

/** Whole TWD as people write them; null where nothing was written. Throws a Refusal that names the field. */
export function amountIn(
  text: string,
  name: { readonly 'zh-Hant': string; readonly en: string },
  field: string,
): number | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const negative = /^[-−]/.test(trimmed);
  const bare = negative ? trimmed.slice(1) : trimmed;
  const [quantity, ...more] = figuresIn(bare.endsWith('元') ? bare : `${bare}元`);
  const value = quantity?.value;
  if (more.length > 0 || value === undefined || value === null || value.scale !== 0 || quantity?.unit !== 'TWD') {
    throw new Refusal('not-an-amount', 422, {
      'zh-Hant': `「${name['zh-Hant']}」的「${text}」不是金額。請寫整數元，例：120,000,000 或 1億2,000萬。`,
      en: `"${text}" in "${name.en}" is no amount. Write whole TWD, such as 120,000,000 or 1億2,000萬.`,
    }).about(field);
  }
  return Number(negative ? -value.coefficient : value.coefficient);
}
