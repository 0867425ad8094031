import { bareFigures } from './bare-figures.ts';
import { boundedRanges } from './bounded-ranges.ts';
import { comparatorsAfter } from './comparators-after.ts';
import { comparatorsBefore } from './comparators-before.ts';
import { datesInContext } from './dates-in-context.ts';
import { itemNumbers } from './item-numbers.ts';
import { joinDurations } from './join-durations.ts';
import { joinRanges } from './join-ranges.ts';
import { listedFigures } from './listed-figures.ts';
import { moneyByContext } from './money-by-context.ts';
import type { Refiner } from './refiner.ts';
import { signs } from './signs.ts';
import { spacedFigures } from './spaced-figures.ts';

/** In this order, each on what the one before left: first what belongs together, then what is said about it. */
export const refiners: readonly Refiner[] = [
  itemNumbers,
  spacedFigures,
  signs,
  listedFigures,
  joinDurations,
  joinRanges,
  boundedRanges,
  bareFigures,
  moneyByContext,
  comparatorsBefore,
  comparatorsAfter,
  datesInContext,
];
