import { Refusal, type RowField } from '@guankao/domain';
import type { Context } from '../../../context.ts';
import { cleanText } from '../../../fields.ts';
import { demand } from '../../../policy.ts';
import type { Disclosure, DisclosureGround, DisclosureLevel } from '../disclosure.ts';
import type { RowEvent } from '../events.ts';
import { rowPolicy } from '../policy.ts';
import type { RowRecord } from '../row.ts';
import { reasonOwed } from './move.ts';

export interface DisclosureDecision {
  readonly fields: readonly RowField[];
  readonly level: DisclosureLevel;
  readonly ground: DisclosureGround | null;
  /** Why: it stays inside. */
  readonly reason: string;
}

/** Decides what of a row the public is shown. It changes nothing that the row says, so that it ends no approval. */
export function setDisclosure(
  row: RowRecord,
  { fields, level, ground, reason }: DisclosureDecision,
  { actor, tree }: Context,
): readonly RowEvent[] {
  demand(rowPolicy, 'set-disclosure', actor, row, tree);
  if (level !== 'open' && ground === null) throw groundOwed();
  if (cleanText(reason.trim(), { 'zh-Hant': '理由', en: 'reason' }, 'reason') === '')
    throw reasonOwed({ 'zh-Hant': '公開與否', en: 'what is shown' });
  const decided = { level, ground: level === 'open' ? null : ground };
  const changed = fields.filter((field) => {
    const before = row.disclosure[field];
    return before?.level !== decided.level || before.ground !== decided.ground;
  });
  if (changed.length === 0) return [];
  const before: Disclosure = Object.fromEntries(
    changed.flatMap((field) => (row.disclosure[field] === undefined ? [] : [[field, row.disclosure[field]]])),
  );
  const after: Disclosure = Object.fromEntries(changed.map((field) => [field, decided]));
  return [{ kind: 'row-disclosure-set', subject: row.id, payload: { before, after, by: actor.id } }];
}

function groundOwed(): Refusal {
  return new Refusal('ground-owed', 422, {
    'zh-Hant': '限制公開或不予公開要有法律依據：請選擇政府資訊公開法第18條第1項的款次。',
    en: 'what is not shown needs its ground in law: choose the subparagraph of art. 18 par. 1 of the Freedom of Government Information Law.',
  }).about('ground');
}
