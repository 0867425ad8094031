import { Refusal, type Document, type Span, type Table } from '@guankao/domain';
import { isAmount, moneyComponents, type MoneyComponent, type YearMoney } from '../../row/money.ts';
import type { MoneyMapping } from './mapping.ts';

/** One line of an accounting export. */
export interface MoneyLine {
  readonly name: string;
  /** Its executing agency, where the export has a column for it. */
  readonly agency: string | null;
  readonly money: YearMoney;
  /** Where it stands in the export: `Sheet1!B7` or a span of its text. */
  readonly span: Span;
}

/** The headings of the export's first table that has more than two columns. */
export function headingsOf(document: Document): readonly string[] {
  const table = firstTable(document);
  return cellsOf(document, table, 0);
}

/** Its first lines, as texts, so that a person sees what each column holds. */
export function sampleOf(document: Document, lines: number): readonly (readonly string[])[] {
  const table = firstTable(document);
  return table.rows.slice(1, lines + 1).map((_, at) => cellsOf(document, table, at + 1));
}

/** Reads an export by plan. Throws a Refusal that names the cell where a figure is none, and where no line has a plan. */
export function readMoneyTable(document: Document, mapping: MoneyMapping): readonly MoneyLine[] {
  demandColumns(document, mapping, [mapping.name]);
  const lines = tableLines(document, mapping, (cellOf) => {
    const name = cellOf(mapping.name);
    return name === '' || isTotal(name) ? null : { of: name, called: name };
  });
  if (lines.length === 0) throw noLines(document.name, mapping.name);
  return lines.map(({ of: name, agency, money, span }) => ({ name, agency, money, span }));
}

/** 合 計 */
export function isTotal(text: string): boolean {
  return /^(?:合計|總計|小計)$/.test(text.replace(/\s/g, ''));
}

/** Throws a Refusal where the file lacks a column that the mapping speaks of, or one of `more`. */
export function demandColumns(document: Document, { components, agency }: MoneyMapping, more: readonly string[]): void {
  const headings = headingsOf(document);
  for (const heading of [...more, ...Object.values(components), ...(agency ? [agency] : [])])
    if (!headings.includes(heading)) throw noColumn(heading, headings);
}

/** A line of the table: what it is of, its agency, its money. */
interface TableLine<Of> {
  readonly of: Of;
  readonly agency: string | null;
  readonly money: YearMoney;
  readonly span: Span;
  /** As a spreadsheet calls its first cell: Sheet1!A7, or A7 of a file without sheets. */
  readonly place: string;
}

/** The lines under the headings; `ofLine` says of what one is and how it is called, or null where it is left out. */
export function tableLines<Of>(
  document: Document,
  mapping: MoneyMapping,
  ofLine: (cellOf: (heading: string) => string) => { readonly of: Of; readonly called: string } | null,
): readonly TableLine<Of>[] {
  const table = firstTable(document);
  const headings = cellsOf(document, table, 0);
  const columnOf = (heading: string) => headings.indexOf(heading);
  return table.rows.slice(1).flatMap((row, at) => {
    const cells = cellsOf(document, table, at + 1);
    const cellOf = (heading: string) => cells[columnOf(heading)]?.trim() ?? '';
    const line = ofLine(cellOf);
    if (line === null) return [];
    const agency = mapping.agency === undefined || mapping.agency === null ? '' : cellOf(mapping.agency);
    const first = row.cells[0]?.span ?? row.span;
    return [
      {
        of: line.of,
        agency: agency === '' ? null : agency,
        money: moneyOf(cells, columnOf, mapping, line.called, first),
        span: row.span,
        place: first.address ?? `A${at + 2}`,
      },
    ];
  });
}

function moneyOf(
  cells: readonly string[],
  columnOf: (heading: string) => number,
  { components, factor }: MoneyMapping,
  plan: string,
  place: Span,
): YearMoney {
  const amount = (component: MoneyComponent) => {
    const heading = components[component];
    return heading === undefined ? 0 : amountIn(cells[columnOf(heading)] ?? '', factor, heading, plan, place);
  };
  return Object.fromEntries(moneyComponents.map((component) => [component, amount(component)])) as Record<
    MoneyComponent,
    number
  >;
}

/** 1,234 · -1,234 · (1,234) · - · empty, in TWD. Anything else is refused, and what is too large to be exact: a figure is never guessed. */
function amountIn(text: string, factor: number, heading: string, plan: string, place: Span): number {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  if (plain === '' || plain === '-' || plain === '—') return 0;
  const match = /^(?:\((\d+)\)|([-−]?\d+)(?:\.0+)?)$/.exec(plain);
  if (match === null) throw noFigure(text, heading, plan, place);
  const twd = factor * (match[1] === undefined ? Number((match[2] ?? '').replace('−', '-')) : -Number(match[1]));
  if (!isAmount(twd)) throw noFigure(text, heading, plan, place);
  return twd;
}

function firstTable(document: Document): Table {
  const table = document.blocks.find((block) => block.kind === 'table' && (block.rows[0]?.cells.length ?? 0) > 2);
  if (table?.kind === 'table') return table;
  throw new Refusal('no-money-table', 422, {
    'zh-Hant': `「${document.name}」裡找不到表格（至少三欄，第一列是欄名）。請匯入會計系統匯出的 CSV、XLSX 或 ODS。`,
    en: `${document.name} holds no table (three columns or more, headings in the first row). Import a CSV, XLSX or ODS from the accounting system.`,
  });
}

function cellsOf(document: Document, table: Table, row: number): string[] {
  const cells: string[] = [];
  for (const { column, span } of table.rows[row]?.cells ?? [])
    cells[column] = document.text.slice(span.start, span.end).trim();
  return Array.from(cells, (cell) => cell ?? '');
}

function noLines(file: string, heading: string): Refusal {
  return new Refusal('no-money-lines', 422, {
    'zh-Hant': `「${file}」只有欄名：「${heading}」欄底下沒有任何計畫，沒有東西可以勾稽或登錄。請確認匯出時選了年度與機關，再匯出一次。`,
    en: `${file} has headings and no lines: no plan stands under "${heading}", so there is nothing to reconcile or record. Check that a year and an agency were chosen for the export, and export it again.`,
  });
}

function noColumn(heading: string, headings: readonly string[]): Refusal {
  return new Refusal('no-such-column', 422, {
    'zh-Hant': `匯入檔沒有「${heading}」這一欄。檔案裡的欄是：${headings.join('、')}。請改對應。`,
    en: `the file has no column "${heading}". Its columns: ${headings.join(', ')}. Change the mapping.`,
  });
}

function noFigure(text: string, heading: string, plan: string, place: Span): Refusal {
  const where = place.address ?? `字元 ${place.start}`;
  return new Refusal('not-an-amount', 422, {
    'zh-Hant': `「${plan}」（${where}）的「${heading}」是「${text}」，不是整數金額。請在會計系統更正後重新匯出；整份檔案都沒有匯入。`,
    en: `of "${plan}" (at ${place.address ?? `character ${place.start}`}), "${heading}" is "${text}", no whole amount. Correct it in the accounting system and export again; nothing of the file was imported.`,
  });
}
