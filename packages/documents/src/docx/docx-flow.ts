import { addAll } from '../build/extremes.ts';
import type { Notice } from '@guankao/domain';
import type { FlowCell, FlowItem, FlowRow, FlowTable } from '../flow/flow.ts';
import { ListCounter } from '../flow/list-counter.ts';
import { numbered } from '../flow/numbering.ts';
import { child, elementsOf, type XmlElement, type XmlNode } from '../xml/tree.ts';
import type { Numbering } from './list-levels.ts';

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

interface OpenCell extends FlowCell {
  rowSpan: number;
}

/** Turns WordprocessingML into a flow. Footnotes and text boxes follow the paragraph or table that they hang on. */
export class DocxFlow {
  hiddenText = 0;
  readonly #numbering: Numbering;
  readonly #notes: ReadonlyMap<string, XmlElement>;
  readonly #counters = new Map<string, ListCounter>();
  #hanging: FlowItem[] = [];

  constructor(numbering: Numbering, notes: ReadonlyMap<string, XmlElement>) {
    this.#numbering = numbering;
    this.#notes = notes;
  }

  items(nodes: readonly XmlNode[]): FlowItem[] {
    return elementsOf(nodes).flatMap((element) => this.#item(element));
  }

  hiddenNotice(file: string): Notice {
    return {
      id: 'hidden-text',
      place: file,
      message: {
        'zh-Hant': `有 ${this.hiddenText} 段隱藏文字，未讀入。如屬表件內容，請取消隱藏後再讀。`,
        en: `${this.hiddenText} stretch${this.hiddenText === 1 ? '' : 'es'} of hidden text ${this.hiddenText === 1 ? 'was' : 'were'} not read. If they belong to the filing, unhide them and read again.`,
      },
    };
  }

  #item(element: XmlElement): FlowItem[] {
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
    const text = this.#text(element.children);
    return { kind: 'paragraph', text: (text.trim() === '' ? '' : this.#marker(child(element, 'w:pPr'))) + text };
  }

  #text(nodes: readonly XmlNode[]): string {
    return elementsOf(nodes)
      .map((element) => this.#inline(element))
      .join('');
  }

  #inline(element: XmlElement): string {
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
    const hidden = child(child(element, 'w:rPr'), 'w:vanish');
    const text = this.#text(element.children);
    if (hidden === undefined || hidden.attributes['w:val'] === '0' || hidden.attributes['w:val'] === 'false')
      return text;
    if (text.trim() !== '') this.hiddenText += 1;
    return '';
  }

  #hangNote(kind: string, reference: XmlElement): void {
    const note = this.#notes.get(`${kind}${reference.attributes['w:id'] ?? ''}`);
    if (note !== undefined && note.attributes['w:type'] === undefined) addAll(this.#hanging, this.items(note.children));
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
    const text = definition.text.replace(/%(\d)/g, (_, place: string) => {
      const at = Number(place) - 1;
      const shown = list.levels.get(at);
      return numbered(counter.current(at, shown?.start ?? 1), shown?.format ?? 'decimal');
    });
    return `${text} `;
  }

  #table(element: XmlElement): FlowTable {
    const above = new Map<number, OpenCell>();
    return { kind: 'table', rows: rowsOf(element).map((row) => this.#row(row, above)) };
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

/** Rows and cells may stand within content controls, custom XML, or tracked insertions. */
function rowsOf(table: XmlElement): XmlElement[] {
  return elementsOf(table.children).flatMap((part) => {
    if (part.name === 'w:tr') return child(child(part, 'w:trPr'), 'w:del') === undefined ? [part] : [];
    return ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo'].includes(part.name) ? rowsOf(part) : [];
  });
}

function cellsOf(row: XmlElement): XmlElement[] {
  return elementsOf(row.children).flatMap((part) => {
    if (part.name === 'w:tc') return [part];
    return ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo'].includes(part.name) ? cellsOf(part) : [];
  });
}

function spanOf(element: XmlElement | undefined, otherwise: number): number {
  const value = Number(element?.attributes['w:val'] ?? otherwise);
  return Number.isInteger(value) && value >= otherwise ? Math.min(value, 1_000) : otherwise;
}
