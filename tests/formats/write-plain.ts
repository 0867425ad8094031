import type { Piece } from './spreads.ts';
import { escape } from './write-odf.ts';

/** A page as a content system makes it: one table each, items as paragraphs of a cell. */
export function writeHtml(pieces: readonly Piece[]): Uint8Array {
  const parts = pieces.map((piece) => {
    if ('paragraph' in piece) return `<p>${escape(piece.paragraph)}</p>`;
    const [head = [], ...rest] = piece.rows;
    const line = (tag: string, cells: readonly (readonly string[])[]): string =>
      `<tr>${cells.map((cell) => `<${tag}>${cell.map((text) => `<p>${escape(text)}</p>`).join('')}</${tag}>`).join('')}</tr>`;
    return `<table><thead>${line('th', head)}</thead><tbody>${rest.map((cells) => line('td', cells)).join('\n')}</tbody></table>`;
  });
  return new TextEncoder().encode(
    `<!doctype html><html lang="zh-Hant"><head><meta charset="utf-8"><title>表</title></head><body>${parts.join('\n')}</body></html>`,
  );
}

export function writeCsv(pieces: readonly Piece[], delimiter = ','): Uint8Array {
  const quote = (text: string): string =>
    /["\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = pieces.flatMap((piece) =>
    'paragraph' in piece
      ? [quote(piece.paragraph)]
      : [...piece.rows.map((row) => row.map((cell) => quote(cell.join('\n'))).join(delimiter)), ''],
  );
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`);
}
