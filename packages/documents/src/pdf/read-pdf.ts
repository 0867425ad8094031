import type { Box, Document } from '@guankao/domain';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { DocumentBuilder, type Place, type RowInput } from '../build/document-builder.ts';
import { LeftOut, type LeftOutText } from '../build/left-out.ts';
import { mostDrawn } from '../build/bounds.ts';
import { addTableWithTitles } from '../build/title-rows.ts';
import { damaged, noContent } from '../build/refusals.ts';
import type { SourceFile } from '../reader.ts';
import { bandColumns, bodyBands, recordStarts, rowStyleOf, rulesRows, type RowStyle } from './bands.ts';
import { openPdf, pdfEngine } from './engine.ts';
import { layoutOf } from './layout.ts';
import type { PageItem, PageTable } from './page-layout.ts';
import {
  imageOnlyDocument,
  imageOnlyPage,
  ocrText,
  pageDrawsTooMuch,
  pagesDrawTooMuch,
  unknownCharacters,
  unreadablePage,
} from './notices.ts';
import { TooMuchDrawn } from './operator-list.ts';
import type { PageContent } from './page-content.ts';
import { paragraphsOf } from './paragraphs.ts';
import { readPage } from './read-page.ts';
import { joinRunOvers, type PlacedTable } from './run-over.ts';
import { columnReach, rowsOf } from './table-rows.ts';
import { boxOnPage, type Turns } from './turns.ts';

export const pdfMediaType = 'application/pdf';

/** A page as understood: what is on it, and what could not be read. Plain data, so that a worker can send it. */
export interface ReadPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly turns: Turns;
  readonly items: readonly PageItem[];
  /** Glyphs that could not be told. */
  readonly unknown: number;
  readonly leftOut: readonly LeftOutText[];
  readonly state: 'text' | 'ocr' | 'blank' | 'image' | 'unknown-text' | 'unreadable' | 'too-much';
  /** Drawing operators that it took. */
  readonly operators: number;
}

