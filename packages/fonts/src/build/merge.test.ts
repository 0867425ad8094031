import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { charactersOf, glyphsOf } from '../characters.ts';
import { families } from '../families.ts';
import { cut } from './core-faces.ts';
import { merged } from './merge.ts';

const regular = readFileSync(families()[0]?.regular ?? '');
const codes = (text: string): number[] => [...text].map((character) => character.codePointAt(0) ?? 0);

test('what was cut apart is together again: the same characters, drawn from the same bytes as when cut at once', async () => {
  const atOnce = await cut(regular, codes('年成計畫標'), 'sfnt');
  const parts: Buffer[] = [];
  for (const text of ['年成', '計畫', '畫標']) parts.push(await cut(atOnce, codes(text), 'sfnt'));
  const again = await cut(merged(parts), codes('年成計畫標'), 'sfnt');
  expect([...charactersOf(again)].sort()).toEqual(codes('年成計畫標').sort());
  for (const code of codes('年成計畫標')) expect(outlineOf(again, code)).toEqual(outlineOf(atOnce, code));
}, 30_000);

test('nothing is not a font', () => expect(() => merged([])).toThrow(RangeError));

function outlineOf(font: Buffer, code: number): string {
  const table = (tag: string): number => {
    for (let at = 12; ; at += 16) if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8);
  };
  const glyph = glyphsOf(font).get(code) ?? 0;
  const isLong = font.readInt16BE(table('head') + 50) === 1;
  const start = (of: number): number =>
    table('glyf') +
    (isLong ? font.readUInt32BE(table('loca') + 4 * of) : 2 * font.readUInt16BE(table('loca') + 2 * of));
  const advance = font.readUInt16BE(table('hmtx') + 4 * glyph);
  return `${advance} ${font
    .subarray(start(glyph), start(glyph + 1))
    .toString('hex')
    .replace(/(00)+$/, '')}`;
}
