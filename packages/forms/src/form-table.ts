import { columnTitles, formName, printedAmount, rowFields, type MoneyColumn, type TextColumn } from '@guankao/domain';
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

/** An amount in the printed unit; words in its place where it is not shown; null where nothing is printed. */
export type FormAmount = number | string | null;

export function printedOf(amount: FormAmount): string {
  return typeof amount === 'string' ? amount : printedAmount(amount);
}

export interface FormRow {
  /** With its marker: (1)某某計畫. */
  readonly name: string;
  readonly type: string;
  readonly period: string;
  readonly approvedTotal: FormAmount;
  readonly budgetedToDate: FormAmount;
  readonly executedToDate: FormAmount;
  /** Paragraphs, each with its item number as printed. */
  readonly plannedWork: readonly string[];
  readonly execution: readonly string[];
  readonly goals: readonly string[];
  readonly explanation: readonly string[];
}

/** How many of the columns stand on the left page. */
export const leftColumns = 7;

export function formTable(reading: Reading): FormTable {
  const { agency, fiscalYear, moneyUnit, form } = reading.filing;
  return {
    agency: agency ?? '',
    title: splitTitle(form ?? formName),
    year: fiscalYear === null ? '' : `${fiscalYear - 1911}年度`,
    unit: moneyUnit === null ? '' : `單位：新臺幣${moneyUnit === 'TWD' ? '元' : '千元'}`,
    columns: rowFields.map((field) => columnTitles[field]),
    rows: reading.plans.map(formRow),
  };
}

/** The name runs across the gutter; it is split where the plans end and what is told of them begins. */
function splitTitle(name: string): [string, string] {
  const at = name.lastIndexOf('計畫', name.length - 3);
  const cut = at < 0 ? Math.ceil(name.length / 2) : at + 2;
  return [name.slice(0, cut), name.slice(cut)];
}

/** A row that was typed prints what was typed; one that was read prints its items, each as a paragraph. */
function formRow(plan: PlanReading): FormRow {
  const { cells, withheld = {} } = plan;
  const money = {
    approvedTotal: withheld.approvedTotal ?? plan.approvedTotal,
    budgetedToDate: withheld.budgetedToDate ?? plan.budgetedToDate,
    executedToDate: withheld.executedToDate ?? plan.executedToDate,
  };
  if (cells !== undefined) return { ...typedCells(cells), ...money };
  return {
    ...money,
    name: `${plan.marker ?? ''}${plan.name}`,
    type: plan.type ?? '',
    period: plan.period?.text ?? '',
    plannedWork: plan.plannedWork.map(paragraph),
    execution: plan.execution.map(paragraph),
    goals: plan.goals.map(paragraph),
    explanation: plan.explanation.map(paragraph),
  };
}

function typedCells({ name, type, period, ...cells }: NonNullable<PlanReading['cells']>): Omit<FormRow, MoneyColumn> {
  const lines = (field: TextColumn) => (cells[field] === '' ? [] : cells[field].split('\n'));
  return {
    name,
    type,
    period,
    plannedWork: lines('plannedWork'),
    execution: lines('execution'),
    goals: lines('goals'),
    explanation: lines('explanation'),
  };
}

function paragraph({ marker, text }: TextReading): string {
  if (marker === null) return text;
  return /[)）、]$/.test(marker) ? `${marker}${text}` : `${marker} ${text}`;
}
