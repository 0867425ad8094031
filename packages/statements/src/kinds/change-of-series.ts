import { compare, pattern, sameUnit, signOf, vocabulary, type Figure } from '@guankao/passages';
import { differenceOf, figureOperand, just } from '../expression.ts';
import { depths, listFrom } from '../lists.ts';
import { before, isPerOne, ownWords, type Surroundings } from '../near.ts';
import { judged, type Statement } from '../statement.ts';

/** 逐年遞減，兩年共減25件: behind the last level of a series, with nothing but words between. */
const inAll = pattern(
  '^[^，。；%A]{0,6}，(?:[^，。；%A]{0,8}，)?(?:[^，。；%A]|%T){0,4}(?:合計|共計|總計|累計|共|計)(?:計)?(?<word>{rise}|{fall})(?:了|約|達)?$',
  vocabulary,
);
const series = pattern('(?:近%T|%D|逐年|歷年|各年度?)', vocabulary);

/** 近三年284件、270件、259件，逐年遞減，兩年共減25件: what became of the first level up to the last, in all. */
export function* changesOfSeries({ sentence }: Surroundings): Iterable<Statement> {
  const deep = depths(sentence);
  for (const [i, claim] of sentence.figures.entries()) {
    const alike = sentence.figures.slice(0, i).filter((figure) => sameUnit(figure, claim));
    const levels = listFrom(sentence, alike, 0, deep);
    const [first, last] = [levels[0], levels.at(-1)];
    if (first === undefined || last === undefined || levels.length < 3 || last !== alike.at(-1)) continue;
    const word = inAll.exec(sentence.words.slice(signOf(sentence, last) + 1, signOf(sentence, claim)))?.groups?.[
      'word'
    ];
    if (word === undefined || !series.test(before(sentence, signOf(sentence, first)))) continue;
    if ([...levels, claim].some((figure) => figure.widening !== 'exact' || isPerOne(sentence, figure))) continue;
    if (levels.some((figure) => tellsAChange(ownWords(sentence, figure)))) continue;
    yield judged({
      kind: 'change',
      claim,
      word,
      sure: true,
      suggested: [{ as: 'from-the-first-to-the-last-of-a-series', expression: apart(first, last) }],
      others: () =>
        levels.flatMap((former, at) =>
          levels.slice(at + 1).map((later) => ({ as: 'between-two-of-a-series', expression: apart(former, later) })),
        ),
    });
  }
}

const tellsAChange = (words: string): boolean => isChange.test(words);
const isChange = pattern('{rise}|{fall}', vocabulary);

const apart = (former: Figure, later: Figure) => {
  const [a, b] = [just(figureOperand(former)), just(figureOperand(later))];
  return compare(former.value, later.value) >= 0 ? differenceOf(a, b) : differenceOf(b, a);
};
