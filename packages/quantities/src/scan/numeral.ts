import { power } from '../decimal.ts';
import {
  classAt,
  DIGIT,
  HAN_DIGIT,
  HAN_GREAT,
  HAN_UNIT,
  isDigit,
  isFinancial,
  isLatin,
  isLineEnd,
  OTHER,
  pastBlanks,
  valueAt,
} from './characters.ts';
import { readFigure, type Figure } from './figure.ts';

type NumeralStyle = 'western' | 'han' | 'financial' | 'mixed';

/** Why a numeral cannot be read: a stable word, explained in the README. */
export type Fault =
  | 'grouping'
  | 'too-long'
  | 'no-such-numeral'
  | 'approximate'
  | 'no-such-date'
  | 'no-such-range'
  | 'foreign-era'
  | 'no-unit'
  | 'no-digit'
  | 'sign'
  | 'mixed-units';

/** One numeral in any style, before it is known what it counts. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly style: NumeralStyle;
  readonly coefficient: bigint;
  readonly scale: number;
  /** The power of ten printed at its end, which a range may share: 4 for 5萬, 8 for 3.4億. */
  readonly multiplier: number;
  /** Nothing but digits, whole and ungrouped: what a year, month or day is printed in. */
  readonly simple: boolean;
  readonly wholeDigits: number;
  readonly grouped: boolean;
  readonly leadingZero: boolean;
  /** 百 千 萬 with no digit before it, as in 逾百. */
  readonly implied: boolean;
  /** 餘 or 多 stands inside or at the end: 30餘萬. */
  readonly excess: boolean;
  /** The other value it can have: 三萬五 (35,000 or 30,005), a figure that may or may not go on over a line end. */
  readonly other: bigint | null;
  readonly fault: Fault | null;
}

const endOfWords = new Set('陸伍參肆');

/** 一 begins these words; after a finished numeral it belongs to the word and not to the numeral. */
const afterOne = new Set('般律併旦致定起切體站向直再同如舉些貫覽方邊面樣並概勞鍵條環指');

/** Reads the numeral that starts at `at`, or null where none starts. A faulty one comes back with its fault, as long as its characters go. */
export function readNumeral(text: string, at: number): Numeral | null {
  const kind = classAt(text, at);
  if (kind === DIGIT) return readWestern(text, at);
  if (kind === HAN_DIGIT || kind === HAN_UNIT || kind === HAN_GREAT) return new HanReader(text, at, null).read();
  return null;
}

function readWestern(text: string, at: number): Numeral {
  const figure = readFigure(text, at);
  if (followsPoint(text, at)) return faulty(text, at, figure.end, 'grouping');
  if (figure.fault !== null) return faulty(text, at, figure.end, figure.fault);
  const next = multiplierAt(text, figure.end);
  if (next < 0) {
    return withExcess(text, {
      start: at,
      end: figure.end,
      style: 'western',
      coefficient: figure.coefficient,
      scale: figure.scale,
      multiplier: 0,
      simple: figure.scale === 0 && !figure.grouped && figure.wholeDigits <= 4 && figure.tail === null,
      wholeDigits: figure.wholeDigits,
      grouped: figure.grouped,
      leadingZero: figure.leadingZero,
      implied: false,
      excess: false,
      other: figure.tail,
      fault: null,
    });
  }
  return withTail(new HanReader(text, at, figure).read(), figure);
}

/** 5 / 89,574千元: if the figure was not cut, the second half alone is what has the unit. */
function withTail(numeral: Numeral, { coefficient, tail }: Figure): Numeral {
  if (tail === null || coefficient === 0n || numeral.coefficient % coefficient !== 0n) return numeral;
  return { ...numeral, other: (numeral.coefficient / coefficient) * tail };
}

/** .5% and 1 .5公里: what stands before the point is missing or cut off. */
function followsPoint(text: string, at: number): boolean {
  if (text.charCodeAt(at - 1) !== 0x2e) return false;
  return !isDigit(text, at - 2) && !isLatin(text, at - 2);
}

