import type { Sourced, Span } from '@guankao/domain';
import type { Layout } from './layout.ts';
import { agencyName, headText, isRunningHead, isTitle, longestHead, pageNumber } from './running-heads.ts';

/** What the running heads say of the whole filing. */
export interface Facts {
  readonly form: Sourced<string> | null;
  readonly agency: Sourced<string> | null;
  readonly fiscalYear: Sourced<number> | null;
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
  return {
    form: formOf(titles),
    agency: agency && sourced(agency.name, agency.line, 'agency'),
    fiscalYear: yearOf([...lines, ...heads]),
    furniture: furnitureOf(lines, titles, agency?.name ?? null),
  };
}

function lineOf(document: string, span: Span): Line {
  const print = document.slice(span.start, span.end);
  return { span, print, text: headText(print) };
}

function sourced<T>(value: T, { print, span }: Line, by: string): Sourced<T> {
  return { value, text: print, spans: [span], basis: 'said', by };
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
  const line = commonest(lines.filter(({ text }) => text.length <= longestHead && yearIn(text) !== null));
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
        ((count.get(line.text) ?? 0) > 1 && line.text.length <= longestHead),
    )
    .map(({ span }) => span);
}

function isHead(text: string, agency: string | null): boolean {
  return isRunningHead(text) || pageNumber.test(text) || text === agency || text === `${agency}主管`;
}
