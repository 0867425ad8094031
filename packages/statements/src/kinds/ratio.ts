import {
  between,
  divided,
  dividedBy,
  exactly,
  fractionOf,
  minus,
  pattern,
  plus,
  times,
  type Figure,
  type Interval,
  type Mark,
  type MarkedSentence,
  whole,
} from '@guankao/passages';
import { parseDecimal, type Decimal } from '@guankao/quantities';
import { differenceOf, figureOperand, just, quotientOf } from '../expression.ts';
import { isPerOne, ownWords, type Surroundings } from '../near.ts';
import { judged, type Statement } from '../statement.ts';
import { numberFigure } from '../number-figure.ts';

const written = /^(?<a>\d+(?:\.\d+)?)[:比](?<b>\d+(?:\.\d+)?)$/u;
const lead = pattern('(?:比例|比率|之比|[師男女生公自人員]+比|比值|配比|比)(?:約|為|達|是|:)*$');

/** 男女學員比例為1：3，男性30人、女性90人 */
export function* ratiosIn({ sentence }: Surroundings): Iterable<Statement> {
  for (const mark of sentence.marks) {
    const claim = ratioAt(sentence, mark);
    if (claim === null || /匯率/u.test(sentence.words)) continue;
    // 教保員56人，每班2人: for each so many is neither side of it.
    const counted = sentence.figures.filter(
      (figure) => (figure.kind === 'count' || figure.kind === 'money') && !isPerOne(sentence, figure),
    );
    const later = counted.filter((figure) => figure.start > claim.end);
    const pair =
      later.length >= 2 ? later.slice(0, 2) : counted.filter((figure) => figure.end <= claim.start).slice(-2);
    const [x, y] = pair;
    if (x === undefined || y === undefined || x.kind !== y.kind) continue;
    const [a, b] = [just(figureOperand(x)), just(figureOperand(y))];
    yield judged({
      kind: 'ratio',
      claim,
      word: '比',
      sure: counted.length === 2,
      suggested: [
        { as: 'the-first-to-the-second', expression: quotientOf(a, b) },
        { as: 'the-second-to-the-first', expression: quotientOf(b, a) },
      ],
      // 比例7比3，總經費5,000萬元，中央負擔3,500萬元: the other side is what is left of the whole.
      others: () =>
        [[x, y] as const, [y, x] as const].flatMap(([all, part]) => {
          if (!/[總全]/u.test(ownWords(sentence, all))) return [];
          const [of, rest] = [
            just(figureOperand(part)),
            differenceOf(just(figureOperand(all)), just(figureOperand(part))),
          ];
          return [
            { as: 'a-part-to-the-rest', expression: quotientOf(of, rest) },
            { as: 'the-rest-to-a-part', expression: quotientOf(rest, of) },
          ];
        }),
    });
  }
}

/** The ratio that stands at a mark, as a figure whose value is the first over the second. */
function ratioAt(sentence: MarkedSentence, mark: Mark): Figure | null {
  if (!lead.test(sentence.words.slice(Math.max(0, mark.at - 12), mark.at))) return null;
  const end = mark.sign === 'number' ? secondOf(sentence, mark) : mark.sign === 'other' ? mark.end : null;
  if (end === null) return null;
  const words = sentence.text.text.slice(mark.start, end);
  const { a, b } = written.exec(words.replaceAll('：', ':').replaceAll(/[,，\s]/gu, ''))?.groups ?? {};
  const [first, second] = [a, b].map((digits) => (digits === undefined ? null : parseDecimal(digits)));
  if (first === null || second === null || first === undefined || second === undefined || second.coefficient === 0n)
    return null;
  return numberFigure(
    sentence,
    { ...mark, end },
    {
      value: dividedBy(fractionOf(first), fractionOf(second)),
      // A ratio has no last place of its own.
      step: whole(1),
      interval: divided(roomAround(first, second), roomAround(second, first)),
    },
  );
}

/** 1比40: two numbers without a unit, and 比 between them; the end of the second. */
function secondOf({ marks, words }: MarkedSentence, mark: Mark): number | null {
  const next = marks[marks.indexOf(mark) + 1];
  return next?.sign === 'number' && words.slice(mark.at + 1, next.at) === '比' ? next.end : null;
}

/** 1：3 is of whole numbers; the 12 of 1：12 may be 11.6, and the 3 of 3：2 is no 3.5. */
function roomAround(value: Decimal, other: Decimal): Interval {
  const middle = fractionOf(value);
  if (value.coefficient === 1n && value.scale === 0) return exactly(middle);
  // In smallest terms both are counted: 7：3 leaves a twenty-fifth on either side.
  if (other.coefficient !== 1n && value.scale === 0 && other.scale === 0) {
    const little = times(middle, { of: 1n, over: 25n });
    return between(minus(middle, little), plus(middle, little));
  }
  const room = fractionOf({ coefficient: 5n, scale: value.scale + 1 });
  return between(minus(middle, room), plus(middle, room));
}
