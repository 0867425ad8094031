import { cellBox, escapeXml, odfPackage, paragraphs, textProperties } from '../odf/package.ts';
import { pageSize, sheetName, widthsOnPage, type FillInColumn, type FillInSheet } from './sheet.ts';

const mediaType = 'application/vnd.oasis.opendocument.text';

/** The sheet as a table in a text document: cells that are no answers are locked, without a password. */
export function writeFillInOdt({ name, heads, columns, rows }: FillInSheet): Uint8Array {
  const lines = heads.map((line) => `<text:p text:style-name="head">${escapeXml(line)}</text:p>`);
  const widths = widthsOnPage(columns);
  const labels = columns.map(
    ({ heading, kind }) =>
      `<table:table-cell table:style-name="${kind === 'answer' ? 'labelanswer' : 'label'}" office:value-type="string">${paragraphs([heading], 'labeltext')}</table:table-cell>`,
  );
  const body = rows.map((cells) => {
    const own = cells.map((text, at) => {
      const kind = columns[at]?.kind ?? 'shown';
      return `<table:table-cell table:style-name="${kind === 'answer' ? 'answer' : 'shown'}" office:value-type="string">${paragraphs([text], textStyle[kind])}</table:table-cell>`;
    });
    return `<table:table-row>${own.join('')}</table:table-row>`;
  });
  return odfPackage({
    mediaType,
    title: name,
    automaticStyles: automaticStyles(widths),
    body: `<office:text>${lines.join('')}<table:table table:name="${sheetName}" table:style-name="tab">${widths.map((_, at) => `<table:table-column table:style-name="co${at}"/>`).join('')}<table:table-header-rows><table:table-row>${labels.join('')}</table:table-row></table:table-header-rows>${body.join('')}</table:table><text:p text:style-name="p"/></office:text>`,
    styles: `<style:default-style style:family="paragraph"><style:paragraph-properties style:text-autospace="none"/><style:text-properties ${textProperties}/></style:default-style>`,
    pageStyles: `<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="${pageSize.width}cm" fo:page-height="${pageSize.height}cm" fo:margin="${pageSize.margin}cm" style:print-orientation="landscape"/></style:page-layout>`,
    masterStyles:
      '<style:master-page style:name="Standard" style:page-layout-name="page"><style:footer><text:p text:style-name="Footer"><text:page-number/></text:p></style:footer></style:master-page>',
  });
}

const textStyle: Readonly<Record<FillInColumn['kind'], string>> = {
  code: 'codetext',
  shown: 'p',
  money: 'amount',
  beside: 'p',
  answer: 'p',
};

function automaticStyles(widths: readonly number[]): string {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const locked = `${cellBox} style:vertical-align="top" style:cell-protect="protected"`;
  const open = `${cellBox} style:vertical-align="top"`;
  const bold = '<style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/>';
  const cell = (name: string, properties: string) =>
    `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties ${properties}/></style:style>`;
  return [
    `<style:style style:name="tab" style:family="table"><style:table-properties style:width="${whole.toFixed(2)}cm" table:align="left"/></style:style>`,
    ...widths.map(
      (width, at) =>
        `<style:style style:name="co${at}" style:family="table-column"><style:table-column-properties style:column-width="${width.toFixed(2)}cm"/></style:style>`,
    ),
    cell('label', `${locked} fo:background-color="#d9d9d9"`),
    cell('labelanswer', locked),
    cell('shown', `${locked} fo:background-color="#ededed"`),
    cell('answer', open),
    '<style:style style:name="p" style:family="paragraph"/>',
    `<style:style style:name="head" style:family="paragraph">${bold}</style:style>`,
    `<style:style style:name="labeltext" style:family="paragraph">${bold}</style:style>`,
    '<style:style style:name="amount" style:family="paragraph"><style:paragraph-properties fo:text-align="end"/></style:style>',
    '<style:style style:name="codetext" style:family="paragraph"><style:text-properties fo:font-size="5pt" style:font-size-asian="5pt" fo:color="#767676"/></style:style>',
  ].join('');
}
