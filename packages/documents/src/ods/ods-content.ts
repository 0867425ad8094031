import type { Attributes, XmlHandler } from '../xml/events.ts';
import { HiddenColumns } from '../sheets/hidden-columns.ts';
import { SheetBudget, type GridCell, type GridRow, type Sheet } from '../sheets/grid.ts';
import type { LeftOutText } from '../build/left-out.ts';
import { raised, withRaisedSettled } from '../build/raised.ts';
import type { OdfLook, OdfLooks } from './odf-looks.ts';
import { shownValue } from './shown-value.ts';

/** What stands within a cell but is no part of what it shows. */
const asides = new Set([
  'office:annotation',
  'text:note',
  'draw:frame',
  'draw:custom-shape',
  'draw:g',
  'table:shapes',
  'text:ruby-text',
  'text:tracked-changes',
  'table:tracked-changes',
]);
/** A gap may be claimed to be a billion rows long; only filled ones are kept, and a sheet has 1,048,576. */
const mostRows = 1_048_576;

interface OpenSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: GridRow[];
  readonly hiddenColumns: HiddenColumns;
}

interface OpenRow {
  readonly repeated: number;
  readonly hidden: boolean;
  readonly cells: GridCell[];
}

interface OpenCell {
  readonly attributes: Attributes;
  readonly covered: boolean;
  readonly paragraphs: string[];
  readonly leftOut: LeftOutText[];
}

/** Collects the sheets of an ODS's content.xml as it streams by. */
export class OdsContent implements XmlHandler {
  readonly sheets: Sheet[] = [];
  readonly #budget: SheetBudget;
  readonly #hiddenStyles = new Set<string>();
  #style = '';
  #sheet: OpenSheet | null = null;
  #row: OpenRow | null = null;
  #cell: OpenCell | null = null;
  #rowIndex = 0;
  #column = 0;
  #columnDefinition = 0;
  /** Depth within an aside; its text is skipped. */
  #aside = 0;
  /** For each group of rows or columns that is open, whether it is folded away. */
  readonly #groups: boolean[] = [];
  #inParagraph = 0;
  readonly #looks: OdfLooks;
  /** How the text is set that streams by: the cell, the paragraph, the spans that are open. */
  #set: OdfLook[] = [];

