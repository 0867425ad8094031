import { Refusal } from '@guankao/domain';
import {
  moneyComponents,
  moneyFields,
  readShare,
  type Holding,
  type MoneyComponent,
  type NewPart,
} from '@guankao/workflow';
import { amountIn, dateIn, fieldOf, type FormFields } from '../office/texts-of-form.ts';

/** Parts as a form says them, and on which line of it each stands. */
interface PartsOfForm {
  readonly parts: readonly NewPart[];
  readonly lines: readonly number[];
}

/** The lines of a form that hold anything. Throws a Refusal that names the field. */
export function partsIn(fields: FormFields, account: string): PartsOfForm {
  const typed = Object.keys(fields).flatMap((name) => {
    const line = /^parts\/(\d{1,3})\/(?:row|amount|share)$/.exec(name)?.[1];
    return line === undefined || fieldOf(fields, name).trim() === '' ? [] : [Number(line)];
  });
  const lines = [...new Set(typed)].toSorted((a, b) => a - b);
  if (lines.length === 0) throw nothingTyped();
  const common = periodIn(fields);
  const parts = lines.map((line): NewPart => {
    const row = fieldOf(fields, `parts/${line}/row`);
    if (row === '') throw planOwed().about(`parts/${line}/row`);
    return { account, row, ...howMuchIn(fields, `parts/${line}/`), ...common };
  });
  return { parts, lines };
}

/** Where the command says which part of several it refuses, the form says which of its lines. */
export async function atItsLine<Done>(lines: readonly number[], work: () => Promise<Done>): Promise<Done> {
  try {
    return await work();
  } catch (error) {
    const [, at, field] = (error instanceof Refusal ? /^parts\/(\d+)\/(\w+)$/.exec(error.field ?? '') : null) ?? [];
    if (!(error instanceof Refusal) || at === undefined || field === undefined) throw error;
    const isOfLine = ['row', 'amount', 'share'].includes(field);
    throw error.about(isOfLine ? `parts/${lines[Number(at)] ?? at}/${field}` : field);
  }
}

/** Accounts that are assigned as a whole to the plan that was proposed: those ticked. */
export function chosenIn(fields: FormFields): readonly NewPart[] {
  const chosen = [fields['chosen'] ?? []].flat();
  if (chosen.length === 0) throw nothingTyped();
  const common = periodIn(fields);
  return chosen.map((value) => {
    const [account = '', row = ''] = value.split(' ');
    return { account, row, amount: null, share: { numerator: 100, denominator: 100 }, ...common };
  });
}

/** A part as it is corrected. */
export function holdingIn(fields: FormFields): Holding {
  return { ...howMuchIn(fields, ''), ...periodIn(fields) };
}

function howMuchIn(fields: FormFields, prefix: string): Pick<Holding, 'amount' | 'share'> {
  const [amount, share] = [fieldOf(fields, `${prefix}amount`), fieldOf(fields, `${prefix}share`).trim()];
  return {
    amount: amountIn(amount, { 'zh-Hant': '歸屬金額', en: 'amount assigned' }, `${prefix}amount`),
    share: share === '' ? null : (readShare(share) ?? raise(notAShare(share).about(`${prefix}share`))),
  };
}

function periodIn(fields: FormFields): Pick<Holding, 'from' | 'until' | 'document'> {
  const until = fieldOf(fields, 'until').trim();
  return {
    from: dateIn(fieldOf(fields, 'from'), { 'zh-Hant': '起日', en: 'from' }, 'from'),
    until: until === '' ? null : dateIn(until, { 'zh-Hant': '訖日', en: 'until' }, 'until'),
    document: fieldOf(fields, 'document').trim(),
  };
}

/** The last day of a part; null: it should never have held, which is said and never taken from an empty field. */
export function lastDayIn(fields: FormFields): string | null {
  const until = fieldOf(fields, 'until').trim();
  const isNever = fieldOf(fields, 'never') !== '';
  if ((until === '') !== isNever) throw lastDayOrNever().about('until');
  return isNever ? null : dateIn(until, { 'zh-Hant': '最後一天', en: 'last day' }, 'until');
}

/** Other amounts for a plan; an emptied one is as the accounts give it. */
export function amountsIn(fields: FormFields): Partial<Record<MoneyComponent, number | null>> {
  const typed = moneyComponents.filter((component) => fields[component] !== undefined);
  return Object.fromEntries(
    typed.map((component) => [
      component,
      amountIn(fieldOf(fields, component), moneyFields[component].label, component),
    ]),
  );
}

function raise(refusal: Refusal): never {
  throw refusal;
}

function nothingTyped(): Refusal {
  return new Refusal('nothing-to-assign', 422, {
    'zh-Hant': '還沒有填任何計畫，沒有歸屬。請選擇計畫並填金額或比例；依名稱建議的，請勾選要歸屬的科目。',
    en: 'no plan was filled in, so nothing was assigned. Choose a plan and give an amount or a share; of what is proposed by name, tick the accounts.',
  });
}

function planOwed(): Refusal {
  return new Refusal('plan-owed', 422, {
    'zh-Hant': '這一筆有金額或比例，沒有選計畫。請選擇計畫，或清空這一筆。',
    en: 'there is an amount or a share and no plan. Choose the plan, or empty this line.',
  });
}

function lastDayOrNever(): Refusal {
  return new Refusal('last-day-or-never', 422, {
    'zh-Hant': '請填最後一天；這一筆自始就不該有的話，最後一天留空並勾選「自始不計」。兩者擇一。',
    en: 'give the last day; or, where the part should never have held, leave it empty and tick that it never counts. One of them.',
  });
}

function notAShare(text: string): Refusal {
  return new Refusal('not-a-share', 422, {
    'zh-Hant': `「${text}」不是比例。請寫分數或百分比，例：1/3、25%、12.5%；三分之一請寫 1/3，不要寫 0.33。`,
    en: `"${text}" is no share. Write a fraction or a percentage, such as 1/3, 25% or 12.5%; a third is 1/3 and not 0.33.`,
  });
}
