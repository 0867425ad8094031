import { pattern, signOf, type Figure, type MarkedSentence } from '@guankao/passages';
import { figureOperand, just, quotientOf, sumOf } from '../expression.ts';
import { depths, gapBetween, listFrom } from '../lists.ts';
import { before, named, nearWords, ownWords, type Surroundings } from '../near.ts';
import { judged, type Statement, type Suggestion } from '../statement.ts';

const share = pattern('^(?:其中)?(?<name>\\p{Script=Han}{2,6}?)(?:類|型|部分|者|組|區)?[占佔](?:比)?(?:約|達|為|僅)*$');

/** 山林27處、海洋15處、文化9處及其他3處，山林類占50%: one that is listed, of all that are. */
export function* sharesOfListsIn({ sentence, item }: Surroundings): Iterable<Statement> {
  if (!/[占佔]/u.test(sentence.words)) return;
  const deep = depths(sentence);
  for (const claim of sentence.figures) {
    if (claim.kind !== 'percent' || claim.unit === '百分點') continue;
    const name = share.exec(nearWords(before(sentence, signOf(sentence, claim))))?.groups?.['name'];
    if (name === undefined) continue;
    const counted = sentence.figures.filter(({ kind, end }) => kind === 'count' && end <= claim.start);
    const list = counted
      .map((_, from) => listFrom(sentence, counted, from, deep))
      .find((one) => one.length >= 3 && one.some((figure) => bears(sentence, figure, name)));
    const parts = (list ?? []).filter((figure) => bears(sentence, figure, name));
    const [part, more] = parts;
    if (list === undefined || part === undefined || more !== undefined) continue;
    const over = (all: Figure): Suggestion => ({
      as: 'of-another-whole',
      expression: quotientOf(just(figureOperand(part)), just(figureOperand(all))),
      scale: 100,
    });
    yield judged({
      kind: 'share',
      claim,
      word: '占',
      sure: isWhole(sentence, list),
      suggested: [
        {
          as: 'of-all-that-are-listed',
          expression: quotientOf(
            just(figureOperand(part)),
            sumOf(...list.map((figure) => just(figureOperand(figure)))),
          ),
          scale: 100,
        },
      ],
      others: () => item.filter((all) => all.kind === part.kind && all !== part && all.value.of > 0n).map(over),
    });
  }
}

const bears = (sentence: MarkedSentence, figure: Figure, name: string): boolean =>
  named(ownWords(sentence, figure).replaceAll(/[，、；:及與和]/gu, '')).endsWith(name);

/** The last of the list is joined by 及, or is all the rest. */
function isWhole(sentence: MarkedSentence, list: readonly Figure[]): boolean {
  const [former, last] = list.slice(-2);
  if (former === undefined || last === undefined) return false;
  return /[及與和]|其他|其餘/u.test(gapBetween(sentence, signOf(sentence, former), signOf(sentence, last)));
}
