import { comparatorsAfter, comparatorsBefore } from './comparators.ts';
import { joinRanges } from './ranges.ts';
import type { Refiner } from './refiner.ts';

/** In this order, each on what the one before left. */
export const refiners: readonly Refiner[] = [joinRanges, comparatorsBefore, comparatorsAfter];
