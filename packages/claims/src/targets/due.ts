import { clauseAt, timesIn, type Figure, type Item } from '../text/items.ts';
import { isPartOfYear, type Time } from '../text/times.ts';
import { dueBehind, noDueBefore, noDueBehind } from '../words/times.ts';
import { deliverableVerbs } from '../words/works.ts';
import type { Phrase } from './phrases.ts';

/**
 * The last day on which a target is met in time, `2024-06-30` of 113年6月底前, 第2季, 上半年; null where it names no such day
 * or only its year. The day itself counts.
 */
export function dueOf({ item, start, end }: Phrase, figure: Figure | null): string | null {
  const clause = clauseAt(item, figure?.start ?? start);
  const from = Math.min(start, clause.start);
  const named = timesIn(item, { start: from, end: figure?.start ?? end }).filter((time) => isDue(item, time));
  const due = named.findLast((time) => saysBefore(item, time)) ?? (figure === null ? named.at(-1) : undefined);
  return (due ?? dueAhead(item, from) ?? (figure === null ? undefined : dueBehindIt(item, figure)))?.last ?? null;
}

/** 第3季受理1,000件 counts what came in that quarter; with 前, or where something is to be done in it, it is when. */
function saysBefore(item: Item, { end }: Time): boolean {
  return dueBehind.test(item.text.slice(end)) || toBeDone.test(item.text.slice(end));
}

const toBeDone = new RegExp(`^(底|末|內)?[^，；。]{0,2}(${deliverableVerbs.join('|')}|辦竣|辦畢|達成)`);

/** 113年6月底前，完成驗收: the clause before is nothing but the date. */
function dueAhead(item: Item, at: number): Time | undefined {
  const before = item.clauses.findLast(({ end }) => end <= at);
  if (before === undefined || before.sentence !== clauseAt(item, at).sentence) return undefined;
  const time = timesIn(item, before).at(-1);
  if (time === undefined || !isDue(item, time) || !dueBehind.test(item.text.slice(time.end))) return undefined;
  return before.end - time.end <= 4 ? time : undefined;
}

/** 補強校舍36棟，113年8月底前完工: the clause behind is nothing but the date and the end. */
function dueBehindIt(item: Item, figure: Figure): Time | undefined {
  const clause = clauseAt(item, figure.start);
  const next = item.clauses.find(({ start, sentence }) => start >= clause.end && sentence === clause.sentence);
  const time = next === undefined ? undefined : timesIn(item, next).at(0);
  if (next === undefined || time === undefined || time.start - next.start > 2 || !isDue(item, time)) return undefined;
  return onlyItsEnd.test(item.text.slice(time.end, next.end)) ? time : undefined;
}

const onlyItsEnd = /^(底|末)?(前|以前|之前)(全數|全部|均|如期)?(完工|竣工|完成|驗收|完成驗收|啟用|完成設置|辦竣)$/;

function isDue({ text }: Item, time: Time): boolean {
  return isPartOfYear(time) && !noDueBefore.test(text.slice(0, time.start)) && !noDueBehind.test(text.slice(time.end));
}
