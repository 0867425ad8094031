import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { read, told, type Cells } from './rows-for-tests.ts';

/** A made-up row of an agency that does not exist, and what a careful reader makes of it: see cases/README.md. */
interface Case extends Cells {
  readonly name: string;
  readonly indicators: readonly string[];
  readonly verdict?: string;
  readonly stated?: string;
}

const folder = join(import.meta.dirname, '../cases');
const topics = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
const keys = ['name', 'plannedWork', 'execution', 'goals', 'explanation', 'indicators', 'verdict', 'stated'];

function casesIn(file: string): readonly Case[] {
  return parse(readFileSync(join(folder, file), 'utf8'));
}

test.each(topics)('%s: each case has a name of its own, and nothing that is not asked', (file) => {
  const cases = casesIn(file);
  expect(cases.length).toBeGreaterThan(0);
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  for (const one of cases) expect(keys).toEqual(expect.arrayContaining(Object.keys(one)));
});

describe.each(topics)('%s', (file) => {
  test.each(casesIn(file))('$name', ({ name: _name, indicators, verdict, stated, ...cells }) => {
    expect(told(cells)).toEqual(indicators);
    const claims = read(cells);
    if (verdict !== undefined) expect(claims.verdict).toBe(verdict);
    if (stated !== undefined) expect(claims.statedVerdict).toBe(stated);
  });
});
