import { compare, pattern, sameUnit, signOf, type Figure } from '@guankao/passages';
import { figureOperand, just } from '../expression.ts';
import { after, before, type Surroundings } from '../near.ts';
import { judged, type Statement } from '../statement.ts';

const again = pattern('(?:上開|前揭|前開|上述|前述|該)(?:[^，。；、%A()]{0,6}之)?$');

/** 查驗3,450只，上述3,540只中…: what was counted just before, and is said to be told again. */
export function* toldAgainIn({ sentence, group }: Surroundings): Iterable<Statement> {
  for (const claim of sentence.figures) {
    if (claim.widening !== 'exact' || claim.kind === 'percent') continue;
    const word = again.exec(before(sentence, signOf(sentence, claim)))?.[0];
    if (word === undefined || /^(?:以上|以下)/u.test(after(sentence, signOf(sentence, claim)))) continue;
    const told = group.filter((figure) => figure.end <= claim.start && sameUnit(figure, claim));
    const [one, another] = new Map(told.map((figure) => [key(figure), figure])).values();
    // Among several any may be meant, and what they come to.
    if (one === undefined || another !== undefined) continue;
    // 該10件 of 320件 are some of them: only what reads like the same number is called another.
    if (!isAlike(one, claim)) continue;
    yield judged({
      kind: 'restated',
      claim,
      word,
      sure: true,
      suggested: [{ as: 'told-again', expression: just(figureOperand(one)) }],
    });
  }
}

const key = ({ value }: Figure): string => `${value.of}/${value.over}`;

/** The same number, or one with the same digits in another order, or with one digit changed. */
function isAlike(a: Figure, b: Figure): boolean {
  if (compare(a.value, b.value) === 0) return true;
  const [x, y] = [digitsOf(a), digitsOf(b)];
  if (x.length !== y.length || x.length < 2) return false;
  const differing = [...x].filter((digit, i) => digit !== y[i]).length;
  return differing === 1 || [...x].toSorted().join('') === [...y].toSorted().join('');
}

const digitsOf = ({ value: { of, over } }: Figure): string => (over === 1n ? of.toString().replace(/0+$/u, '') : '');
