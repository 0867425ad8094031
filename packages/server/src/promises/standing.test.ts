import { describe, expect, test } from 'vitest';
import { lastDay, standingOf, type Later } from './standing.ts';

type Answer = { readonly says: 'done' | 'done-late' | 'not-done' | 'unclear' };
const filing = (fiscalYear: number, says: Answer['says'] | null, more: Partial<Later<Answer>> = {}): Later<Answer> => ({
  fiscalYear,
  pending: false,
  row: 'r01',
  answer: says === null ? null : { says },
  ...more,
});

describe('how a promise stands', () => {
  test.each([
    ['not yet due, nothing later', '2025-06', '2025-06-30', [], 'open', 'not-yet-due'],
    ['the day after its last', '2025-06', '2025-07-01', [], 'undetermined', 'no-later-filing'],
    ['done', '2025-06', '2026-04-01', [filing(2025, 'done')], 'kept', 'done'],
    ['done before its day', '2027', '2026-04-01', [filing(2025, 'done')], 'kept', 'done'],
    ['done after its day', '2025-06', '2026-04-01', [filing(2025, 'done-late')], 'kept', 'done-late'],
    ['late, then done', '2025-06', '2027-04-01', [filing(2025, 'not-done'), filing(2026, 'done')], 'kept', 'done'],
    ['not done by the year of its day', '2025-06', '2026-04-01', [filing(2025, 'not-done')], 'overdue', 'not-done'],
    ['not done before its day is no miss', '2027-06', '2026-04-01', [filing(2025, 'not-done')], 'open', 'not-yet-due'],
    [
      'not done before its day, and nothing since',
      '2026-06',
      '2026-09-01',
      [filing(2025, 'not-done')],
      'undetermined',
      'no-later-filing',
    ],
    ['spoken of', '2025-06', '2026-04-01', [filing(2025, 'unclear')], 'undetermined', 'unclear'],
    ['passed over', '2025-06', '2026-04-01', [filing(2025, null)], 'undetermined', 'not-mentioned'],
    ['listed no more', '2025-06', '2026-04-01', [filing(2025, null, { row: null })], 'undetermined', 'not-listed'],
    [
      'not yet compared',
      '2025-06',
      '2026-04-01',
      [filing(2025, null, { pending: true })],
      'undetermined',
      'being-compared',
    ],
    ['no day', null, '2026-04-01', [], 'undetermined', 'no-due'],
  ] as const)('%s', (_, due, today, later, state, basis) => {
    expect(standingOf<Answer>(due, today, later)).toMatchObject({ state, basis });
  });
});

test('the last day of a year, a month, a day', () => {
  expect(['2025', '2025-02', '2024-02', '2025-06-30'].map(lastDay)).toEqual([
    '2025-12-31',
    '2025-02-28',
    '2024-02-29',
    '2025-06-30',
  ]);
});
