import { extract } from '@guankao/quantities';
import { Refusal } from '@guankao/domain';
import { componentNames, moneyComponents, textFieldNames, type MoneyEntry, type RowTexts, type YearMoney } from '@guankao/workflow';

/** Fields of an HTML form, as browsers send them. */
export type FormFields = Readonly<Record<string, string | readonly string[] | undefined>>;

export function fieldOf(fields: FormFields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

/** The texts of a row's form; the period comes in four small fields. */
export function textsOf(fields: FormFields): RowTexts {
  const text = (name: string) => fieldOf(fields, name);
  const end = (name: string) => [text(`period-${name}-year`), text(`period-${name}-month`)] as const;
  const [[fromYear, fromMonth], [toYear, toMonth]] = [end('from'), end('to')];
  const whole = [fromYear, fromMonth, toYear, toMonth].every((part) => /^\d{1,3}$/.test(part));
  return {
    name: text('name'),
    type: text('type'),
    period: whole ? `${fromYear}年${fromMonth}月至${toYear}年${toMonth}月` : text('period-printed'),
    plannedWork: text('plannedWork'),
    execution: text('execution'),
    goals: text('goals'),
    explanation: text('explanation'),
  };
}

/** The texts of a draft: what is no text in it is left out. */
export function pickTexts(draft: unknown): Partial<RowTexts> {
  if (typeof draft !== 'object' || draft === null) return {};
  return Object.fromEntries(textFieldNames.flatMap((field) => {
    const value = (draft as Record<string, unknown>)[field];
    return typeof value === 'string' ? [[field, value]] : [];
  }));
}

/** Money as people write it: 120,000,000 or 1億2,000萬. Throws a Refusal that names the field. */
export function moneyOf(fields: FormFields, before: MoneyEntry): MoneyEntry {
  const filled = moneyComponents.some((component) => fieldOf(fields, component).trim() !== '');
  const money = Object.fromEntries(moneyComponents.map((component) => [component, amountIn(fieldOf(fields, component), componentNames[component]) ?? 0])) as unknown as YearMoney;
  return { ...before, approvedTotal: amountIn(fieldOf(fields, 'approvedTotal'), { 'zh-Hant': '計畫核定總經費', en: 'approved total' }), money: filled ? money : null };
}

function amountIn(text: string, name: { readonly 'zh-Hant': string; readonly en: string }): number | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const negative = /^[-−]/.test(trimmed);
  const bare = negative ? trimmed.slice(1) : trimmed;
  const [quantity, ...more] = extract(bare.endsWith('元') ? bare : `${bare}元`);
  const value = quantity?.value;
  if (more.length > 0 || value === undefined || value === null || value.scale !== 0 || quantity?.unit !== 'TWD') {
    throw new Refusal('not-an-amount', 422, {
      'zh-Hant': `「${name['zh-Hant']}」的「${text}」不是金額。請寫整數元，例：120,000,000 或 1億2,000萬。`,
      en: `"${text}" in "${name.en}" is no amount. Write whole TWD, such as 120,000,000 or 1億2,000萬.`,
    });
  }
  return Number(negative ? -value.coefficient : value.coefficient);
}
