import { signOf, type Figure } from '@guankao/passages';
import { figureOperand, just, quotientOf } from '../expression.ts';
import { before, nearWords, ownWords, type Surroundings } from '../near.ts';
import { judged, type Statement } from '../statement.ts';

/** 住戶12萬戶，火災36件，火災發生率0.3‰: of the two counts before it one gives the rate its name, and the other is what it is of. */
export function* ratesOfPopulationsIn({ sentence }: Surroundings): Iterable<Statement> {
  if (!sentence.words.includes('率')) return;
  for (const [i, rate] of sentence.figures.entries()) {
    if (rate.kind !== 'percent' || !/‰|千分之/u.test(rate.words) || rate.widening !== 'exact') continue;
    const name = /(?<name>\p{Script=Han}{2})(?:發生|千人)?率(?:為|達|約)*$/u.exec(
      nearWords(before(sentence, signOf(sentence, rate))),
    )?.groups?.['name'];
    const [base, part, ...more] = sentence.figures
      .slice(0, i)
      .filter(({ kind }) => kind === 'count')
      .slice(-2);
    if (name === undefined || base === undefined || part === undefined || more.length > 0) continue;
    if (sentence.figures.indexOf(part) !== i - 1 || sentence.figures.indexOf(base) !== i - 2) continue;
    if (!ownWords(sentence, part).includes(name) || base.unit === part.unit || !isMany(base)) continue;
    yield judged({
      kind: 'share',
      claim: rate,
      word: `${name}率`,
      sure: true,
      suggested: [
        {
          as: 'of-the-population',
          expression: quotientOf(just(figureOperand(part)), just(figureOperand(base))),
          scale: 100,
        },
      ],
    });
  }
}

const isMany = ({ value }: Figure): boolean => value.of >= 1000n * value.over;
