import { expect, test } from 'vitest';
import type { PlanReading } from '@guankao/reading';
import { smallFiling } from '../fixtures/small-filing.ts';
import { totalsOf } from './totals.ts';

const [template] = smallFiling().reading.plans;

function plan(
  id: string,
  budgetedToDate: number | null,
  executedToDate: number | null,
  parent: string | null = null,
): PlanReading {
  if (template === undefined) throw new Error('the fixture has no plan');
  return { ...template, id, parent, budgetedToDate, executedToDate };
}

test('a parent’s figures hold its parts’, which are not added to them', () => {
  expect(totalsOf([plan('a', 100, 80), plan('b', 60, 50, 'a'), plan('c', 40, 30, 'a'), plan('d', 7, 7)])).toEqual({
    budgetedToDate: 107,
    executedToDate: 87,
    rows: 2,
    without: 0,
  });
});

test('where the parent prints none, its parts stand in', () => {
  expect(totalsOf([plan('a', null, null), plan('b', 60, 50, 'a'), plan('c', 40, 30, 'a')])).toEqual({
    budgetedToDate: 100,
    executedToDate: 80,
    rows: 2,
    without: 0,
  });
});

test('a row that lacks a figure is counted and not guessed', () => {
  expect(totalsOf([plan('a', 5, null), plan('b', 1, 1)])).toEqual({
    budgetedToDate: 1,
    executedToDate: 1,
    rows: 1,
    without: 1,
  });
});
