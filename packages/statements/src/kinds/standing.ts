import { commensurable, pattern, sameUnit, signOf, type Figure, type MarkedSentence } from '@guankao/passages';
import { after, before, isPerOne, type Surroundings } from '../near.ts';
import type { Statement } from '../statement.ts';
import { noLess } from './order.ts';

/** 東區61%最高，西區58%次之; 2,100件，為近三年最多(…); 1,120件，較上年度1,260件增加: figures, and how they stand to one another. */
export function* standingsIn({ sentence }: Surroundings): Iterable<Statement> {
  yield* ordersIn(sentence);
  yield* runnersUpIn(sentence);
  yield* trendsIn(sentence);
  yield* recordsIn(sentence);
  yield* movesIn(sentence);
  yield* heldBesideIn(sentence);
}

const beside = pattern('^[^，。；、%A()]{0,2}，(?:較|比)(?:[^，。；、%A()較比]|%D){2,14}$');
const isABound = /期限|時限|標準|上限|法定|規定/u;
const stands = pattern('^(?:之|的)?(?:為|更|還|稍|略)*(?<word>短|長|高|低|多|少|快|慢)(?=[，。；)]|$)');

/** 平均27日，較法定期限20日為短 */
function* heldBesideIn(sentence: MarkedSentence): Iterable<Statement> {
  for (const [i, bound] of sentence.figures.entries()) {
    const value = sentence.figures[i - 1];
    if (value === undefined || !sameUnit(value, bound)) continue;
    const gap = sentence.words.slice(signOf(sentence, value) + 1, signOf(sentence, bound));
    const word = stands.exec(after(sentence, signOf(sentence, bound)))?.groups?.['word'];
    if (word === undefined || !beside.test(gap)) continue;
    // A mean may be held against a term or a bound, and against no other number of one.
    if (isPerOne(sentence, value) !== isPerOne(sentence, bound) && !isABound.test(gap)) continue;
    // 快 and 慢 are of times and of speeds.
    if (/[快慢]/u.test(word) && value.kind !== 'duration') continue;
    const more = /[長高多慢]/u.test(word);
    if (value.widening !== 'exact' || bound.widening !== 'exact') continue;
    yield more ? noLess(bound, word, 'held-beside', value, bound) : noLess(bound, word, 'held-beside', bound, value);
  }
}

const places = [
  { word: '最高', behind: /^(?:為|屬)?(?<word>最高|最多|最大|居首|居冠|居首位|居第一|領先)(?![^，。；)])/u },
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

const nextTo = pattern('^[^，。；%A]{0,2}(?<word>最多|最高|最大)，(?:其次|次)(?:為|是|則為)?[^，。；、%A]{1,10}$');

/** 以甲市43.5萬人次最多，其次為乙市41.2萬人次 */
function* runnersUpIn(sentence: MarkedSentence): Iterable<Statement> {
  for (const [i, second] of sentence.figures.entries()) {
    const first = sentence.figures[i - 1];
    if (first === undefined || first.kind === 'duration') continue;
    const gap = sentence.words.slice(signOf(sentence, first) + 1, signOf(sentence, second));
    const word = nextTo.exec(gap)?.groups?.['word'];
    if (word !== undefined) yield* atLeastAs(first, second, first, word);
  }
}

const trend = pattern(
  '^，(?:呈|已|且|並)*(?:近%T來?)?(?:呈)?(?<run>逐年|連年|連續%T)(?:呈)?(?<word>成長|增加|上升|提升|提高|遞增|下降|減少|降低|遞減)(?:趨勢)?(?=[，。；)]|$)',
);
const yearStep = pattern('^[、，]%D(?:度)?(?:為|達|計)?$');
/** 111年, and no stretch of one. */
const ofAYear = /(?<!\d)\d{2,4}年度?(?:為|達|計)?$/u;

/** 111年420件、112年405件、113年398件，逐年下降: each of the years told, one after the other. */
function* trendsIn(sentence: MarkedSentence): Iterable<Statement> {
  for (const last of sentence.figures) {
    const match = trend.exec(after(sentence, signOf(sentence, last)));
    const { word, run } = match?.groups ?? {};
    if (word === undefined || run === undefined) continue;
    const levels = yearsUpTo(sentence, last);
    // 連續3年下降 is of the last three steps, if so many are told.
    const steps = Number(
      sentence.figures.find(
        ({ kind, start, value }) =>
          kind === 'duration' && start > last.end && value.of < 100n && run.startsWith('連續'),
      )?.value.of ?? levels.length - 1,
    );
    const told = levels.slice(-steps - 1);
    if (told.length < 3 || told.some(({ widening }) => widening !== 'exact')) continue;
    const up = /[增升成提]/u.test(word);
    for (const [i, later] of told.entries()) {
      const former = told[i - 1];
      if (former === undefined) continue;
      yield up ? noLess(later, word, 'ordered', later, former) : noLess(later, word, 'ordered', former, later);
    }
  }
}

/** The figures of consecutive dates up to one of them. */
function yearsUpTo(sentence: MarkedSentence, last: Figure): readonly Figure[] {
  const told = sentence.figures.filter((figure) => figure.end <= last.end);
  const isOfAYear = ({ text, start }: Figure): boolean => ofAYear.test(text.text.slice(Math.max(0, start - 8), start));
  const levels: Figure[] = [];
  for (const figure of told.toReversed()) {
    const [next] = levels;
    const gap = next === undefined ? null : sentence.words.slice(signOf(sentence, figure) + 1, signOf(sentence, next));
    if (!isOfAYear(figure)) break;
    if (gap !== null && (!yearStep.test(gap) || next === undefined || !sameUnit(figure, next))) break;
    levels.unshift(figure);
  }
  return levels.length > 1 ? levels : inARow(sentence, last);
}

const stretchOfYears = pattern('(?:近%T|%D|歷年|各年度?)[^，。；、%A]{0,8}(?:依序|分別|依次)(?:為|是|達)*$');

/** 近四年依序為88%、86%、83%及84%: a level for each of the years, in their order. */
function inARow(sentence: MarkedSentence, last: Figure): readonly Figure[] {
  const levels: Figure[] = [last];
  for (const figure of sentence.figures.filter(({ end }) => end <= last.start).toReversed()) {
    const [next] = levels;
    if (next === undefined || !sameUnit(figure, next)) break;
    if (!/^[、及與和]$/u.test(sentence.words.slice(signOf(sentence, figure) + 1, signOf(sentence, next)))) break;
    levels.unshift(figure);
  }
  const [first] = levels;
  return first !== undefined && stretchOfYears.test(before(sentence, signOf(sentence, first))) ? levels : [];
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
