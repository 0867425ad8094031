import type { Chance } from './chance.ts';

/** How a number is printed: with what words, and one step of its last printed place; 0 where it is printed whole. */
export interface Print {
  readonly step: number;
  /** `value` is a multiple of `step`. */
  readonly words: (value: number) => string;
  /** How far the truth may lie from what is printed, where words (約, 逾) leave more than a step. */
  readonly room?: (value: number) => number;
  /** Another value that somebody could have printed; where none is said, one digit of it is another. */
  readonly elsewhere?: (chance: Chance, value: number) => number;
}

/** A number of a sentence: what it truly is, and what the print says. */
export interface Told {
  readonly print: Print;
  readonly value: number;
  readonly shown: number;
}

const tiny = 1e-9;

/** Rounded at the last printed place, or cut off there: officials do both. */
export function tell(chance: Chance, value: number, print: Print, way: 'either' | 'round' = 'either'): Told {
  if (print.step === 0) return { print, value, shown: value };
  const steps = value / print.step;
  const cut = way === 'either' && chance.rarely(2);
  const shown = (cut ? Math.floor(steps + tiny) : Math.floor(steps + 0.5 + tiny)) * print.step;
  return { print, value, shown };
}

/** Between which numbers the truth lies, by the print; never narrower than what a fair reader allows. */
export function boundsOf({ print, shown }: Told): readonly [low: number, high: number] {
  const room = Math.max(print.step, print.room?.(shown) ?? 0);
  return [shown - room, shown + room];
}

export const grouped = (value: number): string => Math.round(value).toLocaleString('en-US');

/** Whole things: 1,250人. The way of writing is chosen once, and kept when the number is moved. */
export function count(chance: Chance, unit: string): Print {
  const seed = chance.whole(0, 5);
  const way = (value: number): string => {
    if (seed <= 1 && value >= 10_000) {
      const [tens, rest] = [Math.floor(value / 10_000), value % 10_000];
      return `${grouped(tens)}萬${rest === 0 ? '' : grouped(rest)}`;
    }
    return seed === 2 && value < 10_000 ? String(value) : grouped(value);
  };
  return { step: 0, words: (value) => `${way(value)}${unit}` };
}

const decimals = (step: number): number => Math.max(0, Math.ceil(-Math.log10(step) - tiny));

/** With as many decimals as its step has. */
export const measure = (step: number, unit: string): Print => ({
  step,
  words: (value) =>
    `${value.toLocaleString('en-US', { minimumFractionDigits: decimals(step), maximumFractionDigits: decimals(step) })}${unit}`,
});

/** A figure that is exactly what it says, with decimals: a unit price, a mark. */
export const exactMeasure = (places: number, unit: string): Print => ({
  step: 0,
  words: (value) => `${value.toLocaleString('en-US', { maximumFractionDigits: places })}${unit}`,
});

export function percent(chance: Chance, { least = 0.01, unit = '' } = {}): Print {
  const step = chance.one([1, 0.1, 0.1, 0.01].filter((one) => one >= least));
  const sign = unit === '' ? chance.one(['%', '%', '%', '％']) : unit;
  return { step, words: (value) => `${value.toFixed(decimals(step))}${sign}` };
}

/** 8成, 8成6, 百分之86: for rates between 10 and 100. */
export function spokenRate(chance: Chance): Print {
  if (chance.rarely(3)) return { step: 1, words: (value) => `百分之${Math.round(value)}` };
  return {
    step: 1,
    words: (value) => {
      const [tens, ones] = [Math.floor(Math.round(value) / 10), Math.round(value) % 10];
      return ones === 0 ? `${tens}成` : `${tens}成${ones}`;
    },
  };
}

/** Money in TWD, in one of the ways that filings print it. `exact`: printed to the last 元 that it has. */
export function money(chance: Chance, value: number): Print {
  const ways: Print[] = [{ step: 1, words: (amount) => `${grouped(amount)}元` }];
  const thousands: Print = { step: 1000, words: (amount) => `${grouped(amount / 1000)}千元` };
  const tens: Print = { step: 10_000, words: (amount) => mixed(amount) };
  // Told in fewer than three digits it would be round, and said with 約.
  if (value >= 1_000_000) ways.push(thousands, thousands, tens, tens);
  if (value >= 300_000_000)
    ways.push(measureOf(1_000_000, 100_000_000, '億元'), measureOf(10_000_000, 100_000_000, '億元'));
  return chance.one(ways);
}

/** 2.35億元: printed with the step 0.01億. */
const measureOf = (step: number, unit: number, word: string): Print => ({
  step,
  words: (amount) => `${(amount / unit).toFixed(decimals(step / unit))}${word}`,
});

/** 1億2,345萬元 */
function mixed(amount: number): string {
  const [hundreds, tens] = [Math.floor(amount / 100_000_000), Math.round((amount % 100_000_000) / 10_000)];
  if (hundreds === 0) return `${grouped(tens)}萬元`;
  return `${hundreds}億${tens === 0 ? '' : `${grouped(tens)}萬`}元`;
}

/** Amounts that come out even in 萬元 or 千元, printed in one unit. */
export function evenMoney(chance: Chance, even: 10_000 | 1000 = 10_000): Print {
  const thousands: Print = { step: 0, words: (amount) => `${grouped(amount / 1000)}千元` };
  const plain: Print = { step: 0, words: (amount) => `${grouped(amount)}元` };
  if (even === 1000) return chance.one([thousands, plain]);
  return chance.one([thousands, plain, { step: 0, words: mixed }, { step: 0, words: mixed }]);
}

/** 約1萬2,000人次: rounded to two or three digits, with a word that says so. */
export function about(chance: Chance, value: number, unit: string): Print {
  const size = 10 ** (Math.floor(Math.log10(value)) - chance.whole(1, 2));
  const step = Math.max(1, size);
  const word = chance.one(['約', '約', '大約', '約計']);
  const inner = count(chance, unit);
  return { step, words: (shown) => `${word}${inner.words(shown)}`, room: (shown) => Math.max(step, shown / 10) };
}

/** 113年6月1日, 113年6月, 6月1日: the value is a day, counted since 1970. */
export const day = (way: 'whole' | 'same-year' = 'whole'): Print => ({
  step: 0,
  words: (value) => {
    const date = new Date(value * 86_400_000);
    const rest = `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
    return way === 'whole' ? `${date.getUTCFullYear() - 1911}年${rest}` : rest;
  },
  elsewhere: (chance, value) => value + chance.one([-1, 1]) * chance.whole(3, 60),
});

/** 113年6月: the value is a month, counted since the year 0 of the republic. */
export const month: Print = {
  step: 0,
  words: (value) => `${Math.floor(value / 12)}年${(value % 12) + 1}月`,
  elsewhere: (chance, value) => value + chance.one([-1, 1]) * chance.whole(2, 30),
};

export const dayOf = (year: number, monthOfYear: number, date: number): number =>
  Date.UTC(year + 1911, monthOfYear - 1, date) / 86_400_000;
