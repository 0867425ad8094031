import type { WorkItem } from './work-plan.ts';

/** Percent in hundredths, exact; null where it has more than two digits after the point. */
export function hundredths(percent: number): number | null {
  const whole = Math.round(percent * 100);
  return Math.abs(percent * 100 - whole) < 1e-6 ? whole : null;
}

/** 12.5, 12.5%, １２．５: 0 to 100 with at most two digits after the point; null for anything else. */
export function percentIn(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '').replace(/%$/, '');
  const percent = /^\d{1,3}(?:\.\d{1,2})?$/.test(plain) ? Number(plain) : null;
  return percent !== null && percent <= 100 ? percent : null;
}

/** In hundredths of a percent. */
export function sumOfWeights(items: readonly Pick<WorkItem, 'weight'>[]): number {
  return items.reduce((sum, { weight }) => sum + (hundredths(weight) ?? 0), 0);
}

/** 25, 12.5, 33.33: hundredths of a percent as people write them. */
export function percentOf(inHundredths: number): string {
  return (inHundredths / 100).toFixed(2).replace(/\.?0+$/, '');
}

/**
 * The plan's planned progress at the end of a month (0: January), in hundredths of a percent: Σ(weight × planned), rounded
 * half up once.
 */
export function plannedAt(items: readonly Pick<WorkItem, 'weight' | 'planned'>[], month: number): number {
  return weighted(items.map(({ weight, planned }) => ({ weight, percent: planned[month] ?? 0 })));
}

/** A share of the whole, and how much of it: both in percent. */
export interface Weighted {
  readonly weight: number;
  readonly percent: number;
}

/** Σ(weight × percent), exact: in millionths of a percent. */
export function exactly(parts: readonly Weighted[]): number {
  return parts.reduce((sum, { weight, percent }) => sum + (hundredths(weight) ?? 0) * (hundredths(percent) ?? 0), 0);
}

/** Σ(weight × percent) in hundredths of a percent, rounded half up. */
export function weighted(parts: readonly Weighted[]): number {
  return Math.floor((exactly(parts) + 5_000) / 10_000);
}
