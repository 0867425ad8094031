import { cleanText } from '../../../fields.ts';
import { Refusal } from '@guankao/domain';
import type { Changed } from '../../../noun.ts';
import type { RowEvent } from '../events.ts';
import { rowPolicy } from '../policy.ts';
import { demand } from '../../../policy.ts';
import { versionInForce } from '../plan-version.ts';
import {
  isDrawn,
  rowTextFields,
  textFieldNames,
  type DrawnField,
  type IndicatorRecord,
  type RowRecord,
  type RowTexts,
  type TextField,
} from '../row.ts';
import { demandVersion, type Context } from '../../../context.ts';
import { sameJson } from '../../../same.ts';

/**
 * Saves what differs. The same texts again are no event: a double submit does nothing twice. `authors`: of texts that come
 * from elsewhere, by field, who wrote them there.
 */
export function saveTexts(
  row: RowRecord,
  texts: Partial<RowTexts>,
  shownVersion: number,
  { actor, tree }: Context,
  authors?: RowRecord['authors'],
): readonly RowEvent[] {
  demand(rowPolicy, 'write-texts', actor, row, tree);
  const changed = changedTexts(row, texts, shownVersion);
  if (changed === null) return [];
  const payload = { ...changed, writer: actor.id, ...(authors === undefined ? {} : { authors }) };
  return [{ kind: 'row-texts-saved', subject: row.id, payload }];
}

/** What would be saved of these texts; null where nothing differs. Throws a Refusal for what the row cannot hold. */
export function changedTexts(
  row: RowRecord,
  texts: Partial<RowTexts>,
  shownVersion: number,
): Changed<Partial<RowTexts>> | null {
  const cleaned = cleanTexts(texts);
  const changed = textFieldNames.filter((field) => cleaned[field] !== undefined && cleaned[field] !== row.texts[field]);
  if (changed.length === 0) return null;
  demandVersion(row.version, shownVersion);
  for (const field of ['plannedWork', 'execution'] as const) if (changed.includes(field)) demandNotDrawn(row, field);
  if (changed.includes('period')) demandApprovedPeriod(row);
  const after = Object.fromEntries(changed.map((field) => [field, cleaned[field] ?? '']));
  const before = Object.fromEntries(changed.map((field) => [field, row.texts[field]]));
  return { before, after };
}

/** Throws a Refusal where the row cannot hold this text. */
export function refuseText(row: RowRecord, field: TextField, text: string): void {
  changedTexts(row, { [field]: text }, row.version);
}

function cleanTexts(texts: Partial<RowTexts>): Partial<RowTexts> {
  const entries = textFieldNames.flatMap((field) => {
    const text = texts[field];
    return text === undefined ? [] : [[field, cleanText(text, rowTextFields[field].label, field)] as const];
  });
  return Object.fromEntries(entries);
}

/** Where the plan's versions are held, the period is what the one in force says. */
function demandApprovedPeriod({ versions, fiscalYear }: RowRecord): void {
  const inForce = versionInForce(versions, fiscalYear);
  if (inForce === null) return;
  throw new Refusal('period-not-approved', 422, {
    'zh-Hant': `計畫期程應為「${inForce.period}」：第 ${inForce.number} 版（${inForce.documentNumber}）所核定。若已修正，請主計先登錄新的核定版本。`,
    en: `The period is ${inForce.period} by version ${inForce.number} (${inForce.documentNumber}). If the plan was revised, ask the accountant to record the new version first.`,
  }).about('period');
}

/** What its source says is overruled with a reason, and never in passing. */
function demandNotDrawn(row: RowRecord, field: DrawnField): void {
  if (!isDrawn(row, field)) return;
  if (field === 'plannedWork') throw workIsDrawn();
  throw new Refusal('text-is-drawn', 422, {
    'zh-Hant': '執行情形是由定期填報帶入的，不能直接改。請更正填報後重新帶入；或在這一列「定期填報」處改寫並寫明理由。',
    en: 'what was carried out was drawn from a periodic report and is not changed in passing. Correct the report and draw it anew, or write it in your own words at "Periodic reports" on the row, with the reason.',
  }).about('execution');
}

function workIsDrawn(): Refusal {
  return new Refusal('text-is-drawn', 422, {
    'zh-Hant':
      '預定工作摘要是由核定的年度作業計畫帶入的，不能直接改。請調整年度作業計畫後重新帶入；或在這一列「年度作業計畫」處改寫並寫明理由。',
    en: 'the summary of planned work was drawn from the approved work plan and is not changed in passing. Adjust the work plan and draw it anew, or write it in your own words at "Annual work plan" on the row, with the reason.',
  }).about('plannedWork');
}

export function saveIndicators(
  row: RowRecord,
  indicators: readonly IndicatorRecord[],
  shownVersion: number,
  { actor, tree }: Context,
): readonly RowEvent[] {
  demand(rowPolicy, 'write-texts', actor, row, tree);
  if (sameJson(indicators, row.indicators)) return [];
  demandVersion(row.version, shownVersion);
  for (const before of row.indicators)
    demandPromiseKept(
      before,
      indicators.find(({ id }) => id === before.id),
    );
  return [
    {
      kind: 'row-indicators-saved',
      subject: row.id,
      payload: { before: row.indicators, after: indicators, writer: actor.id },
    },
  ];
}

/** Targets are only ever added to: the first promise stays in sight for ever. */
function demandPromiseKept(before: IndicatorRecord, after: IndicatorRecord | undefined): void {
  const kept = after !== undefined && before.targets.every((target, at) => sameJson(target, after.targets[at]));
  if (kept) return;
  throw new Refusal('promise-removed', 409, {
    'zh-Hant': `指標「${before.label}」原訂的目標值不能刪改。請另加一筆修正後的目標值並寫明理由，原目標會並列。`,
    en: `The targets that "${before.label}" was given cannot be taken away. Add a revised target with its reason; the first one stays beside it.`,
  });
}
