import type { FilingEdition } from '@guankao/store';
import type { Locale } from '@guankao/web';

/** One word or sentence in both languages. */
export type InBoth = Readonly<Record<Locale, string>>;
export const both = (zh: string, en: string): InBoth => ({ 'zh-Hant': zh, en });

/** The types of Table Schema that the tables need. */
type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'datetime' | 'year';

export type Value = string | number | boolean | null;

/** What the dictionary, the Table Schema and the head of the CSV say of a column. */
export interface ColumnHead {
  /** Its name for programs, in the JSON; never changed. */
  readonly key: string;
  /** Its head in the CSV, with the unit in brackets where it has one. */
  readonly head: InBoth;
  readonly about: InBoth;
  readonly type: ColumnType;
  /** Never empty. */
  readonly required?: true;
  /** The words of its codes. The JSON has the codes, the CSV the words. */
  readonly words?: Readonly<Record<Locale, Readonly<Record<string, string>>>>;
  /** In the CSV, where a spreadsheet would take what is written for something else. */
  readonly written?: (text: string) => string;
}

export interface Column<Row> extends ColumnHead {
  readonly of: (row: Row) => Value;
}

interface TableHead {
  readonly id: string;
  readonly title: InBoth;
  readonly about: InBoth;
  /** The column that tells each row from all others. */
  readonly key: string;
  /** Columns whose values stand in the key of another table. */
  readonly references: readonly { readonly column: string; readonly table: string }[];
}

/** A table of one kind of fact, a fact a row. */
export interface Table extends TableHead {
  readonly columns: readonly ColumnHead[];
  /** What one filing has of them, each as its values in the order of the columns. Given its current edition. */
  readonly facts: (held: FilingEdition) => Iterable<readonly Value[]>;
}

export function tableOf<Row>(
  head: TableHead & {
    readonly columns: readonly Column<Row>[];
    readonly rows: (held: FilingEdition) => Iterable<Row>;
  },
): Table {
  const { rows, ...rest } = head;
  return {
    ...rest,
    facts: function* (held) {
      for (const row of rows(held)) yield head.columns.map((column) => column.of(row));
    },
  };
}

type Columns = { readonly columns: readonly Pick<ColumnHead, 'key' | 'words' | 'written'>[] };

/** As programs get it: codes, and units as the columns say. */
export function asJson({ columns }: Columns, fact: readonly Value[]): Readonly<Record<string, Value>> {
  return Object.fromEntries(columns.map(({ key }, at) => [key, fact[at] ?? null]));
}

export const yesAndNo = { 'zh-Hant': ['是', '否'], en: ['yes', 'no'] } as const;

/** As people get it: words for codes, in their language. */
export function asCells({ columns }: Columns, fact: readonly Value[], locale: Locale): readonly Value[] {
  return columns.map(({ words, written }, at) => {
    const value = fact[at] ?? null;
    if (typeof value === 'boolean') return yesAndNo[locale][value ? 0 : 1];
    if (typeof value !== 'string') return value;
    return words?.[locale][value] ?? unmistakable(written?.(value) ?? value);
  });
}

/** To a spreadsheet (4) is −4, 4. is 4 and 0012 is 12: such a text is set in 「」, so that it stays what it is. */
function unmistakable(text: string): string {
  const isNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text);
  const looksLikeOne = /^[([]?[-+]?(?=[.,]*\d)[\d.,]+%?[)\]]?$/.test(text);
  return looksLikeOne && !isNumber ? `「${text}」` : text;
}
