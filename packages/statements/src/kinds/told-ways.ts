import {
  commensurable,
  pattern,
  sameUnit,
  signOf,
  type Figure,
  type Mark,
  type MarkedSentence,
} from '@guankao/passages';
import { exactFigureAt, nearWords, operandIn, type Surroundings } from '../near.ts';
import { numberFigure } from '../number-figure.ts';
import type { Statement } from '../statement.ts';
import { noLess } from './order.ts';

/** Words of a way that the figures beside them go against: 由44件增為47件，改善3件; 56、61、58、70件，逐季遞增. */
export function* toldWaysIn({ sentence }: Surroundings): Iterable<Statement> {
  for (const { phrase, as } of pairs)
    for (const match of sentence.words.matchAll(phrase)) {
      const [before, after] = [exactFigureAt(sentence, match, 'before'), exactFigureAt(sentence, match, 'after')];
      const { word = '改善', subject = '' } = match.groups ?? {};
      if (before === null || after === null || !commensurable(before, after)) continue;
      const way = wayOf(word, subject);
      if (way === null) continue;
      yield way === 'up' ? noLess(before, word, as, after, before) : noLess(before, word, as, before, after);
    }
  yield* seriesIn(sentence);
}

type Way = 'up' | 'down';

const up = '增加|成長|上升|提升|提高|增長|增列|追加|核增|擴增|遞增';
const down = '減少|下降|降低|縮減|衰退|減列|追減|核減|刪減|遞減';
const risen = '增加?|上?升|攀升|提高|惡化|成長';
const fallen = '減少?|下?降|下滑|降低|縮減';
const to = '(?:為|至|到|成)';
const lead = '(?:%D[度之的]?)?';

/** Of these everybody wants less. */
const burden =
  /事故|職災|傷亡|死亡|死傷|傷害|逾期|陳情|申訴|故障|漏水|違規|缺課|曠課|中輟|超收|誤差|錯誤|退件|離職|失業|竊盜|詐騙|犯罪|火災|感染|污染|超標|積壓|待辦|斷線|停電|空置|閒置|延誤|誤報|流標|肇事|失聯|擁擠/u;
/** And of these more. */
const good =
  /合格|滿意|妥善|達成|涵蓋|完成|及格|出席|到校|存活|接種|就業|回收|命中|準點|可用|通過|結案|破案|使用率|普及/u;

function wayOf(word: string, subject: string): Way | null {
  if (new RegExp(`^(?:${up})`, 'u').test(word)) return 'up';
  if (new RegExp(`^(?:${down})`, 'u').test(word)) return 'down';
  // 改善 is less of what is a burden and more of what is good; of other things nobody can say.
  if (burden.test(subject)) return 'down';
  return good.test(subject) && !/[不未非]/u.test(subject) ? 'up' : null;
}

const pairs: readonly { readonly as: string; readonly phrase: RegExp }[] = [
  // 漏水率由14.2%升至15.1%，較上年度改善0.9個百分點; 超收比率由8%升為11%，擁擠情形已獲改善
  {
    as: 'better-and-worse',
    phrase: pattern(
      `(?<subject>[^，。；、%A()]{2,12})由${lead}(?<before>%N)(?:${risen}|${fallen})${to}${lead}(?<after>%N)，(?:(?:較[^，。；%A]{1,6})?(?<word>改善)(?:了|約|達|計)?%N|[^，。；%A]{0,6}(?:已獲|有所|獲得|已見|明顯|已)改善)(?=[，。；]|$)`,
      undefined,
      'dgu',
    ),
  },
  // 回收量由620公噸減為548公噸，較上年度成長
  {
    as: 'against-its-own-figures',
    phrase: pattern(
      `由${lead}(?<before>%N)(?:${risen}|${fallen})${to}${lead}(?<after>%N)，(?:較|比)(?:上年度?|去年度?|前一?年度?|%D)(?:同期)?(?:略|已|微|小幅|大幅|明顯|顯著|呈)*(?<word>${up}|${down})(?=[，。；]|$)`,
      undefined,
      'dgu',
    ),
  },
  // 修正前18億元，修正後16億2,000萬元，增列1億8,000萬元
  {
    as: 'before-and-after-the-revision',
    phrase: pattern(
      `(?:修正|變更|調整|修訂|改版)前[^，。；、%A]{0,6}(?<before>%N)[，、]?(?:修正|變更|調整|修訂|改版)後[^，。；、%A]{0,6}(?<after>%N)，(?:計|共|合計)?(?<word>${up}|${down})(?:約|計|達)?%N`,
      undefined,
      'dgu',
    ),
  },
  // 較113年210件增加，為185件
  {
    as: 'against-the-level-behind-it',
    phrase: pattern(
      `(?:較|比)(?:%D[度之的]?|上年度?|去年度?)(?:同期)?(?:之|的)?(?<before>%N)(?:略|已|微|小幅|大幅|明顯)*(?<word>${up}|${down})，(?:計)?(?:為|達|計)(?<after>%N)(?=[，。；]|$)`,
      undefined,
      'dgu',
    ),
  },
];

