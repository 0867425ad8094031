import type { Context } from '../../../context.ts';
import { demand } from '../../../policy.ts';
import type { RowEvent } from '../events.ts';
import { markOf, rowPolicy } from '../policy.ts';
import type { RowRecord, RowTexts } from '../row.ts';
import { changedTexts } from './save-texts.ts';

/** Where texts that somebody without an account wrote come from. */
export interface WrittenElsewhere {
  /** By name. */
  readonly person: string;
  /** Name of their agency. */
  readonly agency: string;
  /** For people: 收集表 範例部-114-收集-1，檔案「甲.ods」，115年1月20日，電子郵件. */
  readonly document: string;
}

/**
 * Texts that came in a file: written by the person whose file it is, entered by the compiler. Neither of them may
 * approve the row.
 */
export function takeTexts(
  row: RowRecord,
  texts: Partial<RowTexts>,
  { person, agency, document }: WrittenElsewhere,
  shownVersion: number,
  { actor, tree }: Context,
): readonly RowEvent[] {
  demand(rowPolicy, 'take-texts', actor, row, tree);
  const changed = changedTexts(row, texts, shownVersion);
  if (changed === null) return [];
  const payload = { ...changed, writer: actor.id, writtenBy: { mark: markOf(person), person, agency }, document };
  return [{ kind: 'row-texts-saved', subject: row.id, payload }];
}