/** Where 十百千萬億兆 goes on after a figure, blanks and a line end between; -1 where it does not. */
function multiplierAt(text: string, at: number): number {
  const kind = classAt(text, at);
  if (isPercentagePoint(text, at)) return -1;
  if (kind === HAN_UNIT && valueAt(text, at) < 20) return at;
  if (kind === HAN_GREAT) return at;
  if (kind !== OTHER) return -1;
  const past = pastBlanks(text, at);
  if (past === at) return -1;
  const beyond = classAt(text, past);
  return beyond === HAN_GREAT || (beyond === HAN_UNIT && valueAt(text, past) < 20 && valueAt(text, past) > 1)
    ? past
    : -1;
}

/** 5百分點 is five points, not five hundred. */
function isPercentagePoint(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x767e && text.startsWith('百分點', at);
}

function faulty(text: string, start: number, end: number, fault: Fault): Numeral {
  let i = end;
  while (i < text.length && classAt(text, i) !== OTHER && classAt(text, i) <= HAN_GREAT) i++;
  return {
    start,
    end: i,
    style: 'mixed',
    coefficient: 0n,
    scale: 0,
    multiplier: 0,
    simple: false,
    wholeDigits: 0,
    grouped: false,
    leadingZero: false,
    implied: false,
    excess: false,
    other: null,
    fault,
  };
}

interface LeadingFigure {
  readonly end: number;
  readonly coefficient: bigint;
  readonly scale: number;
  readonly grouped: boolean;
}

const none = -1n;
/** 9,999兆…9,999 in Chinese takes some forty characters; longer runs are noise. */
const mostPieces = 48;

/**
 * Reads a numeral that holds Chinese characters, from left to right, with one figure of state per place:
 * 一億二千萬 is (1)億 + (2千)萬. Western digits may stand wherever a Chinese digit may.
 */
class HanReader {
  readonly #text: string;
  readonly #start: number;
  #at: number;
  /** Finished sections: what stands before 億 and 萬. */
  #total = 0n;
  #section = 0n;
  #digit = none;
  #digitIsWestern = false;
  #lastUnit = 99;
  #lastGreat = 99;
  #multiplier = 0;
  #zeroBefore = false;
  #western = false;
  #chinese = false;
  #financial = true;
  #implied = false;
  #spaced = false;
  #pieces = 0;
  #fault: Fault | null = null;
  #lead: LeadingFigure | null;
  #decimals: { coefficient: bigint; scale: number } | null = null;

  constructor(text: string, start: number, lead: LeadingFigure | null) {
    this.#text = text;
    this.#start = start;
    this.#at = start;
    this.#lead = lead;
  }

