import type { LeftOutText } from '../build/left-out.ts';
import { tooLarge } from '../build/refusals.ts';
import { cellAddress } from './address.ts';

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
  readonly hiddenColumns: ReadonlySet<number>;
  /** Running heads and feet set for printing. */
  readonly heads: readonly string[];
}

/** A central government's whole budget has some 100,000 filled cells. */
const mostCells = 500_000;
const mostColumns = 2_000;
const mostCharacters = 100_000_000;

/** Counts what a workbook's sheets hold while they are read, across all of them. */
export class SheetBudget {
  readonly #file: string;
  #cells = 0;
  #characters = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** Throws a Refusal that names the sheet and cell where the count breaks a limit. */
  spend(sheet: string, row: number, column: number, characters: number): void {
    this.#cells += 1;
    this.#characters += characters;
    const where = cellAddress(sheet, row, column);
    if (column >= mostColumns)
      throw tooLarge(this.#file, where, { 'zh-Hant': `${mostColumns} 欄`, en: `${mostColumns} columns` });
    if (this.#cells > mostCells)
      throw tooLarge(this.#file, where, {
        'zh-Hant': `${mostCells} 個有內容的儲存格`,
        en: `${mostCells} filled cells`,
      });
    if (this.#characters > mostCharacters)
      throw tooLarge(this.#file, where, { 'zh-Hant': `${mostCharacters} 字`, en: `${mostCharacters} characters` });
  }
}
