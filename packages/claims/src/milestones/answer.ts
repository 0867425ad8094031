import type { Clause } from '../text/clauses.ts';
import { datesIn, type Item } from '../text/items.ts';
import { exceptionsIn, isExcepted } from '../text/exceptions.ts';
import { joined, meet, wordsOf, type Weights, type Words } from '../text/words.ts';
import { wordsIn } from '../text/masked.ts';
import { contentOf } from '../targets/phrases.ts';
import { yearOfDate } from '../targets/scope.ts';
import type { Target } from '../targets/target.ts';
import { endOf, namesEnd } from './ends.ts';
import { statementsAbout, type Statement, type Telling } from './statements.ts';
import { stateOf, type State } from './state.ts';

/** Less than this of its words, and a clause that does not call the work done leaves it open. */
const firmlyAbout = 0.34;

/** What the filing says of a work that was promised. */
export interface Answer {
  readonly met: boolean | null;
  readonly item: Item;
  readonly clause: Clause;
  readonly reason: string;
  /** How much of the target's words the statement has, 0 to 1. */
  readonly cover: number;
}

/**
 * The statement about a work, and whether it was done: the explanation first, then the execution.
 * A statement that it is not done outweighs one that a part of it is.
 */
export function answerOf(target: Target, telling: Telling): Answer | null {
  const answers = telling.columns.map((items) => {
    const statements = items.flatMap((item) => statementsAbout(target, item, telling));
    return judged(target, statements.toSorted((a, b) => b.cover - a.cover), telling);
  });
  const [first, ...others] = answers.filter((answer) => answer !== null);
  if (first?.met === false && others.some((other) => other.met === true && other.cover >= first.cover)) return { ...first, met: null, reason: 'open here, done there' };
  return first ?? null;
}

function contextOf({ phrase }: Target): string {
  return phrase.item.text.slice(phrase.start, phrase.end);
}

function wordsOfClause(item: Item, clause: Clause): Words {
  return wordsIn(item, clause.start, clause.end);
}

function judged(target: Target, statements: readonly Statement[], { weights, fiscalYear }: Telling): Answer | null {
  const best = statements[0];
  if (best === undefined || (target.figure !== null && isExceptedAll(best))) return null;
  const close = statements.filter(({ cover }) => cover >= 0.7 * best.cover);
  const until = lastYearFor(target, fiscalYear);
  const answers = close.map((said) => ({ ...answerIn(target, said, weights, until), cover: said.cover }));
  return answers.find((answer) => answer.met === false) ?? answers.find((answer) => answer.met === true) ?? answers[0] ?? null;
}

/** What is excepted tells of a count by its numbers only (see actuals/excepted.ts). */
function isExceptedAll({ item, clauses }: Statement): boolean {
  const exceptions = exceptionsIn(item);
  return clauses.every((clause) => isExcepted(exceptions, clause));
}

/** A goal that itself names a later date foresees it: 訂定上線時程(114年1月1日). */
function lastYearFor({ phrase }: Target, fiscalYear: number | null): number | null {
  const years = datesIn(phrase.item, phrase).map(yearOfDate).filter((year) => year !== null);
  return fiscalYear === null ? null : Math.max(fiscalYear, ...years);
}

