/** What a UTF-16 unit can be inside a numeral. One table look-up per character keeps the scan linear and quick. */
export const OTHER = 0;
export const DIGIT = 1;
export const HAN_DIGIT = 2;
/** 十 百 千, 拾 佰 仟, and 廿 卅 卌, which carry their own digit. */
export const HAN_UNIT = 3;
/** 萬 億 兆 */
export const HAN_GREAT = 4;
/** 半: half of the unit that follows. */
export const HALF = 5;

const classes = new Uint8Array(0x10000);
const values = new Uint16Array(0x10000);
const financial = new Set<number>();

function enter(kind: number, characters: string, from: number): void {
  for (const [i, character] of [...characters].entries()) {
    classes[character.charCodeAt(0)] = kind;
    values[character.charCodeAt(0)] = from + i;
  }
}

enter(DIGIT, '0123456789', 0);
enter(DIGIT, '０１２３４５６７８９', 0);
enter(HAN_DIGIT, '零一二三四五六七八九', 0);
enter(HAN_DIGIT, '〇', 0);
enter(HAN_DIGIT, '○', 0);
enter(HAN_DIGIT, '兩', 2);
enter(HAN_DIGIT, '壹貳參肆伍陸柒捌玖', 1);
enter(HAN_DIGIT, '叁', 3);
for (const character of '壹貳參叁肆伍陸柒捌玖拾佰仟') financial.add(character.charCodeAt(0));
// The value of a unit is its power of ten; 廿, 卅 and 卌 are told apart by the reader.
for (const [character, exponent] of [
  ['十', 1],
  ['拾', 1],
  ['百', 2],
  ['佰', 2],
  ['千', 3],
  ['仟', 3],
  ['廿', 20],
  ['卅', 30],
  ['卌', 40],
] as const)
  enter(HAN_UNIT, character, exponent);
for (const [character, exponent] of [
  ['萬', 4],
  ['万', 4],
  ['億', 8],
  ['兆', 12],
] as const)
  enter(HAN_GREAT, character, exponent);
enter(HALF, '半', 0);

export function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code !== code ? OTHER : (classes[code] as number);
}

/** The digit's value, or the power of ten of a unit. */
export function valueAt(text: string, at: number): number {
  return values[text.charCodeAt(at)] as number;
}

export function isFinancial(text: string, at: number): boolean {
  return financial.has(text.charCodeAt(at));
}

export function isDigit(text: string, at: number): boolean {
  return classAt(text, at) === DIGIT;
}

export function isLatin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a);
}

export function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x3000 || code === 0x09 || code === 0xa0 || (code >= 0x2002 && code <= 0x200b);
}

export function isLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x0a || code === 0x0d;
}

/** As many blanks as a wrapped figure may hold; a longer gap separates columns. */
const widestGap = 12;

/** Past blanks and at most one line end: the place where a cut figure would go on. */
export function pastBlanks(text: string, at: number): number {
  let lines = 0;
  const limit = Math.min(text.length, at + widestGap);
  let i = at;
  for (; i < limit; i++) {
    if (isBlank(text, i)) continue;
    if (!isLineEnd(text, i)) break;
    if (text.charCodeAt(i) === 0x0a) lines += 1;
    if (lines > 1) return at;
  }
  return i;
}

/** Before blanks on the same line, going left. */
export function beforeBlanks(text: string, at: number): number {
  let i = at;
  while (i > 0 && at - i < widestGap && isBlank(text, i - 1)) i--;
  return i;
}
