import {
  commensurable,
  compare,
  markAt,
  pattern,
  sameUnit,
  signOf,
  whole,
  type Figure,
  type MarkedSentence,
} from '@guankao/passages';
import { after, exactFigureAt, figureAt, isPlain, plainOperand, type Surroundings } from '../near.ts';
import type { Statement } from '../statement.ts';
import { noLess } from './order.ts';

/** Which of all is the most, by its time or its number, and what all of them lie between: 以第3季最高; 平均6日，最快2日、最慢5日. */
export function* endsOfAllIn({ sentence }: Surroundings): Iterable<Statement> {
  yield* meansOutsideIn(sentence);
  yield* thirdsIn(sentence);
  yield* namedByTimeIn(sentence);
  yield* namedByPlaceIn(sentence);
}

const most = '最高|最多|最大|最長|居冠|居首|最低|最少|最小|最短';
const isLeast = (word: string): boolean => /[低少小短快早輕淺窄]$/u.test(word);

const meanThenEnds = pattern(
  '平均(?:每(?<per>[^，。；、%A]{1,2}))?(?:為|約|達|計)*(?<mean>%N)，(?:其中)?(?:單(?<one>[^，。；、%A]{1,2})|各[^，。；、%A]{1,3})?最(?<first>[高低多少大小長短快慢久])(?:者|為|達|僅|約|曾達)*(?<a>%N)[、，](?:單[^，。；、%A]{1,2})?最(?<second>[高低多少大小長短快慢久])(?:者|為|達|僅|約)*(?<b>%N)(?=[，。；)]|$)',
  undefined,
  'dgu',
);

/** 平均6日，最快2日、最慢5日: no mean lies beyond the ends of all. */
function* meansOutsideIn(sentence: MarkedSentence): Iterable<Statement> {
  for (const match of sentence.words.matchAll(meanThenEnds)) {
    const [mean, a, b] = [
      figureAt(sentence, match, 'mean'),
      figureAt(sentence, match, 'a'),
      figureAt(sentence, match, 'b'),
    ];
    const { per, one } = match.groups ?? {};
    if (mean === null || a === null || b === null || mean.widening !== 'exact' || !isPlain(a) || !isPlain(b)) continue;
    // 平均每場…，單日最高…: of other things.
    if (!sameUnit(mean, a) || !sameUnit(mean, b) || (one !== undefined && per !== undefined && one !== per)) continue;
    const [low, high] = compare(a.value, b.value) <= 0 ? [a, b] : [b, a];
    if (compare(mean.value, high.value) > 0)
      yield noLess(mean, '平均', 'a-mean-between-its-ends', high, mean, plainOperand);
    else yield noLess(mean, '平均', 'a-mean-between-its-ends', mean, low, plainOperand);
    // 單場最高410人次、最低135人次，平均120人次: which of the two ends was mistyped nobody can say.
  }
}

const third = pattern(
  '(?<a>%N)(?:居冠|最多|最高|居首)，[^，。；、%A]{1,8}(?<b>%N)(?:次?之|居次)，[^，。；、%A]{1,8}(?<c>%N)(?:位?居|為|排名?)?(?:第%O|再次之|第三)(?:位|名)?(?=[，。；]|$)',
  undefined,
  'dgu',
);

/** 甲市320人居冠，乙市285人次之，丙市301人位居第三 */
function* thirdsIn(sentence: MarkedSentence): Iterable<Statement> {
  for (const match of sentence.words.matchAll(third)) {
    const [a, b, c] = [
      exactFigureAt(sentence, match, 'a'),
      exactFigureAt(sentence, match, 'b'),
      exactFigureAt(sentence, match, 'c'),
    ];
    if (a === null || b === null || c === null || !commensurable(a, c) || !commensurable(b, c)) continue;
    yield noLess(c, '次之', 'the-third-of-them', b, c);
    yield noLess(b, '居冠', 'the-third-of-them', a, b);
  }
}

const byTime = pattern(
  `^(?:，(?:合計|共計|全年|全年平均|平均|總計|共)[^，。；%A]{0,4}%N)?(?:，[^，。；%A]{0,8})?[，。](?:其中)?以(?<label>第%O[季期月次]|%D)(?:之|的)?(?<noun>[^，。；%A]{0,6}?)(?:為)?(?<word>${most})(?=[，。；]|$)`,
  undefined,
  'du',
);
const label = pattern('(?:第%O[季期月次]|%D)[^，。；、%A()]{0,3}$');

/** 第1季52%、第2季61%、第3季70%及第4季77%，以第3季最高: of those that are told each under its time. */
function* namedByTimeIn(sentence: MarkedSentence): Iterable<Statement> {
  for (const last of sentence.figures) {
    const series = seriesUpTo(sentence, last);
    if (series.length < 3) continue;
    const behind = byTime.exec(after(sentence, signOf(sentence, last)));
    const at = behind?.indices?.groups?.['label']?.[0];
    const { word = '', noun = '', label: words = '' } = behind?.groups ?? {};
    if (at === undefined || !isOfThem(sentence, series, noun)) continue;
    const place = signOf(sentence, last) + 1 + at + (words.startsWith('第') ? 1 : 0);
    yield* heldAgainst(series, wordsAt(sentence, place), word);
  }
  yield* namedBehindIn(sentence);
}

