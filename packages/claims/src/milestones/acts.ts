import type { Clause } from '../text/clauses.ts';
import { clauseAt, timesIn, type Figure, type Item } from '../text/items.ts';
import { isPartOfYear, type Time } from '../text/times.ts';
import { notOfTheAct, onlyMeant, toDateBefore, toDateBehind } from '../words/times.ts';

/**
 * When what a clause tells was done: the last time in it before `until`, or the one of a clause before it that says nothing else.
 * A time that was only meant (原訂6月) or from which something runs is none, and neither is one up to which is counted (截至12月底).
 * null where it does not say.
 */
export function actAt(item: Item, clause: Clause, until = clause.end): Time | null {
  const own = timesIn(item, { start: clause.start, end: until }).filter((time) => isOfTheAct(item, time));
  return own.at(-1) ?? timeAhead(item, clause);
}

/**
 * 於9月26日竣工、10月17日驗收合格: of several acts of one clause, each with its day, the day of the one that ends in `end`. null where
 * the clause tells no two.
 */
export function actEndingIn(item: Item, clause: Clause, ends: (words: string) => boolean): Time | null {
  const times = timesIn(item, clause).filter((time) => isOfTheAct(item, time));
  if (times.length < 2) return null;
  const acts = times.map((time, i) => ({ time, words: item.text.slice(time.end, times[i + 1]?.start ?? clause.end) }));
  const named = acts.filter(({ words }) => ends(words));
  return named.length === 1 ? (named[0]?.time ?? null) : null;
}

function isOfTheAct({ text }: Item, time: Time): boolean {
  const [before, behind] = [text.slice(0, time.start), text.slice(time.end)];
  return (
    isPartOfYear(time) &&
    !notOfTheAct.test(before) &&
    !onlyMeant.test(before) &&
    !toDateBefore.test(before) &&
    !toDateBehind.test(behind)
  );
}

/** 於113年8月15日，完成驗收. */
function timeAhead(item: Item, clause: Clause): Time | null {
  const before = item.clauses.findLast(({ end, sentence }) => end <= clause.start && sentence === clause.sentence);
  const time = before === undefined ? undefined : timesIn(item, before).at(-1);
  if (before === undefined || time === undefined || !isOfTheAct(item, time)) return null;
  const rest = `${item.text.slice(before.start, time.start)}${item.text.slice(time.end, before.end)}`;
  return /^(業|已|經|並|於|在|係|遲至|延至|迄|直至|\s)*$/.test(rest) ? time : null;
}

/** 補強校舍36棟，最後1棟於113年10月2日完工: the day of the last one is the day of all. */
export function lastActBehind(item: Item, { start, end, measure }: Figure): Time | null {
  const { sentence } = clauseAt(item, start);
  const next = item.clauses.find((clause) => clause.start >= end && clause.sentence === sentence);
  const isLast = next !== undefined && new RegExp(`^(最後|末)1?${measure}`, 'u').test(next.text);
  return isLast ? actAt(item, next) : null;
}

/** Later than the day asked; null where the print leaves it open (6月 against 6月15日前). */
export function isLate(act: Time, due: string): boolean | null {
  if (act.first > due) return true;
  return act.last <= due ? false : null;
}
