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

/** Why work is behind. */
export interface LagCause extends Message {
  readonly code: string;
  /** To whom it is usually put down; `open`: it depends. */
  readonly attributable: 'agency' | 'contractor' | 'outside' | 'open';
}

const causes = parse(lagCauseList) as {
  readonly causes: readonly (LagCause & { readonly from: string; readonly until: string | null })[];
};

/** Those that may be given on an ISO date; a code that is no longer given keeps its name for reports of before. */
export function lagCauses(date: string | null = null): readonly LagCause[] {
  return causes.causes.filter(
    ({ from, until }) => date === null || (from <= date && (until === null || date <= until)),
  );
}
