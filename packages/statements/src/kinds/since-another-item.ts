import { commensurable, pattern, sameUnit, vocabulary, type Figure } from '@guankao/passages';
import { declineOf, figureOperand, growthOf, just, differenceOf } from '../expression.ts';
import { exactFigureAt, ownWords, type Surroundings } from '../near.ts';
import { judged, type Statement } from '../statement.ts';

const compared = pattern(
  `(?:^|[，。；])(?<name>\\p{Script=Han}{2,8})(?:較|相較於?|比)(?:%D|{formerYear})[之的度]?(?:同期|之)?(?<a>%N)(?<word>增加|成長|提升|減少|下降|降低|衰退)(?:了|約|達)?(?<claim>%N)(?=[，。；]|$)`,
  vocabulary,
  'dgu',
);

/** 授權金額較113年1億3,000萬元成長20.0%: what it is now stands in another item, under the same name. */
export function* changesSinceInAnotherItem({ sentence, results }: Surroundings): Iterable<Statement> {
  for (const match of sentence.words.matchAll(compared)) {
    const [former, claim] = [exactFigureAt(sentence, match, 'a'), exactFigureAt(sentence, match, 'claim')];
    const { name = '', word = '' } = match.groups ?? {};
    if (former === null || claim === null || claim.unit === '百分點' || claim.unit === '倍') continue;
    if (claim.kind !== 'percent' && !sameUnit(claim, former)) continue;
    const bearers = results.filter(
      (figure) => figure.text !== sentence.text && commensurable(figure, former) && isNamed(figure, name),
    );
    const levels = new Map(bearers.map((figure) => [`${figure.value.of}/${figure.value.over}`, figure]));
    const [later, another] = levels.values();
    if (later === undefined || another !== undefined || later.widening !== 'exact') continue;
    const rises = /增|成長|提升/u.test(word);
    const [a, b] = [just(figureOperand(later)), just(figureOperand(former))];
    const expression =
      claim.kind !== 'percent'
        ? rises
          ? differenceOf(a, b)
          : differenceOf(b, a)
        : rises
          ? growthOf(a, b)
          : declineOf(a, b);
    yield judged({
      kind: 'change',
      claim,
      word,
      sure: true,
      suggested: [
        { as: 'since-what-another-item-tells', expression, ...(claim.kind === 'percent' && { scale: 100 as const }) },
      ],
    });
  }
}

/** 授權金額2億3,160萬元: nothing but the name, right before the figure. */
function isNamed(figure: Figure, name: string): boolean {
  const own = figure.text.marked.find(({ start, end }) => start <= figure.start && figure.end <= end);
  return (
    own !== undefined &&
    new RegExp(`(?:^|[，；、])(?:全年|本年度?|年度)?${name}(?:為|達|計|共)*$`, 'u').test(ownWords(own, figure))
  );
}
