import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { read, standings, totalOf } from '@guankao/reading';
import { labelledFilings } from '../../packages/cli/src/bench/labels.ts';

// Every number accounted for, over every filing at hand: each in exactly one class, the rows adding up to the whole.

const root = join(import.meta.dirname, '../..');
const budget = join(root, '../shared/filings/central-budget-114.csv');
const filings = [
  ...labelledFilings(root).map(({ name, file }) => [name, file] as const),
  ...(existsSync(budget)
    ? [['central-budget-114', { name: 'central-budget-114.csv', bytes: new Uint8Array(readFileSync(budget)) }] as const]
    : []),
];

test.each(filings)('%s', { timeout: 60_000 }, async (_, file) => {
  const { coverage, lookedAt, reading, document, bugs } = await read(file);
  expect(bugs).toEqual([]);
  const { numbers, all, rows } = coverage;

  // The shares sum to the whole: of the filing, of each row, and of what stands in none.
  expect(totalOf(all)).toBe(numbers.length);
  expect([lookedAt.figures, lookedAt.coverage]).toEqual([numbers.length, all]);
  expect(reading.coverage).toEqual(all);
  const outside = numbers.filter(({ plan }) => plan === null);
  expect(outside.every(({ standing }) => standing === 'unread')).toBe(true);
  for (const standing of standings) {
    const inRows = [...rows.values()].reduce((sum, counts) => sum + counts[standing], 0);
    expect(inRows + outside.filter((one) => one.standing === standing).length).toBe(all[standing]);
  }
  for (const plan of reading.plans) expect(plan.coverage).toEqual(rows.get(plan.id));

  // No number is counted twice, and what speaks for or against one is named.
  const places = numbers
    .map(({ plan, span }) => [plan ?? '', span.start, span.end] as const)
    .toSorted((a, b) => a[0].localeCompare(b[0]) || a[1] - b[1]);
  for (const [at, [plan, start]] of places.entries()) {
    const before = places[at - 1];
    if (before !== undefined && before[0] === plan)
      expect(before[2], document.text.slice(start, start + 20)).toBeLessThanOrEqual(start);
  }
  for (const { standing, by } of numbers) expect(by.length > 0).toBe(standing !== 'stands-alone');

  // None is passed over: each digit of a row's texts belongs to one.
  const counted = new Set(
    numbers.flatMap(({ span }) => Array.from({ length: span.end - span.start }, (__, at) => span.start + at)),
  );
  for (const plan of reading.plans)
    for (const column of ['plannedWork', 'execution', 'goals', 'explanation'] as const)
      for (const { text, places: runs = [] } of plan[column])
        for (const [run, [from, at]] of runs.entries())
          for (let i = from; i < (runs[run + 1]?.[0] ?? text.length); i++)
            if (/\d/.test(text.charAt(i)))
              expect(counted.has(at + i - from), `${text.slice(Math.max(0, i - 12), i + 8)}`).toBe(true);
});
