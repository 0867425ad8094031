import { compare, pattern, sameUnit, signOf, type Figure } from '@guankao/passages';
import { differenceOf, figureOperand, just } from '../expression.ts';
import { before, nearWords, type Surroundings } from '../near.ts';
import type { Statement } from '../statement.ts';

/** 近4萬人次（47,320人次）, 逾600公頃，計582公頃: the round figure is told exactly right behind. */
const exactly = pattern('^(?:以上)?(?:\\(|，)(?:實際|計|為|共|合計|共計)*$');

export function* roundedIn({ sentence }: Surroundings): Iterable<Statement> {
  for (const [i, round] of sentence.figures.entries()) {
    const exact = sentence.figures[i + 1];
    if (exact === undefined || !sameUnit(round, exact) || exact.widening !== 'exact') continue;
    const gap = sentence.words.slice(signOf(sentence, round) + 1, signOf(sentence, exact));
    if (!exactly.test(gap) || gap === '，') continue;
    const word = /(?<word>近|將近|逾|超過|突破)$/u.exec(nearWords(before(sentence, signOf(sentence, round))))?.groups?.[
      'word'
    ];
    const printed = word ?? wordIn(round);
    if (printed === null) continue;
    const statement = stated(round, exact, printed);
    if (statement !== null) yield statement;
  }
}

/** The word may belong to the figure's own words: 逾600公頃. */
function wordIn({ words }: Figure): string | null {
  return /^(?:近|將近|逾|超過|突破)/u.exec(words)?.[0] ?? null;
}

function stated(round: Figure, exact: Figure, word: string): Statement | null {
  const below = word.endsWith('近');
  const order = compare(exact.value, round.value);
  const refuted = below ? order > 0 : order < 0;
  if (!refuted) return null;
  const [a, b] = [just(figureOperand(exact)), just(figureOperand(round))];
  return {
    kind: 'comparison',
    claim: round,
    word,
    outcome: 'contradicted',
    sure: true,
    readings: [{ as: 'rounded', expression: below ? differenceOf(b, a) : differenceOf(a, b), scale: 1, holds: false }],
    alsoTried: 0,
  };
}
