import type { PromiseAnswerView, PromiseBasis, PromiseState } from '@guankao/web';

/** A later filing of the same agency, as far as it bears on one promise. */
export interface Later<Answer> {
  /** Gregorian. */
  readonly fiscalYear: number;
  /** Not yet held against it: the work waits for its turn. */
  readonly pending: boolean;
  /** Id of its row of the same plan; null: it lists no such plan. */
  readonly row: string | null;
  readonly answer: Answer | null;
}

export interface Standing<Answer> {
  readonly state: PromiseState;
  readonly basis: PromiseBasis;
  /** What a later filing says of it. */
  readonly answer: Answer | null;
}

/**
 * How a promise stands on a day (ISO, Taipei), by what later filings say. `later` is in order of years. It is called
 * overdue only where its day is past and a filing that covers that day says that it was not done; all else that is
 * past and unanswered is undetermined, with the reason.
 */
export function standingOf<Answer extends { readonly says: PromiseAnswerView['says'] }>(
  due: string | null,
  today: string,
  later: readonly Later<Answer>[],
): Standing<Answer> {
  const answers = later.flatMap(({ answer }) => answer ?? []);
  const done = answers.find(({ says }) => says === 'done' || says === 'done-late');
  if (done !== undefined) return { state: 'kept', basis: done.says === 'done' ? 'done' : 'done-late', answer: done };
  const newest = answers.at(-1) ?? null;
  if (due === null) return { state: 'undetermined', basis: 'no-due', answer: newest };
  if (today <= lastDay(due)) return { state: 'open', basis: 'not-yet-due', answer: newest };
  return whenPast(later.filter(({ fiscalYear }) => fiscalYear >= yearOf(due)));
}

function whenPast<Answer extends { readonly says: string }>(covering: readonly Later<Answer>[]): Standing<Answer> {
  const undetermined = (basis: PromiseBasis, answer: Answer | null = null): Standing<Answer> => ({
    state: 'undetermined',
    basis,
    answer,
  });
  if (covering.length === 0) return undetermined('no-later-filing');
  if (covering.some(({ pending }) => pending)) return undetermined('being-compared');
  const answer = covering.findLast((one) => one.answer !== null)?.answer ?? null;
  if (answer?.says === 'not-done') return { state: 'overdue', basis: 'not-done', answer };
  if (answer !== null) return undetermined('unclear', answer);
  return undetermined(covering.some(({ row }) => row !== null) ? 'not-mentioned' : 'not-listed');
}

/** Gregorian, of a year, a month or a day. */
export function yearOf(due: string): number {
  return Number(due.slice(0, 4));
}

/** The last day of a year, a month or a day: `2025` → `2025-12-31`, `2025-02` → `2025-02-28`. */
export function lastDay(due: string): string {
  const [year = 0, month = 12, day] = due.split('-').map(Number);
  if (day !== undefined) return due;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${last}`;
}
