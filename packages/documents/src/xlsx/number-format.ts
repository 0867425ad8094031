import { plainNumber } from '../sheets/plain-number.ts';
import { formatDate, isDateFormat } from './date-format.ts';

/**
 * What a stored number shows under a format code (ECMA-376, 18.8.31), as far as filings use them:
 * digits, grouping, decimals, percent, literals, dates (also of the ROC calendar). Fractions and exponents show plainly.
 */
export function formatNumber(stored: string, code: string, since1904: boolean): string {
  const value = Number(stored);
  if (!Number.isFinite(value)) return stored;
  if (isDateFormat(code)) return formatDate(value, code, since1904) ?? plainNumber(stored);
  const { section, signShown } = sectionFor(value, code);
  if (/^(General|G\/通用格式|@)?$/i.test(section.trim())) return plainNumber(stored);
  const bare = bareCode(section);
  if (!/[0#?]/.test(bare.replace(/"[^"]*"|\\./g, '')))
    return literals(bare) === '' ? plainNumber(stored) : literals(bare);
  if (/[0#?]\s*\/\s*[0-9?#]|E[+-]/.test(bare)) return plainNumber(stored);
  return withDigits(signShown ? Math.abs(value) : value, bare);
}

/** positive;negative;zero;text. A negative section shows its own sign. */
function sectionFor(value: number, code: string): { section: string; signShown: boolean } {
  const sections = splitSections(code);
  const [first = '', negative, zero] = sections;
  if (value < 0 && negative !== undefined) return { section: negative, signShown: true };
  if (value === 0 && zero !== undefined) return { section: zero, signShown: false };
  return { section: first, signShown: false };
}

function splitSections(code: string): string[] {
  return code.match(/(?:"[^"]*"|\\.|[^;"\\])+|(?<=;)(?=;|$)/g) ?? [code];
}

/** Without colours, conditions, padding (`_x`, `*x`); a currency in brackets becomes its sign. */
function bareCode(section: string): string {
  return section
    .replace(/\[\$([^\]-]*)(-[^\]]*)?\]/g, (_, sign: string) => (sign === '' ? '' : `"${sign}"`))
    .replace(/\[[^\]]*\]/g, '')
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

function withDigits(value: number, bare: string): string {
  const pattern = /[0#?][0#?,.]*/.exec(bare.replace(/"[^"]*"|\\./g, (hidden) => '\u0001'.repeat(hidden.length)));
  if (pattern === null) return plainNumber(`${value}`);
  const digits = pattern[0];
  const before = bare.slice(0, pattern.index);
  const after = bare.slice(pattern.index + digits.length);
  const percent = /%/.test(literals(before + after));
  const thousands = /,+$/.exec(digits)?.[0].length ?? 0;
  const scaled = (value * (percent ? 100 : 1)) / 1000 ** thousands;
  const shown = digitsOf(Math.abs(scaled), digits);
  const sign = scaled < 0 && /[1-9]/.test(shown) ? '-' : '';
  return `${sign}${literals(before)}${shown}${literals(after)}`.trim();
}

function digitsOf(value: number, digits: string): string {
  const point = digits.indexOf('.');
  const decimals = point < 0 ? '' : digits.slice(point + 1).replace(/[^0#?]/g, '');
  const whole = point < 0 ? digits : digits.slice(0, point);
  const fewest = decimals.replace(/[#?]+$/, '').length;
  const fixed = Number(value.toPrecision(15)).toFixed(Math.min(20, decimals.length));
  const [left = '0', right = ''] = fixed.split('.');
  const trimmed = right.slice(0, fewest) + right.slice(fewest).replace(/0+$/, '');
  const least = whole.replace(/[^0]/g, '').length;
  const padded = (left === '0' && least === 0 ? '' : left).padStart(least, '0');
  const grouped = /[0#?],[0#?]/.test(whole) ? padded.replace(/\B(?=(\d{3})+$)/g, ',') : padded;
  return trimmed === '' ? grouped || (value === 0 ? '' : '0') : `${grouped}.${trimmed}`;
}
