import { addAll } from '../build/extremes.ts';
import { longestMarker } from '../build/bounds.ts';
import { tooLong } from '../build/refusals.ts';
import { pendingChanges, type LeftOut } from '../build/left-out.ts';
import { raised, withRaisedSettled } from '../build/raised.ts';
import type { Notice } from '@guankao/domain';
import { textOf, type FlowCell, type FlowItem, type FlowRow, type FlowTable } from '../flow/flow.ts';
import { ListCounter } from '../flow/list-counter.ts';
import { numbered } from '../flow/numbering.ts';
import { child, elementsOf, type XmlElement, type XmlNode } from '../xml/tree.ts';
import type { Numbering } from './list-levels.ts';
import type { RunLooks } from './run-looks.ts';

/** Deleted or moved away, instructions to the program, copies for older programs. Tracked changes are taken as accepted. */
const asides = new Set([
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'w:delInstrText',
  'mc:Fallback',
  'w:pPr',
  'w:rPr',
  'w:tblPr',
  'w:tblGrid',
  'w:trPr',
  'w:tcPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:sectPr',
  'w:commentReference',
  'w:annotationRef',
  'w:rt',
]);

/** Changes that were tracked. */
const changes = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']);

interface OpenCell extends FlowCell {
  rowSpan: number;
}

/** Turns WordprocessingML into a flow. Footnotes and text boxes follow the paragraph or table that they hang on. */
export class DocxFlow {
  readonly #numbering: Numbering;
  readonly #looks: RunLooks;
  readonly #notes: ReadonlyMap<string, XmlElement>;
  readonly #leftOut: LeftOut;
  readonly #file: string;
  readonly #counters = new Map<string, ListCounter>();
  readonly #hung = new Set<string>();
  #hanging: FlowItem[] = [];
  /** Of the paragraph that is being read. */
  #properties: XmlElement | undefined;
  #changes = 0;

  constructor(
    file: string,
    parts: {
      readonly numbering: Numbering;
      readonly looks: RunLooks;
      readonly notes: ReadonlyMap<string, XmlElement>;
      readonly leftOut: LeftOut;
    },
  ) {
    this.#file = file;
    this.#numbering = parts.numbering;
    this.#looks = parts.looks;
    this.#notes = parts.notes;
    this.#leftOut = parts.leftOut;
  }

  items(nodes: readonly XmlNode[]): FlowItem[] {
    const items: FlowItem[] = [];
    let joins = false;
    for (const element of elementsOf(nodes)) {
      const built = this.#item(element);
      const [last, first] = [items.at(-1), built[0]];
      if (joins && last?.kind === 'paragraph' && first?.kind === 'paragraph') {
        items[items.length - 1] = { kind: 'paragraph', text: last.text + first.text };
        built.shift();
      }
      addAll(items, built);
      joins = hasDeletedEnd(element);
    }
    return items;
  }

  /** Changes that nobody has accepted or rejected. */
  changesNotice(): Notice[] {
    return this.#changes === 0 ? [] : [pendingChanges(this.#file, this.#changes)];
  }

