/** The ways in which officials number items, from the outermost to the innermost: 一、 (一) 1. (1) ① A. */
export type MarkerStyle =
  | 'stem'
  | 'han'
  | 'han-paren'
  | 'digit'
  | 'digit-paren'
  | 'digit-half'
  | 'angle'
  | 'circled'
  | 'letter'
  | 'bullet';

export interface Marker {
  /** As printed: `1.` `（二）`. */
  readonly text: string;
  readonly style: MarkerStyle;
  /** Its number; 0 for a bullet, which has none. */
  readonly value: number;
  /** How much of the text it takes, its blank included. */
  readonly length: number;
}

export const rankOf: Readonly<Record<MarkerStyle, number>> = {
  stem: 0,
  han: 1,
  'han-paren': 2,
  digit: 3,
  'digit-paren': 4,
  'digit-half': 5,
  angle: 5,
  circled: 5,
  letter: 6,
  bullet: 7,
};

/** No cell numbers its items higher: what does is a quantity or a year. */
const highest = 40;

interface MarkerForm {
  readonly style: MarkerStyle;
  readonly pattern: RegExp;
  readonly valueOf: (number: string) => number;
}

const forms: readonly MarkerForm[] = [
  // A figure after the point makes it a decimal (1.5億), unless a year of the calendar follows (1.113年).
  {
    style: 'digit',
    pattern: /([0-9０-９]{1,2})[.．、](?![0-9０-９]|$)\s*|([0-9]{1,2})[.．、](?=1[0-9]{2}(?:年|學年)|[0-9]+[gG]\b)/y,
    valueOf: digits,
  },
  { style: 'digit-paren', pattern: /[(（]\s?([0-9０-９]{1,2})\s?[)）][.．、]?\s*/y, valueOf: digits },
  { style: 'han-paren', pattern: /[(（]([一二三四五六七八九十]{1,3})[)）][.．、]?\s*/y, valueOf: hanNumber },
  { style: 'han', pattern: /([一二三四五六七八九十]{1,3})[、．.]\s*/y, valueOf: hanNumber },
  {
    style: 'stem',
    pattern: /([甲乙丙丁戊己庚辛壬癸])[、．.]\s*/y,
    valueOf: (stem) => '甲乙丙丁戊己庚辛壬癸'.indexOf(stem) + 1,
  },
  { style: 'digit-half', pattern: /([0-9０-９]{1,2})[)）]\s*/y, valueOf: digits },
  { style: 'angle', pattern: /[<＜〈]([0-9]{1,2})[>＞〉]\s*/y, valueOf: digits },
  { style: 'circled', pattern: /([①-⑳])[.．、]?\s*/y, valueOf: (char) => char.charCodeAt(0) - 0x245f },
  { style: 'circled', pattern: /([❶-❿])\s*/y, valueOf: (char) => char.charCodeAt(0) - 0x2775 },
  { style: 'digit-paren', pattern: /([⑴-⒇])\s*/y, valueOf: (char) => char.charCodeAt(0) - 0x2473 },
  { style: 'digit', pattern: /([⒈-⒛])\s*/y, valueOf: (char) => char.charCodeAt(0) - 0x2487 },
  { style: 'han-paren', pattern: /([㈠-㈩])\s*/y, valueOf: (char) => char.charCodeAt(0) - 0x321f },
  {
    style: 'letter',
    pattern: /([A-Ha-h])[.．、](?![A-Za-z0-9])\s*/y,
    valueOf: (letter) => letter.toUpperCase().charCodeAt(0) - 0x40,
  },
  {
    style: 'letter',
    pattern: /[(（]([A-Ha-h])[)）]\s*/y,
    valueOf: (letter) => letter.toUpperCase().charCodeAt(0) - 0x40,
  },
  { style: 'bullet', pattern: /([●•◆◇■□◎▪▲➢✓‧])\s*|([-–—*])\s+/y, valueOf: () => 0 },
];

/** The marker that begins at `at`; null where none does. */
export function markerAt(text: string, at: number): Marker | null {
  for (const { style, pattern, valueOf } of forms) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) continue;
    const value = valueOf(match[1] ?? match[2] ?? '');
    if (value > highest || (value < 1 && style !== 'bullet')) continue;
    return { text: match[0].trim(), style, value, length: match[0].length };
  }
  return null;
}

function digits(text: string): number {
  return Number(text.normalize('NFKC'));
}

/** 一 to 九十九; 0 for what is no number (十十). */
function hanNumber(text: string): number {
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (match === null) return 0;
  const [, tens, ten, ones] = match;
  const valueOf = (digit: string | undefined) => (digit === undefined ? 0 : '一二三四五六七八九'.indexOf(digit) + 1);
  if (ten === undefined) return ones === undefined || tens === undefined ? valueOf(tens ?? ones) : 0;
  return (tens === undefined ? 1 : valueOf(tens)) * 10 + valueOf(ones);
}
