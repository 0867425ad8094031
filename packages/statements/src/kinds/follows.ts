import {
  absolute,
  compare,
  dividedBy,
  minus,
  pattern,
  sameUnit,
  signOf,
  slipBetween,
  whole,
  type Figure,
  type Fraction,
} from '@guankao/passages';
import { before, nearWords, type Surroundings } from '../near.ts';
import { computedOf, type Reading, type Statement, type Suggestion } from '../statement.ts';
import { allowedBy, gives, isPositive, triedInVain } from './follows/other-formulas.ts';
import { rightBefore } from './follows/right-before.ts';

/** So many figures of a sentence are set in formulas with one another: more would take a fourth power of time. */
const most = 9;
/**
 * 應訪視760戶、完成684戶，訪視率八成五: whatever words tie them, a figure that nearly follows from those right before it,
 * and follows from nothing else that its sentence tells. Where it does follow nothing is said: any formula that gives it
 * (`formulasOf`) may be the one that is meant. `decided`: where the claims start that another reader has settled.
 */
export function* followsIn(near: Surroundings, decided: ReadonlySet<number>): Iterable<Statement> {
  const { sentence } = near;
  const figures = sentence.figures.filter(isPositive);
  // A number without a unit may be of any: 12.4、8.4及5.4萬噸.
  if (figures.length < 2 || figures.length > most || sentence.marks.some(({ sign }) => sign === 'number')) return;
  for (const claim of figures) {
    if (decided.has(claim.start) || !mayFollow(claim, near)) continue;
    const allowed = allowedBy(claim, sentence);
    const suggested = [...rightBefore(claim, near, decided)].filter(
      (one) => isNear(one, claim) && !gives(one, allowed),
    );
    if (suggested.length === 0) continue;
    const tried = triedInVain(claim, figures, near, allowed);
    if (tried === null) continue;
    yield {
      kind: 'follows',
      claim,
      word: '',
      sure: true,
      outcome: 'contradicted',
      readings: suggested.map((one): Reading => ({ ...one, scale: one.scale ?? 1, holds: false })),
      alsoTried: tried,
    };
  }
}

/** 目標80%, 上限8萬元, 以320日計, 逾3倍: set and not found, assumed, or told as a bound. */
const set = pattern(
  '(?:{target}|{bound}|設定|限額|應|須|規定)[^%A]{0,6}$|以[每全平均]{0,4}[^%A]{0,6}$|[不未](?:得|逾|超過|達|滿|足|及|[高低多少大小]於)[^%A]{0,2}$',
);
const assumed = /^(?:計(?!有)|為基[準數]|以[上下內]|為限|[^，。；]{0,4}(?:門檻|標準|上限|下限))/u;

function mayFollow(claim: Figure, { sentence, goals, results }: Surroundings): boolean {
  const at = signOf(sentence, claim);
  if (at < 0 || set.test(nearWords(before(sentence, at))) || assumed.test(sentence.words.slice(at + 1, at + 8)))
    return false;
  // Told in another item too, it comes from there.
  return ![...goals, ...results].some(
    (other) => other.text !== claim.text && sameUnit(other, claim) && compare(other.value, claim.value) === 0,
  );
}

/** Off by a fifth at most, or by one digit: what is further off was never meant to follow. */
const farthest: Fraction = { of: 1n, over: 5n };

function isNear(suggestion: Suggestion, { value }: Figure): boolean {
  const computed = computedOf({ ...suggestion, scale: suggestion.scale ?? 1, holds: null });
  if (computed === null) return false;
  return compare(dividedBy(absolute(minus(computed, value)), value), farthest) <= 0 || isOneDigitOff(computed, value);
}

/** 懸缺27人 of 145 and 128: all digits but one the same. A number of one digit alone is any other. */
const isOneDigitOff = (a: Fraction, b: Fraction): boolean =>
  [a, b].every((value) => compare(value, whole(10)) >= 0) && slipBetween(a, b) === 'another-digit';
