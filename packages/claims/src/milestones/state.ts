import type { Clause } from '../text/clauses.ts';
import { datesIn, type Item } from '../text/items.ts';
import { exceptionsIn, isExcepted } from '../text/exceptions.ts';
import { withoutDates } from '../text/masked.ts';
import { yearOfDate } from '../targets/scope.ts';
import { delayWords, doneWords, laterWords, missedWords, pendingWords, promiseWords } from '../words/states.ts';

/** What a clause says became of the work. `told`: it tells of the work and neither calls it done nor open. */
export type State = 'done' | 'open' | 'missed' | 'told';

/** `fiscalYear` is Gregorian; a promise for a later year is no result of this one. */
export function stateOf(item: Item, clause: Clause, fiscalYear: number | null): State {
  if (isExcepted(exceptionsIn(item), clause)) return 'missed';
  const text = withoutDates(item, clause.start, clause.end);
  if (missedWords.some((word) => word.test(isInYear(item, clause, fiscalYear) ? text.replace(delayWords, '') : text)))
    return 'missed';
  if (isPromised(item, clause, text, fiscalYear)) return 'open';
  if (/未達成|未完成|落後/.test(`${item.heading} ${clause.head}`)) return 'open';
  // 原訂第4季完成 tells what was to be.
  const done = doneWords.some((word) => word.test(text)) && !(onceMeant.test(text) && !/已|業|實際/.test(text));
  if (pendingWords.some((word) => word.test(text)) && !/^[^，]*(已|業)[^，]{0,10}(完成|完竣)/.test(text)) return 'open';
  if (done && isAfter(item, clause, fiscalYear)) return 'open';
  return done ? 'done' : 'told';
}

const onceMeant = /原[訂定]|原預[定計]|原規劃|原擬/;

/** 延至113年9月: put off, but not out of the year. */
function isInYear(item: Item, clause: Clause, fiscalYear: number | null): boolean {
  const years = datesIn(item, clause)
    .map(yearOfDate)
    .filter((year) => year !== null);
  return fiscalYear !== null && years.length > 0 && years.every((year) => year <= fiscalYear);
}

/** Done, but only after the year: 已於次年1月取得使用執照. */
function isAfter(item: Item, clause: Clause, fiscalYear: number | null): boolean {
  const years = datesIn(item, clause)
    .map(yearOfDate)
    .filter((year) => year !== null);
  return fiscalYear !== null && years.length > 0 && years.every((year) => year > fiscalYear);
}

function isPromised(item: Item, clause: Clause, text: string, fiscalYear: number | null): boolean {
  if (!promiseWords.test(text)) return laterWords.test(text) && !/(已|業)/.test(text);
  const years = datesIn(item, clause)
    .map(yearOfDate)
    .filter((year) => year !== null);
  if (years.length === 0 || fiscalYear === null) return true;
  return years.some((year) => year > fiscalYear);
}
