import { isTextColumn, moneyColumns, rowFields, textColumns, type RowField } from '@guankao/domain';
import { printedOf, type FormRow } from './form-table.ts';

/** A row, or the part of it that fits, with the height it needs on both pages. */
export interface Slice {
  readonly row: FormRow;
  /** Centimetres. */
  readonly height: number;
}

export interface SpreadGeometry {
  /** Centimetres. */
  readonly leftWidths: readonly number[];
  readonly rightWidths: readonly number[];
  readonly fontPoints: number;
  /** Of a page's table, heads left out. Centimetres. */
  readonly pageHeight: number;
}

const centimetresPerPoint = 2.54 / 72;
const padding = 0.16;
const headsHeight = 3.2;

/**
 * Lays the rows out on spreads: a row that is too tall runs over to the next spread on both pages at once.
 * Heights are estimates: a Chinese character is as wide as it is high, a Latin one about half.
 */
export function spreads(rows: readonly FormRow[], geometry: SpreadGeometry): readonly (readonly Slice[])[] {
  const room = geometry.pageHeight - headsHeight;
  const pages: Slice[][] = [[]];
  let used = 0;
  for (let row of rows) {
    for (;;) {
      const height = heightOf(row, geometry);
      if (used + height <= room) {
        pages.at(-1)?.push({ row, height });
        used += height;
        break;
      }
      // A row that fits on a page of its own is left whole: only what is taller than a page must be cut.
      const cut = height <= room || used + minimumSlice > room ? null : cutAt(row, room - used, geometry);
      if (cut !== null) {
        pages.at(-1)?.push({ row: cut[0], height: heightOf(cut[0], geometry) });
        row = cut[1];
      } else if (used === 0) {
        // What has no place to be cut runs over the page's end rather than for ever.
        pages.at(-1)?.push({ row, height });
        break;
      }
      pages.push([]);
      used = 0;
    }
  }
  return pages.filter((page) => page.length > 0);
}

/** A slice of fewer centimetres is not worth a row's cut. */
const minimumSlice = 4;

/** The part of `row` that fits into `room`, and the rest: same columns, money only on the first part. null: nothing fits. */
function cutAt(row: FormRow, room: number, geometry: SpreadGeometry): [FormRow, FormRow] | null {
  const parts = cutColumns.map((field) => split(linesIn(row, field), widthOf(field, geometry), room, geometry));
  if (parts.every(([, rest]) => rest.length === 0) || parts.every(([kept]) => kept.length === 0)) return null;
  const [head, tail] = [0, 1].map((side) =>
    Object.fromEntries(
      cutColumns.map((field, at) => {
        const lines = parts[at]?.[side] ?? [];
        return [field, isTextColumn(field) ? lines : lines.join('\n')];
      }),
    ),
  );
  const blank = { approvedTotal: null, budgetedToDate: null, executedToDate: null };
  return [
    { ...row, ...head },
    { ...row, ...blank, ...tail },
  ];
}

const cutColumns = ['name', 'type', 'period', ...textColumns] as const;

function linesIn(row: FormRow, field: (typeof cutColumns)[number]): readonly string[] {
  if (isTextColumn(field)) return row[field];
  return row[field] === '' ? [] : row[field].split('\n');
}

function split(lines: readonly string[], width: number, room: number, geometry: SpreadGeometry): [string[], string[]] {
  const fits = Math.floor((room - padding) / lineHeight(geometry));
  const kept: string[] = [];
  let used = 0;
  for (const [at, line] of lines.entries()) {
    const need = linesOf(line, width, geometry);
    if (used + need > fits) {
      const characters = charactersIn(line, (fits - used - 1) * charactersPerLine(width, geometry));
      if (characters < 12) return [kept, lines.slice(at)];
      return [
        [...kept, line.slice(0, characters)],
        [line.slice(characters), ...lines.slice(at + 1)],
      ];
    }
    kept.push(line);
    used += need;
  }
  return [kept, []];
}

function widthOf(field: RowField, { leftWidths, rightWidths }: SpreadGeometry): number {
  return [...leftWidths, ...rightWidths][rowFields.indexOf(field)] ?? 1;
}

function heightOf(row: FormRow, geometry: SpreadGeometry): number {
  const lines = (field: RowField, said: readonly string[]) =>
    said.reduce((sum, line) => sum + linesOf(line, widthOf(field, geometry), geometry), 0);
  const money = moneyColumns.map((field) => lines(field, [printedOf(row[field])]));
  const texts = cutColumns.map((field) => lines(field, linesIn(row, field)));
  return Math.max(1, ...money, ...texts) * lineHeight(geometry) + padding;
}

function lineHeight({ fontPoints }: SpreadGeometry): number {
  return fontPoints * 1.5 * centimetresPerPoint;
}

function charactersPerLine(width: number, { fontPoints }: SpreadGeometry): number {
  return Math.max(1, Math.floor((width - padding) / (fontPoints * centimetresPerPoint)));
}

function linesOf(text: string, width: number, geometry: SpreadGeometry): number {
  return Math.max(1, Math.ceil(emsOf(text) / charactersPerLine(width, geometry)));
}

/** Widths in characters as wide as high. */
function emsOf(text: string): number {
  let ems = 0;
  for (const character of text) ems += character < '\u2e80' ? 0.56 : 1;
  return ems;
}

/** How many UTF-16 units of `text` fill `ems`. */
function charactersIn(text: string, ems: number): number {
  let used = 0;
  let at = 0;
  for (const character of text) {
    used += character < '\u2e80' ? 0.56 : 1;
    if (used > ems) break;
    at += character.length;
  }
  return at;
}
