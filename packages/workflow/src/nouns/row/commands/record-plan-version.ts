import { Refusal } from '@guankao/domain';
import type { RowEvent } from '../events.ts';
import { demand } from '../../../policy.ts';
import { isAmount } from '../money.ts';
import { rowPolicy } from '../policy.ts';
import type { PlanVersion } from '../plan-version.ts';
import type { RowRecord } from '../row.ts';
import { demandVersion, type Context } from '../../../context.ts';
import { reasonOwed, withLapse } from './move.ts';

export interface NewPlanVersion extends Pick<PlanVersion, 'documentNumber' | 'date' | 'total' | 'period'> {
  readonly reason: string;
}

/**
 * Records a version of the plan as a document approved it. The total and the period of the row follow the version in
 * force at the year's end. The same document again is no event.
 */
export function recordPlanVersion(
  row: RowRecord,
  asked: NewPlanVersion,
  shownVersion: number,
  context: Context,
): readonly RowEvent[] {
  const { actor, tree, now } = context;
  demand(rowPolicy, 'write-version', actor, row, tree);
  const last = row.versions.at(-1) ?? null;
  const next = {
    ...asked,
    documentNumber: asked.documentNumber.trim(),
    period: asked.period.replaceAll(/\s/g, ''),
    reason: asked.reason.trim(),
  };
  if (last !== null && sameDocument(last, next)) return [];
  demandVersion(row.version, shownVersion);
  demandSound(next, last);
  if (last !== null && next.reason === '') throw reasonOwed({ 'zh-Hant': '登錄修正計畫', en: 'record a revision' });
  const after: PlanVersion = {
    ...next,
    number: (last?.number ?? 0) + 1,
    reason: next.reason === '' ? null : next.reason,
    by: actor.name,
    at: now.toISOString(),
  };
  const payload = { before: last, after, writer: actor.id };
  return withLapse(row, [{ kind: 'row-plan-versioned', subject: row.id, payload }], context);
}

function sameDocument(last: PlanVersion, { documentNumber, date, total, period, reason }: NewPlanVersion): boolean {
  return (
    last.documentNumber === documentNumber &&
    last.date === date &&
    last.total === total &&
    last.period === period &&
    (last.reason ?? '') === reason
  );
}

function demandSound({ documentNumber, date, total, period }: NewPlanVersion, last: PlanVersion | null): void {
  if (documentNumber === '')
    throw unsound('文號', 'document number', '院臺教字第1130001234號', '院臺教字第1130001234號');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date))
    throw unsound('核定日期', 'date of approval', '113年8月9日', '9 August 2024 as 2024-08-09 or 113年8月9日');
  if (!isAmount(total) || total < 0) throw unsound('核定總經費', 'approved total', '1億2,000萬', '120,000,000');
  if (period === '') throw unsound('計畫期程', 'period', '112年1月至115年12月', '112年1月至115年12月');
  if (last === null || date >= last.date) return;
  throw new Refusal('version-out-of-order', 422, {
    'zh-Hant': `核定日期 ${date} 早於第 ${last.number} 版的 ${last.date}。版本依核定先後登錄，且不能刪改；請核對日期。`,
    en: `The date of approval ${date} is before that of version ${last.number}, ${last.date}. Versions are recorded in the order of their approval and stay; check the date.`,
  });
}

function unsound(chinese: string, english: string, chineseExample: string, englishExample: string): Refusal {
  return new Refusal('version-unclear', 422, {
    'zh-Hant': `核定版本要有「${chinese}」，例：${chineseExample}。`,
    en: `An approved version has a ${english}, such as ${englishExample}.`,
  });
}
