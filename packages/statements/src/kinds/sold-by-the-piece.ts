import { commensurable, pattern, vocabulary, type Figure } from '@guankao/passages';
import { figureOperand, just, productOf } from '../expression.ts';
import { exactFigureAt, isPerOne, type Surroundings } from '../near.ts';
import { judged, type Statement } from '../statement.ts';

const priced = pattern(
  `(?:(?:單價|售價|費率|水價|票價)(?:為)?每(?:一)?(?<unit>\\p{Script=Han}{1,3})|每(?:一)?(?<each>\\p{Script=Han}{1,3})(?:售價|單價|收費|收購價|收取))(?:為|約)?(?<a>%M)，[^，。；、%A]{0,8}(?:收入|金額|經費|價款|規費)(?:為|達|計|約|共)*(?<claim>%M)(?=[，。；]|$)`,
  vocabulary,
  'dgu',
);

/** 售水單價每噸18.5元，售水收入1億8,500萬元, and 全年供水1,000萬噸 in another item: so many at that price. */
export function* productsOfAnotherItem({ sentence, results }: Surroundings): Iterable<Statement> {
  for (const match of sentence.words.matchAll(priced)) {
    const [price, claim] = [exactFigureAt(sentence, match, 'a'), exactFigureAt(sentence, match, 'claim')];
    const unit = match.groups?.['unit'] ?? match.groups?.['each'];
    if (price === null || claim === null || unit === undefined || !commensurable(price, claim)) continue;
    const counted = results.filter((figure) => isCounted(figure, unit));
    // Among many something fits by chance, and nobody can say which is meant.
    if (counted.length === 0 || counted.length > 3) continue;
    yield judged({
      kind: 'product',
      claim,
      word: '單價',
      sure: true,
      suggested: counted.map((figure) => ({
        as: 'so-many-of-another-item-at-the-price',
        expression: productOf(just(figureOperand(figure)), just(figureOperand(price))),
      })),
    });
  }
}

function isCounted(figure: Figure, unit: string): boolean {
  const own = figure.text.marked.find(({ start, end }) => start <= figure.start && figure.end <= end);
  return figure.kind === 'count' && figure.unit === unit && own !== undefined && !isPerOne(own, figure);
}
