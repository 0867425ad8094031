import { Refusal, type Message } from '@guankao/domain';
import { terms } from '@guankao/terms';
import type { WorkflowEvent } from '../../../events.ts';
import { demand } from '../../../policy.ts';
import { yearPolicy } from '../policy.ts';
import { isStanding, type RowRecord } from '../../row/row.ts';
import { cleanText } from '../../../fields.ts';
import type { YearEvent } from '../events.ts';
import type { FormEdition, YearRecord } from '../year.ts';
import { moved } from '../../../machine.ts';
import { rowMachine } from '../../row/machine.ts';
import { yearMachine } from '../machine.ts';
import { demandVersion, type Context } from '../../../context.ts';
import { movedWith, reasonOwed } from '../../row/commands/move.ts';

/**
 * Freezes the form as an edition with its hash: every row must be approved, and none may carry a blocking finding.
 * `sha256` is that of the file that is published, made by the caller of the same rows (`typedForm`).
 */
export function submitYear(
  year: YearRecord,
  rows: readonly RowRecord[],
  sha256: string,
  { reason = null, letter = null }: { readonly reason?: string | null; readonly letter?: FormEdition['letter'] },
  blocking: readonly Message[],
  shownVersion: number,
  context: Context,
): readonly WorkflowEvent[] {
  const name = year.state === 'correcting' ? 'resubmit' : 'submit';
  demand(yearPolicy, name, context.actor, year, context.tree);
  const move = moved(yearMachine, year.state, name);
  demandVersion(year.version, shownVersion);
  demandReady(rows.filter(isStanding), blocking);
  if (name === 'resubmit' && (reason ?? '').trim() === '') throw reasonOwed(move.label);
  const edition = {
    number: year.editions.length + 1,
    at: context.now.toISOString(),
    by: context.actor.name,
    sha256,
    hashOf: 'file' as const,
    reason: name === 'resubmit' ? reason : null,
    letter,
    published: null,
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

/** What the public is shown of an edition: found out before the command. */
export interface ShownForm {
  /** Of the file; that of the edition where nothing is withheld. */
  readonly sha256: string;
}

/** Shows an edition that was reported to everybody, as far as it is to be shown. What is shown already is no event. */
export function publishYear(
  year: YearRecord,
  asked: { readonly edition?: number; readonly ground: string },
  { sha256 }: ShownForm,
  { actor, now }: Context,
): readonly YearEvent[] {
  const edition = year.editions.find(({ number }) => number === (asked.edition ?? year.editions.length));
  if (edition === undefined) throw nothingReported();
  if (edition.published !== null && (edition.published.sha256 ?? edition.sha256) === sha256) return [];
  const ground = cleanText(asked.ground.trim(), { 'zh-Hant': '公開依據', en: 'ground' });
  if (ground === '') throw reasonOwed(terms.publish, 'ground');
  const shown = sha256 === edition.sha256 ? {} : { sha256 };
  const published = { at: now.toISOString(), by: actor.name, ground, ...shown };
  return [{ kind: 'year-published', subject: year.id, payload: { edition: edition.number, published } }];
}

/** Undoes an opening while nothing has been written: the rows are as they were opened. */
export function discardYear(year: YearRecord, rows: readonly RowRecord[]): readonly YearEvent[] {
  const { to } = moved(yearMachine, year.state, 'discard');
  const written = rows
    .filter(({ version }) => version > 1)
    .map(({ texts }) => ({ 'zh-Hant': texts.name, en: texts.name }));
  if (written.length > 0)
    throw notReady('already-written', written, '已有人填寫，不能取消開辦', 'rows in which somebody wrote');
  const payload = { move: 'discard' as const, from: year.state, to, edition: null };
  return [{ kind: 'year-moved', subject: year.id, payload }];
}

function nothingReported(): Refusal {
  return new Refusal('nothing-reported', 409, {
    'zh-Hant': '這份表還沒有報送過這一版，沒有可以公開的。請先報送。',
    en: 'this edition of the form has not been reported: there is nothing to publish. Report it first.',
  });
}

function demandReady(rows: readonly RowRecord[], blocking: readonly Message[]): void {
  if (rows.length === 0) throw emptyForm();
  const waiting = rows
    .filter(({ state }) => state !== 'approved' && state !== 'filed')
    .map(({ texts, state }) => ({
      'zh-Hant': `${texts.name}（${rowMachine.labels[state]['zh-Hant']}）`,
      en: `${texts.name} (${rowMachine.labels[state].en})`,
    }));
  if (waiting.length > 0) throw notReady('rows-not-approved', waiting, '還有列未核可', 'rows not yet approved');
  if (blocking.length > 0)
    throw notReady('blocking-findings', blocking, '有必須先處理的檢核結果', 'findings that must be settled first');
}

function emptyForm(): Refusal {
  return new Refusal('year-empty', 422, {
    'zh-Hant': '這份表沒有任何計畫，不能報送。請先新增計畫，或取消開辦後由去年的表重新開辦。',
    en: 'this form has no plans and cannot be reported. Add plans, or undo the opening and open it from last year’s form.',
  });
}

function notReady(id: string, list: readonly Message[], zh: string, en: string): Refusal {
  const shown = list.slice(0, 5);
  const more = list.length > 5 ? ` … (+${list.length - 5})` : '';
  // A finding is a sentence of its own, whose full stop would be followed by ours.
  const said = (language: keyof Message, between: string) =>
    shown.map((one) => one[language].replace(/[。.]$/, '')).join(between);
  return new Refusal(id, 409, {
    'zh-Hant': `${zh}：${said('zh-Hant', '、')}${more}。`,
    en: `There are ${en}: ${said('en', ', ')}${more}.`,
  });
}
