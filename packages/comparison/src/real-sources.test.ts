import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDocument } from '@guankao/documents';
import { read } from '@guankao/reading';
import { plansInBudgetProse } from './budget-prose.ts';
import { comparePlans } from './compare.ts';

const filings = join(import.meta.dirname, '../../../../shared/filings');
const filing = join(filings, 'moi-113.txt');
const budget = join(filings, 'central-budget-114.csv');

test.skipIf(!existsSync(filing) || !existsSync(budget))(
  'the real filing against the central budget (skipped where ../shared is absent): few differ in what was budgeted',
  { timeout: 60_000 },
  async () => {
    const bytes = (path: string) => new Uint8Array(readFileSync(path));
    const { reading } = await read({ name: 'filing.txt', bytes: bytes(filing) });
    const document = await openDocument({ name: 'budget.csv', bytes: bytes(budget) });
    const { matched, unmatched } = comparePlans(reading, plansInBudgetProse(document));
    expect(matched.length + unmatched.length).toBe(reading.plans.length);
    expect(matched.length).toBeGreaterThanOrEqual(34);
    const differing = matched.filter(({ differences }) => differences.some(({ kind }) => kind === 'amount'));
    expect(differing).toHaveLength(3);
    for (const { other, differences } of matched) {
      for (const { there } of differences)
        expect(document.text.slice(there.span.start, there.span.end).replace(/\s/g, '')).toBe(there.text);
      expect(other.span.end).toBeGreaterThan(other.span.start);
    }
  },
);
