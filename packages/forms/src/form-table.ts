import type { PlanReading, Reading, TextReading } from '@guankao/reading';

/** The form as printed: heads, and for each plan row ten cells, seven on the left page and three on the right. */
export interface FormTable {
  readonly agency: string;
  /** 重要社會發展、重大科技發展計畫 | 執行情形及目標達成情形表 */
  readonly title: readonly [left: string, right: string];
  /** 113年度 */
  readonly year: string;
  /** 單位：新臺幣千元 */
  readonly unit: string;
  readonly columns: readonly string[];
  readonly rows: readonly FormRow[];
}

export interface FormRow {
  /** With its marker: (1)某某計畫. */
  readonly name: string;
  readonly type: string;
  readonly period: string;
  readonly approvedTotal: number | null;
  readonly budgetedToDate: number | null;
  readonly executedToDate: number | null;
  /** Paragraphs, each with its item number as printed. */
  readonly plannedWork: readonly string[];
  readonly execution: readonly string[];
  readonly goals: readonly string[];
  readonly explanation: readonly string[];
}

/** How many of the columns stand on the left page. */
export const leftColumns = 7;

/** The form's columns as filed (rules.md §1.2). */
const columns = [
  '計畫名稱',
  '計畫類型',
  '計畫期程',
  '計畫核定總經費',
  '截至本年度已編列預算數',
  '截至本年底止累計執行數',
  '本年度預定工作摘要',
  '本年度執行情形說明',
  '績效目標及本年度目標值',
  '年度績效目標已達成或未達成之說明',
];

const formName = '重要社會發展、重大科技發展計畫執行情形及目標達成情形表';

export function formTable(reading: Reading): FormTable {
  const { agency, fiscalYear, moneyUnit, form } = reading.filing;
  return {
    agency: agency ?? '',
    title: splitTitle(form ?? formName),
    year: fiscalYear === null ? '' : `${fiscalYear - 1911}年度`,
    unit: moneyUnit === null ? '' : `單位：新臺幣${moneyUnit === 'TWD' ? '元' : '千元'}`,
    columns,
    rows: reading.plans.map(formRow),
  };
}

/** The name runs across the gutter; it is split where the plans end and what is told of them begins. */
function splitTitle(name: string): [string, string] {
  const at = name.lastIndexOf('計畫', name.length - 3);
  const cut = at < 0 ? Math.ceil(name.length / 2) : at + 2;
  return [name.slice(0, cut), name.slice(cut)];
}

function formRow(plan: PlanReading): FormRow {
  return {
    name: `${plan.marker ?? ''}${plan.name}`,
    type: plan.type ?? '',
    period: plan.period?.text ?? '',
    approvedTotal: plan.approvedTotal,
    budgetedToDate: plan.budgetedToDate,
    executedToDate: plan.executedToDate,
    plannedWork: plan.plannedWork.map(paragraph),
    execution: plan.execution.map(paragraph),
    goals: plan.goals.map(paragraph),
    explanation: plan.explanation.map(paragraph),
  };
}

function paragraph({ marker, text }: TextReading): string {
  if (marker === null) return text;
  return /[)）、]$/.test(marker) ? `${marker}${text}` : `${marker} ${text}`;
}

/** 1234567 → 1,234,567; empty where nothing is printed. */
export function printedAmount(value: number | null): string {
  return value === null ? '' : value.toLocaleString('en-US');
}
