import { describe, expect, test } from 'vitest';
import type { IndicatorReading, PlanReading } from '@guankao/reading';
import type { ReadyList } from '../catalogue.ts';
import { exampleReading } from '../example-reading.ts';
import { listsOf } from './ready-lists.ts';

const [example] = exampleReading({ plans: 1 }).plans;
if (example === undefined) throw new Error('an example without plans');

/** A row with one target met and said so, on which no list has anything to say. */
const sound: PlanReading = {
  ...example,
  budgetedToDate: 1000,
  executedToDate: 900,
  statedVerdict: 'achieved',
  goals: [{ text: '完成10處。', marker: '1.', spans: [{ start: 100, end: 110 }] }],
  indicators: [indicator({})],
};

interface Given {
  readonly target?: number | null;
  readonly actual?: number | null;
  readonly met?: boolean | null;
  readonly comparator?: IndicatorReading['comparator'];
  readonly actualAt?: number;
}

function indicator({
  target = 10,
  actual = 10,
  met = true,
  comparator = '>=',
  actualAt = 200,
}: Given): IndicatorReading {
  const stated = (value: number | null, start: number) => ({
    text: 'x',
    span: { start, end: start + 2 },
    value,
    unit: '處',
  });
  return {
    label: '處',
    comparator,
    target: stated(target, 102),
    actual: actual === null ? null : stated(actual, actualAt),
    met,
    scope: 'year',
    column: 'goals',
    reason: '',
  };
}

test('a sound row stands on none', () => {
  expect(listsOf(sound)).toEqual([]);
});

describe.each<[ReadyList, Partial<PlanReading>[], Partial<PlanReading>[]]>([
  [
    'underspent-achieved',
    [{ executedToDate: 499 }],
    [
      { executedToDate: 500 },
      { executedToDate: 499, statedVerdict: 'none' },
      { executedToDate: null },
      { budgetedToDate: 0, executedToDate: 0 },
    ],
  ],
  [
    'beaten-by-half',
    [
      { indicators: [indicator({ actual: 15.1 })] },
      { indicators: [indicator({}), indicator({ comparator: '<=', actual: 4.9 })] },
    ],
    [
      { indicators: [indicator({ actual: 15 })] },
      { indicators: [indicator({ comparator: '<=', actual: 5 })] },
      { indicators: [indicator({ actual: 99, met: null })] },
    ],
  ],
  [
    'no-target',
    [{ indicators: [] }, { indicators: [indicator({ target: null, comparator: 'milestone' })] }],
    [{ indicators: [indicator({ target: null }), indicator({})] }],
  ],
  [
    'nothing-stated',
    [{ statedVerdict: 'none', indicators: [indicator({ actual: null, met: null })] }],
    [{ statedVerdict: 'none' }, { indicators: [indicator({ actual: null, met: null })] }],
  ],
  [
    'results-in-goals',
    [
      { indicators: [indicator({ actualAt: 106 })] },
      { statedVerdictSpan: { start: 103, end: 108 } },
      { goals: [{ text: '預計完成10處，已完成9處。', marker: null, spans: [{ start: 100, end: 110 }] }] },
    ],
    [{ goals: [{ text: '完成已核定之10處。', marker: null, spans: [{ start: 100, end: 110 }] }] }],
  ],
  [
    'missed-in-silence',
    [{ indicators: [indicator({ actual: 9, met: false })] }],
    [
      { indicators: [indicator({ actual: 9, met: false })], statedVerdict: 'not_achieved' },
      { indicators: [indicator({ met: null })] },
    ],
  ],
])('%s', (list, on, off) => {
  test.each(on)('holds %#', (change) => {
    expect(listsOf({ ...sound, ...change })).toContain(list);
  });

  test.each(off)('does not hold %#', (change) => {
    expect(listsOf({ ...sound, ...change })).not.toContain(list);
  });
});
