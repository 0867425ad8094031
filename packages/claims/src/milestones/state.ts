import type { Clause } from '../text/clauses.ts';
import { once, timesIn, type Item } from '../text/items.ts';
import { exceptionsIn, isExcepted } from '../text/exceptions.ts';
import { withoutDates } from '../text/masked.ts';
import { isPartOfYear } from '../text/times.ts';
import {
  delayWords,
  doneOnADay,
  doneWords,
  finished,
  laterWords,
  missedWords,
  notYetBefore,
  notYetBehind,
  pendingWords,
  preparing,
  promiseWords,
} from '../words/states.ts';

/** What a clause says became of the work. `told`: it tells of the work and neither calls it done nor open. */
export type State = 'done' | 'open' | 'missed' | 'told';

/** `until` is the last year (Gregorian) in which done counts as done: a promise for a later one is no result. */
export function stateOf(item: Item, clause: Clause, until: number | null): State {
  const told = known(item);
  const key = `${clause.start} ${clause.end} ${until}`;
  const state = told.get(key) ?? read(item, clause, until);
  told.set(key, state);
  return state;
}

/** Every target asks it of the clauses that may answer it: it is read once. */
const known = once((_item) => new Map<string, State>());

function read(item: Item, clause: Clause, until: number | null): State {
  if (isExcepted(exceptionsIn(item), clause)) return 'missed';
  const text = withoutDates(item, clause.start, clause.end);
  const times = timesIn(item, clause).filter((time) => time.dated || isPartOfYear(time));
  const years = times.map(({ last }) => Number(last.slice(0, 4)));
  const inTime = until !== null && years.length > 0 && years.every((year) => year <= until);
  if (missedWords.some((word) => word.test(inTime ? text.replace(delayWords, '') : text))) return 'missed';
  if (isPromised(text, years, until)) return 'open';
  if (/未達成|未完成|落後/.test(`${item.heading} ${clause.head}`)) return 'open';
  // 原訂第4季完成 tells what was to be.
  const done = saysDone(text, times.length > 0) && !(onceMeant.test(text) && !/已|業|實際/.test(text));
  if (pendingWords.some((word) => word.test(text)) && !/^[^，]*(已|業)[^，]{0,10}(完成|完竣)/.test(text)) return 'open';
  const tooLate = until !== null && times.length > 0 && times.every(({ first }) => Number(first.slice(0, 4)) > until);
  if (done && tooLate) return 'open';
  return done ? 'done' : 'told';
}

const onceMeant = /原[訂定]|原預[定計]|原規劃|原擬/;

function isPromised(text: string, years: readonly number[], until: number | null): boolean {
  if (!promiseWords.test(text)) return laterWords.test(text) && !/(已|業)/.test(text);
  if (years.length === 0 || until === null) return true;
  return years.some((year) => year > until);
}

/**
 * It calls a work done, and neither wishes it, nor prepares it, nor speaks of a time after it. `text` has its dates written `#`;
 * `dated` where one of them is shorter than a year.
 */
function saysDone(text: string, dated: boolean): boolean {
  const ended = [...text.matchAll(finished)].some(
    ({ index, 0: word }) =>
      !notYetBefore.test(text.slice(0, index)) && !notYetBehind.test(text.slice(index + word.length)),
  );
  return ended || doneWords.some((pattern) => isAct(text, pattern)) || (dated && isAct(text, doneOnADay));
}

/** 已於6月建置 is an act, 已規劃建置 none. */
function isAct(text: string, pattern: RegExp): boolean {
  const found = pattern.exec(text);
  return found !== null && !preparing.test(found[0].slice(0, -2));
}
