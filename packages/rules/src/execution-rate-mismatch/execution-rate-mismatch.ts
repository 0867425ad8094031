import type { PlanRow, Proof } from '@guankao/domain';
import { rowRule, type Fault } from '../engine/rule.ts';
import {
  around,
  asNumber,
  clauseAround,
  divided,
  dividedBy,
  floor,
  rounded,
  times,
  whole,
  written,
  type Fraction,
  type Interval,
} from '@guankao/passages';
import { lead } from '../facts/figure.ts';
import type { Figure } from '@guankao/passages';
import { isAsOfAnEarlierDay } from '../facts/as-of.ts';
import { place, type FormFacts, type Row } from '../facts/filing-facts.ts';
import { moneySpans } from '../facts/money.ts';
import { holds, meets, pairsOf, rateAt } from '../facts/rates.ts';
import { proofOfExecutionRate } from '../proofs/of-figures.ts';

const meta = {
  id: 'execution-rate-mismatch',
  title: { 'zh-Hant': '執行率與金額欄不符', en: 'An execution rate differs from the money columns' },
  category: 'arithmetic',
  severity: 'error',
  authority: 'R1 年累計預算執行率＝截至本年底止累計執行數÷截至本年度已編列預算數',
  validFrom: null,
  validTo: null,
  why: {
    'zh-Hant': '官方執行率有多種公式，本表所印者應能由金額欄驗算。',
    en: 'Official execution rates have several formulas; the one printed here should follow from the money columns.',
  },
  messages: {
    differs: {
      fault: {
        'zh-Hant': '文中寫 {stated}，但累計執行 {part}÷累計編列 {all}＝{computed}%。',
        en: 'The text says {stated}, but executed {part} ÷ budgeted {all} to date = {computed} %.',
      },
      settle: { 'zh-Hant': '請核對金額，或寫明所用公式。', en: 'Check the amounts, or name the formula.' },
    },
    column: {
      severity: 'warning',
      fault: {
        'zh-Hant': '執行率欄寫 {stated}，但累計執行 {part}÷累計編列 {all}＝{computed}%。',
        en: 'The rate column says {stated}, but executed {part} ÷ budgeted {all} to date = {computed} %.',
      },
      settle: {
        'zh-Hant': '請核對金額，或寫明該欄公式。',
        en: 'Check the amounts, or name the formula of the column.',
      },
    },
    unnamed: {
      severity: 'question',
      fault: {
        'zh-Hant': '文中執行率 {stated} 未寫明公式；以累計數計算為 {computed}%。',
        en: 'The rate {stated} names no formula; from the cumulative columns it is {computed} %.',
      },
      settle: { 'zh-Hant': '請寫明分子與分母。', en: 'Name numerator and denominator.' },
    },
  },
} as const;

const executionRate = /(?:預算|經費|計畫|工程|總)?(?:累計)?執行率/u;
const cumulative = /年累計|累計(?:至|預算|經費)?|截至|迄今|自.{0,8}起/u;
const result = /截至|已達|為止|實際|累計至|迄/u;

export const rule = rowRule(meta, function* (row, filing): Iterable<Fault<keyof typeof meta.messages>> {
  const amounts = amountsOf(row.plan);
  if (amounts === null) return;
  yield* columnRates(row, amounts, filing);
  for (const figure of statedRates(row)) {
    if (waysToRate(row, amounts).some((ratio) => meets(ratio, figure)) || givenBeside(figure)) continue;
    if (isOfAPart(figure) || isAsOfAnEarlierDay(figure)) continue;
    const [start, end] = [figure.start - Math.min(lead(figure).length, 16), figure.end];
    const computed = times(dividedBy(amounts.executed, amounts.budgeted), whole(100));
    const says = saysOf(figure, row, filing);
    if (says === null) continue;
    yield {
      says,
      words: {
        stated: figure.words,
        part: written(amounts.executed, 0),
        all: written(amounts.budgeted, 0),
        computed: written(computed),
      },
      at: [place(figure.text, start, end), ...moneySpans(row.plan, 'budgetedToDate', 'executedToDate')],
      stated: asNumber(figure.value),
      computed: asNumber(computed),
      expression: `${amounts.executed.of}/${amounts.budgeted.of}`,
      proof: proofOfRates(row, figure),
    };
  }
});

/** A column of rates beside the amounts: 執行率(%) 89.00. */
function* columnRates(
  { plan }: Row,
  { executed, budgeted }: Amounts,
  { document }: FormFacts,
): Iterable<Fault<keyof typeof meta.messages>> {
  const computed = times(dividedBy(executed, budgeted), whole(100));
  for (const { column, value, span } of plan.rates ?? []) {
    const words = document.text.slice(span.start, span.end);
    if (
      value === null ||
      !/執行率/u.test(column) ||
      !/^\d[\d.,]*\s*[%％]?$/u.test(words.trim()) ||
      printsAs(computed, words)
    )
      continue;
    yield {
      says: 'column',
      words: { stated: words, part: written(executed, 0), all: written(budgeted, 0), computed: written(computed) },
      at: [span, ...moneySpans(plan, 'budgetedToDate', 'executedToDate')],
      stated: value,
      computed: asNumber(computed),
      expression: `${executed.of}/${budgeted.of}`,
    };
  }
}

