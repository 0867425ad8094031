import { commonIdeographs, type MoneyUnit, type Sourced, type Span } from '@guankao/domain';
import { unitIn } from './fields/money.ts';
import type { Layout } from './layout.ts';

/** What the running heads say of the whole filing. */
export interface Facts {
  readonly form: Sourced<string> | null;
  readonly agency: Sourced<string> | null;
  readonly fiscalYear: Sourced<number> | null;
  readonly moneyUnit: Sourced<MoneyUnit> | null;
  /** TWD in one of the printed figures; figures in 萬元 and 百萬元 are turned into `moneyUnit`. */
  readonly unit: number;
  /** The lines that are running heads, page numbers, the form's name. */
  readonly furniture: readonly Span[];
}

interface Line {
  readonly span: Span;
  /** As printed. */
  readonly print: string;
  /** Without blanks, full-width signs made half. */
  readonly text: string;
}

/** Reads the lines around the tables. `titles` are the heading rows: a unit or a year may stand in them. */
export function factsOf(
  document: string,
  spans: readonly Span[],
  headings: readonly Span[],
  layout: Layout | null,
): Facts {
  const lines = spans.map((span) => lineOf(document, span));
  const heads = headings.map((span) => lineOf(document, span));
  const titles = lines.filter(({ text }) => isTitle(text, layout));
  const agency = agencyIn(lines, titles);
  const money = unitOf([...lines, ...heads]);
  return {
    form: formOf(titles),
    agency: agency && sourced(agency.name, agency.line, 'agency'),
    fiscalYear: yearOf([...lines, ...heads]),
    ...money,
    furniture: furnitureOf(lines, titles, agency?.name ?? null),
  };
}

function lineOf(document: string, span: Span): Line {
  const print = document.slice(span.start, span.end);
  return { span, print, text: commonIdeographs(print).normalize('NFKC').replace(/\s+/g, '') };
}

function sourced<T>(value: T, { print, span }: Line, by: string): Sourced<T> {
  return { value, text: print, spans: [span], basis: 'said', by };
}

const longestTitle = 60;

function isTitle(text: string, layout: Layout | null): boolean {
  return layout !== null && text.length <= longestTitle && !/[。;:]/.test(text) && layout.title.test(text);
}

/**
 * The form's name: whole where a line prints it, else the left page's half and the right page's put together.
 */
function formOf(titles: readonly Line[]): Sourced<string> | null {
  const whole = commonest(titles.filter(({ text }) => text.endsWith('表') && /計畫/.test(text)));
  if (whole !== null) return sourced(bare(whole.print), whole, 'form-name');
  const left = commonest(titles.filter(({ text }) => !text.endsWith('表')));
  const right = commonest(titles.filter(({ text }) => text.endsWith('表')));
  const halves = [left, right].filter((line) => line !== null);
  if (halves.length === 0) return null;
  return {
    value: halves.map(({ print }) => bare(print)).join(''),
    text: halves.map(({ print }) => print).join(' '),
    spans: halves.map(({ span }) => span),
    basis: 'said',
    by: halves.length === 2 ? 'form-name, facing-heads' : 'form-name',
  };
}

