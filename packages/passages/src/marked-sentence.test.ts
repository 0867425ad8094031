import { describe, expect, test } from 'vitest';
import { pattern, placeOf, signOf, signs } from './marked-sentence.ts';
import { textOf } from './readings-for-tests.ts';

const names = new Map(Object.entries(signs).map(([name, sign]) => [sign as string, `<${name}>`]));
const marked = (words: string): readonly string[] =>
  textOf(words).marked.map((sentence) =>
    [...sentence.words].map((character) => names.get(character) ?? character).join(''),
  );

test('each number is one sign, by what it is', () => {
  expect(marked('113年完成12案、3,600萬元，占５０％，為期3年（266/268）；由第8名至第5名，比例1：3。')).toEqual([
    '<date>完成<count>、<money>，占<percent>，為期<duration>(<number>/<number>)',
    '由第<ordinal>名至第<ordinal>名，比例<label>',
    '',
  ]);
});

test('the place of a sign leads back to the text', () => {
  const text = textOf('辦理12場、共計345人次參加。');
  const [sentence] = text.marked;
  if (sentence === undefined) throw new RangeError('no sentence');
  const [, people] = sentence.figures;
  if (people === undefined) throw new RangeError('no second figure');
  const at = signOf(sentence, people);
  expect(text.text.slice(placeOf(sentence, at), people.end)).toBe('345人次');
  expect(text.text.charAt(placeOf(sentence, at + 1))).toBe('參');
});

describe('patterns over marked words', () => {
  const [sentence] = textOf('較上年8,000萬元增加5%').marked;
  test('a sign and a word of the vocabulary', () => {
    expect(pattern('較[^%A]*%M{rise}%P$').test(sentence?.words ?? '')).toBe(true);
    expect(pattern('較[^%A]*%M{fall}%P$').test(sentence?.words ?? '')).toBe(false);
  });
  test('a misspelt concept is a bug', () => expect(() => pattern('{rize}')).toThrow(RangeError));
});
