/** A number as printed, with the place of its last digit: `125萬6,400` is 1256400 in steps of 1, `45.03%` is 45.03 in steps of 0.01. */
export interface Figure {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** What one more in its last printed place would add. */
  readonly step: number;
  readonly percent: boolean;
}

const powers = { 億: 1e8, 萬: 1e4, 千: 1e3 } as const;
const tenths = /(\d)成(\d)?/y;
const part = /(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([億萬千])?/y;

/**
 * The figures of a text, for the labels only: a small reader of its own, so that the measure does not
 * lean on the quantities that it measures. Chinese numerals are not read.
 */
export function figuresIn(text: string): readonly Figure[] {
  const figures: Figure[] = [];
  for (let at = 0; at < text.length;) {
    const figure = figureAt(text, at);
    if (figure !== null) figures.push(figure);
    at = figure?.end ?? at + 1;
  }
  return figures;
}

function figureAt(text: string, start: number): Figure | null {
  return tenthsAt(text, start) ?? numberAt(text, start);
}

/** 7成5 is 75 %. */
function tenthsAt(text: string, start: number): Figure | null {
  tenths.lastIndex = start;
  const match = tenths.exec(text);
  if (match === null) return null;
  const [whole, tens = '', units] = match;
  return {
    start,
    end: start + whole.length,
    value: Number(tens) * 10 + Number(units ?? 0),
    step: units === undefined ? 10 : 1,
    percent: true,
  };
}

function numberAt(text: string, start: number): Figure | null {
  let end = start;
  let value = 0;
  let step = 1;
  let last = Infinity;
  for (;;) {
    part.lastIndex = end;
    const match = part.exec(text);
    if (match === null) break;
    const [whole, digits = '', decimals = '', unit = ''] = match;
    const power = unit === '' ? 1 : powers[unit as keyof typeof powers];
    if (power >= last) break;
    value += Number(digits.replaceAll(',', '') + decimals) * power;
    step = power / 10 ** Math.max(0, decimals.length - 1);
    end += whole.length;
    last = power;
    if (power === 1 || decimals !== '') break;
  }
  if (end === start) return null;
  // A figure's own digits, not its unit, carry its precision: 1,841萬 alone is exact to the 萬, 3千元 to the 千.
  return { start, end, value: Number(value.toPrecision(15)), step, percent: text[end] === '%' || text[end] === '％' };
}
