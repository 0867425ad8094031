import { expect, test } from 'vitest';
import { coverage } from './characters.ts';
import { fontFolders } from './families.ts';

const has = (family: string, text: string): boolean => {
  const characters = coverage().find((font) => font.family === family)?.characters;
  return [...text].every((character) => characters?.has(character.codePointAt(0) ?? 0) === true);
};

test('each family holds what it is there for', () => {
  expect(has('Noto Sans TC', '辦理海岸復育計畫ⅧΩ⑳')).toBe(true);
  expect(has('Noto Sans TC', '韧')).toBe(false);
  expect(has('Noto Sans SC', '韧区计')).toBe(true);
  expect(has('Noto Sans Symbols 2', '☑☐')).toBe(true);
  expect(has('Noto Sans Math', '≒')).toBe(true);
});

test('all of Big5 but what has no meaning outside its own machines', () => {
  const decoder = new TextDecoder('big5');
  const lacking: string[] = [];
  for (let lead = 0xa1; lead <= 0xf9; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if ([...text].length !== 1 || text === '\ufffd' || /\p{Co}/u.test(text)) continue;
      if (!coverage().some(({ family }) => has(family, text))) lacking.push(text);
    }
  }
  // U+02CD, a low line for phonetics.
  expect(lacking).toEqual(['ˍ']);
});

test('control characters are none that one could read', () => {
  for (const { characters } of coverage())
    expect([0, 7, 0x7f, 0x9f].filter((code) => characters.has(code))).toEqual([]);
});

test('each weight lies in a folder of its own', () => {
  expect(new Set(fontFolders()).size).toBe(6);
});
