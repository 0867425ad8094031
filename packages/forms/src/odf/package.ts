import { zipSync, strToU8 } from 'fflate';

const namespaces = [
  ['office', 'urn:oasis:names:tc:opendocument:xmlns:office:1.0'],
  ['style', 'urn:oasis:names:tc:opendocument:xmlns:style:1.0'],
  ['text', 'urn:oasis:names:tc:opendocument:xmlns:text:1.0'],
  ['table', 'urn:oasis:names:tc:opendocument:xmlns:table:1.0'],
  ['fo', 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'],
  ['number', 'urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0'],
  ['svg', 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0'],
  ['xlink', 'http://www.w3.org/1999/xlink'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['meta', 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0'],
] as const;

const declarations = namespaces.map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`).join(' ');

export interface OdfParts {
  readonly mediaType: string;
  readonly title: string;
  /** Children of office:automatic-styles and office:body of content.xml. */
  readonly automaticStyles: string;
  readonly body: string;
  /** Children of office:styles, office:automatic-styles and office:master-styles of styles.xml. */
  readonly styles: string;
  readonly pageStyles: string;
  readonly masterStyles: string;
}

/** An ODF 1.3 package: mimetype first and stored, then the XML parts. The same parts give the same bytes. */
export function odfPackage(parts: OdfParts): Uint8Array {
  const xml = (root: string, inner: string) =>
    strToU8(
      `<?xml version="1.0" encoding="UTF-8"?>\n<office:${root} ${declarations} office:version="1.3">${inner}</office:${root}>`,
    );
  return zipSync(
    {
      mimetype: [strToU8(parts.mediaType), { level: 0 }],
      'META-INF/manifest.xml': strToU8(manifest(parts.mediaType)),
      'content.xml': xml(
        'document-content',
        `${fontFaces}<office:automatic-styles>${parts.automaticStyles}</office:automatic-styles><office:body>${parts.body}</office:body>`,
      ),
      'styles.xml': xml(
        'document-styles',
        `${fontFaces}<office:styles>${parts.styles}</office:styles><office:automatic-styles>${parts.pageStyles}</office:automatic-styles><office:master-styles>${parts.masterStyles}</office:master-styles>`,
      ),
      'meta.xml': xml(
        'document-meta',
        `<office:meta><dc:title>${escapeXml(parts.title)}</dc:title><dc:language>zh-TW</dc:language></office:meta>`,
      ),
    },
    { level: 6, mtime: new Date(1980, 0, 2) },
  );
}

const fontFaces =
  '<office:font-face-decls><style:font-face style:name="Sans" svg:font-family="\'Noto Sans TC\', \'Noto Sans CJK TC\', \'Microsoft JhengHei\'" style:font-family-generic="swiss"/></office:font-face-decls>';

function manifest(mediaType: string): string {
  const entries = [
    ['/', mediaType],
    ['content.xml', 'text/xml'],
    ['styles.xml', 'text/xml'],
    ['meta.xml', 'text/xml'],
  ].map(([path, type]) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${entries.join('')}</manifest:manifest>`;
}

/** Text for XML content and attributes. Characters that XML 1.0 forbids are left out: no file can hold them. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A paragraph a line; a line that holds line ends of its own is as many. */
export function paragraphs(lines: readonly string[], style: string): string {
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line) => `<text:p text:style-name="${style}">${blanksKept(escapeXml(line))}</text:p>`)
    .join('');
}

/** ODF leaves out blanks at both ends of a paragraph and folds runs of them; elements keep them, and tabs. */
function blanksKept(xml: string): string {
  return xml
    .replace(/^ +| {2,}| +$/g, (blanks) => `<text:s text:c="${blanks.length}"/>`)
    .replaceAll('\t', '<text:tab/>');
}

/** Borders and padding that every cell of the form has. */
export const cellBox = 'fo:border="0.5pt solid #000000" fo:padding="0.08cm"';
export const textProperties =
  'style:font-name="Sans" style:font-name-asian="Sans" fo:font-size="8.5pt" style:font-size-asian="8.5pt" fo:language="zh" fo:country="TW" style:language-asian="zh" style:country-asian="TW"';
