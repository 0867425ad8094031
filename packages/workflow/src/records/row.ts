import type { Commitment } from '@guankao/domain';
import type { TypedRow } from '@guankao/reading';
import type { RowState } from '../states/row.ts';
import { budgetedToDate, executedToDate, inThousands, type ShareMoney } from './money.ts';
import { versionInForce, type PlanVersion } from './plan-version.ts';

/** The fields that the officer writes. Texts hold one item a line. */
export interface RowTexts {
  readonly name: string;
  readonly type: string;
  /** As printed: 112年1月至115年12月. */
  readonly period: string;
  readonly plannedWork: string;
  readonly execution: string;
  readonly goals: string;
  readonly explanation: string;
}
export type TextField = keyof RowTexts;
export const textFieldNames: readonly TextField[] = [
  'name',
  'type',
  'period',
  'plannedWork',
  'execution',
  'goals',
  'explanation',
];

/** An indicator with its targets by year and what became of them. A changed target keeps the first promise in sight. */
export interface IndicatorRecord {
  readonly id: string;
  readonly label: string;
  readonly comparator: '>=' | '<=' | '=' | 'milestone';
  readonly unit: string | null;
  /** What the target is of: this year, or the whole plan. The whole plan's is carried from year to year. */
  readonly scope: 'year' | 'plan';
  /** Oldest first: the first is the promise. */
  readonly targets: readonly {
    readonly value: number | null;
    readonly text: string;
    readonly at: string;
    readonly by: string;
    readonly reason: string | null;
  }[];
  readonly actual: { readonly value: number | null; readonly text: string } | null;
  /** sha256 of files kept as evidence. */
  readonly evidence: readonly { readonly sha256: string; readonly name: string }[];
  /** Side by side, never merged. Computed: see `claims`. */
  readonly stated: 'met' | 'missed' | null;
  readonly reviewed: {
    readonly verdict: 'met' | 'missed' | 'unsettled';
    readonly reason: string;
    readonly by: string;
    readonly at: string;
  } | null;
}

export interface Remark {
  /** null: about the row. */
  readonly field: TextField | 'money' | 'indicators' | null;
  readonly text: string;
  readonly by: string;
  readonly role: string;
  readonly at: string;
}

/** What stood in last year's form, beside which this year's is written. */
export interface LastYear {
  readonly fiscalYear: number;
  readonly texts: RowTexts;
  readonly budgetedToDate: number | null;
  readonly executedToDate: number | null;
  /** Promises that stand at the top until they are answered. */
  readonly commitments: readonly Commitment[];
}

/** A share of a plan in a year: one row of the form. */
export interface RowRecord {
  readonly id: string;
  /** Id of the year's form. */
  readonly year: string;
  readonly fiscalYear: number;
  /** Id of the share that it is a year of. */
  readonly share: string;
  readonly agency: string;
  /** Its place in the form. */
  readonly position: number;
  /** (1) under a parent. */
  readonly marker: string | null;
  readonly parent: string | null;
  readonly state: RowState;
  /** Rises by one with every change: who saves an older one is shown the difference. */
  readonly version: number;
  readonly texts: RowTexts;
  readonly money: ShareMoney;
  /** Of the plan, oldest first. */
  readonly versions: readonly PlanVersion[];
  readonly indicators: readonly IndicatorRecord[];
  readonly lastYear: LastYear | null;
  readonly remarks: readonly Remark[];
  /** Who wrote in it since it was last returned: none of them may approve it. */
  readonly writers: readonly string[];
}

/** The row with the total and the period of the version in force at its year's end, where versions are held. */
export function asApproved(row: RowRecord): RowRecord {
  const inForce = versionInForce(row.versions, row.fiscalYear);
  if (inForce === null) return row;
  return {
    ...row,
    texts: { ...row.texts, period: inForce.period },
    money: { ...row.money, approvedTotal: inForce.total },
  };
}

/** The row as the form prints it, money in 千元. */
export function typedRow({ texts, money, fiscalYear, marker }: RowRecord): TypedRow {
  const thousands = (twd: number | null) => (twd === null ? '' : inThousands(twd).thousands.toLocaleString('en-US'));
  return {
    ...texts,
    name: `${marker ?? ''}${texts.name}`,
    approvedTotal: thousands(money.approvedTotal),
    budgetedToDate: thousands(budgetedToDate(money, fiscalYear)),
    executedToDate: thousands(executedToDate(money, fiscalYear)),
  };
}
