import type { Commitment, Span } from '@guankao/domain';
import { pastedForm, readDocument, typedDocument, type PlanReading, type Reading } from '@guankao/reading';
import { passageOn, speaksOf } from './follow-up.ts';
import { matchPlans } from './match.ts';
import { plansInReading } from './reading-source.ts';

/** What a later filing says of a promise: that it was done (in time or later), that it was not, or what settles neither. */
export interface PromiseAnswer {
  readonly says: 'done' | 'done-late' | 'not-done' | 'unclear';
  /** The later filing's words. */
  readonly text: string;
  readonly spans: readonly Span[];
}

export interface FollowedPromise {
  /** The earlier row's id, and the promise's place among its promises, from 0. */
  readonly plan: string;
  readonly at: number;
  /** The later row of the same plan; null where the later filing does not list it. */
  readonly now: string | null;
  /** null: the later row does not speak of it. */
  readonly answer: PromiseAnswer | null;
}

/** Two rows are one plan's where their names are the same, or so alike that money has to bear it out (see matchPlans). */
const surelySame = 0.7;

/**
 * Holds the promises of one filing against a later one of the same agency. Each promise is put to the later row's
 * results as a goal would be, and judged as any target is; where that settles nothing, the passage that speaks of it
 * is given for a person to read.
 */
export async function followPromises(before: Reading, now: Reading): Promise<readonly FollowedPromise[]> {
  const sources = plansInReading(before);
  const sure = matchPlans(now, sources).filter(({ confidence }) => confidence >= surelySame);
  const rowNow = new Map(sure.map(({ other, row }) => [sources.indexOf(other), row]));
  const asked = before.plans.flatMap((row, at) =>
    row.commitments.map((promise, number) => ({ row, promise, number, now: rowNow.get(at) ?? null })),
  );
  const verdicts = await judged(
    asked.flatMap(({ promise, now: row }) => (row === null ? [] : [{ promise, row }])),
    now,
  );
  let next = 0;
  return asked.map(({ row, promise, number, now: current }) => {
    if (current === null) return { plan: row.id, at: number, now: null, answer: null };
    const verdict = verdicts[next++] ?? null;
    return { plan: row.id, at: number, now: current.id, answer: answerOf(promise, current, verdict) };
  });
}

interface Verdict {
  readonly says: 'done' | 'done-late' | 'not-done';
  readonly words: string;
}

/** One form with a row for each promise: the promise as its goal, the later row's results as its results. */
async function judged(
  asked: readonly { readonly promise: Commitment; readonly row: PlanReading }[],
  { filing }: Reading,
): Promise<readonly (Verdict | null)[]> {
  const { agency, fiscalYear } = filing;
  // Whether a day is past is told by the year.
  if (asked.length === 0 || fiscalYear === null) return asked.map(() => null);
  const lines = (texts: PlanReading['execution']): string => texts.map(({ text }) => text).join('\n');
  const { form } = pastedForm(
    agency ?? '',
    fiscalYear,
    '千元',
    asked.map(({ promise, row }) => ({
      name: row.name,
      type: '',
      period: '',
      approvedTotal: '',
      budgetedToDate: '',
      executedToDate: '',
      plannedWork: '',
      execution: lines(row.execution),
      goals: promise.text,
      explanation: lines(row.explanation),
    })),
  );
  const { reading } = await readDocument(await typedDocument(form));
  return asked.map((_, at) => verdictOf(reading.plans[at]));
}

/** One thing that was promised has one answer: where a promise holds several targets that differ, nothing is settled. */
function verdictOf(row: PlanReading | undefined): Verdict | null {
  const [first, ...others] = row?.indicators ?? [];
  const met = first?.met ?? null;
  if (first === undefined || first.actual === null || met === null || others.some((other) => other.met !== met))
    return null;
  const says = met ? 'done' : first.late === undefined ? 'not-done' : 'done-late';
  return { says, words: first.actual.text };
}

/** The verdict counts only where the very sentence that gives it speaks, by its words, of what was promised. */
function answerOf(promise: Commitment, row: PlanReading, verdict: Verdict | null): PromiseAnswer | null {
  const results = [...row.execution, ...row.explanation];
  const said = verdict === null ? undefined : results.find(({ text }) => text.includes(verdict.words));
  if (verdict !== null && said !== undefined && speaksOf(promise.text, sentenceWith(verdict.words, said.text)))
    return { says: verdict.says, text: verdict.words, spans: said.spans };
  const passage = passageOn(promise.text, row) ?? passageOn(`${promise.about?.text ?? ''}${promise.text}`, row);
  return passage === null ? null : { says: 'unclear', text: passage.text, spans: passage.spans };
}

/** The sentence of a text in which words stand. */
function sentenceWith(words: string, text: string): string {
  const at = text.indexOf(words);
  const start = Math.max(...[...'。；;\n'].map((end) => text.lastIndexOf(end, at - 1))) + 1;
  const ends = [...'。；;\n'].map((end) => text.indexOf(end, at + words.length)).filter((end) => end >= 0);
  return text.slice(start, Math.min(text.length, ...ends));
}
