import { useOwnWords } from '../reader.tsx';
import { both, inLanguage, type InLanguage, type Locale } from './words.ts';

/** The marks that our own words are put together with, as each language writes them. What is quoted keeps its own. */
const table = {
  colon: both('：', ': '),
  comma: both('，', ', '),
  semicolon: both('；', '; '),
  /** Between things that are listed. */
  list: both('、', ', '),
  open: both('（', ' ('),
  close: both('）', ')'),
  openQuote: both('「', '“'),
  closeQuote: both('」', '”'),
  /** Between a thing and what it belongs to. */
  dot: both('・', ' · '),
  /** Between two amounts that are held against each other. */
  slash: both(' ／ ', ' / '),
  /** Between a page and the site. */
  bar: both('｜', ' | '),
  /** Between what stands side by side. */
  gap: both('　', ' '),
} as const;

export type Punctuation = InLanguage<typeof table>;

export function usePunctuation(): Punctuation {
  return useOwnWords(table);
}

export function punctuationIn(locale: Locale): Punctuation {
  return inLanguage(table, locale);
}
