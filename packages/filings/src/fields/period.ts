import type { Period } from '@guankao/domain';

export interface PeriodReading {
  readonly period: Period;
  /** The print gives years only, or one of the months stands for both. */
  readonly inferred: boolean;
}

interface Point {
  readonly year: number | null;
  readonly month: number | null;
  readonly broken: boolean;
}

const nowhere: Point = { year: null, month: null, broken: true };
const between = /\s*(?:起至|至|到|迄|[-－–—─~～∼〜])\s*/;
// 年 and 月 as printed, or the points and strokes that stand for them: 111年1月5日 111.01 111/1/5 2022-01.
const point =
  /^(?:民國|西元)?\s*(\d{2,4})(?:\s*(?:年度|年)\s*(?:(\d{1,2})?\s*月(?:\s*\d{1,2}\s*日)?)?|\s*[./]\s*(\d{1,2})(?:\s*[./]\s*\d{1,2})?|\s*-\s*(\d{1,2}))?\s*(?:底|初|止|起|間)?$/;
const monthOnly = /^(?:同年|當年)?\s*(\d{1,2})\s*月(?:\s*\d{1,2}\s*日)?\s*(?:底|止|起)?$/;
const compact = /^(1\d\d)(0[1-9]|1[0-2])(?:[0-3]\d)?$/;
/** 113年1-12月 */
const monthsOfOneYear = /^(\d{2,4}年)(\d{1,2})[-–~至](\d{1,2}月.*)$/;
const isoRange = /^(\d{3,4}-\d{1,2}(?:-\d{1,2})?)\s*(?:至|到|~|～)\s*(\d{3,4}-\d{1,2}(?:-\d{1,2})?)$/;

/**
 * The period of a plan as the form prints it (113年1月至116年12月 and its kin), ROC years turned into Gregorian ones.
 * A month that the print has lost gives null for that end, never a guess; null for what is no period at all.
 */
export function readPeriod(print: string): PeriodReading | null {
  const text = print
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^[自從]|[（(].*[)）]$/g, '');
  if (!/\d{2}/.test(text) || /[元%]|\d,\d{3}/.test(text)) return null;
  const parts = partsOf(text.replace(monthsOfOneYear, '$1$2月-$3'));
  if (parts.length === 0 || parts.length > 2) return null;
  const [first, second] = parts as [string, string | undefined];
  const start = pointOf(first, null);
  if (start === nowhere && !/年|月/.test(first)) return null;
  if (second === undefined) return single(start);
  const end = pointOf(second, start.year);
  if (end === nowhere && second !== '' && !/年|月/.test(second)) return null;
  return rangeOf(start, end);
}

function partsOf(text: string): string[] {
  const iso = isoRange.exec(text);
  if (iso !== null) return [monthOf(iso[1] as string), monthOf(iso[2] as string)];
  return text.split(between);
}

/** 2022-01-05 without its day, with a stroke that is no range. */
function monthOf(iso: string): string {
  return iso.split('-').slice(0, 2).join('/');
}

function pointOf(text: string, yearBefore: number | null): Point {
  const month = monthOnly.exec(text);
  if (month !== null) return { year: yearBefore, month: validMonth(month[1]), broken: false };
  const packed = compact.exec(text);
  const match = packed ?? point.exec(text);
  if (match === null) return nowhere;
  const year = gregorian(Number(match[1]));
  const printed = match[2] ?? match[3] ?? match[4];
  if (printed !== undefined) return { year, month: validMonth(printed), broken: validMonth(printed) === null };
  return { year, month: null, broken: /月/.test(text) };
}

/** ROC years have two or three digits; no plan on file began before the sixties of that calendar. */
function gregorian(year: number): number | null {
  if (year >= 1912 && year <= 2200) return year;
  return year >= 60 && year <= 200 ? year + 1911 : null;
}

function validMonth(text: string | undefined): number | null {
  const month = Number(text);
  return month >= 1 && month <= 12 ? month : null;
}

function single(point: Point): PeriodReading | null {
  if (point.year === null || point.month !== null)
    return point.year === null ? null : { period: { start: monthText(point, 1), end: null }, inferred: false };
  return { period: { start: monthText(point, 1), end: monthText(point, 12) }, inferred: true };
}

function rangeOf(start: Point, end: Point): PeriodReading {
  const inferred = [start, end].some(({ year, month, broken }) => year !== null && month === null && !broken);
  return { period: { start: monthText(start, 1), end: monthText(end, 12) }, inferred };
}

/** `2024-01`; a year alone begins in January and ends in December. */
function monthText({ year, month, broken }: Point, ofYear: number): string | null {
  if (broken || year === null) return null;
  return `${year}-${String(month ?? ofYear).padStart(2, '0')}`;
}
