import { extract, toNumber } from '@guankao/quantities';

/** A figure of a money column. */
export interface MoneyReading {
  /** In the column's unit; 0 for a dash. */
  readonly value: number;
  /** A dash, or a word that says there is none: 0 only by custom. */
  readonly dash: boolean;
  /** The unit that the cell itself prints, in TWD; null where it prints none. */
  readonly unit: number | null;
  /** Raised digits stood at the figure: marks of notes, as far as their print tells. */
  readonly marked: boolean;
}

const units: Readonly<Record<string, number>> = {
  元: 1,
  千元: 1000,
  仟元: 1000,
  萬元: 10_000,
  百萬元: 1_000_000,
  億元: 100_000_000,
};
const sign = '[(△▲−–—-]';
const figure = new RegExp(
  `^(?:NT\\$|NTD?|\\$|新[臺台]幣)?[*※]?(${sign})?(?:NT\\$|\\$)?(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?[)]?(千元|仟元|萬元|百萬元|億元|元)?(?:整)?(?:[註*※]\\d*|[(](?:註\\d*|[^()\\d]{1,20})[)])?$`,
);
const none = /^[(]?(?:[-−–—─]+|無|nil|none)[)]?$/i;
/** ¹²³, which the folding of widths would make digits of the figure. */
const raised = /[\u00b9\u00b2\u00b3\u2070-\u207e]+/g;

/**
 * Reads one figure of a money column, in the column's unit (`unit` TWD each). Blanks that a wrapped line left inside a
 * figure are undone; △, ▲ and brackets are minus. null for what is no single whole figure: it stays unread.
 */
export function readMoney(print: string, unit: number): MoneyReading | null {
  const bare = print.replace(raised, '');
  const folded = bare.normalize('NFKC').trim();
  // A wrapped line may break a figure anywhere; only its commas show that it is one figure and not two.
  if (/\d\s+\d/.test(folded) && !folded.includes(',')) return null;
  const text = folded.replace(/\s+/g, '');
  const marked = bare !== print;
  if (none.test(text)) return { value: 0, dash: true, unit: null, marked };
  const match = figure.exec(text);
  if (match === null) return sumInWords(text, unit, marked);
  const [, minus, whole = '', fraction = '', own] = match;
  // 114.000 may be thousands parted by a point; 045 is what a comma cut off.
  if ((/^\.\d{3}$/.test(fraction) && !whole.includes(',')) || /^0\d/.test(whole)) return null;
  const factor = own === undefined ? 1 : (units[own] ?? 1) / unit;
  const value = Number(whole.replaceAll(',', '') + fraction) * factor;
  if (!Number.isSafeInteger(value)) return null;
  return {
    value: minus === undefined ? value : -value,
    dash: false,
    unit: own === undefined ? null : (units[own] ?? null),
    marked,
  };
}

/** 1億2,000萬元: a sum told with 億 and 萬. */
function sumInWords(text: string, unit: number, marked: boolean): MoneyReading | null {
  if (!/[萬億]/.test(text) || text.length > 24) return null;
  const [sum, second] = extract(text);
  if (sum === undefined || second !== undefined || sum.kind !== 'money' || sum.unit !== 'TWD') return null;
  if (sum.start !== 0 || sum.end !== text.length || sum.value === null || sum.comparator !== null) return null;
  if (sum.alternatives.length > 0) return null;
  const value = toNumber(sum.value) / unit;
  if (!Number.isSafeInteger(value)) return null;
  return { value, dash: false, unit: toNumber(sum.value) % 10_000 === 0 ? 10_000 : 1, marked };
}

/** TWD in one unit of a heading's 單位：新臺幣千元 or (千元), or of a line 新臺幣千元; null where it names none. */
export function unitIn(text: string): number | null {
  const bare = text.replace(/\s+/g, '');
  const match = forms.map((form) => form.exec(bare)).find((found) => found !== null);
  return match?.[1] === undefined ? null : (units[match[1]] ?? null);
}

const unitWords = '(百萬元|千元|仟元|萬元|億元|元)';
const forms = [
  new RegExp(`單位[：:;；]?(?:新[臺台]幣)?[(（]?${unitWords}`),
  new RegExp(`[(（](?:新[臺台]幣)?${unitWords}[)）]`),
  new RegExp(`^[(（]?新[臺台]幣${unitWords}[)）]?$`),
];
