import { describe, expect, test } from 'vitest';
import { said, trailOf } from '../corpus/said.ts';
import { forms } from '../corpus/tables.ts';

describe.each(Object.entries(forms))('%s', (_kind, rows) => {
  test.each(rows)('%s says %s', (line, expected) => {
    expect(said(line), trailOf(line)).toBe(expected);
  });
});