function* heldAgainst(series: readonly Level[], told: string | null, word: string): Iterable<Statement> {
  const own = series.find(({ time }) => time === told)?.figure;
  if (told === null || own === undefined) return;
  for (const { figure } of series)
    if (figure !== own)
      yield isLeast(word)
        ? noLess(own, word, 'named-by-its-time', figure, own)
        : noLess(own, word, 'named-by-its-time', own, figure);
}

const opening = pattern(
  `^(?:其中)?以(?<label>第%O[季期月次]|%D)(?:之|的)(?<noun>[^，。；%A]{1,6}?)(?:為)?(?<word>${most})(?=[，。；]|$)`,
  undefined,
  'du',
);

/** 1月至4月86件、5月至8月131件、9月至12月95件。以9月至12月之件數最多: of the series of a sentence before, by what it counts. */
function* namedBehindIn(sentence: MarkedSentence): Iterable<Statement> {
  const match = opening.exec(sentence.words);
  const at = match?.indices?.groups?.['label']?.[0];
  const { word = '', noun = '', label: words = '' } = match?.groups ?? {};
  if (at === undefined) return;
  const told = wordsAt(sentence, at + (words.startsWith('第') ? 1 : 0));
  for (const former of sentence.text.marked.filter(({ end }) => end <= sentence.start))
    for (const last of former.figures) {
      const series = seriesUpTo(former, last);
      if (series.length < 3 || !isOfThem(former, series, noun) || isGoneOn(former, last)) continue;
      yield* heldAgainst(series, told, word);
    }
}

/** More of the series stands behind. */
const isGoneOn = (sentence: MarkedSentence, last: Figure): boolean => {
  const next = sentence.figures[sentence.figures.indexOf(last) + 1];
  return next !== undefined && seriesUpTo(sentence, next).some(({ figure }) => figure === last);
};

interface Level {
  readonly time: string | null;
  readonly figure: Figure;
}

/** Figures in a row, each right behind its time, up to one of them. */
function seriesUpTo(sentence: MarkedSentence, last: Figure): readonly Level[] {
  const levels: Level[] = [];
  for (const figure of sentence.figures.filter(({ end }) => end <= last.end).toReversed()) {
    const [next] = levels;
    const lead = sentence.words.slice(0, signOf(sentence, figure));
    const match = label.exec(lead);
    if (match === null || figure.widening !== 'exact' || !sameUnit(figure, last)) break;
    const at = match.index + (match[0].startsWith('第') ? 1 : 0);
    if (next !== undefined) {
      const gap = sentence.words.slice(signOf(sentence, figure) + 1, signOf(sentence, next.figure));
      if (!/^[、，及與和]{1,2}[^，。；、]{1,6}$/u.test(gap)) break;
    }
    levels.unshift({ time: wordsAt(sentence, at), figure });
  }
  return levels;
}

function wordsAt(sentence: MarkedSentence, at: number): string | null {
  const mark = markAt(sentence, at);
  return mark === null ? null : sentence.text.text.slice(mark.start, mark.end);
}

/** 以…之任務數最多: what the series counts, by its name or by its unit. */
function isOfThem({ words }: MarkedSentence, [first]: readonly Level[], noun: string): boolean {
  const bare = noun.replace(/(?:數量?|量|次數|人數)$/u, '');
  return bare === '' || words.includes(bare) || bare === first?.figure.unit;
}

const byPlace = pattern(
  `(?<count>%C)[^，。；、%A]{0,8}?(?:為|分別為|依序為|各為)?(?<list>%N(?:[、及與和]%N){2,})，(?:其中)?以?第%O[校所區季場案處站隊館名期](?:為)?(?<word>${most})(?=[，。；]|$)`,
  undefined,
  'dgu',
);
const places = '一二三四五六七八九';

/** 三校為3.1%、2.7%、4.0%，其中以第一校最高 */
function* namedByPlaceIn(sentence: MarkedSentence): Iterable<Statement> {
  for (const match of sentence.words.matchAll(byPlace)) {
    const [from, until] = match.indices?.groups?.['list'] ?? [0, 0];
    const list = sentence.figures.filter((figure) => {
      const at = signOf(sentence, figure);
      return at >= from && at < until;
    });
    const count = figureAt(sentence, match, 'count');
    const ordinal = sentence.marks.find((mark) => mark.at >= until && mark.sign === 'ordinal');
    const words = ordinal === undefined ? '' : sentence.text.text.slice(ordinal.start, ordinal.end);
    const own = list[/^\d$/u.test(words) ? Number(words) - 1 : places.indexOf(words)];
    if (own === undefined || count === null || compare(count.value, whole(list.length)) !== 0) continue;
    if (list.some((one) => one.widening !== 'exact' || !sameUnit(one, own))) continue;
    const { word = '' } = match.groups ?? {};
    for (const other of list)
      if (other !== own)
        yield isLeast(word)
          ? noLess(own, word, 'named-by-its-place', other, own)
          : noLess(own, word, 'named-by-its-place', own, other);
  }
}
