/** One page of a PDF made by hand for tests: what its content stream says, and what its dictionary adds. */
export interface MadePage {
  readonly content: string;
  /** Points; A4 upright where not said. */
  readonly size?: readonly [number, number];
  readonly rotate?: number;
}

const latin = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
/** Not embedded, in the character codes of old Taiwanese PDFs. */
const big5 =
  '<< /Type /Font /Subtype /Type0 /BaseFont /MSung-Light /Encoding /ETen-B5-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /MSung-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (CNS1) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /MSung-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /StemV 80 >> >>] >>';
const picture =
  '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream';

/** A whole PDF with fonts /F1 (Latin) and /F2 (Big5, not embedded) and a picture /Im. Offsets are right, so that cutting it is a real cut. */
export function madePdf(pages: readonly MadePage[]): Uint8Array {
  const first = 7;
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${first + i * 2} 0 R`).join(' ')}] >>`,
    '<< /Font << /F1 4 0 R /F2 5 0 R >> /XObject << /Im 6 0 R >> >>',
    latin,
    big5,
    picture,
    ...pages.flatMap(({ content, size = [595, 842], rotate = 0 }, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size.join(' ')}] /Rotate ${rotate} /Resources 3 0 R /Contents ${first + i * 2 + 1} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${`${at}`.padStart(10, '0')} 00000 n \n`).join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}

/** Text at a place, points from the bottom left. */
export function say(text: string, x: number, y: number, size = 10, font = 'F1'): string {
  return `BT /${font} ${size} Tf ${x} ${y} Td (${text}) Tj ET\n`;
}

/** A ruled grid. */
export function ruled(xs: readonly number[], ys: readonly number[]): string {
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return [
    ...xs.map((x) => `${x} ${bottom} m ${x} ${top} l S\n`),
    ...ys.map((y) => `${left} ${y} m ${right} ${y} l S\n`),
  ].join('');
}

/** The bytes of text in Big5 for a content stream, given as hex digits. */
export function sayBig5(hex: string, x: number, y: number, size = 10): string {
  return `BT /F2 ${size} Tf ${x} ${y} Td <${hex}> Tj ET\n`;
}
