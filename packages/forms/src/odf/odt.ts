import { moneyColumns, textColumns } from '@guankao/domain';
import { leftColumns, printedOf, type FormRow, type FormTable } from '../form-table.ts';
import { spreads, type Slice } from '../spreads.ts';
import { cellBox, escapeXml, odfPackage, paragraphs, textProperties } from './package.ts';

const mediaType = 'application/vnd.oasis.opendocument.text';
const leftWidths = [3, 1.3, 2, 2.05, 2.05, 2.05, 5.55];
const rightWidths = [6, 6, 6];

/**
 * The form as a text document: each spread is a left page and a right page, whose rows are given the same least height,
 * so that they stand side by side when the book lies open. Heights are estimated from the text: a word processor has no
 * way to tie two tables together.
 */
export function writeOdt(table: FormTable): Uint8Array {
  const pages = spreads(table.rows, { leftWidths, rightWidths, fontPoints: 8.5, pageHeight: 25.2 });
  const body = pages.map((slices, at) => page(table, slices, 'left', at) + page(table, slices, 'right', at)).join('');
  return odfPackage({
    mediaType,
    title: `${table.agency}${table.year}${table.title.join('')}`,
    automaticStyles: automaticStyles(pages.flat()),
    body: `<office:text>${body}</office:text>`,
    styles: `<style:default-style style:family="paragraph"><style:paragraph-properties style:text-autospace="none"/><style:text-properties ${textProperties}/></style:default-style>`,
    pageStyles:
      '<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="1.4cm" style:print-orientation="portrait"/></style:page-layout>',
    masterStyles:
      '<style:master-page style:name="Standard" style:page-layout-name="page"><style:footer><text:p text:style-name="Footer"><text:page-number/></text:p></style:footer></style:master-page>',
  });
}

function automaticStyles(slices: readonly Slice[]): string {
  const heights = [...new Set(slices.map((slice) => slice.height))];
  const columns = (side: string, widths: readonly number[]) =>
    widths.map(
      (width, at) =>
        `<style:style style:name="${side}${at}" style:family="table-column"><style:table-column-properties style:column-width="${width}cm"/></style:style>`,
    );
  return [
    ...columns('left', leftWidths),
    ...columns('right', rightWidths),
    '<style:style style:name="tab" style:family="table"><style:table-properties style:width="18cm" table:align="left"/></style:style>',
    ...heights.map(
      (height) =>
        `<style:style style:name="h${Math.round(height * 100)}" style:family="table-row"><style:table-row-properties style:min-row-height="${height.toFixed(2)}cm" fo:keep-together="always"/></style:style>`,
    ),
    `<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties ${cellBox} style:vertical-align="top"/></style:style>`,
    '<style:style style:name="p" style:family="paragraph"/>',
    '<style:style style:name="label" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style>',
    '<style:style style:name="amount" style:family="paragraph"><style:paragraph-properties fo:text-align="end"/></style:style>',
    '<style:style style:name="headleft" style:family="paragraph"><style:paragraph-properties fo:text-align="end"/><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>',
    '<style:style style:name="headright" style:family="paragraph"><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>',
    '<style:style style:name="turnleft" style:family="paragraph"><style:paragraph-properties fo:text-align="end" fo:break-before="page"/><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>',
    '<style:style style:name="turnright" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>',
    '<style:style style:name="unit" style:family="paragraph"><style:paragraph-properties fo:text-align="end"/></style:style>',
  ].join('');
}

function page(table: FormTable, slices: readonly Slice[], side: 'left' | 'right', spread: number): string {
  const widths = side === 'left' ? leftWidths : rightWidths;
  const labels = side === 'left' ? table.columns.slice(0, leftColumns) : table.columns.slice(leftColumns);
  const columns = widths.map((_, at) => `<table:table-column table:style-name="${side}${at}"/>`).join('');
  const header = `<table:table-header-rows><table:table-row>${labels.map((label) => cell(paragraphs([label], 'label'))).join('')}</table:table-row></table:table-header-rows>`;
  const rows = slices.map(
    (slice) =>
      `<table:table-row table:style-name="h${Math.round(slice.height * 100)}">${side === 'left' ? leftCells(slice.row) : rightCells(slice.row)}</table:table-row>`,
  );
  return `${heads(table, side, spread)}<table:table table:name="${side}-${spread + 1}" table:style-name="tab">${columns}${header}${rows.join('')}</table:table>`;
}

function heads(table: FormTable, side: 'left' | 'right', spread: number): string {
  const lines =
    side === 'left'
      ? [table.agency, table.title[0], table.year === '' ? '' : '中華民國', '']
      : [table.agency === '' ? '' : '主管', table.title[1], table.year, table.unit];
  const first = spread === 0 && side === 'left' ? 'headleft' : `turn${side}`;
  return lines
    .map(
      (line, at) =>
        `<text:p text:style-name="${at === 0 ? first : at === 3 ? 'unit' : `head${side}`}">${escapeXml(line)}</text:p>`,
    )
    .join('');
}

function leftCells(row: FormRow): string {
  return [
    ...[row.name, row.type, row.period].map((text) => cell(paragraphs([text], 'p'))),
    ...moneyColumns.map((field) => cell(paragraphs([printedOf(row[field])], 'amount'))),
    cell(paragraphs(row.plannedWork.length > 0 ? row.plannedWork : [''], 'p')),
  ].join('');
}

function rightCells(row: FormRow): string {
  return textColumns
    .slice(1)
    .map((field) => cell(paragraphs(row[field].length > 0 ? row[field] : [''], 'p')))
    .join('');
}

function cell(content: string): string {
  return `<table:table-cell table:style-name="cell" office:value-type="string">${content}</table:table-cell>`;
}
