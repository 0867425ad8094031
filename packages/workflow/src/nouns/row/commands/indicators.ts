import { Refusal } from '@guankao/domain';
import type { RowEvent } from '../events.ts';
import { demand } from '../../../policy.ts';
import { rowPolicy } from '../policy.ts';
import type { IndicatorRecord, RowRecord } from '../row.ts';
import { demandVersion, type Context } from '../../../context.ts';
import { reasonOwed } from './move.ts';
import { saveIndicators } from './save-texts.ts';

export interface NewIndicator {
  readonly label: string;
  readonly comparator: IndicatorRecord['comparator'];
  readonly unit: string | null;
  readonly scope: IndicatorRecord['scope'];
  readonly target: number | null;
  readonly text: string;
}

/** A new indicator with its first target: the promise that stays in sight. */
export function addIndicator(
  row: RowRecord,
  { label, comparator, unit, scope, target, text }: NewIndicator,
  shownVersion: number,
  context: Context,
): readonly RowEvent[] {
  if (label.trim() === '') throw unclear('label');
  if (comparator !== 'milestone' && target === null) throw unclear('target');
  const indicator: IndicatorRecord = {
    id: `i${row.indicators.length + 1}`,
    label: label.trim(),
    comparator,
    unit,
    scope,
    targets: [
      {
        value: comparator === 'milestone' ? null : target,
        text,
        at: context.now.toISOString(),
        by: context.actor.name,
        reason: null,
        document: null,
      },
    ],
    actual: null,
    evidence: [],
    stated: null,
    reviewed: null,
  };
  return saveIndicators(row, [...row.indicators, indicator], shownVersion, context);
}

/** A changed target stands beside the ones before it, and owes its reason; `document`: by which it was revised. */
export function reviseTarget(
  row: RowRecord,
  id: string,
  { target, reason, document }: { readonly target: number | null; readonly reason: string; readonly document: string },
  shownVersion: number,
  context: Context,
): readonly RowEvent[] {
  if (reason.trim() === '') throw reasonOwed({ 'zh-Hant': '修正目標值', en: 'revise a target' });
  return changed(row, id, shownVersion, context, (indicator) => ({
    ...indicator,
    targets: [
      ...indicator.targets,
      {
        value: target,
        text: reason.trim(),
        at: context.now.toISOString(),
        by: context.actor.name,
        reason: reason.trim(),
        document: document.trim() === '' ? null : document.trim(),
      },
    ],
  }));
}

export function recordActual(
  row: RowRecord,
  id: string,
  value: number | null,
  text: string,
  stated: IndicatorRecord['stated'],
  shownVersion: number,
  context: Context,
): readonly RowEvent[] {
  return changed(row, id, shownVersion, context, (indicator) => ({
    ...indicator,
    actual: { value, text: text.trim() },
    stated,
  }));
}

export function attachEvidence(
  row: RowRecord,
  id: string,
  file: { readonly sha256: string; readonly name: string },
  shownVersion: number,
  context: Context,
): readonly RowEvent[] {
  return changed(row, id, shownVersion, context, (indicator) =>
    indicator.evidence.some(({ sha256 }) => sha256 === file.sha256)
      ? indicator
      : { ...indicator, evidence: [...indicator.evidence, file] },
  );
}

/** The auditor's own verdict stands beside the stated and the computed one; it changes neither. */
export function reviewIndicator(
  row: RowRecord,
  id: string,
  verdict: 'met' | 'missed' | 'unsettled',
  reason: string,
  shownVersion: number,
  { actor, tree, now }: Context,
): readonly RowEvent[] {
  demand(rowPolicy, 'review', actor, row, tree);
  if (reason.trim() === '') throw reasonOwed({ 'zh-Hant': '登錄查核意見', en: 'review a verdict' });
  demandVersion(row.version, shownVersion);
  const after = row.indicators.map((indicator) =>
    indicator.id === id
      ? { ...indicator, reviewed: { verdict, reason: reason.trim(), by: actor.name, at: now.toISOString() } }
      : indicator,
  );
  if (!row.indicators.some((indicator) => indicator.id === id)) throw noSuchIndicator(id);
  return [
    { kind: 'row-indicators-saved', subject: row.id, payload: { before: row.indicators, after, writer: actor.id } },
  ];
}

/**
 * Met or not, on unrounded values with the target's own comparator, against the newest target or the first promise; null
 * where it cannot be told.
 */
export function computedVerdict(
  { comparator, targets, actual }: IndicatorRecord,
  against: 'newest' | 'first' = 'newest',
): 'met' | 'missed' | null {
  const target = targets.at(against === 'first' ? 0 : -1)?.value ?? null;
  if (comparator === 'milestone' || target === null || actual === null || actual.value === null) return null;
  const met =
    comparator === '>='
      ? actual.value >= target
      : comparator === '<='
        ? actual.value <= target
        : actual.value === target;
  return met ? 'met' : 'missed';
}

function changed(
  row: RowRecord,
  id: string,
  shownVersion: number,
  context: Context,
  change: (indicator: IndicatorRecord) => IndicatorRecord,
): readonly RowEvent[] {
  if (!row.indicators.some((indicator) => indicator.id === id)) throw noSuchIndicator(id);
  return saveIndicators(
    row,
    row.indicators.map((indicator) => (indicator.id === id ? change(indicator) : indicator)),
    shownVersion,
    context,
  );
}

function noSuchIndicator(id: string): Refusal {
  return new Refusal('no-such-indicator', 404, {
    'zh-Hant': `這一列沒有編號「${id}」的指標。`,
    en: `this row has no indicator ${id}.`,
  });
}

function unclear(field: 'label' | 'target'): Refusal {
  return new Refusal('indicator-unclear', 422, {
    'zh-Hant': field === 'label' ? '指標要有名稱。' : '不是查核點的指標要有目標值，例：12 公里。',
    en:
      field === 'label' ? 'an indicator has a name.' : 'an indicator that is no milestone has a target, such as 12 km.',
  }).about(field);
}
