import { parse } from 'yaml';
import type { Message } from '@guankao/domain';
import lagCauseList from './lists/lag-causes.yaml';
import periodicReport from './reporting/periodic-report.yaml';

/** 行政院管制, 部會管制, 自行管制. */
export const controlLevels = ['executive-yuan', 'ministry', 'agency'] as const;
export type ControlLevel = (typeof controlLevels)[number];

/** How often plans of a level are reported on, until when, and where that is written. */
export interface ReportingRule {
  readonly every: 'month' | 'quarter';
  /** Of the month after the period: the last day on which a report is in time. */
  readonly day: number;
  /** A late report is not taken at all; else it is taken and its lateness recorded. */
  readonly lateIsRefused: boolean;
  readonly article: string;
  readonly source: string;
  /** False where the sources read do not settle it: it is the assumption of this program. */
  readonly settled: boolean;
  readonly note: string;
  readonly lastChecked: string;
}

interface InOneJurisdiction extends Pick<ReportingRule, 'article' | 'source' | 'settled' | 'note'> {
  /** How the names of its agencies begin: 花蓮縣. */
  readonly agencies?: readonly string[];
  readonly lateIsRefused?: boolean;
  /** By the ISO date from which it holds. */
  readonly from: Readonly<Record<string, Readonly<Record<ControlLevel, Pick<ReportingRule, 'every' | 'day'>>>>>;
}

const rules = parse(periodicReport) as {
  readonly jurisdictions: Readonly<Record<string, InOneJurisdiction>>;
  readonly lastChecked: string;
};

/** Of a ministry or local government by its printed name, on an ISO date; the earliest rule holds before it, too. */
export function reportingRule(level: ControlLevel, ministry: string, date: string): ReportingRule {
  const named = Object.values(rules.jurisdictions).find(({ agencies = [] }) =>
    agencies.some((beginning) => ministry.startsWith(beginning)),
  );
  const found = named ?? rules.jurisdictions['central'];
  if (found === undefined) throw new Error('periodic-report.yaml has no central rule');
  const dates = Object.keys(found.from).toSorted();
  const begun = dates.findLast((from) => from <= date) ?? dates[0] ?? '';
  const ofLevel = found.from[begun]?.[level];
  if (ofLevel === undefined) throw new Error(`periodic-report.yaml has no rule for ${level}`);
  const { article, source, settled, note, lateIsRefused = false } = found;
  return { ...ofLevel, lateIsRefused, article, source, settled, note, lastChecked: rules.lastChecked };
}

/** Why work is behind, a target is missed, or money is carried over. */
export interface LagCause extends Message {
  readonly code: string;
  /** To whom it is usually put down; `open`: it depends. */
  readonly attributable: Attributable;
}

export const attributables = ['agency', 'contractor', 'outside', 'open'] as const;
type Attributable = (typeof attributables)[number];

interface ListedCause extends LagCause {
  readonly from: string;
  readonly until: string | null;
  /** That propose it where they stand in a text. */
  readonly words?: readonly string[];
  /** How the names of those begin for whom alone it holds. */
  readonly agencies?: readonly string[];
}

/** Where the codes come from; not settled: no official list was read. */
export const causesOrigin = parse(lagCauseList) as {
  readonly causes: readonly ListedCause[];
  readonly source: string;
  readonly settled: boolean;
};

/**
 * Those that may be given on an ISO date by a ministry or local government of this name; a code that is no longer given
 * keeps its name for reports of before.
 */
export function lagCauses(date: string | null = null, ministry = ''): readonly LagCause[] {
  return causesOrigin.causes.filter(
    ({ from, until, agencies }) =>
      (date === null || (from <= date && (until === null || date <= until))) &&
      (agencies === undefined || date === null || agencies.some((beginning) => ministry.startsWith(beginning))),
  );
}

/** A place in a text that speaks of a cause. Offsets in UTF-16 code units. */
export interface ProposedCause {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

/** The first place of each cause in a text, as far as its words tell; what is denied just before is none. */
export function proposedCauses(text: string, date: string, ministry = ''): readonly ProposedCause[] {
  const given = new Set(lagCauses(date, ministry).map(({ code }) => code));
  return causesOrigin.causes
    .filter(({ code }) => given.has(code))
    .flatMap(({ code, words = [] }) => {
      const places = words.flatMap((word) => placesOf(word, text)).toSorted((a, b) => a.start - b.start);
      return places.slice(0, 1).map((place) => ({ code, ...place }));
    });
}

function placesOf(word: string, text: string): readonly { readonly start: number; readonly end: number }[] {
  const places = [];
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length))
    if (!/(?:無|未|沒有|並非|避免|防止)[^，。；、\n]{0,4}$/.test(text.slice(Math.max(0, start - 8), start)))
      places.push({ start, end: start + word.length });
  return places;
}
