import { clauseAt, once, type Figure, type Item } from '../text/items.ts';
import {
  eachOfListed,
  eachOfPlaces,
  eachPeriod,
  eachPlace,
  listSigns,
  namesAMeasure,
  periodAverage,
  periods,
} from '../words/each.ts';

/** A figure is for each of several times or places, not for all of them together. */
export type Each =
  /** 每月2場: `times` in a year, null where that is not said by the calendar (每日, 每期). */
  | { readonly kind: 'period'; readonly period: string; readonly times: number | null }
  /** 每縣市20場, 甲區及乙區各4場: `of` places, where they are counted. */
  | { readonly kind: 'place'; readonly of: number | null };

/** How many of it make the whole, where that can be counted: 12 months, three districts. */
export function countOf(each: Each): number | null {
  return each.kind === 'period' ? each.times : each.of;
}

const known = once((_item) => new Map<Figure, Each | null>());

/** What a figure is for each of; null where it is for the whole. */
export function eachOf(item: Item, figure: Figure): Each | null {
  const found = known(item).get(figure);
  if (found !== undefined) return found;
  const each = read(item, figure);
  known(item).set(figure, each);
  return each;
}

function read(item: Item, figure: Figure): Each | null {
  const before = item.text.slice(clauseAt(item, figure.start).start, figure.start);
  const since = sinceLastFigure(item, figure);
  const average = periodAverage.exec(since)?.[1];
  if (average !== undefined) return everyPeriod(average);
  if (namesAMeasure.test(since)) return null;
  const places = listedBefore(before);
  if (places !== undefined || eachOfPlaces.test(before)) return { kind: 'place', of: namesIn(places ?? '') };
  const period = eachPeriod.exec(since)?.[1];
  if (period !== undefined) return everyPeriod(period);
  return eachPlace.test(since) ? { kind: 'place', of: placesBefore(item, figure, since) } : null;
}

/** 北區及南區 of 北區及南區各4場, from the last stop on. undefined where no list stands before an 各. */
function listedBefore(before: string): string | undefined {
  const told = before.split(/[，；。：]/).at(-1) ?? '';
  for (let at = told.lastIndexOf('各'); at > 0; at = told.lastIndexOf('各', at - 1)) {
    const places = told.slice(0, at);
    if (eachOfListed.test(told.slice(at)) && listSigns.test(places)) return places;
  }
  return undefined;
}

function everyPeriod(period: string): Each {
  return { kind: 'period', period, times: periods[period] ?? null };
}

/** The clause from the figure before it; 半年 of 每半年 is none. */
function sinceLastFigure(item: Item, figure: Figure): string {
  const { start } = clauseAt(item, figure.start);
  const last = item.figures.findLast(
    (other) => other.end <= figure.start && other.start >= start && !/[每按逐]$/.test(item.text.slice(0, other.start)),
  );
  return item.text.slice(last?.end ?? start, figure.start);
}

/** 補助18個縣市，每縣市20場: the count of what comes 每. */
function placesBefore(item: Item, figure: Figure, since: string): number | null {
  const place = /每個?([\p{Script=Han}]{1,2})/u.exec(since)?.[1] ?? '';
  const counted = item.figures.findLast(
    ({ end, measure }) =>
      end <= figure.start && measure !== '' && (place.startsWith(measure) || measure.startsWith(place)),
  );
  return counted?.value ?? null;
}

/** 北、中、南區 are three. */
function namesIn(places: string): number | null {
  const names = places.split(listSigns).filter((name) => name.trim() !== '');
  return names.length > 1 ? names.length : null;
}
