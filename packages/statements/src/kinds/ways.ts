import {
  absolute,
  compare,
  exactly,
  markAt,
  minus,
  pattern,
  sameUnit,
  vocabulary,
  whole,
  type Figure,
  type MarkedSentence,
} from '@guankao/passages';
import { figureAt, type Surroundings } from '../near.ts';
import { numberFigure } from '../number-figure.ts';
import type { Statement } from '../statement.ts';
import { noLess } from './order.ts';

/** 由212.4公尺上升為214.1公尺: which way it went, told between its two ends. */
export function* waysIn({ sentence }: Surroundings): Iterable<Statement> {
  if (!/[由從自]/u.test(sentence.words)) return;
  yield* levelsIn(sentence);
  yield* turnedIn(sentence);
  yield* ranksIn(sentence);
}

const rises =
  '上升|攀升|上揚|提升|提高|調升|調高|調增|躍升|躍增|推升|拉高|遞增|上修|增加|增長|成長|擴增|擴充|擴大|延長|加長|升|增|漲';
const falls = '下降|降低|調降|調減|減少|縮短|縮減|縮小|下滑|下跌|衰退|減緩|趨緩|遞減|壓低|壓降|下修|降|減';
const end = '(?:[^，。；、%A()]|%D)';
const levels = pattern(
  `[由從自](?<from>${end}{0,20})(?<a>%N)(?:[^，。；、%A()]{0,6}?)(?<word>${rises}|${falls})(?:至|到|為|成|達)(?<to>${end}{0,12})(?<b>%N)`,
  vocabulary,
  'dgu',
);
/** What one end is told for, and the other would have to be too. */
const scopes = /每.|平均|累計|最[高低多少]|分別|各/gu;

const scopeOf = (words: string): string => (words.match(scopes) ?? []).join();

function* levelsIn(sentence: MarkedSentence): Iterable<Statement> {
  for (const match of sentence.words.matchAll(levels)) {
    const [former, later] = [figureAt(sentence, match, 'a'), figureAt(sentence, match, 'b')];
    const { from = '', to = '', word = '' } = match.groups ?? {};
    if (former === null || later === null || !sameUnit(former, later)) continue;
    if (former.widening !== 'exact' || later.widening !== 'exact') continue;
    // 由每月620公噸減為540公噸: told once, for both ends.
    if (scopeOf(to) !== '' && scopeOf(from) !== scopeOf(to)) continue;
    // 通報時間由20分鐘提升至12分鐘: it got better.
    if (former.kind === 'duration' && /^(?:提升|提高|推升|擴大)$/u.test(word)) continue;
    const upward = new RegExp(`^(?:${rises})$`, 'u').test(word);
    yield upward ? noLess(later, word, 'moved', later, former) : noLess(later, word, 'moved', former, later);
  }
}

const turned = pattern(
  `[由從自](?:${end}{0,12})(?<a>%N)(?:[^，。；、%A()]{0,4}?)(?:${rises}|${falls})(?:至|到|為|成|達)(?:${end}{0,8})(?<b>%N)，(?:已|約|共)*較(?:%D|上年度?|前一年度?|去年度?|前年度?)(?:同期)?(?:已|約)?(?<word>增加|上升|提升|成長|減少|下降|降低)(?:了|約)?(?<by>%N)(?=[，。；)]|$)`,
  vocabulary,
  'dgu',
);

/** 由140件增為165件，較上年度減少25件: by as much as it went, and the other way. */
function* turnedIn(sentence: MarkedSentence): Iterable<Statement> {
  for (const match of sentence.words.matchAll(turned)) {
    const [former, later, by] = ['a', 'b', 'by'].map((name) => figureAt(sentence, match, name));
    if (former === undefined || former === null || later === undefined || later === null || by === undefined) continue;
    if (by === null || !sameUnit(former, later) || former.kind !== by.kind) continue;
    if ([former, later, by].some(({ widening }) => widening !== 'exact')) continue;
    // By another amount it may be of another base.
    if (compare(absolute(minus(later.value, former.value)), by.value) !== 0) continue;
    const word = match.groups?.['word'] ?? '';
    yield /[增升長]/u.test(word)
      ? noLess(later, word, 'moved', later, former)
      : noLess(later, word, 'moved', former, later);
  }
}

const ranks = pattern(
  `[由從自]${end}{0,12}第(?<a>%O)[名位]${end}{0,4}(?<word>進步|躍升|躍進|前進|提升|上升|退步|下滑|倒退|退後)(?:至|到|為)${end}{0,8}第(?<b>%O)[名位]`,
  vocabulary,
  'dgu',
);

/** 由第18名退步至第14名: the smaller number is the better place. */
function* ranksIn(sentence: MarkedSentence): Iterable<Statement> {
  for (const match of sentence.words.matchAll(ranks)) {
    const [former, later] = [placeAt(sentence, match, 'a'), placeAt(sentence, match, 'b')];
    const { word = '' } = match.groups ?? {};
    if (former === null || later === null) continue;
    const better = !/退|下滑/u.test(word);
    yield better ? noLess(later, word, 'moved', former, later) : noLess(later, word, 'moved', later, former);
  }
}

function placeAt(sentence: MarkedSentence, { indices }: RegExpExecArray, name: string): Figure | null {
  const at = indices?.groups?.[name]?.[0];
  const mark = at === undefined ? null : markAt(sentence, at);
  const digits = mark?.sign === 'ordinal' ? /^\d+$/u.exec(mark.ordinal.words)?.[0] : undefined;
  if (mark === null || digits === undefined) return null;
  const value = whole(BigInt(digits));
  return numberFigure(sentence, mark, { value, step: whole(1), interval: exactly(value) });
}