  /** `looks`: what the file's common styles say; this part adds its own. */
  constructor(file: string, looks: OdfLooks) {
    this.#budget = new SheetBudget(file);
    this.#looks = looks;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#aside > 0 || asides.has(name)) {
      this.#aside += 1;
      return;
    }
    this.#looks.open(name, attributes);
    switch (name) {
      case 'style:style':
        this.#style = attributes['style:name'] ?? '';
        break;
      case 'style:table-properties':
        if (attributes['table:display'] === 'false') this.#hiddenStyles.add(this.#style);
        break;
      case 'table:table':
        this.#openSheet(attributes);
        break;
      case 'table:table-row-group':
      case 'table:table-column-group':
        this.#groups.push(attributes['table:display'] === 'false');
        break;
      case 'table:table-column':
        this.#defineColumns(attributes);
        break;
      case 'table:table-row':
        this.#openRow(attributes);
        break;
      case 'table:table-cell':
      case 'table:covered-table-cell':
        this.#cell = { attributes, covered: name === 'table:covered-table-cell', paragraphs: [], leftOut: [] };
        this.#set = [this.#looks.of(attributes['table:style-name'])];
        break;
      case 'text:p':
      case 'text:h':
        this.#inParagraph += 1;
        this.#cell?.paragraphs.push('');
        this.#setAs(this.#looks.of(attributes['text:style-name']));
        break;
      case 'text:span':
        this.#setAs(this.#looks.of(attributes['text:style-name']));
        break;
      case 'text:s':
        this.#add(' '.repeat(Math.min(100, Number(attributes['text:c'] ?? 1) || 1)));
        break;
      case 'text:tab':
        this.#add(' ');
        break;
      case 'text:line-break':
        this.#add('\n');
        break;
      default:
    }
  }

  close(name: string): void {
    if (this.#aside > 0) {
      this.#aside -= 1;
      return;
    }
    switch (name) {
      case 'text:p':
      case 'text:h':
        this.#inParagraph -= 1;
        this.#set.pop();
        break;
      case 'text:span':
        this.#set.pop();
        break;
      case 'table:table-cell':
      case 'table:covered-table-cell':
        this.#closeCell();
        break;
      case 'table:table-row':
        this.#closeRow();
        break;
      case 'table:table-row-group':
      case 'table:table-column-group':
        this.#groups.pop();
        break;
      case 'table:table':
        this.#closeSheet();
        break;
      default:
    }
  }

  text(text: string): void {
    if (this.#aside === 0 && this.#inParagraph > 0) this.#add(text.replace(/[\t\n\r ]+/g, ' '));
  }

  #setAs(look: OdfLook): void {
    this.#set.push({ ...this.#set.at(-1), ...look });
  }

  #add(text: string): void {
    const cell = this.#cell;
    if (cell === null || cell.paragraphs.length === 0) return;
    const { struck, hidden, raised: isRaised } = this.#set.at(-1) ?? {};
    if (hidden === true || struck === true) {
      if (text.trim() !== '') cell.leftOut.push({ kind: hidden === true ? 'hidden-text' : 'struck-out', text });
      return;
    }
    cell.paragraphs[cell.paragraphs.length - 1] += isRaised === true ? raised(text) : text;
  }

  #openSheet(attributes: Attributes): void {
    if (this.#sheet !== null) return;
    this.#rowIndex = 0;
    this.#columnDefinition = 0;
    this.#sheet = {
      name: attributes['table:name'] ?? `Sheet${this.sheets.length + 1}`,
      hidden: this.#hiddenStyles.has(attributes['table:style-name'] ?? ''),
      rows: [],
      hiddenColumns: new HiddenColumns(),
    };
  }

  #closeSheet(): void {
    if (this.#sheet === null) return;
    this.sheets.push({ ...this.#sheet, heads: [] });
    this.#sheet = null;
  }

  #defineColumns(attributes: Attributes): void {
    const count = repeats(attributes['table:number-columns-repeated']);
    if (isHidden(attributes) || this.#groups.includes(true))
      this.#sheet?.hiddenColumns.add(this.#columnDefinition, this.#columnDefinition + count - 1);
    this.#columnDefinition += count;
  }

  #openRow(attributes: Attributes): void {
    this.#column = 0;
    this.#row = {
      repeated: repeats(attributes['table:number-rows-repeated']),
      hidden: isHidden(attributes) || this.#groups.includes(true),
      cells: [],
    };
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (cell === null || this.#sheet === null || this.#row === null) return;
    const count = repeats(cell.attributes['table:number-columns-repeated']);
    const shown = this.#shownIn(cell);
    if (shown.text === '' && shown.leftOut === undefined) {
      this.#column += count;
      return;
    }
    for (let i = 0; i < count; i += 1) {
      this.#budget.spend(this.#sheet.name, this.#rowIndex, this.#column, shown.text.length);
      this.#row.cells.push({
        column: this.#column,
        columnSpan: count > 1 ? 1 : repeats(cell.attributes['table:number-columns-spanned']),
        rowSpan: repeats(cell.attributes['table:number-rows-spanned']),
        ...shown,
      });
      this.#column += 1;
    }
  }

  #shownIn(cell: OpenCell): Pick<GridCell, 'text' | 'fault' | 'leftOut'> {
    if (cell.covered) return { text: '' };
    const paragraphs = cell.paragraphs.map((text) =>
      withRaisedSettled(text, (mark) => cell.leftOut.push({ kind: 'note-marks', text: mark })),
    );
    if (cell.leftOut.length === 0) return shownValue(cell.attributes, paragraphs);
    // What is struck out or marked is told from its text; the value that the cell stores does not know of it.
    return { text: paragraphs.join('\n').trim(), leftOut: cell.leftOut };
  }

  #closeRow(): void {
    const row = this.#row;
    this.#row = null;
    if (row === null || this.#sheet === null) return;
    if (row.cells.length > 0) this.#keep(row, this.#sheet);
    this.#rowIndex = Math.min(mostRows, this.#rowIndex + row.repeated);
  }

  #keep(row: OpenRow, sheet: OpenSheet): void {
    for (let i = 0; i < row.repeated; i += 1) {
      const index = this.#rowIndex + i;
      if (i > 0) for (const cell of row.cells) this.#budget.spend(sheet.name, index, cell.column, cell.text.length);
      sheet.rows.push({ index, hidden: row.hidden, cells: row.cells });
    }
  }
}

function isHidden(attributes: Attributes): boolean {
  return attributes['table:visibility'] === 'collapse' || attributes['table:visibility'] === 'filter';
}

function repeats(attribute: string | undefined): number {
  const count = Number(attribute ?? 1);
  return Number.isInteger(count) && count > 0 ? count : 1;
}
