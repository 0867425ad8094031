import { Type } from '@sinclair/typebox';
import { terms } from '@guankao/terms';
import { date, line, lines, money, period } from '../../fields.ts';
import { Moment, nullable, Who, type Of } from '../../schema.ts';

/** What is recorded of a version. */
export const planVersionFields = {
  documentNumber: line({
    label: { 'zh-Hant': '文號', en: 'document number' },
    hint: { 'zh-Hant': '例：院臺教字第1130001234號', en: 'such as 院臺教字第1130001234號' },
    by: 'accountant',
  }),
  date: date({ label: { 'zh-Hant': '核定日期', en: 'date of approval' }, by: 'accountant' }),
  total: money({ label: { 'zh-Hant': '核定總經費', en: 'approved total' }, by: 'accountant', of: 'the whole plan' }),
  period: period({ label: terms.period, by: 'accountant' }),
  reason: lines({ label: { 'zh-Hant': '修正理由', en: 'reason of the revision' }, by: 'accountant' }),
} as const;

/** An approved version of the whole plan that a row is a share of: as first approved, and each revision (rules.md §6.1). */
export const PlanVersionJson = Type.Object(
  {
    number: Type.Integer({ description: '1: as first approved' }),
    documentNumber: Type.String({ description: '文號' }),
    date: Type.String({ description: 'Of the document, Gregorian: 2024-08-09' }),
    total: Type.Integer({ description: '計畫核定總經費, TWD' }),
    period: Type.String({ description: 'As printed: 112年1月至115年12月' }),
    reason: nullable(Type.String(), { description: 'Why it was revised; null for the first' }),
    by: Who,
    at: Moment,
  },
  { $id: 'PlanVersion' },
);
export type PlanVersion = Of<typeof PlanVersionJson>;

/** The version whose total and period the form of a year prints: the last one approved by 31 December. */
export function versionInForce(versions: readonly PlanVersion[], fiscalYear: number): PlanVersion | null {
  return versions.findLast(({ date }) => date <= `${fiscalYear}-12-31`) ?? null;
}

/** What a revision changed of the version before it. */
export interface Revision {
  readonly version: PlanVersion;
  readonly before: PlanVersion | null;
  /** TWD; null for the first version. */
  readonly totalChange: number | null;
  readonly periodChanged: boolean;
}

/** Each version beside the one before it, oldest first. */
export function revisionsOf(versions: readonly PlanVersion[]): readonly Revision[] {
  return versions.map((version, at) => {
    const before = versions[at - 1] ?? null;
    return {
      version,
      before,
      totalChange: before === null ? null : version.total - before.total,
      periodChanged: before !== null && before.period !== version.period,
    };
  });
}
