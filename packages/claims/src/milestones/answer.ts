import { mostOfRow } from '@guankao/domain';
import { datesIn, type Item } from '../text/items.ts';
import { exceptionsIn, isExcepted } from '../text/exceptions.ts';
import { yearOfDate } from '../targets/scope.ts';
import type { Target } from '../targets/target.ts';
import { actFor } from './act-for.ts';
import { actAt, isLate } from './acts.ts';
import { findingIn, type Finding } from './said.ts';
import { statementsAbout, type Statement, type Telling } from './statements.ts';
import { statements as shares } from '../weights.ts';

/** What the filing says of a work that was promised. */
export interface Answer extends Finding {
  readonly item: Item;
  /** How much of the target's words the statement has, 0 to 1. */
  readonly cover: number;
}

/**
 * The statement about a work, and whether it was done: the explanation first, then the execution.
 * Where one says open and the other, as clearly, done, the filing does not settle it.
 */
export function answerOf(target: Target, telling: Telling): Answer | null {
  const answers = telling.columns.map((column) => {
    const statements = statementsAbout(target, column).toSorted((a, b) => b.cover - a.cover);
    return judged(target, statements.slice(0, mostOfRow.sentences), telling);
  });
  const told = answers.filter((answer) => answer !== null);
  const [first, ...others] = told.some(({ met }) => met !== null) ? told.filter(({ met }) => met !== null) : told;
  if (first === undefined) return null;
  // 如期竣工 gives no date; the one that the other column gives is later than asked.
  const late = others.find((other) => other.late !== undefined && other.cover >= shares.close * first.cover);
  if (first.met === true && target.due !== null && actAt(first.item, first.clause) === null && late !== undefined)
    return late;
  const contradicted = first.met === false && others.some((other) => other.met === true && other.cover >= first.cover);
  if (contradicted) return { ...first, met: null, reason: 'open here, done there' };
  // 如期裝設完成 here, 因零件延誤於10月18日裝設 there: the row does not settle whether the day was kept.
  const denied = first.met === true && others.some((other) => other.met === false && other.cover >= first.cover);
  return denied ? { ...first, met: null, reason: 'done here, open there' } : first;
}

/** Of the statements about as near, one that it is not done outweighs one that a part of it is. */
function judged(target: Target, statements: readonly Statement[], { weights, fiscalYear }: Telling): Answer | null {
  const best = statements[0];
  if (best === undefined || (target.figure !== null && isExceptedAll(best))) return null;
  const close = statements.filter(({ cover }) => cover >= shares.close * best.cover);
  const until = lastYearFor(target, fiscalYear);
  const answers = close.map((statement) => ({
    ...inTime(findingIn(target, statement, weights, until), statement.item, target),
    item: statement.item,
    cover: statement.cover,
  }));
  return (
    answers.find((answer) => answer.met === false) ??
    answers.find((answer) => answer.met === true) ??
    answers[0] ??
    null
  );
}

/** Done, but after the day asked: 6月底前 is not kept by 8月15日. */
function inTime(finding: Finding, item: Item, target: Target): Finding {
  const { due } = target;
  const act = due === null || finding.met !== true ? null : actFor(target, item, finding.clause);
  if (due === null || act === null) return finding;
  const late = isLate(act, due);
  if (late === null) return { ...finding, met: null, reason: 'done, perhaps after the date asked' };
  if (!late) return finding;
  return { ...finding, met: false, late: { due, done: act.first }, reason: 'done after the date asked' };
}

/** What is excepted tells of a count by its numbers only (see actuals/excepted.ts). */
function isExceptedAll({ item, clauses }: Statement): boolean {
  const exceptions = exceptionsIn(item);
  return clauses.every((clause) => isExcepted(exceptions, clause));
}

/** A goal that itself names a later date foresees it: 訂定開館時程(114年3月1日). */
function lastYearFor({ phrase }: Target, fiscalYear: number | null): number | null {
  const years = datesIn(phrase.item, phrase)
    .map(yearOfDate)
    .filter((year) => year !== null);
  return fiscalYear === null ? null : Math.max(fiscalYear, ...years);
}
