import { mostOfTables } from '../build/bounds.ts';
import { addAll } from '../build/extremes.ts';
import { tooManyColumns } from '../build/refusals.ts';
import type { LeftOut } from '../build/left-out.ts';
import { raised, withRaisedSettled } from '../build/raised.ts';
import type { FlowCell, FlowItem, FlowRow, FlowTable } from '../flow/flow.ts';
import { numbered } from '../flow/numbering.ts';
import { elementsOf, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { raisedElement } from './html-tree.ts';

const blocks = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'html',
  'legend',
  'li',
  'main',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
]);
/** As browsers take a cell's own span. */
const widest = 1_000;

interface List {
  next: number;
  readonly step: 1 | -1;
  readonly format: string;
  /** The page shows no numbers for it. */
  readonly silent: boolean;
}

/** Turns a page's elements into a flow: what stands in one line becomes a paragraph. */
export class HtmlFlow {
  #items: FlowItem[] = [];
  #line = '';
  readonly #leftOut: LeftOut;
  readonly #file: string;

  constructor(leftOut: LeftOut, file: string) {
    this.#leftOut = leftOut;
    this.#file = file;
  }

  items(nodes: readonly XmlNode[]): FlowItem[] {
    const [items, line] = [this.#items, this.#line];
    this.#items = [];
    this.#line = '';
    this.#walk(nodes, null);
    this.#endLine();
    const built = this.#items;
    this.#items = items;
    this.#line = line;
    return built;
  }

  #walk(nodes: readonly XmlNode[], list: List | null): void {
    for (const node of nodes) {
      if (typeof node === 'string') this.#line += node.replace(/[\t\n\f\r ]+/g, ' ');
      else this.#element(node, list);
    }
  }

  #element(element: XmlElement, list: List | null): void {
    if (element.name === 'br') this.#endLine();
    else if (element.name === 'table') this.#table(element);
    else if (element.name === raisedElement) this.#line += raised(wholeTextOf(element.children).replace(/\s+/g, ' '));
    else if (!blocks.has(element.name)) this.#walk(element.children, list);
    else {
      this.#endLine();
      if (element.name === 'li') this.#line = markerOf(element, list);
      this.#walk(element.children, listOf(element) ?? list);
      this.#endLine();
    }
  }

  #endLine(): void {
    const text = withRaisedSettled(this.#line.trim(), (mark) => this.#leftOut.add('note-marks', mark, this.#file));
    if (text.trim() !== '') this.#items.push({ kind: 'paragraph', text: text.trim() });
    this.#line = '';
  }

  /** What stands in a table but in no cell of it is shown before it. */
  #table(element: XmlElement): void {
    this.#endLine();
    const { rows, strays } = partsOf(element);
    addAll(this.#items, this.items(strays));
    this.#items.push(this.#tableOf(rows));
  }

  #tableOf(rows: readonly XmlElement[]): FlowTable {
    /** By column: the row before which a cell above ends. */
    const taken = new Map<number, number>();
    return {
      kind: 'table',
      rows: rows.map((row, index): FlowRow => ({ cells: this.#cells(row, taken, index, rows.length) })),
    };
  }

  #cells(row: XmlElement, taken: Map<number, number>, index: number, end: number): FlowCell[] {
    const cells: FlowCell[] = [];
    let column = 0;
    for (const part of elementsOf(row.children)) {
      if (!isCell(part)) continue;
      while ((taken.get(column) ?? 0) > index) column += 1;
      if (column >= mostOfTables.columns) throw tooManyColumns(this.#file, `<tr> ${index + 1}`);
      const columnSpan = spanOf(part.attributes['colspan'], 1, widest);
      // rowspan="0" reaches to the last row.
      const rowSpan =
        part.attributes['rowspan'] === '0' ? end - index : spanOf(part.attributes['rowspan'], 1, end - index);
      cells.push({ column, columnSpan, rowSpan, content: this.items(part.children) });
      if (rowSpan > 1) for (let i = 0; i < columnSpan; i += 1) taken.set(column + i, index + rowSpan);
      column += columnSpan;
    }
    return cells;
  }
}

/** Rows stand in the table or its groups; a wrecked page has cells without a row, and text without a cell. */
function partsOf(table: XmlElement): { rows: XmlElement[]; strays: XmlNode[] } {
  const rows: XmlElement[] = [];
  const strays: XmlNode[] = [];
  let loose: XmlElement[] | null = null;
  for (const node of table.children) {
    if (typeof node !== 'string' && isCell(node)) {
      if (loose === null) rows.push({ name: 'tr', attributes: {}, children: (loose = []) });
      loose.push(node);
      continue;
    }
    if (typeof node === 'string' && node.trim() === '') continue;
    loose = null;
    if (typeof node === 'string') strays.push(node);
    else if (node.name === 'tr') {
      rows.push(node);
      addAll(
        strays,
        node.children.filter((part) => typeof part === 'string' || !isCell(part)),
      );
    } else if (['thead', 'tbody', 'tfoot'].includes(node.name)) {
      const within = partsOf(node);
      addAll(rows, within.rows);
      addAll(strays, within.strays);
    } else strays.push(node);
  }
  return { rows, strays };
}

function isCell({ name }: XmlElement): boolean {
  return name === 'td' || name === 'th';
}

function listOf({ name, attributes }: XmlElement): List | null {
  if (name !== 'ol' && name !== 'ul') return null;
  const style = attributes['style'] ?? '';
  const start = Number(attributes['start'] ?? 1);
  return {
    next: Number.isInteger(start) ? start : 1,
    step: 'reversed' in attributes ? -1 : 1,
    format: /list-style(?:-type)?\s*:[^;]*?([a-z-]+)/i.exec(style)?.[1]?.replace(/-/g, '') ?? attributes['type'] ?? '1',
    silent:
      name === 'ul' ||
      style.split(';').some((each) => /list-style(?:-type)?\s*:/i.test(each) && /\bnone\b/i.test(each)),
  };
}

function markerOf({ attributes, children }: XmlElement, list: List | null): string {
  if (list === null || list.silent) return '';
  const own = Number(attributes['value'] ?? Number.NaN);
  const value = Number.isInteger(own) ? own : list.next;
  list.next = value + list.step;
  // Conversions number the text and the list both.
  return startsNumbered(children) ? '' : `${numbered(value, list.format)}. `;
}

function startsNumbered(children: readonly XmlNode[]): boolean {
  return /^\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）.、．])/.test(textOf(children).slice(0, 40));
}

function textOf(nodes: readonly XmlNode[]): string {
  let text = '';
  for (const node of nodes) {
    text += typeof node === 'string' ? node : textOf(node.children);
    if (text.trim().length > 10) break;
  }
  return text;
}

function wholeTextOf(nodes: readonly XmlNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : wholeTextOf(node.children))).join('');
}

function spanOf(attribute: string | undefined, least: number, most: number): number {
  const value = Number.parseInt(attribute ?? '', 10);
  return Number.isInteger(value) && value >= least ? Math.min(value, most) : least;
}