/** At the places that the cell prints, rounded or cut off. */
function printsAs(value: Fraction, words: string): boolean {
  const [integer = '', decimals = ''] = words.replace(/[^\d.]/gu, '').split('.');
  const scaled = times(value, whole(10n ** BigInt(decimals.length)));
  const printed = BigInt(`${integer}${decimals}`);
  return floor(scaled) === printed || rounded(scaled) === printed;
}

interface Amounts {
  readonly executed: Fraction;
  readonly budgeted: Fraction;
  readonly approved: Fraction | null;
}

function amountsOf({ executedToDate, budgetedToDate, approvedTotal }: PlanRow): Amounts | null {
  if (executedToDate === null || budgetedToDate === null || budgetedToDate.value === 0) return null;
  const approved = approvedTotal === null || approvedTotal.value === 0 ? null : whole(approvedTotal.value);
  return { executed: whole(executedToDate.value), budgeted: whole(budgetedToDate.value), approved };
}

/** Rates told as results: in the goals only where the words say that it is one, a target is none. */
function* statedRates(row: Row): Iterable<Figure> {
  for (const text of row.texts) {
    if (text.column === 'plannedWork') continue;
    for (const figure of text.figures) {
      if (figure.kind !== 'percent' || !executionRate.test(nameOf(figure))) continue;
      if (/目標|應達|須達|提高|提升|較|以上|進度落後/u.test(lead(figure)) || figure.comparator === '>=') continue;
      if (text.column === 'goals' && !result.test(text.text.slice(Math.max(0, figure.start - 40), figure.start)))
        continue;
      yield figure;
    }
  }
}

/** 預算執行率：目標值90%；實際值70.00%: the measure is named once, at the head of the item. */
const nameOf = (figure: Figure): string =>
  /^(?:實際|實績|達成)值/u.test(lead(figure)) ? figure.text.text.slice(0, figure.start) : lead(figure);

/** R1, and where the text names the whole plan's total, executed over approved; the columns rounded to their unit. */
function waysToRate({ plan }: Row, { executed, budgeted, approved }: Amounts): readonly Interval[] {
  const named = namesTheTotal(plan);
  const column = (amount: Fraction): Interval => around(amount, whole(1));
  return [budgeted, ...(named && approved !== null ? [approved] : [])].map((all) =>
    divided(column(executed), column(all)),
  );
}

const namesTheTotal = ({ execution, explanation }: PlanRow): boolean =>
  [...execution, ...explanation].some(({ text }) => /總執行率|總經費執行率|占總經費/u.test(text));

/** The same ways, for anybody to work out again. */
function proofOfRates({ plan }: Row, figure: Figure): Proof | null {
  const { executedToDate, budgetedToDate, approvedTotal } = plan;
  if (executedToDate === null || budgetedToDate === null) return null;
  const ofTotal = approvedTotal !== null && approvedTotal.value !== 0 && namesTheTotal(plan);
  return proofOfExecutionRate(figure, executedToDate, [
    { as: 'executed-over-budgeted-to-date', amount: budgetedToDate },
    ...(ofTotal ? [{ as: 'executed-over-approved', amount: approvedTotal }] : []),
  ]);
}

/** Words that name the plan itself, or nothing at all. */
const ofThePlan =
  /本計畫|本案|計畫|年度|全年|截至|迄|累計|預算|經費|執行率?|工程|總|年底|月底|止|已達|已|達|為|本|年|月|日|度|之|至|期|分|會計|整體|全|約|計|均|皆|實際|整|\d|[，、:：\s]/gu;

/** 北站改善：預算執行率58%: the rate of something that the words name before it, not of the row. */
function isOfAPart(figure: Figure): boolean {
  const before = figure.text.text.slice(0, figure.start);
  const label = before.search(/(?:預算|經費|計畫|工程|總)?(?:累計)?執行率[^執]*$/u);
  if (label < 0) return false;
  const { start } = clauseAround(figure.text, label, label);
  const subject = before.slice(start, label);
  const head = /(?<head>[^，。；：:]{2,20})[：:]$/u.exec(before.slice(0, start))?.groups?.['head'] ?? '';
  return [subject, head].some((words) => words.replaceAll(ofThePlan, '').length >= 2);
}

/** The sentence gives its own two amounts (rate-mismatch), or some two of the item give the rate. */
function givenBeside(figure: Figure): boolean {
  const { before, around } = rateAt(figure);
  const amounts = around.filter(({ kind }) => kind === 'money');
  return (
    before.filter(({ kind }) => kind === 'money').length >= 2 || pairsOf(amounts).some((pair) => holds(pair, figure))
  );
}

/** A year's own rate follows from the cumulative columns only in the plan's first year; other formulas never do. */
function saysOf(figure: Figure, { plan }: Row, { fiscalYear }: FormFacts): 'differs' | 'unnamed' | null {
  const before = figure.text.text.slice(Math.max(0, figure.start - 30), figure.start);
  if (/分配|達成率/u.test(lead(figure))) return null;
  const firstYear = plan.period?.value.start?.startsWith(String(fiscalYear)) === true;
  if (/(?<![累計])年度(?:預算|經費)?執行率/u.test(before) && !cumulative.test(before))
    return firstYear ? 'unnamed' : null;
  return cumulative.test(before) ? 'differs' : 'unnamed';
}