function bare(print: string): string {
  return print.replace(/\s+/g, '').replace(/[（(]$/, '');
}

/** The line printed most often, the first of them; null of none. */
function commonest(lines: readonly Line[]): Line | null {
  const count = new Map<string, number>();
  for (const { text } of lines) count.set(text, (count.get(text) ?? 0) + 1);
  return lines.toSorted((a, b) => (count.get(b.text) ?? 0) - (count.get(a.text) ?? 0))[0] ?? null;
}

const agencyName =
  /^(?!.*(?:中華民國|年度|單位|計畫))[\p{sc=Han}、]{1,18}(?:部|會|院|署|局|處|府|委員會|總處|公所|中心|大學|學校|館|總隊|分署|室|科|課)(?:主管|及所屬|單位決算|部分)?$/u;
const nearTitle = 4;

/** An agency's name stands alone on a line close above the form's name, else close below it, or in the same line. */
function agencyIn(lines: readonly Line[], titles: readonly Line[]): { name: string; line: Line } | null {
  const places = new Set(titles);
  const named = lines.map((line, i) => ({ line, i })).filter(({ line }) => agencyName.test(line.text));
  const above = named.filter(({ i }) => lines.slice(i + 1, i + 1 + nearTitle).some((next) => places.has(next)));
  const below = named.filter(({ i }) =>
    lines.slice(Math.max(0, i - nearTitle), i).some((before) => places.has(before)),
  );
  const line = commonest((above.length > 0 ? above : below).map(({ line: found }) => found));
  if (line !== null) return { name: line.text.replace(/主管$/, ''), line };
  for (const title of titles) {
    const name = /^([\p{sc=Han}]{2,14}?(?:部|會|院|署|局|處|府|公所))(?:主管)?(?:\d{2,3}年度|重要|重大|施政)/u.exec(
      title.text,
    )?.[1];
    if (name !== undefined) return { name, line: title };
  }
  return null;
}

const rocYear = /(?<!\d)(1\d{2}|[6-9]\d)年度/;
const commonYear = /(20\d{2})年度/;
const hanYear = /(?:中華民國|民國)(?:一百)?([一二三四五六七八九十○〇零]{1,3})年度/;

function yearOf(lines: readonly Line[]): Sourced<number> | null {
  const line = commonest(lines.filter(({ text }) => text.length <= longestTitle && yearIn(text) !== null));
  return line === null ? null : sourced(yearIn(line.text) as number, line, 'fiscal-year');
}

/** The Gregorian year of 113年度, 2024年度 or 中華民國一百一十三年度. */
function yearIn(text: string): number | null {
  const common = commonYear.exec(text)?.[1];
  if (common !== undefined) return Number(common);
  const roc = rocYear.exec(text)?.[1];
  if (roc !== undefined) return Number(roc) + 1911;
  const han = hanYear.exec(text);
  return han === null ? null : hanYearOf(han[0], han[1] as string) + 1911;
}

/** 一百一十三 and 一一三 are the same year. */
function hanYearOf(print: string, digits: string): number {
  const value = (char: string) => Math.max(0, '零一二三四五六七八九'.indexOf(char.replace(/[○〇]/, '零')));
  if (!print.includes('百') && !digits.includes('十')) return Number(Array.from(digits, value).join(''));
  const [tens, ones] = digits.includes('十') ? digits.split('十') : ['零', digits];
  return (
    (print.includes('百') ? 100 : 0) + (tens === '' ? 1 : value(tens as string)) * 10 + value((ones ?? '').slice(-1))
  );
}

/** Figures in units that the contract does not know are turned into the next smaller that it does. */
function unitOf(lines: readonly Line[]): Pick<Facts, 'moneyUnit' | 'unit'> {
  const line = lines.find(({ text }) => unitIn(text) !== null);
  const unit = line === undefined ? null : unitIn(line.text);
  if (line === undefined || unit === null) return { moneyUnit: null, unit: 1 };
  return {
    moneyUnit: sourced<MoneyUnit>(
      unit >= 1000 ? 'thousand TWD' : 'TWD',
      line,
      unit === 1 || unit === 1000 ? 'money-unit' : 'money-unit, converted',
    ),
    unit,
  };
}

const runningHead =
  /^(?:中華民國(?:[\d一二三四五六七八九十百○〇零]{2,6}年度)?|(?:中華民國)?\d{2,4}年度|\d{2,4}年|主管|單位:?.*元\)?|經資門.*併計|(?:製表|填表|列印|資料)(?:日期|時間|人員?|單位):?.*|(?:全|續|共|第).{0,4}頁.{0,6}|.{0,6}表\d*)$/;
const pageNumber =
  /^(?:\(\d+\)-\d+|[-–—]*\d{1,4}[-–—]*|第\d{1,4}頁(?:[,、/]?共\d{1,4}頁)?|page\d+(?:of\d+)?|\d{1,4}\/\d{1,4}|[甲乙丙丁]?-?\d{1,4}|[ivxlc]{1,6})$/i;

/** Running heads repeat; page numbers stand alone; the form's name, the agency, the year and the unit are known. */
function furnitureOf(lines: readonly Line[], titles: readonly Line[], agency: string | null): Span[] {
  const known = new Set(titles);
  const count = new Map<string, number>();
  for (const { text } of lines) count.set(text, (count.get(text) ?? 0) + 1);
  return lines
    .filter(
      (line) =>
        known.has(line) ||
        isHead(line.text, agency) ||
        ((count.get(line.text) ?? 0) > 1 && line.text.length <= longestTitle),
    )
    .map(({ span }) => span);
}

function isHead(text: string, agency: string | null): boolean {
  return (
    runningHead.test(text) ||
    pageNumber.test(text) ||
    text === agency ||
    text === `${agency}主管` ||
    (text.length <= longestTitle && unitIn(text) !== null)
  );
}