/** Throws a Refusal for a PDF that is protected, damaged, empty, or only pictures of pages. */
export async function readPdf(file: SourceFile): Promise<Document> {
  const pdf = await openPdf(file);
  try {
    const pages: ReadPage[] = [];
    let operators = 0;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await readOnePage(pdf, number);
      pages.push(page);
      operators += page.operators;
      if (operators > mostDrawn.allOperators) throw pagesDrawTooMuch(file.name, number);
    }
    return await documentOf(file, pages);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** A page that cannot be interpreted is reported in its `state`; the others are read. */
export async function readOnePage(pdf: PDFDocumentProxy, number: number): Promise<ReadPage> {
  const { pdfjs } = await pdfEngine();
  const nothing = { number, width: 0, height: 0, turns: 0 as const, items: [], unknown: 0, leftOut: [], operators: 0 };
  try {
    const page = await pdf.getPage(number);
    const content = await readPage(page, pdfjs);
    page.cleanup();
    const { items } = layoutOf(content);
    const { width, height, turns, unknown, leftOut, operators } = content;
    const state = stateOf(content, items.length === 0);
    return { number, width, height, turns, items, unknown, leftOut, operators, state };
  } catch (fault) {
    return { ...nothing, state: fault instanceof TooMuchDrawn ? 'too-much' : 'unreadable' };
  }
}

/** A scan may bear a printed page number and nothing else that can be read. */
function stateOf({ pictures, glyphs, unknown, byOcr }: PageContent, empty: boolean): ReadPage['state'] {
  if (empty && unknown > 0) return 'unknown-text';
  if (empty) return pictures > 0.2 ? 'image' : 'blank';
  if (pictures > 0.5 && glyphs.length < 30) return 'image';
  return byOcr ? 'ocr' : 'text';
}

/** Puts the pages together: rows, cells that run over, and what is to be said about each page. */
export async function documentOf(file: SourceFile, pages: readonly ReadPage[]): Promise<Document> {
  refuseWithoutText(file, pages);
  const builder = new DocumentBuilder(file);
  const tables = placedTables(pages);
  joinRunOvers([...tables.values()]);
  const leftOut = new LeftOut();
  for (const page of pages) {
    for (const { kind, text } of page.leftOut) leftOut.add(kind, text, `page=${page.number}`);
    addPage(builder, page, pages, tables);
    if (page.state === 'image') builder.notice(imageOnlyPage(page.number));
    if (page.state === 'ocr') builder.notice(ocrText(page.number));
    if (page.unknown > 0) builder.notice(unknownCharacters(page.number, page.unknown));
    if (page.state === 'unreadable') builder.notice(unreadablePage(page.number));
    if (page.state === 'too-much') builder.notice(pageDrawsTooMuch(page.number));
  }
  for (const notice of leftOut.notices()) builder.notice(notice);
  return builder.finish(pdfMediaType, pages.length);
}

function refuseWithoutText(file: SourceFile, pages: readonly ReadPage[]): void {
  if (pages.length === 0)
    throw noContent(file.name, {
      'zh-Hant': '這份 PDF 沒有任何頁面。請重新產生或下載檔案。',
      en: 'this PDF has no pages. Make it or download it anew.',
    });
  if (pages.some(({ items }) => items.length > 0)) return;
  const images = pages.filter(({ state }) => state === 'image').map(({ number }) => number);
  if (images.length > 0) throw imageOnlyDocument(file.name, images);
  const beyond = pages.find(({ state }) => state === 'too-much');
  if (beyond !== undefined) throw pagesDrawTooMuch(file.name, beyond.number);
  if (pages.every(({ state }) => state === 'unreadable'))
    throw damaged(file.name, 'PDF', 'none of its pages can be interpreted');
  throw noContent(file.name, {
    'zh-Hant': `${pages.length} 頁都是空白，或其字型未提供文字對照。請提供原始電子檔。`,
    en: `all ${pages.length} pages are blank, or their fonts do not say which characters they print. Give the original electronic file.`,
  });
}

/** Tables with the same columns share how their rows are parted and how far their columns reach. */
function placedTables(pages: readonly ReadPage[]): Map<PageTable, PlacedTable> {
  const all = pages.flatMap((page) =>
    page.items.flatMap((item) => (item.kind === 'table' ? [{ page, table: item }] : [])),
  );
  const families = [
    ...Map.groupBy(all, ({ table }) =>
      table.xs.map((x) => Math.round((x - (table.xs[0] ?? 0)) / 3)).join(','),
    ).values(),
  ];
  const rowsRuled = rulesRows(all.map(({ table }) => table));
  const familyOf = new Map(
    families.flatMap((members) => {
      const tables = members.map(({ table }) => table);
      const family = { style: rowStyleOf(tables, rowsRuled), reach: columnReach(tables) };
      return tables.map((table) => [table, family] as const);
    }),
  );
  const placed = new Map<PageTable, PlacedTable>();
  let facing = { page: 0, top: 0, starts: [] as number[] };
  for (const { page, table } of all) {
    const family = familyOf.get(table);
    if (family === undefined) continue;
    const faces = facing.page === page.number - 1 && Math.abs(facing.top - table.box[1]) < 12;
    const borrowed = faces && !rowsRuled ? facing.starts : [];
    const style: RowStyle = family.style.cut === 'none' && borrowed.length > 0 ? { cut: 'gaps' } : family.style;
    const at = page.items.indexOf(table);
    placed.set(table, {
      page: page.number,
      table,
      repeated: [],
      first: at === 0,
      last: page.items.slice(at + 1).every(({ kind }) => kind === 'line') && page.items.length - at <= 3,
      rows: rowsOf(page.number, table, style, family.reach, borrowed),
      joinable: style.cut !== 'lines',
    });
    const starts =
      family.style.cut === 'records' ? bodyBands(table).flatMap((band) => recordStarts(bandColumns(table, band))) : [];
    facing = { page: page.number, top: table.box[1], starts };
  }
  return placed;
}

/** A table's rows may be of the pages after it: each row knows its own. */
function addPage(
  builder: DocumentBuilder,
  page: ReadPage,
  pages: readonly ReadPage[],
  tables: ReadonlyMap<PageTable, PlacedTable>,
): void {
  for (const part of paragraphsOf(page.items)) {
    if (part.kind === 'paragraph') {
      builder.paragraph(part.text, placeOn(page, part.box));
      continue;
    }
    const { rows = [], repeated = [] } = tables.get(part.table) ?? {};
    for (const head of repeated)
      builder.paragraph(head.cells.map(({ text }) => text).join(' '), placeOn(page, head.box));
    addTableWithTitles(
      builder,
      rows.map((row): RowInput => {
        const place = (box: Box): Place => placeOn(pages[row.page - 1] ?? page, box);
        return { cells: row.cells.map((cell) => ({ ...cell, place: place(cell.box) })), place: place(row.box) };
      }),
      placeOn(page, part.table.box),
    );
  }
}

function placeOn({ number, turns, width, height }: ReadPage, box: Box): Place {
  return { page: number, box: rounded(boxOnPage(box, turns, width, height)) };
}

function rounded([x0, y0, x1, y1]: Box): Box {
  const tenth = (value: number): number => Math.round(value * 10) / 10;
  return [tenth(x0), tenth(y0), tenth(x1), tenth(y1)];
}
