import { isLatin, type Line } from './lines.ts';

/**
 * A cell's lines as text. A line that the cell's width forced is joined to the next; one that ends before it had to
 * is a paragraph's end, written as a line break. `right` is where the column's text reaches to (points).
 */
export function textOfLines(lines: readonly Line[], right: number): string {
  let text = '';
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    text += line.text;
    if (next === undefined) break;
    text += endsEarly(line, next, right) ? '\n' : wrapJoint(line.text, next.text);
  }
  return text;
}

const itemMarker =
  /^(?:[（(][\d一二三四五六七八九十]{1,3}[)）]|[<〈]\d{1,2}[>〉]|\d{1,2}[.、．](?!\d)|[一二三四五六七八九十]{1,3}[、.]|[A-Za-z][.)]\s|[•●○◆■□※])/;
/** What stands below a table, and in a cell only where no rule parts it from the last row: signatures, notes, the head of the next page. */
const below =
  /^(?:(?:製表|填表|承辦人?|覆核|複核|審核|核章|主辦會計|會計|機關首長|單位主管|首長)(?:人員?)?[:：]$|主管$|[（(]?(?:註|附註|備註|資料來源)[)）]?\d{0,2}[:：])/;
const sentenceEnd = /[。；;：:！？!?]$/;

/** The next line's first piece would have fitted: whoever wrote it began a new line. */
function endsEarly(line: Line, next: Line, right: number): boolean {
  if (below.test(next.text.replace(/\s/g, ''))) return true;
  if (itemMarker.test(next.text) && (sentenceEnd.test(line.text) || right - line.x1 > 0.3 * line.size)) return true;
  const room = right - line.x1;
  return room > widthOfFirstPiece(next) + 1.1 * line.size;
}

/** In points. What may not be parted: a Latin word or a figure, or one character with the closing marks after it. */
export function widthOfFirstPiece({ text, x0, x1 }: Line): number {
  const piece = /^[（(「『【〈《<]*(?:[!-'*-~]+|.)[，。、；：！？）)」』】〉》%％]*/u.exec(text)?.[0] ?? '';
  const widths = (part: string): number =>
    [...part].reduce((sum, character) => sum + (isLatin(character) ? 0.55 : 1), 0);
  return (widths(piece) / Math.max(1, widths(text))) * (x1 - x0);
}

/** Latin words need their blank back; Chinese and figures were parted anywhere. */
function wrapJoint(before: string, after: string): string {
  return /[A-Za-z][,.;:)]?$/.test(before) && /^[A-Za-z(]/.test(after) ? ' ' : '';
}