  read(): Numeral {
    if (this.#lead !== null) {
      if (this.#lead.scale > 0) return this.#scaledFraction(this.#lead);
      this.#western = true;
      this.#digit = this.#lead.coefficient;
      this.#digitIsWestern = true;
      this.#at = this.#lead.end;
      this.#pieces = 1;
    } else {
      const sequence = this.#sequence();
      if (sequence !== null) return sequence;
    }
    while (this.#fault === null && this.#step());
    if (this.#fault !== null) return faulty(this.#text, this.#start, this.#at, this.#fault);
    return this.#finished();
  }

  /** 3.4億, 1.5千萬: a decimal with one power of ten. Nothing may follow it. */
  #scaledFraction(lead: LeadingFigure): Numeral {
    let i = lead.end;
    let exponent = 0;
    for (;;) {
      const next = multiplierAt(this.#text, i);
      if (next < 0) break;
      const more = valueAt(this.#text, next);
      if (exponent > 4 || (exponent !== 0 && more <= exponent))
        return faulty(this.#text, this.#start, next, 'no-such-numeral');
      exponent += more;
      i = next + 1;
    }
    if (isDigit(this.#text, i) && exponent > 0) return faulty(this.#text, this.#start, i, 'no-such-numeral');
    const scale = Math.max(0, lead.scale - exponent);
    const coefficient = lead.coefficient * power(Math.max(0, exponent - lead.scale));
    return this.#withExcess({
      start: this.#start,
      end: i,
      style: 'mixed',
      coefficient,
      scale,
      multiplier: exponent,
      simple: false,
      wholeDigits: 0,
      grouped: lead.grouped,
      leadingZero: false,
      implied: false,
      excess: false,
      other: null,
      fault: null,
    });
  }

  /** 一一三, 二〇二四, 三點五: digits said one by one. null where the numeral is not of that kind. */
  #sequence(): Numeral | null {
    const text = this.#text;
    let i = this.#start;
    while (classAt(text, i) === HAN_DIGIT && !this.#endsWord(i) && !this.#startsWord(i, this.#start)) i++;
    const length = i - this.#start;
    const point = isSpokenPoint(text, i);
    if (length < 2 && !(length === 1 && point)) return null;
    if (length > 1 && (classAt(text, i) === HAN_UNIT || classAt(text, i) === HAN_GREAT)) {
      // 零 may open nothing but a sequence; 二三十 and 三四百 name no number.
      return faulty(text, this.#start, i, length === 2 ? 'approximate' : 'no-such-numeral');
    }
    if (length > 20) return faulty(text, this.#start, i, 'too-long');
    let digits = '';
    for (let k = this.#start; k < i; k++) digits += valueAt(text, k);
    let scale = 0;
    if (point) {
      const from = i + 1;
      i = from;
      while (isSpokenDigit(text, i) && i - from <= 20) digits += valueAt(text, i++);
      scale = i - from;
      if (scale > 20) return faulty(text, this.#start, i, 'too-long');
    }
    const coefficient = BigInt(digits);
    const plain = {
      start: this.#start,
      end: i,
      style: isFinancial(text, this.#start) ? ('financial' as const) : ('han' as const),
      coefficient,
      scale,
      multiplier: 0,
      simple: scale === 0 && length <= 4,
      wholeDigits: length,
      grouped: false,
      leadingZero: length > 1 && digits.startsWith('0'),
      implied: false,
      excess: false,
      other: null,
      fault: null,
    };
    return point ? this.#afterPoint(plain) : plain;
  }

  /** 三點四億: the powers after a spoken decimal. */
  #afterPoint(plain: Numeral): Numeral {
    const next = classAt(this.#text, plain.end);
    if (next !== HAN_GREAT && !(next === HAN_UNIT && valueAt(this.#text, plain.end) < 20)) return plain;
    return this.#scaledFraction({ end: plain.end, coefficient: plain.coefficient, scale: plain.scale, grouped: false });
  }

  #step(): boolean {
    const at = this.#next();
    if (at < 0) return false;
    const kind = classAt(this.#text, at);
    if (kind === DIGIT) return this.#takeFigure(at);
    if (kind === HAN_DIGIT) return this.#takeDigit(at);
    if (kind === HAN_UNIT) return this.#takeUnit(at);
    return this.#takeGreat(at);
  }

  /** The place of the next character of the numeral, past a blank where a cut numeral goes on. */
  #next(): number {
    const text = this.#text;
    const kind = classAt(text, this.#at);
    if (this.#pieces > 0 && isPercentagePoint(text, this.#at)) return -1;
    if (kind !== OTHER) return kind > HAN_GREAT || this.#pieces > mostPieces ? -1 : this.#at;
    const past = pastBlanks(text, this.#at);
    if (past === this.#at || this.#pieces === 0) return -1;
    const beyond = classAt(text, past);
    const wrapped = isLineEnd(text, this.#at) || isLineEnd(text, past - 1);
    if (!wrapped && !this.#western && (beyond !== HAN_GREAT || text.startsWith('分之', past + 1))) return -1;
    if (
      beyond === HAN_GREAT ||
      (beyond === HAN_UNIT && this.#digit !== none && valueAt(text, past) < 20 && (valueAt(text, past) > 1 || wrapped))
    ) {
      this.#spaced = true;
      return past;
    }
    const afterUnit = this.#digit === none;
    const mayGoOn = beyond === DIGIT && afterUnit && this.#western && this.#lastGreat < 99 && this.#section === 0n;
    return mayGoOn && (this.#spaced || wrapped || (past === this.#at + 1 && isLowerPart(text, past))) ? past : -1;
  }

  #takeFigure(at: number): boolean {
    if (this.#digit !== none) return false;
    const text = this.#text;
    const figure = readFigure(text, at);
    const room = this.#section > 0n ? this.#lastUnit : this.#lastGreat === 99 ? 99 : Math.min(this.#lastGreat, 4);
    if (figure.fault !== null) {
      this.#fault = figure.fault;
      return false;
    }
    if (figure.scale > 0 && this.#section === 0n && figure.coefficient < power(Math.min(room, 20) + figure.scale))
      return this.#takeDecimal(figure);
    const wide = figure.scale > 0 || figure.coefficient >= power(Math.min(room, 20));
    if (wide) {
      // What does not fit under 萬 or 億 is another figure only where a blank parts them.
      if (at === this.#at) this.#fault = 'no-such-numeral';
      return false;
    }
    this.#western = true;
    this.#digit = figure.coefficient;
    this.#digitIsWestern = true;
    this.#at = figure.end;
    this.#pieces += 1;
    return true;
  }

  /** 1億8,582.6萬, 1萬2,345.67: a decimal in the last place, with or without a power of ten. It ends the numeral. */
  #takeDecimal(figure: LeadingFigure): boolean {
    const next = multiplierAt(this.#text, figure.end);
    const exponent = next < 0 ? 0 : valueAt(this.#text, next);
    if (exponent >= this.#lastGreat || (next >= 0 && classAt(this.#text, next) !== HAN_GREAT))
      return this.#fail(figure.end);
    const scale = Math.max(0, figure.scale - exponent);
    this.#decimals = { coefficient: figure.coefficient * power(Math.max(0, exponent - figure.scale)), scale };
    this.#western = true;
    this.#at = next < 0 ? figure.end : next + 1;
    this.#multiplier = 0;
    return false;
  }

  #takeDigit(at: number): boolean {
    const text = this.#text;
    const value = valueAt(text, at);
    if (this.#pieces > 0 && (this.#startsWord(at, this.#start) || this.#endsWord(at))) return false;
    if (this.#digit !== none) {
      if (this.#digitIsWestern) return false;
      if (this.#digit === 0n) {
        this.#fault = 'no-such-numeral';
        return false;
      }
      this.#fault = classAt(text, at + 1) === HAN_UNIT ? 'approximate' : 'no-such-numeral';
      return false;
    }
    this.#chinese = true;
    if (!isFinancial(text, at) && value !== 0) this.#financial = false;
    this.#at = at + 1;
    this.#pieces += 1;
    if (value === 0 && this.#pieces > 1) {
      this.#zeroBefore = true;
      const next = classAt(text, this.#at);
      if (next === HAN_DIGIT || next === HAN_UNIT || next === DIGIT) return true;
      this.#at = at;
      return false;
    }
    this.#digit = BigInt(value);
    this.#digitIsWestern = false;
    return true;
  }

  #takeUnit(at: number): boolean {
    const text = this.#text;
    const value = valueAt(text, at);
    if (this.#pieces > 0 && this.#endsWord(at)) return false;
    this.#chinese = true;
    if (!isFinancial(text, at)) this.#financial = false;
    if (value >= 20) return this.#takeTens(at, value);
    const lone = this.#digit === none;
    if (lone && value > 1 && this.#pieces > 0 && !this.#zeroBefore) return this.#fail(at);
    if (lone && value > 1) this.#implied = true;
    if (value >= this.#lastUnit) return this.#fail(at);
    const digit = lone ? 1n : this.#digit;
    // 1,234千 and 15百萬 stand alone: the power belongs to the whole figure.
    if (digit >= 10n && (!this.#digitIsWestern || this.#pieces > 1)) return this.#fail(at);
    this.#section += digit * power(value);
    this.#lastUnit = digit >= 10n ? 0 : value;
    this.#multiplier = value;
    return this.#taken(at);
  }

  #takeTens(at: number, value: number): boolean {
    if (this.#digit !== none || this.#lastUnit <= 1) return this.#fail(at);
    this.#section += BigInt(value);
    this.#lastUnit = 1;
    this.#multiplier = 1;
    return this.#taken(at);
  }

  #takeGreat(at: number): boolean {
    const value = valueAt(this.#text, at);
    this.#chinese = true;
    const whole = this.#section + (this.#digit === none ? 0n : this.#digit);
    if (whole === 0n) {
      const tenThousandMillions = value === 8 && this.#lastGreat === 4 && this.#at === at && this.#pieces > 1;
      if (tenThousandMillions) {
        this.#total *= power(8);
        this.#lastGreat = 8;
        this.#multiplier = 12;
        return this.#taken(at);
      }
      if (this.#pieces > 0 || this.#digit === 0n) return this.#fail(at);
      this.#implied = true;
    }
    if (value === 8 && this.#lastGreat === 4) return this.#multiplyByHundredMillion(at, whole);
    if (value >= this.#lastGreat) return this.#fail(at);
    this.#total += (whole === 0n ? 1n : whole) * power(value);
    this.#multiplier =
      value +
      (this.#digit === none && whole > 0n && this.#pieces <= 3 && this.#lastGreat === 99 ? this.#multiplier : 0);
    this.#lastGreat = value;
    this.#section = 0n;
    this.#lastUnit = 99;
    return this.#taken(at);
  }

  /** 一萬五千億 is 15,000 times 億. */
  #multiplyByHundredMillion(at: number, whole: bigint): boolean {
    this.#total = (this.#total + whole) * power(8);
    this.#section = 0n;
    this.#lastUnit = 99;
    this.#lastGreat = 8;
    this.#multiplier = 8;
    return this.#taken(at);
  }

  #taken(at: number): boolean {
    this.#digit = none;
    this.#digitIsWestern = false;
    this.#zeroBefore = false;
    this.#at = at + 1;
    this.#pieces += 1;
    return true;
  }

  #fail(at: number): boolean {
    this.#fault = 'no-such-numeral';
    this.#at = at + 1;
    return false;
  }

  /** 大陸十項, 隊伍三支: 陸, 伍, 參 and 肆 before an ordinary numeral end a word; only among their like do they count. */
  #endsWord(at: number): boolean {
    return (
      at === this.#start + 1 &&
      endOfWords.has(this.#text.charAt(this.#start)) &&
      !isFinancial(this.#text, at) &&
      classAt(this.#text, at) !== HAN_GREAT
    );
  }

  #startsWord(at: number, start: number): boolean {
    return at > start && this.#text.charCodeAt(at) === 0x4e00 && afterOne.has(this.#text.charAt(at + 1));
  }

  #finished(): Numeral {
    const numeral = this.#wholeFinished();
    if (this.#decimals === null) return numeral;
    const { coefficient, scale } = this.#decimals;
    const value = (this.#total + this.#section) * power(scale) + coefficient;
    return { ...numeral, coefficient: value, scale, multiplier: 0, simple: false, other: null };
  }

  #wholeFinished(): Numeral {
    const trailing = this.#digit === none ? 0n : this.#digit;
    const literal = this.#total + this.#section + trailing;
    const short = this.#shortened(trailing);
    const coefficient = short?.value ?? literal;
    const single = this.#digit === none && literal % power(this.#multiplier) === 0n;
    const numeral: Numeral = {
      start: this.#start,
      end: this.#at,
      style: this.#style(),
      coefficient,
      scale: 0,
      multiplier: single ? this.#multiplier : 0,
      simple: !this.#western && literal < 10000n && !this.#implied,
      wholeDigits: literal.toString().length,
      grouped: this.#lead?.grouped ?? false,
      leadingZero: false,
      implied: this.#implied,
      excess: false,
      other: short?.other ?? null,
      fault: null,
    };
    return this.#withPoint(this.#withExcess(numeral));
  }

  #style(): NumeralStyle {
    if (this.#western) return this.#chinese ? 'mixed' : 'western';
    return this.#financial && this.#chinese ? 'financial' : 'han';
  }

  /** 三千五 and 2萬5 leave the last power unsaid: 3,500 and 25,000, if they are not 3,005 and 20,005. */
  #shortened(trailing: bigint): { value: bigint; other: bigint } | null {
    if (trailing === 0n || trailing > 9n || this.#zeroBefore) return null;
    const before = this.#total + this.#section;
    const last = this.#section > 0n ? this.#lastUnit : this.#lastGreat;
    if (last === 99 || last <= 1) return null;
    const long = before + trailing * power(last - 1);
    return this.#digitIsWestern && this.#section === 0n
      ? { value: before + trailing, other: long }
      : { value: long, other: before + trailing };
  }

  /** 三十點五 */
  #withPoint(numeral: Numeral): Numeral {
    const text = this.#text;
    if (this.#western || !isSpokenPoint(text, numeral.end)) return numeral;
    let i = numeral.end + 1;
    let coefficient = numeral.coefficient;
    while (isSpokenDigit(text, i) && i - numeral.end <= 20)
      coefficient = coefficient * 10n + BigInt(valueAt(text, i++));
    const scale = i - numeral.end - 1;
    if (scale > 19) return faulty(text, this.#start, i, 'too-long');
    const spoken: Numeral = { ...numeral, end: i, coefficient, scale, multiplier: 0, simple: false, other: null };
    return this.#afterPoint(spoken);
  }

  /** 30餘萬, 200多萬: more than the number said, with a power of ten after the word. */
  #withExcess(numeral: Numeral): Numeral {
    return withExcess(this.#text, numeral);
  }
}

/** 3億 2,000萬 and 7萬 5千: grouping or a power of its own shows that the figure goes on after the blank. */
function isLowerPart(text: string, at: number): boolean {
  const figure = readFigure(text, at);
  const next = classAt(text, figure.end);
  return (
    figure.fault === null &&
    figure.scale === 0 &&
    figure.coefficient < 10_000n &&
    (figure.grouped || (next === HAN_UNIT && valueAt(text, figure.end) > 1) || next === HAN_GREAT)
  );
}

/** 點 between digits. 兩 counts things and is no digit after it. */
function isSpokenPoint(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x9ede && isSpokenDigit(text, at + 1);
}

function isSpokenDigit(text: string, at: number): boolean {
  return classAt(text, at) === HAN_DIGIT && text.charCodeAt(at) !== 0x5169;
}

const notExcess = new Set('額絀裕數者地款下存糧');

/** Takes in 餘 or 多 after a round number, and the power of ten that may follow. */
function withExcess(text: string, numeral: Numeral): Numeral {
  const word = text.charCodeAt(numeral.end);
  const surplus = word === 0x9918;
  if (!surplus && word !== 0x591a) return numeral;
  if (numeral.coefficient % 10n !== 0n || numeral.scale > 0 || notExcess.has(text.charAt(numeral.end + 1)))
    return numeral;
  const after = numeral.end + 1;
  if (classAt(text, after) !== HAN_GREAT) return { ...numeral, end: after, excess: true, simple: false };
  const exponent = valueAt(text, after);
  const coefficient = numeral.coefficient * power(exponent);
  return { ...numeral, end: after + 1, coefficient, multiplier: exponent, excess: true, simple: false, implied: false };
}
