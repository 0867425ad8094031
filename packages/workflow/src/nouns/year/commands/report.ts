import { Refusal } from '@guankao/domain';
import type { WorkflowEvent } from '../../../events.ts';
import { demand } from '../../../policy.ts';
import { yearPolicy } from '../policy.ts';
import type { RowRecord } from '../../row/row.ts';
import type { YearRecord } from '../year.ts';
import { moved } from '../../../machine.ts';
import { rowMachine } from '../../row/machine.ts';
import { yearMachine } from '../machine.ts';
import { demandVersion, type Context } from '../../../context.ts';
import { movedWith, reasonOwed } from '../../row/commands/move.ts';

/**
 * Freezes the form as an edition with its hash: every row must be approved, and none may carry a blocking finding.
 * `sha256` is of `canonicalForm(rows)`, computed by the caller, who has the hash function.
 */
export function submitYear(
  year: YearRecord,
  rows: readonly RowRecord[],
  sha256: string,
  reason: string | null,
  blocking: readonly string[],
  shownVersion: number,
  context: Context,
): readonly WorkflowEvent[] {
  const name = year.state === 'correcting' ? 'resubmit' : 'submit';
  demand(yearPolicy, name, context.actor, year, context.tree);
  const move = moved(yearMachine, year.state, name);
  demandVersion(year.version, shownVersion);
  demandReady(rows, blocking);
  if (name === 'resubmit' && (reason ?? '').trim() === '') throw reasonOwed(move.label);
  const edition = {
    number: year.editions.length + 1,
    at: context.now.toISOString(),
    by: context.actor.name,
    sha256,
    reason: name === 'resubmit' ? reason : null,
  };
  const filed = rows
    .filter(({ state }) => state === 'approved')
    .map((row): WorkflowEvent => ({
      kind: 'row-moved',
      subject: row.id,
      payload: {
        move: 'file',
        from: row.state,
        to: moved(rowMachine, row.state, 'file').to,
        remarks: [],
        by: context.actor.id,
      },
    }));
  return [
    ...filed,
    { kind: 'year-moved', subject: year.id, payload: { move: name, from: year.state, to: move.to, edition } },
  ];
}

/** Opens a submitted form for correction, and in it the rows named. What was submitted stays as it is. */
export function correctYear(
  year: YearRecord,
  rows: readonly RowRecord[],
  ids: readonly string[],
  reason: string,
  shownVersion: number,
  context: Context,
): readonly WorkflowEvent[] {
  demand(yearPolicy, 'correct', context.actor, year, context.tree);
  const move = moved(yearMachine, year.state, 'correct');
  demandVersion(year.version, shownVersion);
  if (reason.trim() === '') throw reasonOwed(move.label);
  const reopened = rows
    .filter(({ id }) => ids.includes(id))
    .flatMap((row) => movedWith(row, 'reopen', [{ field: null, text: reason }], row.version, context));
  return [
    {
      kind: 'year-moved',
      subject: year.id,
      payload: { move: 'correct', from: year.state, to: move.to, edition: null },
    },
    ...reopened,
  ];
}

function demandReady(rows: readonly RowRecord[], blocking: readonly string[]): void {
  const waiting = rows
    .filter(({ state }) => state !== 'approved' && state !== 'filed')
    .map(({ texts, state }) => `${texts.name}（${rowMachine.labels[state]['zh-Hant']}）`);
  if (waiting.length > 0) throw notReady('rows-not-approved', waiting, '還有列未核可', 'rows not yet approved');
  if (blocking.length > 0)
    throw notReady('blocking-findings', blocking, '有必須先處理的檢核結果', 'findings that must be settled first');
}

function notReady(id: string, list: readonly string[], zh: string, en: string): Refusal {
  const shown = list.slice(0, 5).join('、');
  const more = list.length > 5 ? ` … (+${list.length - 5})` : '';
  return new Refusal(id, 409, { 'zh-Hant': `${zh}：${shown}${more}。`, en: `There are ${en}: ${shown}${more}.` });
}

/** The form's rows as one string, keys sorted, so that the same form has the same hash everywhere. */
export function canonicalForm(rows: readonly RowRecord[]): string {
  const printed = rows
    .toSorted((a, b) => a.position - b.position)
    .map(({ id, position, marker, parent, agency, texts, money, indicators }) => ({
      id,
      position,
      marker,
      parent,
      agency,
      texts,
      money,
      indicators,
    }));
  return JSON.stringify(printed, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
