import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { read, told, type Cells } from './rows-for-tests.ts';

/** A made-up row of an agency that does not exist, and what a careful reader makes of it: see cases/README.md. */
interface Case extends Cells {
  /** Without one its texts are its name. */
  readonly name?: string;
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

function nameOf({ name, goals = '', execution = '', explanation = '' }: Case): string {
  return name ?? [goals, execution, explanation].filter((cell) => cell !== '').join(' ‖ ');
}

test.each(topics)('%s: no case stands there twice, and each has only what is known', (file) => {
  const cases = casesIn(file);
  expect(cases.length).toBeGreaterThan(0);
  expect(new Set(cases.map(nameOf)).size).toBe(cases.length);
  for (const one of cases) expect(keys).toEqual(expect.arrayContaining(Object.keys(one)));
});

describe.each(topics)('%s', (file) => {
  const cases = casesIn(file).map((one) => ({ title: nameOf(one), one }));
  test.each(cases)('$title', ({ one: { name: _name, indicators, verdict, stated, ...cells } }) => {
    expect(told(cells)).toEqual(indicators);
    const claims = read(cells);
    if (verdict !== undefined) expect(claims.verdict).toBe(verdict);
    if (stated !== undefined) expect(claims.statedVerdict).toBe(stated);
  });
});
