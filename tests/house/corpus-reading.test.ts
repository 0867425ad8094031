import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { read, type Reading } from '@guankao/reading';
import { rules } from '@guankao/rules';
import { baselineOf, changesSince, type Baseline } from '../../packages/cli/src/bench/baseline.ts';
import { labelledFilings } from '../../packages/cli/src/bench/labels.ts';
import { paired } from '../../packages/cli/src/bench/pairing.ts';
import { clean } from '../../packages/cli/src/bench/phrases.ts';
import { scoresOf, type Measured } from '../../packages/cli/src/bench/scores.ts';

const root = join(import.meta.dirname, '../..');
const corpus = labelledFilings(root).filter(({ ours }) => ours);
const readings = new Map<string, Reading>();

const readingOf = (name: string): Reading => {
  const reading = readings.get(name);
  if (reading === undefined) throw new Error(`${name} was not read`);
  return reading;
};

beforeAll(async () => {
  for (const { name, file } of corpus) {
    const { reading, bugs } = await read(file);
    expect(bugs).toEqual([]);
    readings.set(name, reading);
  }
});

describe.each(corpus.map((filing) => [filing.name, filing] as const))('reading of %s', (name, filing) => {
  test('every row, its money, period and parent', () => {
    const rows = paired(filing.plans, readingOf(name));
    expect(readingOf(name).plans.length).toBe(filing.plans.length);
    for (const label of filing.plans) {
      const row = rows.get(label.id);
      expect(row, label.name).toBeDefined();
      expect([row?.approvedTotal, row?.budgetedToDate, row?.executedToDate], label.name).toEqual([
        label.approvedTotal,
        label.budgetedToDate,
        label.executedToDate,
      ]);
      expect(row?.parent ?? null, label.name).toBe(
        label.parentId === null ? null : (rows.get(label.parentId)?.id ?? 'another'),
      );
      if (label.parentId === null)
        expect([row?.type, row?.period?.start, row?.period?.end], label.name).toEqual([
          label.type,
          label.periodStart,
          label.periodEnd,
        ]);
    }
  });

  test('every text in its row and column', () => {
    const rows = paired(filing.plans, readingOf(name));
    for (const label of filing.plans) {
      for (const column of ['plannedWork', 'execution', 'goals', 'explanation'] as const) {
        const text =
          rows
            .get(label.id)
            ?.[column].map((passage) => passage.text)
            .join('') ?? '';
        expect(clean(text), `${label.id} ${column}`).toBe(clean(label[column].join('')));
      }
    }
  });

  test('every character is in a plan, in furniture or unread', () => {
    const { document, plans, furniture, unread } = readingOf(name);
    const units = document.text.split('');
    for (const { start, end } of [...plans.flatMap((plan) => plan.spans), ...furniture, ...unread])
      units.fill('', start, end);
    expect(units.join('').trim()).toBe('');
  });
});

describe('the rules over the corpus', () => {
  const measured = (): readonly Measured[] => corpus.map((filing) => ({ filing, reading: readingOf(filing.name) }));

  test('call no sound claim an error', () => {
    const { rules: scores } = scoresOf(
      measured(),
      rules.map(({ meta }) => meta.id),
    );
    expect(scores.filter(({ falseAlarms }) => falseAlarms > 0).map(({ rule }) => rule)).toEqual([]);
  });

  test.skipIf(!existsSync(join(root, 'corpus/baseline.json')))('are not worse than those of the last release', () => {
    const before: Baseline = JSON.parse(readFileSync(join(root, 'corpus/baseline.json'), 'utf8'));
    const filings = measured();
    const scores = scoresOf(
      filings,
      rules.map(({ meta }) => meta.id),
    );
    expect(changesSince(before, baselineOf('now', filings, scores)).worse).toEqual([]);
  });
});
