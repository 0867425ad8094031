export interface ExtractOptions {
  /** The unit of bare figures, from a heading: `{ kind: 'money', factor: 1000 }` for 單位：新臺幣千元. */
  readonly bare?: { readonly kind: 'money' | 'count'; readonly factor: number };
  /** The year that 同年 and a date without a year belong to, Gregorian. Without it they stay open. */
  readonly year?: number;
}
