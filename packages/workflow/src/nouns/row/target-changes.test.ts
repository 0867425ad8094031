import { describe, expect, test } from 'vitest';
import { targetChanges, targetStep } from './target-changes.ts';

const first = { value: 12, text: '12公里', at: '2026-01-05', by: '甲', reason: null, document: null };
const revised = { ...first, value: 10, by: '乙', reason: '用地縮減', document: '範字第1號函' };
const indicator = (...targets: object[]) => ({ id: 'i1', label: '步道', comparator: '>=', unit: '公里', targets });
const saved = (before: readonly object[], after: readonly object[], number: number) => ({
  kind: 'row-indicators-saved',
  payload: { before, after },
  number,
});

test('each target that was added is one change, with the one before it; a result saved with it is none', () => {
  const history = [
    { kind: 'row-opened', payload: { row: { indicators: [indicator(first)] } }, number: 1 },
    { kind: 'row-texts-saved', payload: { before: {}, after: {} }, number: 2 },
    saved([indicator(first)], [indicator(first, revised)], 3),
    saved([indicator(first, revised)], [{ ...indicator(first, revised), actual: { value: 10, text: '' } }], 4),
    saved([indicator(first, revised)], [indicator(first, revised), { ...indicator(first), id: 'i2' }], 5),
  ];
  expect(
    targetChanges(history).map(({ indicator: { id }, before, after, event }) => [
      id,
      before?.value,
      after.value,
      after.document,
      event.number,
    ]),
  ).toEqual([
    ['i1', undefined, 12, null, 1],
    ['i1', 12, 10, '範字第1號函', 3],
    ['i2', undefined, 12, null, 5],
  ]);
});

describe('whether less is asked', () => {
  test.each([
    ['>=', undefined, 12, 'first'],
    ['>=', 12, 10, 'eased'],
    ['>=', 10, 12, 'tightened'],
    ['=', 12, 10, 'eased'],
    ['<=', 5, 6, 'eased'],
    ['<=', 6, 5, 'tightened'],
    ['milestone', null, null, 'otherwise'],
    ['>=', 12, null, 'otherwise'],
  ] as const)('%s %j → %j: %s', (comparator, before, after, step) =>
    expect(targetStep(comparator, before, after)).toBe(step),
  );
});
