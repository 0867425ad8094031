import { deepest } from '../build/bounds.ts';

const struckOut = new Set(['s', 'strike']);
/** What is struck out outside of a cell is not struck out within it, and the other way round. */
const cells = new Set(['td', 'th', 'caption', 'table']);
/** Their content is no mark-up. */
const raw = ['script', 'style', 'textarea', 'title'];
const tag = /<(\/?)([a-z][a-z0-9-]*)[^>]*>/iy;

/**
 * The page with each struck-out stretch in elements of its own. Writer closes what it opened inside out
 * (`<span><strike>曾訂</span>9</strike>`); browsers strike out the 9 too, a parser of nested elements would read it.
 */
export function withStrikesNested(html: string): string {
  if (!/<(?:s|strike)[\s>]/i.test(html)) return html;
  const made: string[] = [];
  const open: Open[] = [{ name: '', strikes: 0 }];
  // Beyond it nothing is a tag: each would be looked for to the end.
  const lastEnd = html.lastIndexOf('>');
  let at = 0;
  while (at < html.length) {
    const next = at > lastEnd ? -1 : html.indexOf('<', at);
    const end = next < 0 ? html.length : next;
    if (end > at) made.push(struck(html.slice(at, end), open));
    if (next < 0) break;
    at = endOfMarkUp(html, next);
    tag.lastIndex = next;
    const [, slash, name] = tag.exec(html) ?? [];
    const lower = name?.toLowerCase() ?? '';
    if (struckOut.has(lower)) {
      const cell = open.at(-1) as Open;
      cell.strikes = slash === '/' ? Math.max(0, cell.strikes - 1) : cell.strikes + 1;
      continue;
    }
    if (cells.has(lower)) turn(open, lower, slash === '/');
    made.push(html.slice(next, at));
  }
  return made.join('');
}

/** A cell that is open, or a table, with the strikes that are open in it. */
interface Open {
  readonly name: string;
  strikes: number;
}

/** A cell begins: one before it ends with that. A cell or table ends, with what is still open in it. */
function turn(open: Open[], name: string, ends: boolean): void {
  const at = open.findLastIndex((each) => each.name === name);
  const within = open.findLastIndex((each) => each.name === 'table');
  if (ends && at > 0) open.splice(at);
  else if (!ends && name !== 'table') open.splice(Math.max(0, within) + 1, open.length, { name, strikes: 0 });
  else if (!ends && open.length < deepest.htmlKept) open.push({ name, strikes: 0 });
}

function struck(text: string, open: readonly Open[]): string {
  return (open.at(-1)?.strikes ?? 0) > 0 && text.trim() !== '' ? `<s>${text}</s>` : text;
}

/** The end of the tag, comment or raw element that begins at `start`; the end of the page where it is never closed. */
function endOfMarkUp(html: string, start: number): number {
  if (html.startsWith('<!--', start)) return after(html, '-->', start);
  tag.lastIndex = start;
  const [whole, slash, name] = tag.exec(html) ?? [];
  if (whole === undefined) return start + 1;
  const end = start + whole.length;
  return slash === '' && raw.includes((name ?? '').toLowerCase())
    ? after(html, '>', after(html, `</${name}`, end))
    : end;
}

function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}
