/** A figure of a money column. `value` is null for a dash, which prints that there is no amount. */
export interface MoneyReading {
  readonly value: number | null;
}

const units: Readonly<Record<string, number>> = {
  元: 1,
  千元: 1000,
  仟元: 1000,
  萬元: 10_000,
  百萬元: 1_000_000,
  億元: 100_000_000,
};
const figure =
  /^(?:NT\$|新[臺台]幣)?\s*([(（△▲-])?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*[)）]?\s*(千元|仟元|萬元|百萬元|億元|元)?(?:[註*＊]\s*\d*|[(（](?:註\s*\d*|[^()（）\d]{1,20})[)）])?$/;
const none = /^(?:[-－–—─]+|無)$/;

/**
 * Reads one figure of a money column, in the column's unit (`unit` TWD each). Blanks that a wrapped line left inside a
 * figure are undone; △ and brackets are minus. null for what is no single whole figure: it stays unread.
 */
export function readMoney(print: string, unit: number): MoneyReading | null {
  const folded = print.normalize('NFKC').trim();
  // A wrapped line may break a figure anywhere; only its commas show that it is one figure and not two.
  if (/\d\s+\d/.test(folded) && !folded.includes(',')) return null;
  const text = folded.replace(/\s+/g, '');
  if (none.test(text)) return { value: null };
  const match = figure.exec(text);
  if (match === null) return null;
  const [, sign, whole = '', fraction = '', own] = match;
  const factor = own === undefined ? 1 : (units[own] ?? 1) / unit;
  const value = Number(whole.replaceAll(',', '') + fraction) * factor;
  if (!Number.isSafeInteger(value)) return null;
  return { value: sign === undefined ? value : -value };
}

/** TWD in one unit of a heading's 單位：新臺幣千元 or (千元); null where it names none. */
export function unitIn(text: string): number | null {
  const match =
    /單\s*位\s*[：:]?\s*(?:新[臺台]幣)?\s*[(（]?\s*(百萬元|千元|仟元|萬元|億元|元)/.exec(text.replace(/\s+/g, '')) ??
    /[(（](?:新[臺台]幣)?(百萬元|千元|仟元|萬元|億元|元)[)）]/.exec(text.replace(/\s+/g, ''));
  return match?.[1] === undefined ? null : (units[match[1]] ?? null);
}
