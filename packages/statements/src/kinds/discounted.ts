import { around, compare, normalise, times, whole, type Figure, type MarkedSentence } from '@guankao/passages';
import { figureOperand, hundred, just, productOf, quotientOf, saidByWords, type Expression } from '../expression.ts';
import type { Surroundings } from '../near.ts';
import { judged, type Statement } from '../statement.ts';

const digits = '一二三四五六七八九';
const discount =
  /(?<![\d.一二三四五六七八九十])(?<tenths>[一二三四五六七八九1-9])(?:[點.]?(?<hundredths>[一二三四五六七八九0-9]))?折(?![合算換舊抵損返線疊扇磨騰衷])/gu;

/** 票價400元，學生七折優惠，每張280元: a price, by how much it was let off, and what is paid. */
export function* discountsIn({ sentence }: Surroundings): Iterable<Statement> {
  if (!sentence.words.includes('折')) return;
  const [rate, ...more] = ratesIn(sentence);
  if (rate === undefined || more.length > 0) return;
  const [one, other, third] = sentence.figures.filter(({ kind }) => kind === 'money');
  if (one === undefined || other === undefined || third !== undefined) return;
  if ([one, other].some(({ unit, widening }) => unit !== one.unit || widening !== 'exact')) return;
  if (/起|不等|以上|以下|總|合計|共計|節省|省下|差額|價差|補助款/u.test(sentence.words)) return;
  const [full, paid] = compare(one.value, other.value) >= 0 ? [one, other] : [other, one];
  if (isNear(full, paid, rate.percent)) return;
  yield judged({
    kind: 'product',
    claim: { ...paid, interval: around(paid.value, whole(1)) },
    word: '折',
    sure: true,
    suggested: [{ as: 'so-many-tenths-of-the-price', expression: productOf(just(figureOperand(full)), rate.share) }],
  });
}

interface Rate {
  readonly percent: number;
  readonly share: Expression;
}

const ratesIn = ({ text, start, end }: MarkedSentence): readonly Rate[] =>
  ratesOf(normalise(text.text.slice(start, end)));

function ratesOf(words: string): readonly Rate[] {
  return [...words.matchAll(discount)].map(({ groups }) => {
    const percent = digitOf(groups?.['tenths']) * 10 + digitOf(groups?.['hundredths']);
    return {
      percent,
      share: quotientOf(just(saidByWords(`${percent}`, percent)), hundred),
    };
  });
}

const digitOf = (word: string | undefined): number =>
  word === undefined ? 0 : /\d/u.test(word) ? Number(word) : digits.indexOf(word) + 1;

/** 九五折: what is paid of the whole, as often as words tell it. */
export const sharesLetOffIn = (words: string): readonly Expression[] => ratesOf(words).map(({ share }) => share);

/** Prices are rounded to what is easily paid: within a hundredth it is the price. */
function isNear(full: Figure, paid: Figure, percent: number): boolean {
  const due = times(full.value, { of: BigInt(percent), over: 100n });
  const [low, high] = [times(due, { of: 99n, over: 100n }), times(due, { of: 101n, over: 100n })];
  return compare(paid.value, low) >= 0 && compare(paid.value, high) <= 0;
}
