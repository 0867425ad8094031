import type { MoneyColumn, PlanRow, Span } from '@guankao/domain';
import { isAsOfAnEarlierDay } from '../facts/as-of.ts';
import { rowRule, type Fault } from '../engine/rule.ts';
import {
  sentenceAt,
  slipBetween,
  absolute,
  asNumber,
  compare,
  dividedBy,
  minus,
  plus,
  times,
  whole,
  written,
  type Fraction,
} from '@guankao/passages';
import type { Figure } from '@guankao/passages';
import { moneyNames, place } from '../facts/filing-facts.ts';
import { moneySpans } from '../facts/money.ts';

const meta = {
  id: 'column-restated',
  title: {
    'zh-Hant': '文中重述之金額與金額欄不符',
    en: 'An amount told again in the text is not the one in the column',
  },
  category: 'contradiction',
  severity: 'warning',
  authority: '同列金額應一致；核定總經費以年底有效之核定版本為準',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: { 'zh-Hant': '同一金額兩個數，可能一為舊版。', en: 'One amount, two figures: one may be an older version.' },
  messages: {
    differs: {
      fault: {
        'zh-Hant': '文中寫「{words}」，{column}為 {amount} 元，相差 {difference} 元。',
        en: 'The text says “{words}”; {column} is TWD {amount}, {difference} apart.',
      },
      settle: { 'zh-Hant': '請核對帳列數與最近一次核定文號。', en: 'Check the accounts and the latest approval.' },
    },
    balance: {
      fault: {
        'zh-Hant': '文中寫「{words}」，但編列減執行為 {amount} 元，相差 {difference} 元。',
        en: 'The text says “{words}”, but budgeted less executed is TWD {amount}, {difference} apart.',
      },
      settle: { 'zh-Hant': '請核對帳列數。', en: 'Check the accounts.' },
    },
  },
  yieldsTo: ['carry-over-too-large'],
} as const;

type Says = keyof typeof meta.messages;

const end = '(?:數|額|經費|預算)?(?:總)?(?:計|共|達|為|：)*(?:新[臺台]幣)?$';
/** How texts name the columns, up to the amount. 由X增加為Y: X was the total before. */
const names: Readonly<Record<MoneyColumn, RegExp>> = {
  approvedTotal: new RegExp(
    `(?:計畫|核定)?總經費(?:需求)?(?:由[^，。；]{2,24})?(?:調整|增加|修正|變更|減少|增列|核定)?(?:為|至)?${end}`,
    'u',
  ),
  budgetedToDate: new RegExp(`累計(?:已)?編列${end}`, 'u'),
  executedToDate: new RegExp(`累計(?:已)?(?:執行|支用)(?!率)${end}`, 'u'),
};
const balance = new RegExp(`(?:未執行|未支用|尚未執行|(?<![標工程結賸])餘款)(?:餘款)?${end}`, 'u');

export const rule = rowRule(meta, function* ({ plan, texts }, { moneyFactor }): Iterable<Fault<Says>> {
  for (const text of texts) {
    for (const figure of text.figures) {
      if (figure.kind !== 'money' || figure.comparator !== null || isAsOfAnEarlierDay(figure)) continue;
      const told = tellsColumn(plan, figure) ?? tellsBalance(plan, figure);
      if (told === null) continue;
      const factor = moneyFactor ?? factorBetween(told.amount, figure);
      if (factor === null) continue;
      const amount = times(whole(told.amount), whole(factor));
      const difference = absolute(minus(figure.value, amount));
      if (withinPrint(figure, amount, difference, whole(factor))) continue;
      if ((!told.ofThePlan || moneyFactor === null) && slipBetween(figure.value, amount) === null) continue;
      yield fault(figure, told, amount, difference);
    }
  }
});

/** Where the columns print no unit: that in which the amount is within a tenth of what is told, if there is one. */
function factorBetween(amount: number, { value }: Figure): bigint | null {
  const told = asNumber(value);
  return [1000n, 1n].find((factor) => Math.abs(told / (amount * Number(factor)) - 1) < 0.1) ?? null;
}

/** The column is rounded to its unit; the text rounded at its last place, or cut off there. */
function withinPrint({ value, step }: Figure, amount: Fraction, difference: Fraction, unit: Fraction): boolean {
  const cut = compare(value, amount) <= 0;
  return compare(difference, plus(cut ? step : dividedBy(step, whole(2)), unit)) < 0;
}

interface Told {
  readonly says: Says;
  readonly lead: number;
  readonly amount: number;
  readonly column: { readonly 'zh-Hant': string; readonly en: string };
  readonly at: readonly Span[];
  /** The words name the column of this plan; 總經費 alone may be that of a part. */
  readonly ofThePlan: boolean;
}

const before = ({ text, start }: Figure): string => text.text.slice(Math.max(0, start - 40), start);

function tellsColumn(plan: PlanRow, figure: Figure): Told | null {
  if (/^[^，。；]{0,4}(?:增加|調整|修正|變更)(?:為|至)/u.test(figure.text.text.slice(figure.end))) return null;
  for (const column of Object.keys(names) as MoneyColumn[]) {
    const match = names[column].exec(before(figure));
    const printed = plan[column];
    if (match !== null && printed !== null)
      return {
        says: 'differs',
        lead: match[0].length,
        amount: printed.value,
        column: moneyNames[column],
        at: moneySpans(plan, column),
        ofThePlan:
          column !== 'approvedTotal' || /計畫|核定|本案|^總經費(?:需求)?由/u.test(match[0]) || !sharesItsClause(figure),
      };
  }
  return null;
}

/** 占總經費2,500萬元之48%, 總經費1,200萬元，補助80%: told for the sake of another figure. */
function sharesItsClause({ text, start }: Figure): boolean {
  const { start: from, end: to } = sentenceAt(text, start);
  return (
    text.figures.some(
      (other) =>
        other.start >= from &&
        other.end <= to &&
        other.start !== start &&
        (other.kind === 'percent' || other.kind === 'money'),
    ) || /[占佔]$/u.test(text.text.slice(Math.max(0, start - 10), start).replace(/總經費[\p{Script=Han}]*$/u, ''))
  );
}

function tellsBalance(plan: PlanRow, figure: Figure): Told | null {
  const match = balance.exec(before(figure));
  const { budgetedToDate: budgeted, executedToDate: executed } = plan;
  if (match === null || budgeted === null || executed === null || budgeted.value < executed.value) return null;
  return {
    says: 'balance',
    lead: match[0].length,
    amount: budgeted.value - executed.value,
    column: moneyNames.budgetedToDate,
    at: moneySpans(plan, 'budgetedToDate', 'executedToDate'),
    ofThePlan: true,
  };
}

function fault(figure: Figure, { says, lead, column, at }: Told, amount: Fraction, difference: Fraction): Fault<Says> {
  const words = figure.text.text.slice(figure.start - lead, figure.end);
  return {
    says,
    words: { words, column, amount: written(amount, 0), difference: written(difference, 0) },
    at: [place(figure.text, figure.start - lead, figure.end), ...at],
    stated: asNumber(figure.value),
    computed: asNumber(amount),
    expression: `${asNumber(figure.value)}=${asNumber(amount)}`,
  };
}
