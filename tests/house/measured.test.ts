import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isWayProven, measured, measureOf, rules, type Measured } from '@guankao/rules';
import { measuredIn } from '../../packages/cli/src/bench/adjudicated.ts';
import { labelledFilings } from '../../packages/cli/src/bench/labels.ts';

// measured.json says what each rule has earned to say. What is measured today may say more, and never less.

const root = join(import.meta.dirname, '../..');

test('the severities in force are those that today’s measurement earns', { timeout: 300_000 }, async () => {
  const { date, release } = measured;
  const today: Measured = await measuredIn(root, labelledFilings(root), { date, release });
  expect(today.firstContact).toEqual(measured.firstContact);
  expect(today.now.pools).toEqual(measured.now.pools);
  const said = (file: Measured) =>
    rules.map(({ meta: { id } }) => {
      const { now, earned } = measureOf(id, file);
      const proven = Object.keys(file.now.ways[id] ?? {}).filter((way) => isWayProven(id, way, file));
      return [id, { wrong: now.wrong, mayCallItAnError: earned, proven: proven.toSorted() }];
    });
  // Where this fails: guankao bench rules --measured, and look at what changed.
  expect(said(measured)).toEqual(said(today));
});

test('it names rules that there are, and is dated', () => {
  const ids = new Set(rules.map(({ meta }) => meta.id));
  const named = [...measured.firstContact.map((one) => one.rules), measured.now.rules].flatMap(Object.keys);
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
  expect(Date.parse(measured.date)).not.toBeNaN();
});