  #item(element: XmlElement): FlowItem[] {
    if (changes.has(element.name)) this.#changes += 1;
    if (asides.has(element.name)) return [];
    if (element.name === 'w:p') return this.#withHanging(() => [this.#paragraph(element)]);
    if (element.name === 'w:tbl') return this.#withHanging(() => [this.#table(element)]);
    return this.items(element.children);
  }

  #withHanging(build: () => FlowItem[]): FlowItem[] {
    const outer = this.#hanging;
    this.#hanging = [];
    const built = build();
    const hanging = this.#hanging;
    this.#hanging = outer;
    return [...built, ...hanging];
  }

  #paragraph(element: XmlElement): FlowItem {
    const outer = this.#properties;
    this.#properties = child(element, 'w:pPr');
    const text = withRaisedSettled(this.#text(element.children), (mark) =>
      this.#leftOut.add('note-marks', mark, this.#file),
    );
    this.#properties = outer;
    return { kind: 'paragraph', text: (text.trim() === '' ? '' : this.#marker(child(element, 'w:pPr'))) + text };
  }

  #text(nodes: readonly XmlNode[]): string {
    return elementsOf(nodes)
      .map((element) => this.#inline(element))
      .join('');
  }

  #inline(element: XmlElement): string {
    if (changes.has(element.name)) this.#changes += 1;
    if (asides.has(element.name)) return '';
    switch (element.name) {
      case 'w:t':
        return element.children.join('');
      case 'w:tab':
      case 'w:ptab':
        return ' ';
      case 'w:br':
      case 'w:cr':
        return '\n';
      case 'w:noBreakHyphen':
        return '-';
      case 'w:sym':
        return '';
      case 'w:r':
        return this.#run(element);
      case 'w:footnoteReference':
        this.#hangNote('footnote', element);
        return '';
      case 'w:endnoteReference':
        this.#hangNote('endnote', element);
        return '';
      case 'w:txbxContent':
        addAll(this.#hanging, this.items(element.children));
        return '';
      default:
        return this.#text(element.children);
    }
  }

  #run(element: XmlElement): string {
    const look = this.#looks.of(this.#properties, child(element, 'w:rPr'));
    const text = this.#text(element.children);
    if (look.hidden === true || look.struck === true) {
      this.#leftOut.add(look.hidden === true ? 'hidden-text' : 'struck-out', text, this.#file);
      return '';
    }
    return look.raised === true ? raised(text) : text;
  }

  /** A note is printed once; one may be said to hang on itself. */
  #hangNote(kind: string, reference: XmlElement): void {
    const id = `${kind}${reference.attributes['w:id'] ?? ''}`;
    const note = this.#notes.get(id);
    if (note === undefined || note.attributes['w:type'] !== undefined || this.#hung.has(id)) return;
    this.#hung.add(id);
    addAll(this.#hanging, this.items(note.children));
  }

  #marker(properties: XmlElement | undefined): string {
    const own = child(properties, 'w:numPr');
    const styled = this.#numbering.styles.get(child(properties, 'w:pStyle')?.attributes['w:val'] ?? '');
    const number = child(own, 'w:numId')?.attributes['w:val'] ?? styled?.number;
    const level = Number(child(own, 'w:ilvl')?.attributes['w:val'] ?? styled?.level ?? 0);
    const list = this.#numbering.lists.get(number ?? '');
    const definition = list?.levels.get(level);
    if (
      list === undefined ||
      definition === undefined ||
      definition.format === 'none' ||
      definition.format === 'bullet'
    )
      return '';
    const counter = this.#counters.get(list.list) ?? new ListCounter();
    this.#counters.set(list.list, counter);
    counter.next(level, definition.start);
    if (definition.text.length > longestMarker) throw tooLong(this.#file, 'w:lvlText', longestMarker);
    const text = definition.text.replace(/%(\d)/g, (_, place: string) => {
      const at = Number(place) - 1;
      const shown = list.levels.get(at);
      return numbered(counter.current(at, shown?.start ?? 1), shown?.format ?? 'decimal');
    });
    return `${text} `;
  }

  #table(element: XmlElement): FlowTable {
    const above = new Map<number, OpenCell>();
    return { kind: 'table', rows: this.#rowsOf(element).map((row) => this.#row(row, above)) };
  }

  /** Rows may stand within content controls, custom XML, or tracked insertions. Hidden ones and deleted ones are left out. */
  #rowsOf(table: XmlElement): XmlElement[] {
    return elementsOf(table.children).flatMap((part) => {
      if (part.name !== 'w:tr') return wrappers.has(part.name) ? this.#rowsOf(part) : [];
      const properties = child(part, 'w:trPr');
      if (child(properties, 'w:del') !== undefined || child(properties, 'w:ins') !== undefined) this.#changes += 1;
      if (child(properties, 'w:del') !== undefined) return [];
      if (child(properties, 'w:hidden') === undefined) return [part];
      this.#leftOut.add(
        'hidden-text',
        cellsOf(part)
          .map((cell) => textOf(this.items(cell.children)))
          .join(' '),
        this.#file,
      );
      return [];
    });
  }

  /** `above`: by column, the cell that a vertical merge would carry on. */
  #row(element: XmlElement, above: Map<number, OpenCell>): FlowRow {
    const cells: OpenCell[] = [];
    let column = spanOf(child(child(element, 'w:trPr'), 'w:gridBefore'), 0);
    for (const part of cellsOf(element)) {
      const properties = child(part, 'w:tcPr');
      const columnSpan = spanOf(child(properties, 'w:gridSpan'), 1);
      const merge = child(properties, 'w:vMerge');
      const carried = merge !== undefined && merge.attributes['w:val'] !== 'restart' ? above.get(column) : undefined;
      if (carried !== undefined) carried.rowSpan += 1;
      else {
        const cell: OpenCell = { column, columnSpan, rowSpan: 1, content: this.items(part.children) };
        cells.push(cell);
        if (merge === undefined) above.delete(column);
        else above.set(column, cell);
      }
      column += columnSpan;
    }
    return { cells };
  }
}

/** The paragraph's mark was taken out: its text goes on in the next. */
function hasDeletedEnd(element: XmlElement): boolean {
  return element.name === 'w:p' && child(child(child(element, 'w:pPr'), 'w:rPr'), 'w:del') !== undefined;
}

const wrappers = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo']);

/** Cells may stand within content controls, custom XML, or tracked insertions. */
function cellsOf(row: XmlElement): XmlElement[] {
  return elementsOf(row.children).flatMap((part) => {
    if (part.name === 'w:tc') return [part];
    return wrappers.has(part.name) ? cellsOf(part) : [];
  });
}

function spanOf(element: XmlElement | undefined, otherwise: number): number {
  const value = Number(element?.attributes['w:val'] ?? otherwise);
  return Number.isInteger(value) && value >= otherwise ? Math.min(value, 1_000) : otherwise;
}
