import { Refusal } from '@guankao/domain';
import { demandVersion, type Context } from '../../../context.ts';
import { cleanText } from '../../../fields.ts';
import { moved } from '../../../machine.ts';
import { sameJson } from '../../../same.ts';
import { reasonOwed } from '../../row/commands/move.ts';
import { isStanding, type RowRecord } from '../../row/row.ts';
import { carryOverId, type CarryOver, type CarryOverLine, type GivenCarryOver } from '../carry-over.ts';
import type { CarryOverEvent } from '../events.ts';
import { carryOverMachine, type carryOverMoves } from '../machine.ts';
import { demandSoundLines, demandWholeLines } from './sound.ts';

/** An empty application for a row, in the row's agency. */
export function openCarryOver(row: RowRecord): readonly CarryOverEvent[] {
  demandStanding(row);
  const carryOver: CarryOver = {
    id: carryOverId(row.id, row.agency),
    row: row.id,
    share: row.share,
    year: row.year,
    agency: row.agency,
    fiscalYear: row.fiscalYear,
    position: row.position,
    state: 'drafting',
    version: 1,
    lines: [],
    linesEver: 0,
    reviewed: null,
    decision: null,
    settlements: [],
    remarks: [],
    writers: [],
  };
  return [{ kind: 'carry-over-opened', subject: carryOver.id, payload: { carryOver } }];
}

/** Saves all lines. The same again is no event. */
export function saveCarryOver(
  one: CarryOver,
  given: GivenCarryOver,
  row: RowRecord,
  shown: number,
  { actor }: Context,
): readonly CarryOverEvent[] {
  demandStillTheirs(one, row);
  const after = numbered(one, cleaned(given));
  if (sameJson(after, one.lines)) return [];
  demandVersion(one.version, shown);
  demandSoundLines(after, row);
  return [{ kind: 'carry-over-saved', subject: one.id, payload: { before: one.lines, after, writer: actor.id } }];
}

/** Moves an application on or back. What is submitted or reviewed is held anew to the row's money as it stands now. */
export function moveCarryOver(
  one: CarryOver,
  name: (typeof carryOverMoves)[number],
  reason: string,
  row: RowRecord,
  shown: number,
  { actor, now }: Context,
): readonly CarryOverEvent[] {
  const move = moved(carryOverMachine, one.state, name);
  demandVersion(one.version, shown);
  if (name === 'revoke' && one.settlements.length > 0) throw settledAlready();
  const why = cleanText(reason.trim(), reasonLabel, 'reason');
  if (move.reason && why === '') throw reasonOwed(move.label);
  if (name === 'submit' || name === 'review') {
    demandStillTheirs(one, row);
    demandSoundLines(one.lines, row);
    demandWholeLines(one.lines, row);
  }
  const payload = {
    move: name,
    from: one.state,
    to: move.to,
    by: actor.id,
    name: actor.name,
    at: now.toISOString(),
    why: why === '' ? null : why,
    decision: null,
  };
  return [{ kind: 'carry-over-moved', subject: one.id, payload }];
}

/** Throws a Refusal where the row ended or went to another agency: the new one asks for itself. */
export function demandStillTheirs(one: CarryOver, row: RowRecord): void {
  demandStanding(row);
  if (row.agency === one.agency) return;
  throw new Refusal('row-handed-over', 409, {
    'zh-Hant': `「${row.texts.name}」已改由其他機關執行，這份保留申請只供查閱。由新的執行機關另行申請。`,
    en: `${row.texts.name} was handed to another agency; this carry-over is for reading only. The new agency asks for its own.`,
  });
}

function demandStanding(row: RowRecord): void {
  if (isStanding(row)) return;
  throw new Refusal('plan-retired', 409, {
    'zh-Hant': `「${row.texts.name}」已停列，不能再申請保留。請到接續它的計畫申請。`,
    en: `${row.texts.name} was retired; nothing of it can be carried over. Ask on the plan in which it goes on.`,
  });
}

function cleaned({ lines }: GivenCarryOver): GivenCarryOver['lines'] {
  return lines.map((line, at) => ({
    ...line,
    contract: cleanText(line.contract.trim(), { 'zh-Hant': '契約', en: 'contract' }, `line-${at + 1}-contract`),
    explanation: cleanText(
      line.explanation.trim(),
      { 'zh-Hant': '保留原因說明', en: 'explanation' },
      `line-${at + 1}-explanation`,
    ),
  }));
}

/** What is new is given the next ids; an id that is not there, or comes twice, is refused: it would be another's history. */
function numbered(one: CarryOver, lines: GivenCarryOver['lines']): readonly CarryOverLine[] {
  const known = new Set(one.lines.map(({ id }) => id));
  let last = one.linesEver;
  return lines.map(({ id = null, ...line }, at) => {
    if (id !== null && !known.delete(id)) throw noSuchLine(id, `line-${at + 1}-ground`);
    return { id: id ?? `k${(last += 1)}`, ...line };
  });
}

export function noSuchLine(id: string, field: string): Refusal {
  return new Refusal('no-such-line', 422, {
    'zh-Hant': `編號「${id}」的一筆不在這份保留申請裡，或出現兩次。新的一筆請不要給編號。`,
    en: `the line ${id} is not of this carry-over, or comes twice. Give a new line no id.`,
  }).about(field);
}

function settledAlready(): Refusal {
  return new Refusal('carry-over-settled', 409, {
    'zh-Hant': '這份保留已登錄實現或註銷，核定不能再撤回。金額有變更時，請以註銷登錄，並註明文號。',
    en: 'amounts of this carry-over were recorded as realised or cancelled; its approval cannot be taken back. Record what changed as cancelled, with the document.',
  });
}

const reasonLabel = { 'zh-Hant': '理由', en: 'reason' } as const;
