import type { ReactNode } from 'react';
import type { FilingName, PlanName } from '../views.ts';
import type { Locale, Pair } from '../words/words.ts';

type ChartValue = string | number | null;

/** One row of a chart's table, by the keys that programs get. Rates in percent, money in TWD, dates in ISO 8601. */
export type ChartFact = Readonly<Record<string, ChartValue>>;

export interface ChartColumn<Fact extends ChartFact> {
  readonly key: keyof Fact & string;
  /** With the unit in brackets where it has one. */
  readonly head: Pair<string>;
  readonly about: Pair<string>;
  readonly type: 'string' | 'integer' | 'number' | 'year' | 'date';
  /** Words of its codes, for people; programs get the codes. */
  readonly words?: Pair<Readonly<Record<string, string>>>;
  /** In the files only, not on the page: ids. */
  readonly filesOnly?: true;
}

/** What a picture is of, what it says of itself, and how it is drawn. Its numbers are made by the server. */
export interface Chart<Fact extends ChartFact> {
  /** In its address: `roll-up`. */
  readonly id: string;
  readonly title: Pair<string>;
  /** What one sees in it, in a sentence: for the list of charts. */
  readonly about: Pair<string>;
  readonly lead: Pair<string>;
  readonly formula: Pair<string>;
  readonly scope: Pair<string>;
  /** Where there is nothing to draw. */
  readonly nothing: Pair<string>;
  /** How much of what there is the picture shows, and what it lacks. */
  readonly missing: Pair<(facts: readonly Fact[]) => readonly string[]>;
  readonly isDrawn: (fact: Fact) => boolean;
  /** The first that is shown names the row. */
  readonly columns: readonly ChartColumn<Fact>[];
  /** Where a row of the table leads, without the language's prefix; null: nowhere. */
  readonly leadsTo: (fact: Fact) => string | null;
  /** Of the facts that are drawn, never none. */
  readonly Picture: (props: PictureOf<Fact>) => ReactNode;
  /** What is chosen beside the scope; “grouped by” where it is left out. */
  readonly byName?: Pair<string>;
  /** The picture is a table itself, with the same figures: it is not followed by another. */
  readonly isTable?: true;
}

export interface PictureOf<Fact extends ChartFact> {
  readonly facts: readonly Fact[];
  /** For those who cannot see it. */
  readonly summary: string;
  readonly view: ChartView<Fact>;
}

export interface ChartView<Fact extends ChartFact> {
  readonly facts: readonly Fact[];
  readonly asked: ChartQuestion;
  readonly choices: ChartChoices;
  /** In Taipei: `2026-11-29`. */
  readonly today: string;
  /** 1-based, of the table. */
  readonly page: number;
  readonly fictional: boolean;
}

/** As the address has it; what was left out is filled in. */
export interface ChartQuestion {
  /** A Gregorian year or the id of a filing; empty: all that the record holds. */
  readonly of: string;
  /** By what it is grouped, where there is a choice. */
  readonly by: string | null;
  readonly plan: PlanName | null;
}

export interface ChartChoices {
  readonly all: boolean;
  /** Gregorian, newest first. */
  readonly years: readonly number[];
  readonly filings: readonly FilingName[];
  readonly by: Readonly<Record<Locale, Readonly<Record<string, string>>>> | null;
}

/** `of=2024&by=type`: the question as an address asks it. */
export function chartQuery({ of, by, plan }: ChartQuestion, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({
    ...(of === '' ? {} : { of }),
    ...(by === null ? {} : { by }),
    ...(plan === null ? {} : { plan: plan.id }),
    ...more,
  });
  return query.toString();
}
