import type { PageTable } from './page-layout.ts';
import type { Line } from './lines.ts';

/**
 * A table whose columns are ruled and whose rows are not. Where its figures show that one band holds several rows,
 * the band is cut: before each row's figures where every row begins with them, else at every printed line,
 * so that nothing of two rows is fused and whoever knows the form can put the lines together.
 */
export interface RowStyle {
  readonly cut: 'none' | 'records' | 'gaps' | 'lines';
}

/**
 * Decided once for all pages that print the same columns. `rowsRuled`: the document's tables do rule their rows, so that
 * a wide gap within one is no more than that.
 */
export function rowStyleOf(tables: readonly PageTable[], rowsRuled: boolean): RowStyle {
  if (rowsRuled || tables.some(({ by }) => by === 'tags')) return { cut: 'none' };
  const bands = tables.flatMap((table) => bodyBands(table).map((band) => bandColumns(table, band)));
  if (bands.length > 1.5 * tables.length) return { cut: 'none' };
  const withFigures = bands.map((columns) => ({ columns, starts: recordStarts(columns) }));
  if (!withFigures.some(({ starts }) => starts.length >= 2))
    return { cut: bands.some((columns) => gapStarts(columns).length > 0) ? 'gaps' : 'none' };
  const verdicts = withFigures.flatMap(({ columns, starts }) =>
    starts.slice(1).map((start) => beginsWithFigures(columns, start, starts)),
  );
  return { cut: verdicts.filter(Boolean).length >= verdicts.length * 0.8 ? 'records' : 'lines' };
}

/** Whether the document's tables print rules between their rows: one in three or more has several bands of text. */
export function rulesRows(tables: readonly PageTable[]): boolean {
  const drawn = tables.filter(({ by }) => by === 'rules' || by === 'lines');
  return drawn.length > 0 && drawn.filter((table) => bodyBands(table).length > 1).length * 3 >= drawn.length;
}

/** The bands below the heads: from the first that has figures on; without figures, all but a first one of short texts. */
export function bodyBands(table: PageTable): number[] {
  const bands = Array.from({ length: table.ys.length - 1 }, (_, i) => i).filter((band) =>
    bandColumns(table, band).some((lines) => lines.length > 0),
  );
  const withFigures = bands.findIndex((band) =>
    bandColumns(table, band).some((lines) => lines.length > 0 && lines.every(isFigure)),
  );
  if (withFigures >= 0) return bands.slice(withFigures);
  const isHead = bands.length > 1 && bandColumns(table, bands[0] as number).every((lines) => lengthOf(lines) < 30);
  return isHead ? bands.slice(1) : bands;
}

function lengthOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}

/** The lines of each cell that begins in the band. */
export function bandColumns(table: PageTable, band: number): (readonly Line[])[] {
  return table.cells.filter(({ row }) => row === band).map(({ lines }) => lines);
}

const figure =
  /^(?:NT\$|\$)?[-－−–—△▲(（+]?[\d０-９][\d０-９,，.．]*[)）]?(?:(?:百萬|[千仟萬億])?元)?[%％]?$|^[-－−–—]+$/;

export function isFigure(line: Line): boolean {
  return figure.test(line.text.replace(/\s/g, ''));
}

/** Baselines at which rows' figures stand: of the column of figures that has most. Figures broken over lines count once. */
export function recordStarts(columns: readonly (readonly Line[])[]): number[] {
  const figureColumns = columns.filter((lines) => lines.length > 0 && lines.every(isFigure)).map(figuresOf);
  if (figureColumns.length < 2) return [];
  const all = figureColumns.flat().sort((a, b) => a.y - b.y);
  const starts: { y: number; count: number }[] = [];
  for (const { y, size } of all) {
    const last = starts.at(-1);
    if (last !== undefined && y - last.y < 0.6 * size) last.count += 1;
    else starts.push({ y, count: 1 });
  }
  return starts.filter(({ count }) => count >= 2).map(({ y }) => y);
}

function figuresOf(lines: readonly Line[]): Line[] {
  return lines.filter((line, i) => {
    const before = lines[i - 1];
    if (before === undefined) return true;
    const continues = /[,，]$/.test(before.text) || /^[,，\d]{1,3}$/.test(line.text);
    return !(continues && line.y - before.y < 1.8 * line.size);
  });
}

