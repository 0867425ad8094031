import { addAll } from '../build/extremes.ts';
import type { LeftOut } from '../build/left-out.ts';
import { raised, withRaisedSettled } from '../build/raised.ts';
import { longestMarker, mostOfTables } from '../build/bounds.ts';
import { tooLong, tooManyCells } from '../build/refusals.ts';
import { textOf, type FlowCell, type FlowItem, type FlowRow, type FlowTable } from '../flow/flow.ts';
import { ListCounter } from '../flow/list-counter.ts';
import { numbered } from '../flow/numbering.ts';
import { elementsOf, type XmlElement, type XmlNode } from '../xml/tree.ts';
import type { OdfLook, OdfLooks } from '../ods/odf-looks.ts';
import type { ListLevel, ListStyles } from './list-styles.ts';

/** Written beside the text, or a copy of it: no part of what is printed there. */
const asides = new Set([
  'office:annotation',
  'office:annotation-end',
  'text:tracked-changes',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'office:forms',
  'text:ruby-text',
  'text:note-citation',
  'text:table-of-content',
  'text:bibliography-mark',
  'draw:image',
  'draw:object',
  'draw:object-ole',
  'office:event-listeners',
]);
const groups = new Set([
  'text:section',
  'text:index-body',
  'table:table-header-rows',
  'table:table-rows',
  'table:table-row-group',
]);
const mostRows = 200_000;
/** Writers of text documents hardly repeat cells; a bomb does. */
const mostRepeats = 256;

interface ListPlace {
  readonly style: string;
  readonly level: number;
  readonly counter: ListCounter;
}

/** Turns ODF text content into a flow. Footnotes and text boxes follow the paragraph or table that they hang on. */
export class OdtFlow {
  readonly #lists: ListStyles;
  /** Lists that go on counting after an interruption do so by style. */
  readonly #counters = new Map<string, ListCounter>();
  readonly #file: string;
  readonly #looks: OdfLooks;
  readonly #leftOut: LeftOut;
  #hanging: FlowItem[] = [];
  #cells = 0;

  constructor(file: string, lists: ListStyles, looks: OdfLooks, leftOut: LeftOut) {
    this.#file = file;
    this.#lists = lists;
    this.#looks = looks;
    this.#leftOut = leftOut;
  }

  items(nodes: readonly XmlNode[]): FlowItem[] {
    return elementsOf(nodes).flatMap((element) => this.#item(element, null, ''));
  }

  #item(element: XmlElement, list: ListPlace | null, marker: string): FlowItem[] {
    if (asides.has(element.name)) return [];
    if (isHidden(element)) {
      this.#leftOut.add(
        'hidden-text',
        textOf(elementsOf(element.children).flatMap((part) => this.#item(part, null, ''))),
        this.#file,
      );
      return [];
    }
    switch (element.name) {
      case 'text:p':
      case 'text:h':
        return this.#paragraph(element, marker);
      case 'text:list':
        return this.#list(element, list);
      case 'table:table':
        return this.#withHanging(() => [this.#table(element)]);
      case 'draw:frame':
      case 'draw:text-box':
      case 'draw:custom-shape':
      case 'draw:g':
        return this.items(element.children);
      default:
        return groups.has(element.name) || element.name.startsWith('text:') ? this.items(element.children) : [];
    }
  }

  #paragraph(element: XmlElement, marker: string): FlowItem[] {
    return this.#withHanging(() => {
      const text = this.#asSet(this.#looks.of(element.attributes['text:style-name']), this.#text(element.children));
      return [{ kind: 'paragraph', text: text.trim() === '' ? '' : marker + this.#settled(text) }];
    });
  }

