import { commensurable, pattern, sameUnit, signOf, type Figure, type MarkedSentence } from '@guankao/passages';
import { after, isPerOne, type Surroundings } from '../near.ts';
import type { Statement } from '../statement.ts';
import { noLess } from './order.ts';

/** 東區61%最高，西區58%次之; 2,100件，為近三年最多(…); 1,120件，較上年度1,260件增加: figures, and how they stand to one another. */
export function* standingsIn({ sentence }: Surroundings): Iterable<Statement> {
  yield* ordersIn(sentence);
  yield* recordsIn(sentence);
  yield* movesIn(sentence);
}

const places = [
  { word: '最高', behind: /^(?:為|屬)?(?<word>最高|最多|最大)(?![^，。；)])/u },
  { word: '次之', behind: /^(?:為)?(?<word>次之|居次)(?![^，。；)])/u },
  { word: '最低', behind: /^(?:為|屬)?(?<word>最低|最少|最小)(?![^，。；)])/u },
] as const;

/** The first is no less than the second, and neither is less than the last. */
function* ordersIn(sentence: MarkedSentence): Iterable<Statement> {
  const told = places.map(({ word: place, behind }) =>
    sentence.figures.flatMap((figure) => {
      const words = after(sentence, signOf(sentence, figure));
      // 410件次之 was read as 410件次.
      const swallowed = place === '次之' && figure.unit?.endsWith('次') === true && /^之(?![^，。；)])/u.test(words);
      const word = swallowed ? place : behind.exec(words)?.groups?.['word'];
      return word === undefined ? [] : [{ figure, word }];
    }),
  );
  const [[first, ...firsts] = [], [second, ...seconds] = [], [last, ...lasts] = []] = told;
  if (firsts.length + seconds.length + lasts.length > 0) return;
  // 甲區以…最多，乙區以…次之: each the most of its own.
  if (sentence.words.split('以').length > 2) return;
  if (first !== undefined && second !== undefined)
    yield* atLeastAs(first.figure, second.figure, first.figure, first.word);
  if (last === undefined) return;
  const above = second ?? first;
  if (above !== undefined) yield* atLeastAs(above.figure, last.figure, last.figure, last.word);
}

function* atLeastAs(larger: Figure, smaller: Figure, claim: Figure, word: string): Iterable<Statement> {
  if (!commensurable(larger, smaller) || larger.widening !== 'exact' || smaller.widening !== 'exact') return;
  yield noLess(claim, word, 'ordered', larger, smaller);
}

const record = pattern('^[^，。；%A]{0,4}，為近%T來?(?<word>最多|最高|最大|新高|最少|最低|最小|新低)\\(');

/** The list in the brackets is what it is the most of. */
function* recordsIn(sentence: MarkedSentence): Iterable<Statement> {
  for (const figure of sentence.figures) {
    const at = signOf(sentence, figure);
    const match = record.exec(after(sentence, at));
    const word = match?.groups?.['word'];
    if (match === null || word === undefined || figure.widening !== 'exact') continue;
    const open = at + match[0].length;
    const close = sentence.words.indexOf(')', open);
    const others = sentence.figures.filter(
      (other) => signOf(sentence, other) > open && signOf(sentence, other) < close && sameUnit(other, figure),
    );
    for (const other of others)
      yield /多|高|大/u.test(word)
        ? noLess(figure, word, 'ordered', figure, other)
        : noLess(figure, word, 'ordered', other, figure);
  }
}

const against = pattern(
  '^，?(?:較|相較於?|比|與)(?<base>(?:%D|上年度?|去年度?|前一?年度?|上年度?同期|去年同期)[^，。；%A]{0,6})$',
);
const moved = pattern(
  '^(?:之|的)?(?:持平)?(?:已|略|微|小幅|大幅|明顯|顯著|呈|有所)*(?<word>增加|成長|提升|提高|上升|升|增|減少|下降|降低|降|減)(?=[，。；)]|$)',
);

/** A word of change and no number behind it: the two figures before it are all that it rests on. */
function* movesIn(sentence: MarkedSentence): Iterable<Statement> {
  for (const [i, former] of sentence.figures.entries()) {
    const later = sentence.figures[i - 1];
    if (later === undefined || !commensurable(later, former) || later.kind === 'duration') continue;
    if (later.widening !== 'exact' || former.widening !== 'exact') continue;
    if (isPerOne(sentence, later) !== isPerOne(sentence, former)) continue;
    const word = moved.exec(after(sentence, signOf(sentence, former)))?.groups?.['word'];
    const gap = sentence.words.slice(signOf(sentence, later) + 1, signOf(sentence, former));
    if (word === undefined || !against.test(gap)) continue;
    yield /[增升成提]/u.test(word)
      ? noLess(former, word, 'moved', later, former)
      : noLess(former, word, 'moved', former, later);
  }
}
