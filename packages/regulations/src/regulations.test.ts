import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jurisdictionOf, municipalAgencies, threshold, thresholdNames, wrongCharacters } from './index.ts';
import { regulation, valueOn } from './threshold.ts';

const folder = new URL('thresholds/', import.meta.url);
const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));

test('every file is a threshold that can be asked for', () => {
  const asked = thresholdNames.map((name) => threshold(name, '2024-12-31')?.id);
  expect(asked.toSorted()).toEqual(files.map(({ name }) => name.replace('.yaml', '')).toSorted());
});

test.each(files)('$name says value, unit, article, source and when a person last looked', ({ name, text }) => {
  const read = regulation(text);
  expect(`${read.id}.yaml`).toBe(name);
  for (const jurisdiction of Object.keys(read.jurisdictions)) {
    const value = valueOn(read, '2024-12-31', jurisdiction);
    expect(value?.source).toMatch(/^https:\/\//);
    expect(value?.article).not.toBe('');
    expect(value?.lastChecked).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(typeof value?.settled).toBe('boolean');
  }
});

test.each([
  ['花蓮縣政府', 'hualien'],
  ['花蓮縣消防局', 'hualien'],
  ['虛擬市政府', 'central'],
  ['', 'central'],
])('%s is held to the figures of: %s', (agency, jurisdiction) => expect(jurisdictionOf(agency)).toBe(jurisdiction));

test('a county has its own figure, another county the central one', () => {
  expect(threshold('executionRateLow', '2024-12-31', 'hualien')?.value).toBe(80);
  expect(threshold('executionRateLow', '2024-12-31', 'virtual-city')?.value).toBe(90);
});

const dated = `
id: example
title: { zh-Hant: 例, en: example }
unit: '%'
lastChecked: 2026-01-01
jurisdictions:
  central: { article: 例示要點第1點, source: 'https://example.test', sourceKind: law, settled: true, note: '', values: { 2020-01-01: { value: 10 }, 2024-01-01: { value: null } } }
`;

test.each([
  ['2019-12-31', null],
  ['2020-01-01', 10],
  ['2023-12-31', 10],
  ['2024-01-01', null],
])('on %s the value is %s: null before it begins and from its repeal', (date, value) => {
  expect(valueOn(regulation(dated), date, 'central')?.value ?? null).toBe(value);
});

test('no wrong word is also given as right, and each exception contains its word', () => {
  for (const { wrong, right, not } of wrongCharacters.words) {
    expect(right).not.toBe(wrong);
    for (const word of not) expect(word).toContain(wrong);
  }
  expect(new Set(wrongCharacters.words.map(({ wrong }) => wrong)).size).toBe(wrongCharacters.words.length);
});

test('the list of agencies names its source', () => {
  expect(municipalAgencies.source).toContain('地方制度法');
  expect(municipalAgencies.municipalities).toContain('臺北市');
});
