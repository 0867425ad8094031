/**
 * A block of cells as spreadsheets copy it: cells parted by tabs, rows by line ends; a cell that holds either, or begins
 * with a quote, stands in quotes, those within it doubled. One cell is a block of one.
 */
export function cellsOfBlock(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const plain = text.replace(/\r\n?/g, '\n');
  while (at <= plain.length) {
    const quoted = plain[at] === '"' ? quotedCell(plain, at) : null;
    const end = quoted?.end ?? endOf(plain, at);
    row.push(quoted?.text ?? plain.slice(at, end));
    if (plain[end] !== '\t') {
      rows.push(row);
      row = [];
    }
    at = end + 1;
  }
  // What spreadsheets copy ends with a line end, which is no row.
  const last = rows.at(-1);
  return rows.length > 1 && last?.length === 1 && last[0] === '' ? rows.slice(0, -1) : rows;
}

/** null where the quote is one of the text: it does not end, or something follows it. */
function quotedCell(text: string, at: number): { readonly text: string; readonly end: number } | null {
  for (let end = at + 1; end < text.length; end += 1) {
    if (text[end] !== '"') continue;
    if (text[end + 1] === '"') {
      end += 1;
      continue;
    }
    const next = text[end + 1];
    if (next !== undefined && next !== '\t' && next !== '\n') return null;
    return { text: text.slice(at + 1, end).replaceAll('""', '"'), end: end + 1 };
  }
  return null;
}

function endOf(text: string, at: number): number {
  const found = /[\t\n]/.exec(text.slice(at));
  return found === null ? text.length : at + found.index;
}
