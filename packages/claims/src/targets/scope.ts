import { clauseAt, datesIn, type DateMention, type Figure, type Item } from '../text/items.ts';
import { deadlineAfter, reachedIn, thisYear, wholePlan } from '../words/scope.ts';

/**
 * Whether a target is this year's, the whole plan's (or a later year's), or an earlier year's value that is no target at all.
 * `fiscalYear` is Gregorian; null where the filing's is not known, and then only words decide.
 */
export function scopeOf(item: Item, figure: Figure, fiscalYear: number | null): 'year' | 'plan' | 'past' {
  const year = yearOf(item, figure);
  if (year !== null && fiscalYear !== null) {
    if (year > fiscalYear) return 'plan';
    if (year < fiscalYear) return 'past';
    return 'year';
  }
  if (hasLaterDeadline(item, figure, fiscalYear)) return 'plan';
  const clause = clauseAt(item, figure.start);
  const words = `${clause.head} ${item.text.slice(clause.start, figure.start)}`;
  if (thisYear.test(words)) return 'year';
  return wholePlan.test(words) || headingSaysPlan(item.heading) ? 'plan' : 'year';
}

function headingSaysPlan(heading: string): boolean {
  return wholePlan.test(heading) && !thisYear.test(heading);
}

function hasLaterDeadline(item: Item, figure: Figure, fiscalYear: number | null): boolean {
  const clause = clauseAt(item, figure.start);
  const date = datesIn(item, { start: clause.start, end: figure.start }).at(-1);
  const year = date === undefined ? null : yearOfDate(date);
  return (
    date !== undefined &&
    year !== null &&
    fiscalYear !== null &&
    year > fiscalYear &&
    deadlineAfter.test(item.text.slice(date.end, figure.start))
  );
}

/** 114年度達90%: the figure is a later year's own, not the whole plan's. */
export function isOfLaterYear(item: Item, figure: Figure, fiscalYear: number | null): boolean {
  const year = yearOf(item, figure);
  return year !== null && fiscalYear !== null && year > fiscalYear;
}

/** The year that stands right before the figure: 114年度達90%, 至116年底累計50處. */
function yearOf(item: Item, figure: Figure): number | null {
  const clause = clauseAt(item, figure.start);
  const date = datesIn(item, { start: clause.start, end: figure.start }).at(-1);
  // 較112年增加1,500人 compares with that year.
  if (date !== undefined && /(較|比|相較於?|與)$/.test(item.text.slice(clause.start, date.start))) return null;
  if (date === undefined || !reachedIn.test(item.text.slice(date.end, figure.start))) return null;
  return yearOfDate(date);
}

export function yearOfDate(date: DateMention): number | null {
  const last = /^(\d{4})/.exec(date.to ?? date.from ?? '');
  return last ? Number(last[1]) : null;
}
