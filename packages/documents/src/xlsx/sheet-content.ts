import { mostOfTables } from '../build/bounds.ts';
import { parseReference } from '../sheets/address.ts';
import { HiddenColumns } from '../sheets/hidden-columns.ts';
import type { GridCell, GridRow, Sheet, SheetBudget } from '../sheets/grid.ts';
import type { Attributes, XmlHandler } from '../xml/events.ts';
import { printedHeads } from './printed-heads.ts';
import { general, type CellFormat } from './cell-formats.ts';
import { noText, RichTextCollector, unescapeCharacters, type RichText } from './rich-text.ts';

export interface WorkbookContext {
  readonly strings: readonly RichText[];
  readonly formats: readonly CellFormat[];
  readonly budget: SheetBudget;
}

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly format: CellFormat;
  value: string | null;
  formula: boolean;
}

interface MergedRange {
  readonly row: number;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

/** Collects one worksheet as its part streams by. */
export class SheetContent implements XmlHandler {
  readonly #name: string;
  readonly #context: WorkbookContext;
  readonly #rows = new Map<number, { hidden: boolean; cells: GridCell[] }>();
  readonly #hiddenColumns = new HiddenColumns();
  readonly #merges: MergedRange[] = [];
  readonly #heads: string[] = [];
  #row = -1;
  #rowHidden = false;
  #column = -1;
  #cell: OpenCell | null = null;
  #collect: 'value' | 'head' | null = null;
  readonly #inline = new RichTextCollector();
  #head = '';

  constructor(name: string, context: WorkbookContext) {
    this.#name = name;
    this.#context = context;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#cell !== null) this.#inline.open(name, attributes);
    switch (name) {
      case 'x:col':
        this.#hideColumns(attributes);
        break;
      case 'x:row':
        this.#openRow(attributes);
        break;
      case 'x:c':
        this.#openCell(attributes);
        break;
      case 'x:v':
        this.#collect = 'value';
        break;
      case 'x:f':
        if (this.#cell !== null) this.#cell.formula = true;
        break;
      case 'x:mergeCell':
        this.#merge(attributes['ref'] ?? '');
        break;
      case 'x:oddHeader':
        this.#collect = 'head';
        this.#head = '';
        break;
      default:
    }
  }

  close(name: string): void {
    if (this.#cell !== null) this.#inline.close(name);
    switch (name) {
      case 'x:v':
        this.#collect = null;
        break;
      case 'x:c':
        this.#closeCell();
        break;
      case 'x:oddHeader':
        this.#collect = null;
        this.#heads.push(...printedHeads(this.#head));
        break;
      default:
    }
  }

  text(text: string): void {
    if (this.#collect === 'head') this.#head += text;
    if (this.#cell === null) return;
    if (this.#collect === 'value') this.#cell.value = (this.#cell.value ?? '') + text;
    this.#inline.text(text);
  }

  sheet(hidden: boolean): Sheet {
    const merges = new Map(this.#merges.map((range) => [`${range.row},${range.column}`, range]));
    const rows = [...this.#rows.entries()]
      .sort(([a], [b]) => a - b)
      .map(([index, row]): GridRow => ({
        index,
        hidden: row.hidden,
        cells: row.cells
          .map((cell) => ({ ...cell, ...spansOf(merges.get(`${index},${cell.column}`)) }))
          .sort((a, b) => a.column - b.column),
      }));
    return { name: this.#name, hidden, rows, hiddenColumns: this.#hiddenColumns, heads: this.#heads };
  }

  #hideColumns(attributes: Attributes): void {
    if (!isTrue(attributes['hidden'])) return;
    this.#hiddenColumns.add(Number(attributes['min'] ?? 0) - 1, Number(attributes['max'] ?? 0) - 1);
  }

  /** Rows and cells may leave out where they are: then they follow the one before. */
  #openRow(attributes: Attributes): void {
    const stated = Number(attributes['r'] ?? Number.NaN) - 1;
    this.#row = Number.isInteger(stated) && stated >= 0 ? stated : this.#row + 1;
    this.#rowHidden = isTrue(attributes['hidden']);
    this.#column = -1;
  }

  #openCell(attributes: Attributes): void {
    const stated = parseReference(attributes['r'] ?? '');
    this.#column = stated?.column ?? this.#column + 1;
    this.#cell = {
      row: stated?.row ?? this.#row,
      column: this.#column,
      type: attributes['t'] ?? 'n',
      format: this.#context.formats[Number(attributes['s'] ?? 0)] ?? general,
      value: null,
      formula: false,
    };
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (cell === null) return;
    const shown = this.#shown(cell, this.#inline.take());
    if (shown.text.trim() === '' && shown.fault === undefined && shown.leftOut === undefined) return;
    this.#context.budget.spend(this.#name, cell.row, cell.column, shown.text.length);
    const row = this.#rows.get(cell.row) ?? { hidden: this.#rowHidden, cells: [] };
    row.cells.push({ column: cell.column, columnSpan: 1, rowSpan: 1, ...shown });
    this.#rows.set(cell.row, row);
  }

  #shown(cell: OpenCell, inline: RichText): Shown {
    const value = cell.value ?? '';
    if (cell.type === 'e') return { text: value === '' ? '#VALUE!' : value, fault: 'formula-error' };
    if (cell.formula && cell.value === null && inline.text === '') return { text: '', fault: 'formula-without-value' };
    switch (cell.type) {
      case 's':
        return shownRich(this.#context.strings[Number(value)] ?? noText, cell.format);
      case 'inlineStr':
        return shownRich(inline, cell.format);
      case 'str':
        return withoutStruck(unescapeCharacters(value), cell.format);
      case 'b':
        return { text: value === '1' ? 'TRUE' : 'FALSE' };
      case 'd':
        return { text: value };
      default:
        return value === '' ? shownRich(inline, cell.format) : withoutStruck(cell.format.shows(value), cell.format);
    }
  }

  #merge(reference: string): void {
    const [from, to] = reference.split(':').map(parseReference);
    if (from === undefined || to === undefined || from === null || to === null) return;
    if (this.#merges.length >= mostOfTables.merges)
      throw this.#context.budget.tooManyMerges(`${this.#name}!${reference}`);
    this.#merges.push({
      ...from,
      columnSpan: Math.max(1, to.column - from.column + 1),
      rowSpan: Math.max(1, to.row - from.row + 1),
    });
  }
}

type Shown = Pick<GridCell, 'text' | 'fault' | 'leftOut'>;

function shownRich(rich: RichText, { struck }: CellFormat): Shown {
  const { text, leftOut } = struck ? rich.inStruckCell : rich;
  return leftOut.length === 0 ? { text } : { text, leftOut };
}

/** All of the cell is struck out by its own format. */
function withoutStruck(text: string, { struck }: CellFormat): Shown {
  return struck && text.trim() !== '' ? { text: '', leftOut: [{ kind: 'struck-out', text }] } : { text };
}

function spansOf(range: MergedRange | undefined): { columnSpan: number; rowSpan: number } {
  return { columnSpan: range?.columnSpan ?? 1, rowSpan: range?.rowSpan ?? 1 };
}

function isTrue(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}
