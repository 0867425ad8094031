import { Refusal } from '@guankao/domain';
import { cleanText } from '../../../fields.ts';
import { demand } from '../../../policy.ts';
import { rowPolicy } from '../policy.ts';
import type { Remark, RowRecord } from '../row.ts';
import { moved } from '../../../machine.ts';
import type { RowEvent } from '../events.ts';
import { askedMoves, rowMachine, type RowMove } from '../machine.ts';
import { demandVersion, type Context } from '../../../context.ts';

export interface Comment {
  readonly field: Remark['field'];
  readonly text: string;
}

/** Moves a row on or back. Returning it owes a comment on the exact field; approving it is not for whoever wrote in it. */
export function moveRow(
  row: RowRecord,
  name: RowMove,
  comments: readonly Comment[],
  shownVersion: number,
  context: Context,
): readonly RowEvent[] {
  const asked = askedMoves.find((move) => move === name);
  if (asked === undefined) throw notByItself(name);
  demand(rowPolicy, asked, context.actor, row, context.tree);
  return movedWith(row, name, comments, shownVersion, context);
}

/** The same where it comes with something else that was demanded already: a form that goes out, a correction. */
export function movedWith(
  row: RowRecord,
  name: RowMove,
  comments: readonly Comment[],
  shownVersion: number,
  { actor, now }: Context,
): readonly RowEvent[] {
  const move = moved(rowMachine, row.state, name);
  demandVersion(row.version, shownVersion);
  const said = comments.filter(({ text }) => text.trim() !== '');
  if (move.reason && said.length === 0) throw reasonOwed(move.label, 'comment');
  const remarks = said.map(({ field, text }) => ({
    field,
    text: cleanText(text.trim(), { 'zh-Hant': '意見', en: 'comment' }),
    by: actor.name,
    role: move.who,
    at: now.toISOString(),
  }));
  const payload = { move: name, from: row.state, to: move.to, remarks, by: actor.id };
  return [{ kind: 'row-moved', subject: row.id, payload }];
}

/** What is recorded in a row that was approved ends the approval: it covered figures that stand no longer. */
export function withLapse(row: RowRecord, events: readonly RowEvent[], { actor }: Context): readonly RowEvent[] {
  if (row.state !== 'approved' || events.length === 0) return events;
  const { to } = moved(rowMachine, row.state, 'lapse');
  const payload = { move: 'lapse' as const, from: row.state, to, remarks: [], by: actor.id };
  return [...events, { kind: 'row-moved', subject: row.id, payload }];
}

function notByItself(name: RowMove): Refusal {
  const label = rowMachine.moves.find((move) => move.name === name)?.label ?? { 'zh-Hant': name, en: name };
  return new Refusal('not-by-itself', 409, {
    'zh-Hant': `「${label['zh-Hant']}」不能單獨對一列辦理：它隨整份表的報送或修正而發生。請到該年度的表辦理。`,
    en: `"${label.en}" cannot be done to one row by itself: it comes with the reporting or correcting of the whole form. Go to the year's form.`,
  });
}

export function reasonOwed(label: { readonly 'zh-Hant': string; readonly en: string }, field = 'reason'): Refusal {
  return new Refusal('reason-owed', 422, {
    'zh-Hant': `「${label['zh-Hant']}」要寫明理由：哪一欄、什麼問題、怎樣才算補正。`,
    en: `"${label.en}" owes a reason: which field, what is wrong, what would settle it.`,
  }).about(field);
}
