import { Refusal } from '@guankao/domain';
import type { WorkflowEvent } from '../events.ts';
import { demand } from '../policies/policy.ts';
import { rowPolicy } from '../policies/row.ts';
import type { Remark, RowRecord } from '../records/row.ts';
import { moved } from '../states/machine.ts';
import { rowMachine, type RowMove } from '../states/row.ts';
import { demandVersion, type Context } from './context.ts';

export interface Comment {
  readonly field: Remark['field'];
  readonly text: string;
}

/** Moves a row on or back. Returning it owes a comment on the exact field; approving it is not for whoever wrote it. */
export function moveRow(
  row: RowRecord,
  name: RowMove,
  comments: readonly Comment[],
  shownVersion: number,
  { actor, tree, now }: Context,
): readonly WorkflowEvent[] {
  demand(rowPolicy, name, actor, row, tree);
  const move = moved(rowMachine, row.state, name);
  demandVersion(row.version, shownVersion);
  const said = comments.filter(({ text }) => text.trim() !== '');
  if (move.reason && said.length === 0) throw reasonOwed(move.label);
  const remarks = said.map(({ field, text }) => ({
    field,
    text: text.trim(),
    by: actor.name,
    role: move.who,
    at: now.toISOString(),
  }));
  return [{ kind: 'row-moved', subject: row.id, payload: { move: name, from: row.state, to: move.to, remarks } }];
}

export function reasonOwed(label: { readonly 'zh-Hant': string; readonly en: string }): Refusal {
  return new Refusal('reason-owed', 422, {
    'zh-Hant': `「${label['zh-Hant']}」要寫明理由：哪一欄、什麼問題、怎樣才算補正。`,
    en: `"${label.en}" owes a reason: which field, what is wrong, what would settle it.`,
  });
}
