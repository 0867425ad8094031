import { parse } from 'yaml';
import { jurisdictionIn, regulation, valueOn, type Threshold } from './threshold.ts';
import exactExecutionCommon from './thresholds/exact-execution-common.yaml';
import executionRateLow from './thresholds/execution-rate-low.yaml';
import shareOfApprovedTotalTiny from './thresholds/share-of-approved-total-tiny.yaml';
import spentLittle from './thresholds/spent-little.yaml';
import targetFarExceeded from './thresholds/target-far-exceeded.yaml';
import municipalAgencyNames from './lists/municipal-agencies.yaml';
import wrongCharacterWords from './lists/wrong-characters.yaml';

export type { Threshold } from './threshold.ts';
export * from './notices.ts';
export * from './reporting.ts';
export * from './carry-over.ts';
export * from './deadlines.ts';

const files = { executionRateLow, spentLittle, targetFarExceeded, shareOfApprovedTotalTiny, exactExecutionCommon };
export type ThresholdName = keyof typeof files;
export const thresholdNames = Object.keys(files) as readonly ThresholdName[];

const regulations = new Map(thresholdNames.map((name) => [name, regulation(files[name])]));

/** Whose figures an agency is held to, by its printed name: 花蓮縣政府 is `hualien`. */
export const jurisdictionOf = (agency: string): string => jurisdictionIn(regulations.values(), agency);

/** The figure in force on an ISO date, or null. Throws nothing: an unknown jurisdiction has the central figure. */
export function threshold(name: ThresholdName, date: string, jurisdiction = 'central'): Threshold | null {
  const found = regulations.get(name);
  return found === undefined ? null : valueOn(found, date, jurisdiction);
}

/** A word written wrong, what was meant, and right words that contain the wrong one. */
export interface WrongWord {
  readonly wrong: string;
  readonly right: string;
  readonly not: readonly string[];
}

interface CitedList {
  readonly source: string;
  readonly lastChecked: string;
}

export const wrongCharacters = parse(wrongCharacterWords) as CitedList & { readonly words: readonly WrongWord[] };

export const municipalAgencies = parse(municipalAgencyNames) as CitedList & {
  readonly municipalities: readonly string[];
  readonly bureaus: readonly string[];
};
