import { moneyColumns, printedAmount, textColumns } from '@guankao/domain';
import { leftColumns, type FormAmount, type FormRow, type FormTable } from '../form-table.ts';
import { cellBox, escapeXml, odfPackage, paragraphs, textProperties } from './package.ts';

const mediaType = 'application/vnd.oasis.opendocument.spreadsheet';

/** Widths in centimetres: the first seven fill the left page, the last three the right one. */
const widths = [3.4, 1.5, 2.1, 1.9, 1.9, 1.9, 5.3, 6, 6, 6];

/**
 * The form as a spreadsheet: one table of ten columns, real numbers in the money cells, broken after the seventh column
 * so that it prints as left and right pages with the heads on each.
 */
export function writeOds(table: FormTable): Uint8Array {
  return odfPackage({
    mediaType,
    title: `${table.agency}${table.year}${table.title.join('')}`,
    automaticStyles,
    body: `<office:spreadsheet><table:table table:name="情形表" table:style-name="ta">${columnsXml()}${headRows(table)}${table.rows.map(rowXml).join('')}</table:table></office:spreadsheet>`,
    styles: `<style:default-style style:family="table-cell"><style:paragraph-properties style:text-autospace="none"/><style:text-properties ${textProperties}/></style:default-style>`,
    pageStyles,
    masterStyles:
      '<style:master-page style:name="Default" style:page-layout-name="page"><style:footer><text:p><text:page-number/></text:p></style:footer></style:master-page>',
  });
}

const automaticStyles = [
  '<style:style style:name="ta" style:family="table" style:master-page-name="Default"/>',
  ...widths.map(
    (width, at) =>
      `<style:style style:name="co${at}" style:family="table-column"><style:table-column-properties style:column-width="${width}cm"${at === leftColumns ? ' fo:break-before="page"' : ''}/></style:style>`,
  ),
  '<style:style style:name="ro" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>',
  `<style:style style:name="head" style:family="table-cell"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>`,
  `<style:style style:name="label" style:family="table-cell"><style:table-cell-properties ${cellBox} fo:wrap-option="wrap" style:vertical-align="middle"/><style:paragraph-properties fo:text-align="center"/></style:style>`,
  `<style:style style:name="text" style:family="table-cell"><style:table-cell-properties ${cellBox} fo:wrap-option="wrap" style:vertical-align="top"/></style:style>`,
  '<number:number-style style:name="amount"><number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/></number:number-style>',
  `<style:style style:name="money" style:family="table-cell" style:data-style-name="amount"><style:table-cell-properties ${cellBox} style:vertical-align="top"/><style:paragraph-properties fo:text-align="end"/></style:style>`,
  '<style:style style:name="p" style:family="paragraph"/>',
].join('');

const pageStyles =
  '<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait" style:print-page-order="ltr" fo:margin="1.3cm" style:scale-to-X="2"/></style:page-layout>';

function columnsXml(): string {
  return widths
    .map((_, at) => `<table:table-column table:style-name="co${at}" table:default-cell-style-name="text"/>`)
    .join('');
}

/** Running heads split across the gutter as printed, repeated on every page. */
function headRows(table: FormTable): string {
  const [left, right] = table.title;
  const pairs: [string, string][] = [
    [table.agency, table.agency === '' ? '' : '主管'],
    [left, right],
    [table.year === '' ? '' : '中華民國', table.year],
    ['', table.unit],
  ];
  const rows = pairs.map(
    ([l, r]) =>
      `<table:table-row table:style-name="ro">${spanning(l, leftColumns)}${spanning(r, widths.length - leftColumns)}</table:table-row>`,
  );
  const labels = table.columns
    .map(
      (name) =>
        `<table:table-cell table:style-name="label" office:value-type="string">${paragraphs([name], 'p')}</table:table-cell>`,
    )
    .join('');
  return `<table:table-header-rows>${rows.join('')}<table:table-row table:style-name="ro">${labels}</table:table-row></table:table-header-rows>`;
}

function spanning(text: string, columns: number): string {
  const value = text === '' ? '' : ' office:value-type="string"';
  return `<table:table-cell table:style-name="head" table:number-columns-spanned="${columns}"${value}>${paragraphs(text === '' ? [] : [text], 'p')}</table:table-cell><table:covered-table-cell table:number-columns-repeated="${columns - 1}"/>`;
}

function rowXml(row: FormRow): string {
  const cells = [
    ...[row.name, row.type, row.period].map((text) => textCell(text === '' ? [] : [text])),
    ...moneyColumns.map((field) => moneyCell(row[field])),
    ...textColumns.map((field) => textCell(row[field])),
  ];
  return `<table:table-row table:style-name="ro">${cells.join('')}</table:table-row>`;
}

function textCell(lines: readonly string[]): string {
  if (lines.length === 0) return '<table:table-cell table:style-name="text"/>';
  return `<table:table-cell table:style-name="text" office:value-type="string">${paragraphs(lines, 'p')}</table:table-cell>`;
}

function moneyCell(value: FormAmount): string {
  if (typeof value === 'string') return textCell([value]);
  if (value === null) return '<table:table-cell table:style-name="text"/>';
  return `<table:table-cell table:style-name="money" office:value-type="float" office:value="${value}"><text:p>${escapeXml(printedAmount(value))}</text:p></table:table-cell>`;
}
