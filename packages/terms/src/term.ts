/** What a thing of this field is called. In English in lower case, as within a sentence; names of institutions aside. */
export interface Term {
  readonly 'zh-Hant': string;
  readonly en: string;
  /** What the word alone does not say. */
  readonly note?: string;
  /** What it is in code, in JSON, in an address. */
  readonly code?: string;
  /** There is no published translation: the English is ours. */
  readonly ours?: true;
  /** Words for the same that are not used, as regular expressions of a whole text that is shown. */
  readonly not?: { readonly 'zh-Hant'?: readonly string[]; readonly en?: readonly string[] };
}

export type Terms = Readonly<Record<string, Term>>;

/** The word as a label or a heading begins: in English with a capital. */
export function heading(term: Term): { readonly 'zh-Hant': string; readonly en: string } {
  return { 'zh-Hant': term['zh-Hant'], en: `${term.en.charAt(0).toUpperCase()}${term.en.slice(1)}` };
}
