import { pattern, sameUnit, signOf, vocabulary, type Figure, type MarkedSentence } from '@guankao/passages';
import { figureOperand, just, quotientOf, saidByWords } from '../expression.ts';
import { before, nearWords, ownWords, type Surroundings } from '../near.ts';
import { judged, type Statement } from '../statement.ts';

/** 住戶12萬戶，火災36件，火災發生率0.3‰: of the two counts before it one gives the rate its name, and the other is what it is of. */
export function* ratesOfPopulationsIn({ sentence }: Surroundings): Iterable<Statement> {
  yield* perSoMany(sentence);
  yield* explainedIn(sentence);
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
    const of = ownWords(sentence, base);
    // 設籍人口8萬人，新生兒560人，粗出生率: of people nothing but their number is meant.
    const isNamed = ownWords(sentence, part).includes(name) || /人口|設籍/u.test(of);
    if (!isNamed || !isMany(base) || /其中/u.test(ownWords(sentence, part))) continue;
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

/** 通報率5.19‰(轄內人口5萬4,000人，通報270例): the same, in brackets behind the rate. */
const inBrackets = pattern(
  '率(?:為|達|約)*%P\\([^，。；、%A()]{1,10}%C[，、](?<part>[^，。；、%A()]{1,8})%C\\)',
  vocabulary,
  'gu',
);

function* explainedIn(sentence: MarkedSentence): Iterable<Statement> {
  for (const match of sentence.words.matchAll(inBrackets)) {
    const [rate, base, part] = sentence.figures.filter((figure) => {
      const at = signOf(sentence, figure);
      return at >= match.index && at < match.index + match[0].length;
    });
    if (rate === undefined || base === undefined || part === undefined || rate.widening !== 'exact') continue;
    if (!/‰|千分之/u.test(rate.words) || !isMany(base)) continue;
    yield judged({
      kind: 'share',
      claim: rate,
      word: '率',
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

const soMany: Readonly<Record<string, number>> = { 千: 1000, 萬: 10_000, 十萬: 100_000, 百萬: 1_000_000 };

/** 人口20萬人，社工師120人，每萬人口社工師數6人: of the population, and of the one other count. */
function* perSoMany(sentence: MarkedSentence): Iterable<Statement> {
  for (const [i, rate] of sentence.figures.entries()) {
    const match = /每(?<many>千|十萬|百萬|萬)人口?(?<name>[^，。；、]{2,8}?)數?(?:為|達|約|有|計)*$/u.exec(
      nearWords(before(sentence, signOf(sentence, rate))),
    );
    const [many, name] = [soMany[match?.groups?.['many'] ?? ''], match?.groups?.['name']];
    const [people, counted, more] = sentence.figures.slice(0, i);
    if (match === null || many === undefined || name === undefined || more !== undefined) continue;
    if (people === undefined || counted === undefined || !sameUnit(counted, rate)) continue;
    if (!/人口/u.test(ownWords(sentence, people)) || !ownWords(sentence, counted).includes(name)) continue;
    yield judged({
      kind: 'mean',
      claim: rate,
      word: match[0],
      sure: [people, counted, rate].every(({ widening }) => widening === 'exact'),
      suggested: [
        {
          as: 'of-so-many',
          expression: quotientOf(
            just(figureOperand(counted)),
            quotientOf(just(figureOperand(people)), just(saidByWords(String(many), many))),
          ),
        },
      ],
    });
  }
}
