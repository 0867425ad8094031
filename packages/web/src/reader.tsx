import { createContext, use } from 'react';
import type { Deputyship } from '@guankao/workflow';
import { withAsOf, type AsOfView } from './as-of.ts';
import { inLanguage, words, type InLanguage, type Locale, type Pair, type Words } from './words/words.ts';

export type Theme = 'light' | 'dark';

/** Whom a page is made for, and where it stands. */
export interface Reader {
  readonly locale: Locale;
  /** null: as the reader’s system has it. */
  readonly theme: Theme | null;
  /** Of this page, without the language’s prefix, with its query: `/plans?q=…`. */
  readonly path: string;
  /** `https://host`, for addresses that are cited. */
  readonly origin: string;
  readonly assets: Assets;
  /** Officials work here too: the way to the workbench is shown. */
  readonly hasOffice: boolean;
  /** Names this showing of the page, on pages with forms that change a record: a form of it that is sent twice counts once. */
  readonly once?: string;
  /** On pages of the workbench: in whose name they are shown, and in whose they could be. */
  readonly names?: {
    /** The reader's own name. */
    readonly own: string;
    /** Id of the deputyship; null: the reader's own. */
    readonly now: string | null;
    readonly deputyships: readonly Deputyship[];
  };
  /** What is given out here can be verified: the ways to proofs are shown. */
  readonly hasLog: boolean;
  /** The time of which the page shows the record; absent: now. */
  readonly asOf?: AsOfView;
  /** In Taipei, `2026-03-01`. */
  readonly today?: string;
}

/** Addresses of the files that every page asks for; each holds a hash of its content. */
export interface Assets {
  readonly style: string;
  readonly script: string;
  /** Our fonts; only where they were built. */
  readonly fonts?: FontSheets;
  /** Checks as one types; only on the workbench, and only where it was built. */
  readonly workbench?: string;
  /** Keys and pasting of blocks in the grid; only there, and only where it was built. */
  readonly grid?: string;
  /** Checks as one types there. */
  readonly gridCheck?: string;
  /** A calendar on fields that ask for a date; only where there are any, and only where it was built. */
  readonly dateField?: string;
  /** Verifies a file on the page 驗證; only there, and only where it was built. */
  readonly verify?: string;
  /** The worker that compares two files there. */
  readonly compare?: string;
  /** The one file that checks a filing without a network; only where it was built. */
  readonly desk?: string;
}

/** Addresses of style sheets that name our fonts. */
export interface FontSheets {
  /** For all characters that there are. */
  readonly whole: string;
  /** For those of a page, by its HTML: small, since the page is painted after it. Absent: the page asks for all. */
  readonly of?: (html: string) => string;
}

/** Plain data, as a process that makes a page in our stead can be given it: its page asks for the fonts of all characters. */
export function readerElsewhere(reader: Reader): Reader {
  const { fonts, ...assets } = reader.assets;
  return { ...reader, assets: fonts === undefined ? assets : { ...assets, fonts: { whole: fonts.whole } } };
}

export const ReaderContext = createContext<Reader | null>(null);

export function useReader(): Reader {
  const reader = use(ReaderContext);
  if (reader === null) throw new Error('a component stands outside a page');
  return reader;
}

export function useWords(): Words {
  return words[useReader().locale];
}

/** Of a table that one room or page keeps for itself. */
export function useOwnWords<Table extends Readonly<Record<string, Pair<unknown>>>>(table: Table): InLanguage<Table> {
  return inLanguage(table, useReader().locale);
}

/** The address of a page in the reader’s language, as of the time of which this page shows the record. */
export function useAddress(): (path: string) => string {
  const { locale } = useReader();
  const file = useFileAddress();
  return (path) => inLocale(file(path), locale);
}

/** The same of a file, which is of no language. */
export function useFileAddress(): (path: string) => string {
  const { asOf } = useReader();
  return (path) => withAsOf(path, asOf?.asked);
}

export function inLocale(path: string, locale: Locale): string {
  if (locale === 'zh-Hant') return path;
  return path === '/' ? '/en' : path.startsWith('/?') ? `/en${path.slice(1)}` : `/en${path}`;
}

/** A name that nobody can see, so that no link with it could be followed. */
export function isUnseen(name: string): boolean {
  return /^[\s\p{Z}\p{Cf}\p{Cc}]*$/u.test(name);
}

/** How a plan is called: one without a name says so, with its place in the form, which ends its id. */
export function usePlanTitle(): (plan: { readonly id: string; readonly name: string }) => string {
  const t = useWords();
  return ({ id, name }) => (isUnseen(name) ? t.noPlanName(Number(/(\d+)$/.exec(id)?.[1] ?? 0)) : name);
}
