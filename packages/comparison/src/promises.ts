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
  /** The later rows of the same plan, several where it was split; none where the later filing does not list it. */
  readonly now: readonly string[];
  /** By what they are known; null where there are none. */
  readonly joined: 'recorded' | 'name' | null;
  /** null: none of the later rows speaks of it. */
  readonly answer: (PromiseAnswer & { readonly row: string }) | null;
}

/** Of an earlier row's id, the later rows' that follow it by what the record holds: renamed, split, merged, handed over. */
export type RecordedRows = Readonly<Record<string, readonly string[]>>;

/** Two rows are one plan's where their names are the same, or so alike that money has to bear it out (see matchPlans). */
const surelySame = 0.7;

/**
 * Holds the promises of one filing against a later one of the same agency. A plan is followed by what is recorded of it;
 * where nothing is, by its name, to a row that no recorded plan has. Each promise is put to the later rows' results as a
 * goal would be, and judged as any target is; where that settles nothing, the passage that speaks of it is given for a
 * person to read.
 */
export async function followPromises(
  before: Reading,
  now: Reading,
  recorded: RecordedRows = {},
): Promise<readonly FollowedPromise[]> {
  const laterOf = laterRows(before, now, recorded);
  const asked = before.plans.flatMap((row) =>
    row.commitments.map((promise, at) => ({ row, promise, at, ...laterOf(row) })),
  );
  const put = asked.flatMap(({ promise, rows }) => rows.map((row) => ({ promise, row })));
  const verdicts = await judged(put, now);
  const answers = put.map(({ promise, row }, at) => {
    const answer = answerOf(promise, row, verdicts[at] ?? null);
    return answer === null ? null : { ...answer, row: row.id };
  });
  let next = 0;
  return asked.map(({ row, at, rows, joined }) => {
    const own = answers.slice(next, (next += rows.length));
    return { plan: row.id, at, now: rows.map(({ id }) => id), joined, answer: best(own) };
  });
}

interface Later {
  readonly rows: readonly PlanReading[];
  readonly joined: FollowedPromise['joined'];
}

function laterRows(before: Reading, now: Reading, recorded: RecordedRows): (row: PlanReading) => Later {
  const taken = new Set(Object.values(recorded).flat());
  const known = new Set(Object.keys(recorded));
  const unrecorded = (plans: readonly PlanReading[], ids: ReadonlySet<string>) =>
    plans.filter(({ id }) => !ids.has(id));
  const left = { ...before, plans: unrecorded(before.plans, known) };
  const sources = plansInReading(left);
  const sure = matchPlans({ ...now, plans: unrecorded(now.plans, taken) }, sources).filter(
    ({ confidence }) => confidence >= surelySame,
  );
  const byName = new Map(sure.map(({ other, row }) => [left.plans[sources.indexOf(other)]?.id, row]));
  return ({ id }) => {
    const ids = recorded[id];
    if (ids !== undefined) return { rows: now.plans.filter((row) => ids.includes(row.id)), joined: 'recorded' };
    const row = byName.get(id);
    return row === undefined ? { rows: [], joined: null } : { rows: [row], joined: 'name' };
  };
}

/** Of a plan that was split each part may tell of it; where one says done and another not, nothing is settled. */
function best<Answer extends PromiseAnswer>(answers: readonly (Answer | null)[]): Answer | null {
  const found = (['done', 'done-late', 'not-done', 'unclear'] as const).flatMap((says) =>
    answers.flatMap((answer) => (answer?.says === says ? [answer] : [])),
  );
  const [first] = found;
  if (first === undefined) return null;
  const isDone = first.says === 'done' || first.says === 'done-late';
  return isDone && found.some(({ says }) => says === 'not-done') ? { ...first, says: 'unclear' } : first;
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
