/** A table with a head, to be read by people: shown as a page, and set as ODT and PDF. */
export interface Sheet {
  readonly language: 'zh-Hant' | 'en';
  readonly title: string;
  /** What it is of, from where: a name and a value each. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** How to read it. */
  readonly note: string;
  readonly columns: readonly SheetColumn[];
  /** A cell for each column. */
  readonly rows: readonly (readonly SheetCell[])[];
  /** What is said where there is no row. */
  readonly nothing: string;
  /** Boxes for seals below it, by whom. */
  readonly seals?: readonly string[];
}

interface SheetColumn {
  readonly title: string;
  /** Of the width, beside the others’. */
  readonly share: number;
}

export type SheetCell = readonly SheetLine[];

export interface SheetLine {
  readonly text: string;
  /** `quote`: words of the filing, in its language. */
  readonly as: 'plain' | 'strong' | 'quote' | 'small';
  /** Where it leads: a path of the site, or an address. */
  readonly href?: string;
}