/** Whether no line above a row's figures is nearer to them than to what stands above it. */
function beginsWithFigures(columns: readonly (readonly Line[])[], start: number, starts: readonly number[]): boolean {
  return columns.every((lines) => {
    const above = lines.findLastIndex((line) => line.y < start - 0.6 * line.size);
    const line = lines[above];
    const before = lines[above - 1];
    if (line === undefined || before === undefined) return true;
    if (starts.some((other) => Math.abs(other - line.y) < 0.6 * line.size)) return true;
    return start - line.y >= (line.y - before.y) * 0.95;
  });
}

/**
 * Baselines at which a row of texts begins: two columns or more begin a line there, and every column leaves a wider gap
 * above it than between its lines. Where rows are set without a gap, nearly all columns must begin there, none of them
 * with a second item, and those without a gap must have ended a sentence.
 */
function gapStarts(columns: readonly (readonly Line[])[]): number[] {
  const pitch = usualPitch(columns);
  const filled = columns.filter((lines) => lines.length > 0);
  if (filled.length < 2 || pitch === null) return [];
  const candidates = filled.flatMap((lines) =>
    lines
      .slice(1)
      .filter((line, i) => line.y - (lines[i] as Line).y > pitch * 1.25)
      .map(({ y }) => y),
  );
  const distinct = [...new Set(candidates)]
    .sort((a, b) => a - b)
    .filter((y, i, all) => i === 0 || y - (all[i - 1] as number) > 0.5 * pitch);
  return distinct.filter((y) => beginsTogether(filled, y, pitch));
}

function beginsTogether(columns: readonly (readonly Line[])[], y: number, pitch: number): boolean {
  const beginning = columns.flatMap((lines) => lines.find((line) => Math.abs(line.y - y) < 0.25 * line.size) ?? []);
  const above = columns.map((lines) => lines.findLast((line) => line.y < y - 0.25 * line.size));
  const apart = above.map((line) => line === undefined || y - line.y > pitch * 1.25);
  if (apart.every(Boolean)) return beginning.length >= 2;
  const ended = above.every((line, i) => apart[i] === true || /[。；！？]$/.test(line?.text ?? ''));
  return (
    ended &&
    beginning.length >= Math.max(2, columns.length * 0.75) &&
    !beginning.some(({ text }) => laterItem.test(text))
  );
}

const laterItem = /^[（(]?(?:[2-9]|1\d)(?:[)）]|[.、．](?!\d))/;

function usualPitch(columns: readonly (readonly Line[])[]): number | null {
  const pitches = columns
    .flatMap((lines) => lines.slice(1).map((line, i) => line.y - (lines[i] as Line).y))
    .sort((a, b) => a - b);
  return pitches[Math.floor(pitches.length / 3)] ?? null;
}

/** Where to cut a band: places between its baselines. `facing`: where the rows of the facing page begin. */
export function cutsOf(style: RowStyle, columns: readonly (readonly Line[])[], facing: readonly number[]): number[] {
  if (style.cut === 'none') return [];
  if (style.cut === 'lines') return lineCuts(columns.flat());
  const own = style.cut === 'records' ? recordStarts(columns) : gapStarts(columns);
  const starts = own.length > 0 ? own : facing.every((y) => couldBegin(columns, y)) ? facing : [];
  return starts.map((y) => y - 0.9 * (columns.flat()[0]?.size ?? 10));
}

/** A row of the facing page begins there: so may one here, where no sentence is parted by it and a column begins. */
function couldBegin(columns: readonly (readonly Line[])[], y: number): boolean {
  const pitch = usualPitch(columns);
  if (pitch === null) return false;
  const near = columns.filter((lines) => lines.some((line) => Math.abs(line.y - y) < 0.35 * line.size));
  const above = columns.flatMap((lines) => lines.findLast((line) => line.y < y - 0.35 * line.size) ?? []);
  return near.length >= 1 && above.every((line) => y - line.y > pitch * 1.25 || /[。；！？]$/.test(line.text));
}

function lineCuts(lines: readonly Line[]): number[] {
  const cuts: number[] = [];
  let first: Line | undefined;
  for (const line of lines.toSorted((a, b) => a.y - b.y)) {
    if (first === undefined || line.y - first.y > 0.45 * Math.min(first.size, line.size)) {
      if (first !== undefined) cuts.push(line.y - 0.05);
      first = line;
    }
  }
  return cuts;
}
