import { strFromU8, strToU8, Zlib } from 'fflate';

/** PDFs written object by object, so that a test can say what no program would. */
export interface PdfParts {
  /** Objects from number 1 on: the catalogue, the tree of pages, and what they name. */
  readonly objects: readonly string[];
}

export function pdf({ objects }: PdfParts): Uint8Array {
  const parts: Uint8Array[] = [strToU8('%PDF-1.4\n')];
  let length = parts[0]?.length ?? 0;
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    const bytes = strToU8(`${index + 1} 0 obj\n${object}\nendobj\n`, true);
    offsets.push(length);
    parts.push(bytes);
    length += bytes.length;
  }
  const lines = offsets.map((at) => `${`${at}`.padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    strToU8(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A packed stream of `content`, written so many times: put together piece by piece, so that a gigabyte can be said. */
export function stream(dictionary: string, content: string, times = 1): string {
  const piece = strToU8(content, true);
  const packed: string[] = [];
  const zlib = new Zlib({ level: times > 1 ? 1 : 6 }, (chunk) => packed.push(strFromU8(chunk, true)));
  for (let at = 1; at <= times; at += 1) zlib.push(piece, at === times);
  const whole = packed.join('');
  return `<< ${dictionary} /Filter /FlateDecode /Length ${whole.length} >>\nstream\n${whole}\nendstream`;
}

export const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
export const pageOf = (resources: string, content: string, times = 1): PdfParts => ({
  objects: [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << ${resources} >> /Contents 4 0 R >>`,
    stream('', content, times),
    font,
  ],
});
/** A page that says `content` so many times. */
export function onePage(content: string, times = 1): Uint8Array {
  return pdf(pageOf('/Font << /F1 5 0 R >>', content, times));
}

export function manyKids(size: number, kid: (at: number) => string, pages: readonly string[]): Uint8Array {
  return pdf({
    objects: [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Count ${size} /Kids [${Array.from({ length: size }, (_, at) => kid(at)).join(' ')}] >>`,
      '<< /Font << /F1 4 0 R >> >>',
      font,
      stream('', 'BT /F1 10 Tf 50 700 Td (text) Tj ET'),
      ...pages,
    ],
  });
}