const listed = '(?<list>(?:(?:%B|%N)[、，及與和])(?:(?:%B|%N)[、，及與和])+(?:%B|%N))';
const inARow = pattern(
  `${listed}[^，。；、%A()]{0,4}，(?:均|已|並|呈|皆)*(?:逐季|逐月|逐期|逐年|逐次|逐週|連年|逐屆)(?:呈現?)?(?<word>${up}|${down})(?:趨勢|之勢|態勢)?(?=[，。；]|$)`,
  undefined,
  'dgu',
);
/** 第1季24座、第2季32座: each under the time that it is of. */
const labelled = pattern(
  `(?<list>(?:(?:第%O[季期次年屆月]|%D)[^，。；、%A()]{0,3}%N[、，及與和]{1,2}){2,}(?:第%O[季期次年屆月]|%D)[^，。；、%A()]{0,3}%N)[^。；%A]{0,4}(?:，(?:合計|共計|全年|總計|共)[^，。；%A]{0,4}%N)?，(?:各[季期月年次屆](?:別)?(?:均|皆)?較(?:前一?|上一?)[季期月年次屆](?!同)(?:度)?(?:均|皆|為)*|(?:均|已|呈|並)*(?:逐[季期月年次屆])(?:呈現?)?)(?<word>${up}|${down})(?=[，。；]|$)`,
  undefined,
  'dgu',
);

/** 56、61、58、70件，呈逐季遞增: each step goes the way that is told. */
function* seriesIn(sentence: MarkedSentence): Iterable<Statement> {
  for (const match of [...sentence.words.matchAll(inARow), ...sentence.words.matchAll(labelled)]) {
    const [from, until] = match.indices?.groups?.['list'] ?? [0, 0];
    const { word = '' } = match.groups ?? {};
    if (/累計|目標|預[定計期]|規劃/u.test(nearWords(sentence.words.slice(0, from)))) continue;
    const levels = levelsIn(sentence, from, until);
    const way = wayOf(word, '');
    if (levels === null || way === null) continue;
    for (const [i, later] of levels.entries()) {
      const former = levels[i - 1];
      if (former === undefined) continue;
      yield way === 'up'
        ? noLess(former, word, 'step-by-step', later, former, operandIn(sentence))
        : noLess(former, word, 'step-by-step', former, later, operandIn(sentence));
    }
  }
}

/** The figures of a list, bare ones in the unit of the last; null where one of them is a bound or of another unit. */
function levelsIn(sentence: MarkedSentence, from: number, until: number): readonly Figure[] | null {
  const marks = sentence.marks.filter(({ at }) => at >= from && at < until);
  const last = sentence.figures.findLast((figure) => signOf(sentence, figure) < until);
  if (last === undefined) return null;
  const levels = marks.flatMap((mark) =>
    mark.sign === 'figure'
      ? [mark.figure]
      : mark.sign === 'number'
        ? [{ ...numberFigure(sentence, mark, mark.number), kind: last.kind, unit: last.unit }]
        : [],
  );
  // 12、11、10萬人次: all in the words of the last, so that only their order counts; with 9,800、1萬 it does not hold.
  const isAlike = levels.every((one) => one.widening === 'exact' && sameUnit(one, last));
  return isAlike && levels.length >= 3 && areOfOneLength(marks) ? inTheLastUnit(marks, levels) : null;
}

/** 112年, 113年 and 114年1月至6月 are no steps of one length. */
function areOfOneLength(marks: readonly Mark[]): boolean {
  const shapes = marks.flatMap((mark) => {
    if (mark.sign !== 'date') return [];
    const { from, to } = mark.date;
    const months = to === null ? 0 : (to.month ?? 0) - (from.month ?? 0);
    return [`${from.month === null} ${from.day === null} ${months}`];
  });
  return new Set(shapes).size <= 1;
}

function inTheLastUnit(marks: readonly Mark[], levels: readonly Figure[]): readonly Figure[] | null {
  const bare = marks.some(({ sign }) => sign === 'number');
  return bare && levels.some(({ words }) => /[萬億千]/u.test(words)) ? levels.slice(0, -1) : levels;
}
