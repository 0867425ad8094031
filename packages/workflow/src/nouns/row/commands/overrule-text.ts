import type { Refusal } from '@guankao/domain';
import { demandVersion, type Context } from '../../../context.ts';
import { cleanText } from '../../../fields.ts';
import { demand } from '../../../policy.ts';
import type { RowEvent } from '../events.ts';
import { rowPolicy } from '../policy.ts';
import { rowTextFields, type RowRecord } from '../row.ts';

/** Texts that may be drawn from elsewhere, each with its source beside it. */
type DrawnText = 'plannedWork' | 'execution';

/** Words of one's own in place of what was drawn into a text, with the reason: both stay in sight. */
export function overruleText(
  row: RowRecord,
  field: DrawnText,
  { text, reason }: { readonly text: string; readonly reason: string },
  shown: number,
  { actor, tree, now }: Context,
  refusals: { readonly notDrawn: () => Refusal; readonly reasonOwed: () => Refusal },
): readonly RowEvent[] {
  demand(rowPolicy, 'write-texts', actor, row, tree);
  const held = row.drawn?.[field];
  if (held === undefined) throw refusals.notDrawn();
  const after = cleanText(text, rowTextFields[field].label, 'text');
  const why = cleanText(reason.trim(), { 'zh-Hant': '改寫理由', en: 'reason' }, 'reason');
  if (why === '') throw refusals.reasonOwed();
  if (after === row.texts[field]) return [];
  demandVersion(row.version, shown);
  const overruled = { reason: why, by: actor.name, at: now.toISOString() };
  const payload = {
    before: { [field]: row.texts[field] },
    after: { [field]: after },
    writer: actor.id,
    drawn: { [field]: { ...held, overruled } },
  };
  return [{ kind: 'row-texts-saved', subject: row.id, payload }];
}
