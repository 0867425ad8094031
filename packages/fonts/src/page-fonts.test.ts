import { expect, test } from 'vitest';
import { PageFonts } from './page-fonts.ts';

const face = (family: string, weight: string, file: string, range: string): string =>
  `@font-face{font-family:'${family}';font-weight:${weight};font-display:swap;src:url(${file})format('woff2');unicode-range:${range}}`;

const fonts = new PageFonts(
  [
    face('Guankao Text', '400', 'text-0', 'U+20-7e'),
    face('Guankao Text', '400', 'text-1', 'U+8a08,U+756b'),
    face('Guankao Text', '400', 'text-2', 'U+5e74'),
    face('Guankao Text', '600 900', 'bold-0', 'U+8a08'),
    face('Guankao Title', '700 900', 'title-0', 'U+756b'),
    face('Noto Sans TC Variable', '100 900', 'sans', 'U+5e74,U+756b,U+8a08'),
    face('Noto Serif TC Variable', '100 900', 'serif', 'U+5e74,U+8a08'),
    face('Noto Sans Supplement', '400', 'supplement', 'U+97e7'),
    '',
  ].join('\n'),
);

const filesFor = (text: string): string[] =>
  [...fonts.styleOf(fonts.setOf(text)).matchAll(/url\(([^)]+)\)/g)].map(([, file = '']) => file);

test('a page gets the faces of its characters, as text, semi-bold and title, each from the first that has it', () => {
  expect(filesFor('計')).toEqual(['text-1', 'bold-0', 'serif']);
  expect(filesFor('a畫')).toEqual(['text-0', 'text-1', 'title-0', 'sans']);
});

test('what only the supplement has comes from there', () => {
  expect(filesFor('韧')).toEqual(['supplement']);
});

test('a page whose characters no face has gets none', () => {
  expect(filesFor('\u{20bb7}')).toEqual([]);
});

test('a set written by an older program, or by nobody, gives what it can', () => {
  expect(fonts.styleOf('_____w')).toContain('title-0');
  expect(fonts.styleOf('')).toBe('');
});
