import { plainNumber } from '../sheets/plain-number.ts';
import { dateFormat, isDateFormat } from './date-format.ts';

/** What a stored number shows. */
type Shows = (stored: string) => string;

/**
 * What stored numbers show under a format code (ECMA-376, 18.8.31), as far as filings use them: digits, grouping, decimals,
 * percent, literals, dates (also of the ROC calendar). Fractions and exponents show plainly. The code is taken apart
 * once, however many cells it is given to.
 */
export function numberFormat(code: string, since1904: boolean): Shows {
  const shows = isDateFormat(code) ? ofDates(code, since1904) : ofNumbers(code);
  return (stored) => (Number.isFinite(Number(stored)) ? shows(stored) : stored);
}

function ofDates(code: string, since1904: boolean): Shows {
  const format = dateFormat(code, since1904);
  return (stored) => format(Number(stored)) ?? plainNumber(stored);
}

/** positive;negative;zero;text. A negative section shows its own sign. */
function ofNumbers(code: string): Shows {
  const [first = '', negative, zero] = splitSections(code);
  const usual = ofSection(first, false);
  const ofNegative = negative === undefined ? usual : ofSection(negative, true);
  const ofZero = zero === undefined ? usual : ofSection(zero, false);
  return (stored) => {
    const value = Number(stored);
    if (value < 0) return ofNegative(stored);
    return value === 0 ? ofZero(stored) : usual(stored);
  };
}

function splitSections(code: string): string[] {
  return code.match(/(?:"[^"]*"|\\.|[^;"\\])+|(?<=;)(?=;|$)/g) ?? [code];
}

function ofSection(section: string, signShown: boolean): Shows {
  if (/^(General|G\/通用格式|@)?$/i.test(section.trim())) return plainNumber;
  const bare = bareCode(section);
  if (!/[0#?]/.test(bare.replace(/"[^"]*"|\\./g, ''))) {
    const words = literals(bare);
    return words === '' ? plainNumber : () => words;
  }
  if (/[0#?]\s*\/\s*[0-9?#]|E[+-]/.test(bare)) return plainNumber;
  const withDigits = digitsIn(bare);
  return (stored) => withDigits(signShown ? Math.abs(Number(stored)) : Number(stored));
}

/** Without colours, conditions, padding (`_x`, `*x`); a currency in brackets becomes its sign. */
function bareCode(section: string): string {
  return section
    .replace(/\[\$([^\][-]*)(-[^\][]*)?\]/g, (_, sign: string) => (sign === '' ? '' : `"${sign}"`))
    .replace(/\[[^\][]*\]/g, '')
    .replace(/("[^"]*")|_.|\*./g, (_, quoted: string | undefined) => quoted ?? '');
}

function literals(bare: string): string {
  return bare
    .replace(
      /"([^"]*)"|\\(.)|[#?]/g,
      (_, quoted: string | undefined, escaped: string | undefined) => quoted ?? escaped ?? '',
    )
    .trim();
}

function digitsIn(bare: string): (value: number) => string {
  const pattern = /[0#?][0#?,.]*/.exec(bare.replace(/"[^"]*"|\\./g, (hidden) => '\u0001'.repeat(hidden.length)));
  if (pattern === null) return (value) => plainNumber(`${value}`);
  const digits = pattern[0];
  const before = bare.slice(0, pattern.index);
  const after = bare.slice(pattern.index + digits.length);
  const [wordsBefore, wordsAfter] = [literals(before), literals(after)];
  const factor = /%/.test(literals(before + after)) ? 100 : 1;
  const thousands = /,+$/.exec(digits)?.[0].length ?? 0;
  const shownDigits = digitsOf(digits);
  return (value) => {
    const scaled = (value * factor) / 1000 ** thousands;
    const shown = shownDigits(Math.abs(scaled));
    const sign = scaled < 0 && /[1-9]/.test(shown) ? '-' : '';
    return `${sign}${wordsBefore}${shown}${wordsAfter}`.trim();
  };
}

function digitsOf(digits: string): (value: number) => string {
  const point = digits.indexOf('.');
  const decimals = point < 0 ? '' : digits.slice(point + 1).replace(/[^0#?]/g, '');
  const whole = point < 0 ? digits : digits.slice(0, point);
  const fewest = decimals.replace(/[#?]+$/, '').length;
  const least = whole.replace(/[^0]/g, '').length;
  const isGrouped = /[0#?],[0#?]/.test(whole);
  return (value) => {
    const fixed = Number(value.toPrecision(15)).toFixed(Math.min(20, decimals.length));
    const [left = '0', right = ''] = fixed.split('.');
    const trimmed = right.slice(0, fewest) + right.slice(fewest).replace(/0+$/, '');
    const padded = (left === '0' && least === 0 ? '' : left).padStart(least, '0');
    const grouped = isGrouped ? inThousands(padded) : padded;
    return trimmed === '' ? grouped || (value === 0 ? '' : '0') : `${grouped}.${trimmed}`;
  };
}

function inThousands(digits: string): string {
  const first = digits.length % 3;
  const rest = digits.slice(first).match(/.{3}/g) ?? [];
  return [...(first === 0 ? [] : [digits.slice(0, first)]), ...rest].join(',');
}
