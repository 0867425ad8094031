import type { Refusal } from '@guankao/domain';
import type { LeftOutText } from '../build/left-out.ts';
import { longestText, mostOfTables } from '../build/bounds.ts';
import { tooLong, tooManyCells, tooManyColumns, tooManyMerges } from '../build/refusals.ts';
import { cellAddress } from './address.ts';
import type { HiddenColumns } from './hidden-columns.ts';

/** What a spreadsheet's cell shows. Cells that show nothing are not kept, unless something of them was left out. */
export interface GridCell {
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly text: string;
  /** `#DIV/0!`, `Err:502`: the formula failed, and no value is there to read. */
  readonly fault?: 'formula-error' | 'formula-without-value';
  /** What the cell holds and shows, and is not read. */
  readonly leftOut?: readonly LeftOutText[];
}

export interface GridRow {
  /** 0-based, as in the file. */
  readonly index: number;
  readonly hidden: boolean;
  readonly cells: readonly GridCell[];
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly GridRow[];
  readonly hiddenColumns: Pick<HiddenColumns, 'has'>;
  /** Running heads and feet set for printing. */
  readonly heads: readonly string[];
}

/** Counts what a workbook's sheets hold while they are read, across all of them. */
export class SheetBudget {
  readonly #file: string;
  #cells = 0;
  #characters = 0;

  constructor(file: string) {
    this.#file = file;
  }

  tooManyMerges(where: string): Refusal {
    return tooManyMerges(this.#file, where);
  }

  /** Throws a Refusal that names the sheet and cell where the count breaks a limit. */
  spend(sheet: string, row: number, column: number, characters: number): void {
    this.#cells += 1;
    this.#characters += characters;
    const where = cellAddress(sheet, row, column);
    if (column >= mostOfTables.columns) throw tooManyColumns(this.#file, where);
    if (this.#cells > mostOfTables.cells) throw tooManyCells(this.#file, where);
    if (this.#characters > longestText) throw tooLong(this.#file, where, longestText);
  }
}
