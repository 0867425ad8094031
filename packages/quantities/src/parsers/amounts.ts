import { Draft, unread, valueOf } from '../draft.ts';
import type { Decimal } from '../decimal.ts';
import { power } from '../decimal.ts';
import { beforeBlanks, classAt, HAN_DIGIT, isDigit, valueAt } from '../scan/characters.ts';
import { readNumeral, type Numeral } from '../scan/numeral.ts';
import { currencyAfter, currencyBefore } from '../vocabulary/currencies.ts';
import { measureWordAt } from '../vocabulary/measure-words.ts';
import { wordAfter } from '../vocabulary/word-tree.ts';
import type { Parser } from './parser.ts';

/** 30%, ３．５％, 2‰, 5個百分點 */
export const percent: Parser = {
  name: 'percent',
  read({ text }, numeral) {
    const at = wordAfter(text, numeral.end);
    const mark = text.charAt(at);
    if (mark === '%' || mark === '％' || mark === '﹪') return percentDraft('percent', numeral, at + 1, valueOf(numeral), '%');
    if (mark === '‰') return percentDraft('percent', numeral, at + 1, { coefficient: numeral.coefficient, scale: numeral.scale + 1 }, '%');
    const points = /^個?百分點/.exec(text.slice(at, at + 4));
    return points === null ? null : percentDraft('percent', numeral, at + points[0].length, valueOf(numeral), '百分點');
  },
};

function percentDraft(parser: string, numeral: Numeral, end: number, value: Decimal, unit: string): Draft {
  const draft = new Draft(parser, 'percent', numeral.start, end);
  draft.value = value;
  draft.unit = unit;
  draft.numeral = numeral;
  return draft;
}

/** 百分之三十點五, 千分之三, 三分之二, 2分之1 */
export const fraction: Parser = {
  name: 'fraction',
  read({ text }, numeral) {
    const at = wordAfter(text, numeral.end);
    if (text.charCodeAt(at) !== 0x5206 || text.charCodeAt(at + 1) !== 0x4e4b || numeral.scale > 0 || numeral.coefficient === 0n) return null;
    const over = readNumeral(text, wordAfter(text, at + 2));
    if (over === null || over.fault !== null) return null;
    const hundredfold = { coefficient: over.coefficient * 100n, scale: over.scale };
    const round = numeral.implied ? ratio(hundredfold, numeral.coefficient) : null;
    const value = round ?? ratio(hundredfold, numeral.coefficient);
    const draft = percentDraft('fraction', numeral, over.end, value, '%');
    draft.numeral = { ...over, start: numeral.start };
    if (!numeral.implied) draft.alternatives.push(draft.reading({ kind: 'count', value: { coefficient: value.coefficient, scale: value.scale + 2 }, unit: null }));
    return draft;
  },
};

/** Fractions that do not come out are given to four places of a percent. */
const places = 4;

function ratio(over: Decimal, under: bigint): Decimal {
  const top = over.coefficient * power(places);
  const size = (2n * top + under) / (2n * under);
  return { coefficient: size, scale: over.scale + places };
}

const notTenths = new Set('立為果效功員本長品人年績案分因就型份交形熟敗都語衣家以了');

/** 9成3, 九成五, 八成 */
export const tenths: Parser = {
  name: 'tenths',
  read({ text }, numeral) {
    const at = wordAfter(text, numeral.end);
    if (text.charCodeAt(at) !== 0x6210 || numeral.coefficient > 10n * power(numeral.scale) || numeral.multiplier > 1) return null;
    const next = at + 1;
    const kind = classAt(text, next);
    const more = (isDigit(text, next) && !isDigit(text, next + 1)) || (kind === HAN_DIGIT && classAt(text, next + 1) !== HAN_DIGIT) ? valueAt(text, next) : -1;
    if (more < 0 && notTenths.has(text.charAt(next)) && !text.startsWith('以上', next) && !text.startsWith('以下', next)) return null;
    const tenfold = { coefficient: numeral.coefficient * 10n, scale: numeral.scale };
    if (more < 0 || numeral.scale > 0) return percentDraft('tenths', numeral, next, tenfold, '%');
    return percentDraft('tenths', numeral, next + 1, { coefficient: tenfold.coefficient + BigInt(more), scale: 0 }, '%');
  },
};

/** 4億9,234萬3,741元, NT$4.2億, 壹佰貳拾萬元整, 3億美元 */
export const money: Parser = {
  name: 'money',
  read(scene, numeral) {
    const { text } = scene;
    const mark = currencyBefore(text, beforeBlanks(text, numeral.start)) ?? null;
    const at = wordAfter(text, numeral.end);
    const after = currencyAfter(text, at);
    if (after === null && mark === null) return null;
    if (mark !== null && after === null && measureWordAt(text, at, false) !== null && !['$', 'USD', 'EUR'].includes(mark.code)) {
      // 新臺幣3案 is no money, but NT$3 with a word behind it is.
      if (text.charCodeAt(mark.start) > 0x2000) return null;
    }
    const end = after === null ? numeral.end : pastWhole(text, after.end);
    const draft = new Draft('money', 'money', mark === null ? numeral.start : mark.start, end);
    const named = mark?.code === '$' ? 'TWD' : mark?.code;
    draft.unit = after === null || after.bare ? (named ?? 'TWD') : after.code;
    draft.value = valueOf(numeral);
    draft.numeral = numeral;
    if (mark?.code === '$' && (after === null || after.bare)) draft.alternatives.push(draft.reading({ unit: 'USD' }));
    return draft;
  },
};

function pastWhole(text: string, at: number): number {
  return text.charAt(at) === '整' ? at + 1 : at;
}

/** 30日曆天, 3年, 6個月, 1.5小時 */
export const duration: Parser = {
  name: 'duration',
  read({ text }, numeral) {
    const at = wordAfter(text, numeral.end);
    const found = measureWordAt(text, at, numeral.style === 'han');
    if (found === null || found.word.kind !== 'duration') return null;
    return amount('duration', 'duration', numeral, found.end, found.word.word);
  },
};

/** 12萬2,009筆, 三百二十戶 */
export const count: Parser = {
  name: 'count',
  read({ text }, numeral) {
    const at = wordAfter(text, numeral.end);
    const found = measureWordAt(text, at, numeral.style === 'han' || numeral.style === 'financial');
    if (found === null || found.word.kind !== 'count') return null;
    const draft = amount('count', 'count', numeral, found.end, found.word.word);
    draft.whole = found.word.whole;
    return draft;
  },
};

/** 3樓, 42人座, 三級: the number is part of a name. */
export const label: Parser = {
  name: 'label',
  read({ text }, numeral) {
    const at = wordAfter(text, numeral.end);
    const found = measureWordAt(text, at, false);
    if (found === null || found.word.kind !== 'label') return null;
    return new Draft('label', 'name', numeral.start, found.end);
  },
};

/** A figure with nothing known behind it. */
export const bare: Parser = {
  name: 'bare',
  read(_scene, numeral) {
    if (numeral.fault !== null) return unread('bare', numeral.start, numeral.end, numeral.fault);
    return amount('bare', 'bare', numeral, numeral.end, null);
  },
};

function amount(parser: string, kind: Draft['kind'], numeral: Numeral, end: number, unit: string | null): Draft {
  const draft = new Draft(parser, kind, numeral.start, end);
  draft.value = valueOf(numeral);
  draft.unit = unit;
  draft.numeral = numeral;
  if (numeral.excess) draft.comparator = '>';
  return draft;
}