function answerIn(target: Target, { item, clauses, words }: Statement, weights: Weights, fiscalYear: number | null): Omit<Answer, 'cover'> {
  const wanted = contentOf(target.phrase);
  const end = endOf(contextOf(target));
  const said = clauses.map((clause) => ({ clause, state: progressOf(target, clause) ?? stateOf(item, clause, fiscalYear), cover: weights.cover(wanted, wordsOfClause(item, clause)) }));
  const partial = partlyDone(item, clauses);
  if (partial !== null) return { met: false, item, clause: partial, reason: 'fewer done than there are' };
  const open = said.find(({ clause, state }) => isOpen(state) && (end === null || bearsOn(clause, end) || !said.some((other) => other.state === 'done')));
  const done = said.filter(({ state }) => state === 'done').toSorted((a, b) => b.cover - a.cover)[0];
  if (open !== undefined && (done === undefined || !answersEnd(done.clause, end) || laterInOrder(said, open, done))) return { met: false, item, clause: open.clause, reason: 'said to be open' };
  if (done !== undefined && leavesOut(target, said, done.clause, item)) return { met: false, item, clause: done.clause, reason: 'a part of it is open' };
  if (end !== null && done !== undefined && !namesEnd(done.clause.text, end)) {
    const owed = said.find(({ clause, state }) => isOpen(state) && namesEnd(clause.text, end));
    if (owed !== undefined) return { met: false, item, clause: owed.clause, reason: 'its end is said to be open' };
  }
  const told = said.filter((one) => one === done || one.state === 'told').toSorted((a, b) => b.cover + saysDone(b) - a.cover - saysDone(a))[0] ?? said[0];
  if (told === undefined) throw new RangeError('a statement without clauses');
  if (done === undefined && told.cover < firmlyAbout) return { met: null, item, clause: told.clause, reason: 'told of, not called done' };
  if (missesAPart(target, words)) return { met: null, item, clause: told.clause, reason: 'a listed part is not named' };
  return { met: true, item, clause: told.clause, reason: done === undefined ? 'told as done' : 'said to be done' };
}

/** 甲館及乙館已完成，丙館因流標…: what is open is named by the target and not by what is done. */
function leavesOut(target: Target, said: readonly { readonly clause: Clause; readonly state: State }[], done: Clause, item: Item): boolean {
  const wanted = contentOf(target.phrase);
  const finished = joined(said.filter(({ state }) => state === 'done' || state === 'told').map(({ clause }) => wordsOfClause(item, clause)));
  const open = said.filter(({ clause, state }) => isOpen(state) && clause !== done).flatMap(({ clause }) => [...wordsOfClause(item, clause)]);
  return open.some((word) => wanted.has(word) && !finished.has(word));
}

/** A goal that only asks to keep to the schedule is answered by where the work stands against it. */
function progressOf(target: Target, clause: Clause): State | null {
  if (!contextOf(target).includes('進度')) return null;
  if (clause.text.includes('落後')) return 'missed';
  return /超前|符合|相符|一致/.test(clause.text) ? 'done' : null;
}

/** Between two clauses about as near, the one that calls it done is the answer. */
function saysDone({ state }: { readonly state: State }): number {
  return state === 'done' ? 0.15 : 0;
}

function isOpen(state: State): boolean {
  return state === 'open' || state === 'missed';
}

/** A clause about another end leaves this one alone: 預計明年上線 says nothing against 建置. */
function bearsOn(clause: Clause, end: string): boolean {
  const own = endOf(clause.text);
  return own === null || own === end;
}

function answersEnd(clause: Clause, end: string | null): boolean {
  return end === null || namesEnd(clause.text, end) || (end !== 'in use' && /(達成|完成|完竣)/.test(clause.text));
}

/** Where the open clause names the very end and comes after what was done. */
function laterInOrder(said: readonly { readonly clause: Clause }[], open: { readonly clause: Clause }, done: { readonly clause: Clause }): boolean {
  return said.length > 1 && open.clause.start > done.clause.start && /(未|無法|落後)/.test(open.clause.text) && done.clause.end < open.clause.start;
}

/** 計1,309項，累計完成823項. */
function partlyDone(item: Item, clauses: readonly Clause[]): Clause | null {
  for (const clause of clauses) {
    const done = item.figures.find((figure) => figure.start >= clause.start && figure.end <= clause.end && /(完成)[^，]{0,4}$/.test(item.text.slice(clause.start, figure.start)));
    if (done === undefined) continue;
    const all = item.figures.find((figure) => figure.end <= done.start && figure.unit === done.unit && clauses.some((other) => other.start <= figure.start && figure.end <= other.end));
    if (all !== undefined && (done.value ?? 0) < (all.value ?? 0) && /(計有?|共有?|含|總計)[^，]{0,12}$/.test(item.text.slice(0, all.start))) return clause;
  }
  return null;
}

/** A work that lists its parts is settled only where each is named. */
function missesAPart(target: Target, words: Words): boolean {
  const text = contextOf(target).replace(/\([^)]*\)/g, '');
  if (!text.includes('、')) return false;
  const parts = text.split(/、|及|與|和/).map(wordsOf).filter((part) => part.size > 1);
  return parts.length > 2 && parts.some((part) => !meet(part, words));
}
