import {
  absolute,
  commensurable,
  compare,
  minus,
  pattern,
  sameUnit,
  signOf,
  vocabulary,
  type Figure,
  type MarkedSentence,
} from '@guankao/passages';
import { differenceOf, figureOperand, just, quotientOf } from '../expression.ts';
import { before, nearWords, type Surroundings } from '../near.ts';
import type { Statement } from '../statement.ts';

/** 近4萬人次（47,320人次）, 逾600公頃，計582公頃: the round figure is told exactly right behind. */
const exactly = pattern('^(?:以上)?(?:\\(|，)(?:實際|實計|實為|確為|精確|計|為|共|合計|共計)*$');

const half = pattern('(?<word>超過半數|逾半數?|過半數?|不到半數|未達半數|未過半)\\(%N中有?%N\\)', vocabulary, 'gu');

/** 732人，其中女性359人，女性已過半; 1,200名中有540名實習，超過半數 */
const halfBehind = pattern(
  '(?:%N[^，。；%A]{0,4}，其中|%N[^，。；%A]{0,6}中(?:計|共)?有?)[^，。；%A]{0,8}%N[^，。；%A]{0,8}，[^，。；%A]{0,4}?(?<word>超過半數|逾半數?|過半數?|不到半數|未達半數|未過半)(?=[，。；]|$)',
  vocabulary,
  'gu',
);

/** 委員30人，出席16人，其中女性7人，已過半: without a subject it may be of those that are there. */
function isOfAnother(sentence: MarkedSentence, words: string, part: Figure): boolean {
  if (!/，(?:已|均|並|業)*(?:超過|[逾過不未])[^，]{0,4}$/u.test(words)) return false;
  const told = sentence.figures.filter((figure) => figure.end < part.start && commensurable(figure, part));
  return told.length > 1;
}

/** 超過半數(310人中有142人) */
function* halvesIn(sentence: MarkedSentence): Iterable<Statement> {
  for (const match of [...sentence.words.matchAll(half), ...sentence.words.matchAll(halfBehind)]) {
    const [all, part] = sentence.figures.filter((figure) => {
      const at = signOf(sentence, figure);
      return at >= match.index && at < match.index + match[0].length;
    });
    const word = match.groups?.['word'];
    if (all === undefined || part === undefined || word === undefined || !commensurable(all, part)) continue;
    if (isOfAnother(sentence, match[0], part)) continue;
    const order = compare({ of: part.value.of * 2n, over: part.value.over }, all.value);
    const refuted = /^[不未]/u.test(word) ? order > 0 : order < 0;
    const ratio = quotientOf(just(figureOperand(part)), just(figureOperand(all)));
    yield {
      kind: 'comparison',
      claim: all,
      word,
      outcome: refuted ? 'contradicted' : 'borne-out',
      sure: true,
      readings: [{ as: 'half', expression: ratio, scale: 1, holds: !refuted }],
      alsoTried: 0,
    };
  }
}

export function* roundedIn({ sentence }: Surroundings): Iterable<Statement> {
  if (sentence.words.includes('半')) yield* halvesIn(sentence);
  for (const [i, round] of sentence.figures.entries()) {
    const exact = sentence.figures[i + 1];
    if (exact === undefined || !sameUnit(round, exact) || exact.widening !== 'exact') continue;
    const gap = sentence.words.slice(signOf(sentence, round) + 1, signOf(sentence, exact));
    if (!exactly.test(gap) || gap === '，') continue;
    const word = /(?<word>近|將近|逾|超過|突破|約|大約)$/u.exec(nearWords(before(sentence, signOf(sentence, round))))
      ?.groups?.['word'];
    const printed = word ?? wordIn(round);
    if (printed === null) continue;
    const statement = stated(round, exact, printed);
    if (statement !== null) yield statement;
  }
}

/** The word may belong to the figure's own words: 逾600公頃. */
function wordIn({ words }: Figure): string | null {
  return /^(?:近|將近|逾|超過|突破|約|大約)/u.exec(words)?.[0] ?? null;
}

function stated(round: Figure, exact: Figure, word: string): Statement | null {
  if (word.endsWith('約')) return roughly(round, exact, word);
  const below = word.endsWith('近');
  const order = compare(exact.value, round.value);
  // 近九成 of 71.8%: below it, and nowhere near.
  const far = { of: round.value.of * 9n, over: round.value.over * 10n };
  const tooFar = below && compare(exact.value, far) < 0;
  const refuted = below ? order > 0 || tooFar : order < 0;
  if (!refuted) return null;
  const [a, b] = [just(figureOperand(exact)), just(figureOperand(round))];
  return {
    kind: 'comparison',
    claim: round,
    word,
    outcome: 'contradicted',
    sure: true,
    readings: [
      { as: 'rounded', expression: below && !tooFar ? differenceOf(b, a) : differenceOf(a, b), scale: 1, holds: false },
    ],
    alsoTried: 0,
  };
}

/** 約48萬人次（835,299人次）: further from it than an eighth is not about it. */
function roughly(round: Figure, exact: Figure, word: string): Statement | null {
  const eighth = { of: round.value.of, over: round.value.over * 8n };
  const apart = absolute(minus(exact.value, round.value));
  if (compare(apart, eighth) <= 0) return null;
  const [a, b] = [just(figureOperand(exact)), just(figureOperand(round))];
  return {
    kind: 'comparison',
    claim: round,
    word,
    outcome: 'contradicted',
    sure: true,
    readings: [{ as: 'rounded', expression: differenceOf(a, b), scale: 1, holds: false }],
    alsoTried: 0,
  };
}
