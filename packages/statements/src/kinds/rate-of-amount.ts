import { pattern, signOf, type Figure } from '@guankao/passages';
import { figureOperand, just, percentOf } from '../expression.ts';
import { before, likes, nearest, nearWords, type Surroundings } from '../near.ts';
import { judged, type Statement } from '../statement.ts';

/** 總經費1,200萬元，補助80%，計960萬元; 契約金額5,000萬元，按30%撥付1,500萬元 */
const applied = pattern(
  '(?:補助|按|以|撥付|提列|扣|扣繳|分攤|負擔|給付|預付|保留|撥款|核給|收取|提撥)(?:比率|比例|款|率)?(?:為|之|約|達|計)*$',
);
const result = pattern('^[^%A。；]{0,10}(?:計|即|共|合計|約|為|金額|撥付|給付|補助|，)[^%A。；，]{0,6}$');

export function* ratesOfAmountsIn({ sentence, item }: Surroundings): Iterable<Statement> {
  for (const [i, rate] of sentence.figures.entries()) {
    const [amount, part] = [sentence.figures[i - 1], sentence.figures[i + 1]];
    if (rate.kind !== 'percent' || amount?.kind !== 'money' || part?.kind !== 'money') continue;
    if (
      !applied.test(nearWords(before(sentence, signOf(sentence, rate)))) ||
      !result.test(sentence.words.slice(signOf(sentence, rate) + 1, signOf(sentence, part)))
    )
      continue;
    yield judged({
      kind: 'product',
      claim: part,
      word: '比率',
      sure: sentence.figures.length <= 4,
      suggested: [{ as: 'the-rate-of-the-amount', expression: rateOf(rate, amount) }],
      others: function* () {
        for (const other of nearest(rate, likes(amount, item)))
          if (other !== part) yield { as: 'the-rate-of-another', expression: rateOf(rate, other) };
      },
    });
  }
}

const rateOf = (rate: Figure, amount: Figure): ReturnType<typeof percentOf> =>
  percentOf(just(figureOperand(amount)), just(figureOperand(rate)));