  /** What hangs on a paragraph within a cell goes after the outermost: a cell's text box may hold the very table. */
  #withHanging(build: () => FlowItem[]): FlowItem[] {
    const outer = this.#hanging;
    this.#hanging = [];
    const built = build();
    const hanging = this.#hanging;
    this.#hanging = outer;
    return [...built, ...hanging];
  }

  #text(nodes: readonly XmlNode[]): string {
    return nodes
      .map((node) => (typeof node === 'string' ? node.replace(/[\t\n\r ]+/g, ' ') : this.#inline(node)))
      .join('');
  }

  #settled(text: string): string {
    return withRaisedSettled(text, (mark) => this.#leftOut.add('note-marks', mark, this.#file));
  }

  /** Text of that look, or nothing where it is left out. */
  #asSet(look: OdfLook, text: string): string {
    if (look.hidden === true || look.struck === true) {
      this.#leftOut.add(look.hidden === true ? 'hidden-text' : 'struck-out', text, this.#file);
      return '';
    }
    return look.raised === true ? raised(text) : text;
  }

  #inline(element: XmlElement): string {
    if (asides.has(element.name)) return '';
    if (isHidden(element)) return this.#asSet({ hidden: true }, this.#text(element.children));
    switch (element.name) {
      case 'text:span':
        return this.#asSet(this.#looks.of(element.attributes['text:style-name']), this.#text(element.children));
      case 'text:s':
        return ' '.repeat(Math.min(100, Number(element.attributes['text:c'] ?? 1) || 1));
      case 'text:tab':
        return ' ';
      case 'text:line-break':
        return '\n';
      case 'text:note':
        addAll(this.#hanging, this.#note(element));
        return '';
      case 'draw:frame':
      case 'draw:custom-shape':
      case 'draw:g':
        addAll(this.#hanging, this.items(element.children));
        return '';
      default:
        return this.#text(element.children);
    }
  }

  #note(element: XmlElement): FlowItem[] {
    return elementsOf(element.children)
      .filter(({ name }) => name === 'text:note-body')
      .flatMap((body) => this.items(body.children));
  }

  #list(element: XmlElement, outer: ListPlace | null): FlowItem[] {
    const style = element.attributes['text:style-name'] ?? outer?.style ?? '';
    const place: ListPlace = {
      style,
      level: outer === null ? 0 : outer.level + 1,
      counter: outer?.counter ?? this.#counterFor(element, style),
    };
    return elementsOf(element.children).flatMap((item) => {
      if (item.name !== 'text:list-item' && item.name !== 'text:list-header') return [];
      let marker = item.name === 'text:list-item' ? this.#marker(item, place) : '';
      return elementsOf(item.children).flatMap((part) => {
        const built = this.#item(part, place, part.name === 'text:p' || part.name === 'text:h' ? marker : '');
        if (part.name !== 'text:list') marker = '';
        return built;
      });
    });
  }

  #counterFor(element: XmlElement, style: string): ListCounter {
    const goesOn =
      element.attributes['text:continue-numbering'] === 'true' ||
      element.attributes['text:continue-list'] !== undefined;
    const counter = (goesOn ? this.#counters.get(style) : undefined) ?? new ListCounter();
    this.#counters.set(style, counter);
    return counter;
  }

  /** An item that holds only a deeper list shows no number of its own. Bullets are decoration: the paragraphs tell. */
  #marker(item: XmlElement, { style, level, counter }: ListPlace): string {
    const definition = this.#lists.get(style)?.get(level);
    const hasText = elementsOf(item.children).some(({ name }) => name === 'text:p' || name === 'text:h');
    if (definition === undefined || !hasText) return '';
    if (definition.format === '') return '';
    if (definition.prefix.length + definition.suffix.length > longestMarker)
      throw tooLong(this.#file, 'text:list-style', longestMarker);
    const start = Number(item.attributes['text:start-value'] ?? definition.start) || definition.start;
    counter.next(level, start);
    return `${definition.prefix}${this.#numbers(definition, style, level, counter)}${definition.suffix} `;
  }

  #numbers(definition: ListLevel, style: string, level: number, counter: ListCounter): string {
    const first = Math.max(0, level - definition.shown + 1);
    const shown: string[] = [];
    for (let at = first; at <= level; at += 1) {
      const above = this.#lists.get(style)?.get(at);
      shown.push(numbered(counter.current(at, above?.start ?? 1), above?.format ?? '1'));
    }
    return shown.join('.');
  }

  #table(element: XmlElement): FlowTable {
    const rows: FlowRow[] = [];
    this.#rows(element, rows);
    return { kind: 'table', rows };
  }

  #rows(element: XmlElement, rows: FlowRow[]): void {
    for (const part of elementsOf(element.children)) {
      if (groups.has(part.name)) this.#rows(part, rows);
      if (part.name !== 'table:table-row') continue;
      const row = this.#row(part);
      if (/^(?:collapse|filter)$/.test(part.attributes['table:visibility'] ?? '')) {
        this.#leftOut.add('hidden-text', row.cells.map(({ content }) => textOf(content)).join(' '), this.#file);
        continue;
      }
      const count = row.cells.length === 0 ? 1 : repeats(part.attributes['table:number-rows-repeated'], mostRepeats);
      this.#cells += row.cells.length * count;
      if (this.#cells > mostOfTables.cells) throw tooManyCells(this.#file, 'content.xml');
      for (let i = 0; i < count; i += 1) rows.push(row);
    }
  }

  #row(element: XmlElement): FlowRow {
    const cells: FlowCell[] = [];
    let column = 0;
    for (const part of elementsOf(element.children)) {
      const count = repeats(part.attributes['table:number-columns-repeated'], mostRepeats);
      if (part.name === 'table:table-cell') {
        const content = this.items(part.children);
        const columnSpan = repeats(part.attributes['table:number-columns-spanned'], 1_000);
        const rowSpan = repeats(part.attributes['table:number-rows-spanned'], mostRows);
        for (let i = 0; i < count; i += 1) cells.push({ column: column + i, columnSpan, rowSpan, content });
      }
      if (part.name === 'table:table-cell' || part.name === 'table:covered-table-cell') column += count;
    }
    return { cells };
  }
}

function repeats(attribute: string | undefined, most: number): number {
  const count = Number(attribute ?? 1);
  return Number.isInteger(count) && count > 0 ? Math.min(count, most) : 1;
}

function isHidden({ name, attributes }: XmlElement): boolean {
  if (name === 'text:section') return attributes['text:display'] === 'none';
  return /^text:hidden-(?:text|paragraph)$/.test(name) && attributes['text:is-hidden'] === 'true';
}
