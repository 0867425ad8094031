/** A table that is sent out to be filled in. */
export interface FillInSheet {
  /** Of the file, without an ending, and the title of the document. */
  readonly name: string;
  /** Lines above the table. */
  readonly heads: readonly string[];
  readonly columns: readonly FillInColumn[];
  /** One cell for each column; those of money as printed: 1,234. */
  readonly rows: readonly (readonly string[])[];
}

export interface FillInColumn {
  readonly heading: string;
  /** Only answers are to be filled in; all else is locked. */
  readonly kind: 'code' | 'shown' | 'money' | 'beside' | 'answer';
}

/** Of a column, in centimetres. The code is narrow and not hidden: what is hidden is taken out before files are passed on. */
export const widths: Readonly<Record<FillInColumn['kind'], number>> = {
  code: 1.2,
  shown: 3.2,
  money: 2.2,
  beside: 6,
  answer: 8,
};

export const sheetName = '收集表';

/** 1,234 → 1234; null for what is no whole amount. */
export function amountIn(text: string): number | null {
  return /^-?\d{1,3}(?:,\d{3})*$/.test(text) ? Number(text.replaceAll(',', '')) : null;
}

/** A3, landscape, in centimetres: of documents with pages. */
export const pageSize = { width: 42, height: 29.7, margin: 1.3 } as const;

/** Of each column, in centimetres: together as wide as the page at most. */
export function widthsOnPage(columns: readonly FillInColumn[]): readonly number[] {
  const wanted = columns.map(({ kind }) => widths[kind]);
  const whole = wanted.reduce((sum, width) => sum + width, 0);
  const scale = Math.min(1, (pageSize.width - 2 * pageSize.margin) / whole);
  return wanted.map((width) => width * scale);
}
