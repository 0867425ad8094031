import { cellBox, escapeXml, odfPackage, paragraphs, textProperties } from '../odf/package.ts';
import { amountIn, sheetName, widths, type FillInColumn, type FillInSheet } from './sheet.ts';

const mediaType = 'application/vnd.oasis.opendocument.spreadsheet';

/** The sheet as ODS: answers are open, all else is locked without a password, so that nobody locks themselves out. */
export function writeFillInOds({ name, heads, columns, rows }: FillInSheet): Uint8Array {
  const head = heads.map(
    (line) =>
      `<table:table-row table:style-name="ro"><table:table-cell table:style-name="head" office:value-type="string">${paragraphs([line], 'p')}</table:table-cell></table:table-row>`,
  );
  const labels = columns.map(
    ({ heading, kind }) =>
      `<table:table-cell table:style-name="${kind === 'answer' ? 'labelanswer' : 'label'}" office:value-type="string">${paragraphs([heading], 'p')}</table:table-cell>`,
  );
  const columnsXml = columns.map(
    ({ kind }) =>
      `<table:table-column table:style-name="co${kind}" table:default-cell-style-name="${kind === 'answer' ? 'answer' : 'shown'}"/>`,
  );
  const body = rows.map(
    (cells) =>
      `<table:table-row table:style-name="ro">${cells.map((text, at) => cellXml(text, columns[at])).join('')}</table:table-row>`,
  );
  return odfPackage({
    mediaType,
    title: name,
    automaticStyles,
    body: `<office:spreadsheet><table:table table:name="${sheetName}" table:style-name="ta" table:protected="true">${columnsXml.join('')}${head.join('')}<table:table-header-rows><table:table-row table:style-name="ro">${labels.join('')}</table:table-row></table:table-header-rows>${body.join('')}</table:table></office:spreadsheet>`,
    styles: `<style:default-style style:family="table-cell"><style:paragraph-properties style:text-autospace="none"/><style:text-properties ${textProperties}/></style:default-style>`,
    pageStyles:
      '<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="42cm" fo:page-height="29.7cm" style:print-orientation="landscape" fo:margin="1.3cm" style:scale-to-X="1"/></style:page-layout>',
    masterStyles:
      '<style:master-page style:name="Default" style:page-layout-name="page"><style:footer><text:p><text:page-number/></text:p></style:footer></style:master-page>',
  });
}

const top = `${cellBox} fo:wrap-option="wrap" style:vertical-align="top"`;
const automaticStyles = [
  '<style:style style:name="ta" style:family="table" style:master-page-name="Default"/>',
  ...Object.entries(widths).map(
    ([kind, width]) =>
      `<style:style style:name="co${kind}" style:family="table-column"><style:table-column-properties style:column-width="${width}cm"/></style:style>`,
  ),
  '<style:style style:name="ro" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>',
  '<style:style style:name="head" style:family="table-cell"><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>',
  `<style:style style:name="label" style:family="table-cell"><style:table-cell-properties ${top} fo:background-color="#d9d9d9"/><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>`,
  `<style:style style:name="labelanswer" style:family="table-cell"><style:table-cell-properties ${top}/><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>`,
  `<style:style style:name="shown" style:family="table-cell"><style:table-cell-properties ${top} fo:background-color="#ededed"/></style:style>`,
  `<style:style style:name="code" style:family="table-cell"><style:table-cell-properties ${top} fo:background-color="#ededed"/><style:text-properties fo:font-size="5pt" style:font-size-asian="5pt" fo:color="#767676"/></style:style>`,
  '<number:text-style style:name="astext"><number:text-content/></number:text-style>',
  `<style:style style:name="answer" style:family="table-cell" style:data-style-name="astext"><style:table-cell-properties ${top} style:cell-protect="none"/></style:style>`,
  '<number:number-style style:name="amount"><number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/></number:number-style>',
  `<style:style style:name="money" style:family="table-cell" style:data-style-name="amount"><style:table-cell-properties ${top} fo:background-color="#ededed"/><style:paragraph-properties fo:text-align="end"/></style:style>`,
  '<style:style style:name="p" style:family="paragraph"/>',
].join('');

const styleOf: Readonly<Record<FillInColumn['kind'], string>> = {
  code: 'code',
  shown: 'shown',
  money: 'money',
  beside: 'shown',
  answer: 'answer',
};

function cellXml(text: string, column: FillInColumn | undefined): string {
  const kind = column?.kind ?? 'shown';
  const style = styleOf[kind];
  if (text === '') return `<table:table-cell table:style-name="${style}"/>`;
  const amount = kind === 'money' ? amountIn(text) : null;
  if (amount !== null)
    return `<table:table-cell table:style-name="${style}" office:value-type="float" office:value="${amount}"><text:p>${escapeXml(text)}</text:p></table:table-cell>`;
  return `<table:table-cell table:style-name="${style}" office:value-type="string">${paragraphs([text], 'p')}</table:table-cell>`;
}
