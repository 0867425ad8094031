import { parse } from 'yaml';
import type { Message } from '@guankao/domain';

/** A figure from law or practice: what it was on a date, in one jurisdiction, and where that is written. */
export interface Threshold {
  readonly id: string;
  readonly title: Message;
  readonly value: number;
  readonly unit: string;
  readonly article: string;
  readonly source: string;
  /** `law`, `official`, `report`, `study`: how much the source can carry. */
  readonly sourceKind: string;
  /** False where the sources read do not settle the figure: it may open a question, never an accusation. */
  readonly settled: boolean;
  readonly note: string;
  /** ISO date on which a person last looked. */
  readonly lastChecked: string;
}

interface Regulation {
  readonly id: string;
  readonly title: Message;
  readonly unit: string;
  readonly jurisdictions: Readonly<Record<string, InOneJurisdiction>>;
  readonly lastChecked: string;
}

type InOneJurisdiction = Pick<Threshold, 'article' | 'source' | 'sourceKind' | 'settled' | 'note'> & {
  /** How the names of its agencies begin: 花蓮縣. The central one has none. */
  readonly agencies?: readonly string[];
  /** By the ISO date from which it holds; a null value means repealed. */
  readonly values: Readonly<Record<string, { readonly value: number | null }>>;
};

/** One YAML file, read once. */
export const regulation = (yaml: string): Regulation => parse(yaml) as Regulation;

/**
 * The figure in force on an ISO date. A jurisdiction without one of its own has the central one.
 * null: not yet in force, or repealed.
 */
export function valueOn(
  { id, title, unit, jurisdictions, lastChecked }: Regulation,
  date: string,
  jurisdiction: string,
): Threshold | null {
  const own = jurisdictions[jurisdiction] ?? jurisdictions['central'];
  if (own === undefined) return null;
  const begun = Object.keys(own.values)
    .filter((from) => from <= date)
    .toSorted();
  const value = own.values[begun.at(-1) ?? '']?.value ?? null;
  if (value === null) return null;
  const { article, source, sourceKind, settled, note } = own;
  return { id, title, value, unit, article, source, sourceKind, settled, note, lastChecked };
}

/** The jurisdiction of an agency by the beginning of its name; `central` where none claims it. */
export function jurisdictionIn(regulations: Iterable<Regulation>, agency: string): string {
  for (const { jurisdictions } of regulations)
    for (const [name, { agencies = [] }] of Object.entries(jurisdictions))
      if (agencies.some((beginning) => agency.startsWith(beginning))) return name;
  return 'central';
}
