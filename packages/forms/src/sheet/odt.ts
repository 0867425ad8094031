import type { Sheet, SheetCell, SheetLine } from '@guankao/domain';
import { cellBox, escapeXml, odfPackage, paragraphs, textProperties } from '../odf/package.ts';

/** Of a page across, without its margins, in centimetres. */
const width = 26.9;
const bold = 'fo:font-weight="bold" style:font-weight-asian="bold"';

/** The sheet as a text document, A4 across: its heads repeat on each page, rows may break. */
export function writeSheetOdt(sheet: Sheet): Uint8Array {
  const { title, facts, note, nothing, rows } = sheet;
  const lines = facts.map(([name, value]) => `${name}${sheet.language === 'en' ? ': ' : '：'}${value}`);
  const body = [
    `<text:h text:style-name="title" text:outline-level="1">${escapeXml(title)}</text:h>`,
    paragraphs(lines, 'fact'),
    paragraphs([note], 'note'),
    rows.length === 0 ? paragraphs([nothing], 'plain') : tableOf(sheet),
    sealsOf(sheet),
  ].join('');
  return odfPackage({
    mediaType: 'application/vnd.oasis.opendocument.text',
    title,
    automaticStyles: styles(sheet),
    body: `<office:text>${body}</office:text>`,
    styles: `<style:default-style style:family="paragraph"><style:paragraph-properties style:text-autospace="none"/><style:text-properties ${textProperties}/></style:default-style>`,
    pageStyles:
      '<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" fo:margin="1.4cm" style:print-orientation="landscape"/></style:page-layout>',
    masterStyles:
      '<style:master-page style:name="Standard" style:page-layout-name="page"><style:footer><text:p text:style-name="Footer"><text:page-number/></text:p></style:footer></style:master-page>',
  });
}

function tableOf({ columns, rows }: Sheet): string {
  const heads = columns.map(({ title }) => cell(paragraphs([title], 'head'))).join('');
  const body = rows.map(
    (cells) => `<table:table-row>${cells.map((each) => cell(textOf(each))).join('')}</table:table-row>`,
  );
  return `<table:table table:name="sheet" table:style-name="tab">${columns.map((_, at) => `<table:table-column table:style-name="c${at}"/>`).join('')}<table:table-header-rows><table:table-row>${heads}</table:table-row></table:table-header-rows>${body.join('')}</table:table>`;
}

/** A box for each seal, with room for it. */
function sealsOf({ seals = [] }: Sheet): string {
  if (seals.length === 0) return '';
  const boxes = seals.map((who) => cell(paragraphs([who], 'head'))).join('');
  const column = `<table:table-column table:number-columns-repeated="${seals.length}"/>`;
  return `${paragraphs([''], 'plain')}<table:table table:name="seals" table:style-name="tab">${column}<table:table-row table:style-name="seal">${boxes}</table:table-row></table:table>`;
}

function cell(content: string): string {
  return `<table:table-cell table:style-name="cell" office:value-type="string">${content}</table:table-cell>`;
}

function textOf(lines: SheetCell): string {
  return lines.length === 0 ? paragraphs([''], 'plain') : lines.map(lineOf).join('');
}

function lineOf({ text, as, href }: SheetLine): string {
  const set = paragraphs([as === 'quote' ? `「${text}」` : text], as);
  if (href === undefined) return set;
  return set.replaceAll(
    /(<text:p [^>]*>)(.*?)(<\/text:p>)/gs,
    (_, open: string, inner: string, close: string) =>
      `${open}<text:a xlink:type="simple" xlink:href="${escapeXml(href)}">${inner}</text:a>${close}`,
  );
}

function styles({ columns }: Sheet): string {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const paragraph = (name: string, text: string, more = ''): string =>
    `<style:style style:name="${name}" style:family="paragraph">${more}<style:text-properties ${text}/></style:style>`;
  const size = (points: number): string => `fo:font-size="${points}pt" style:font-size-asian="${points}pt"`;
  const below = '<style:paragraph-properties fo:margin-bottom="0.2cm"/>';
  return [
    ...columns.map(
      ({ share }, at) =>
        `<style:style style:name="c${at}" style:family="table-column"><style:table-column-properties style:column-width="${((width * share) / whole).toFixed(2)}cm"/></style:style>`,
    ),
    `<style:style style:name="tab" style:family="table"><style:table-properties style:width="${width}cm" table:align="left"/></style:style>`,
    '<style:style style:name="seal" style:family="table-row"><style:table-row-properties style:min-row-height="2.6cm" fo:keep-together="always"/></style:style>',
    `<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties ${cellBox} style:vertical-align="top"/></style:style>`,
    paragraph('title', `${bold} ${size(14)}`, below),
    paragraph('fact', size(9)),
    paragraph('note', size(9), '<style:paragraph-properties fo:margin-top="0.2cm" fo:margin-bottom="0.2cm"/>'),
    paragraph('head', `${bold} ${size(9)}`),
    paragraph('plain', size(9)),
    paragraph('quote', size(9)),
    paragraph('strong', `${bold} ${size(9)}`),
    paragraph('small', `${size(8)} fo:color="#444444"`),
  ].join('');
}
