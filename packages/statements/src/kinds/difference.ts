import { pattern, sameUnit, signOf, type Figure, type MarkedSentence } from '@guankao/passages';
import { differenceOf, figureOperand, just, sumOf } from '../expression.ts';
import { before, isPerOne, nearest, nearWords, ownWords, type Surroundings } from '../near.ts';
import { netsIn, wholesBehindIn } from './net.ts';
import { judged, type Statement, type Suggestion } from '../statement.ts';

/** What is left: 賸餘180萬元, 尚有28戶未訪視, 淨增7人, 缺額7人. */
const leftBefore = pattern(
  '(?<word>{leftOver}|(?<!其)餘|尚餘|尚有|仍有|尚|未(?:完成|結|辦|收|到|入住|訪視|回收|回復|達成|執行|支用|結案|改善|複查|繳|核銷|撥付)?|缺席|缺額|淨值|可用|實際\\p{Script=Han}{0,4}|年底列管|期末|年底|淨額|實得|應繳)(?:款|數|額|人數|件數|金額|經費|列管|案件|為|計|有|達|約|共)*$',
);
const wholeWords = pattern(
  '受理|核定|應|總|全長|預算|編列|經費|預約|申請|原|報名|報到|契約|工程款|員額|編制|招標|規劃|需求|年初|期初|資產|收入|新進|目標|預定|計畫|核准|法定|可用|分配|庫存|登記|納管|列管|開立|收件',
);
const usedWords = pattern(
  '{takenOff}|決算|實際|辦結|移轉|進用|培訓|媒合|補助|審查|輔導|退件|核准|核定|准予|執行|支用|實支|決標|撥付|實現|完成|估驗|計價|已|實到|實收|現有|辦結|結算|結案|使用|負債|支出|離退|離職|註銷|停機|入住|保留|應付|到課|出席|合格|改善|回收|訪視|繳納|核銷|簽約|僱用|進用|扣|減|修正|整修|未',
);

/** 應訪視480戶，已訪視452戶，尚有28戶: a whole, what was used of it or taken off, and what is left. */
const sentenceOf = (figure: Figure, like: MarkedSentence): MarkedSentence =>
  figure.text.marked.find(({ start, end }) => start <= figure.start && figure.end <= end) ?? like;

export function* differencesIn(near: Surroundings): Iterable<Statement> {
  const { sentence } = near;
  const told = new Set<Figure>();
  for (const net of [...netsIn(sentence), ...wholesBehindIn(sentence)]) {
    told.add(net.claim);
    yield net;
  }
  const figures = sentence.figures.filter((figure) => figure.kind !== 'percent' && figure.unit !== '倍');
  for (const rest of figures) {
    const word =
      leftBefore.exec(nearWords(before(sentence, signOf(sentence, rest))))?.groups?.['word'] ??
      behindWord(sentence, rest) ??
      notYet(near, rest);
    if (word === undefined || told.has(rest)) continue;
    const found = whatIsLeft(
      near,
      near.group.filter((figure) => figure.end <= rest.start && figure.kind !== 'percent'),
      rest,
      word,
    );
    if (found !== null) yield found;
  }
}

/** 28戶未訪視, 4處於114年辦理 */
function behindWord(sentence: MarkedSentence, rest: Figure): string | undefined {
  return /^(?:尚)?未[\p{Script=Han}]{1,4}/u.exec(
    sentence.words.slice(signOf(sentence, rest) + 1, signOf(sentence, rest) + 8),
  )?.[0];
}

const notYetBefore = /(?:尚|仍|迄)未(?<verb>\p{Script=Han}{2})(?:者|款|數|經費|金額|件數)?(?:為|計|有|達|約|共)*$/u;

/** 已編列…，尚未編列…: of one thing, what was done and what was not. 已撥付…，尚未核銷… is of two. */
function notYet({ sentence, group }: Surroundings, rest: Figure): string | undefined {
  const match = notYetBefore.exec(nearWords(before(sentence, signOf(sentence, rest))));
  const verb = match?.groups?.['verb'];
  const done = group.findLast((figure) => figure.end <= rest.start && sameUnit(figure, rest));
  if (match === null || verb === undefined || done === undefined) return undefined;
  return ownWords(sentenceOf(done, sentence), done).includes(`已${verb}`) ? match[0] : undefined;
}

function whatIsLeft(near: Surroundings, earlier: readonly Figure[], rest: Figure, word: string): Statement | null {
  const { sentence } = near;
  const told = earlier.filter(
    (figure) =>
      sameUnit(figure, rest) &&
      !isPerOne(sentenceOf(figure, sentence), figure) &&
      !isAmong(sentenceOf(figure, sentence), figure),
  );
  const [all, ...used] = chainOf(sentence, told);
  if (
    all === undefined ||
    used.length === 0 ||
    [all, ...used, rest].some(({ widening }) => widening === 'atLeast' || widening === 'atMost')
  )
    return null;
  // 已編列8億元，實際支用6億元: what was set aside is nothing that was taken off.
  if (
    word.startsWith('實際') &&
    used.some((figure) => /編列|核定|分配/u.test(ownWords(sentenceOf(figure, sentence), figure)))
  )
    return null;
  // 其中 before what is left: a part of it, told for its own sake.
  if (/其中/u.test(nearWords(before(sentence, signOf(sentence, rest))))) return null;
  const flows = used.map((figure) => (isAdded(sentence, figure) ? -1 : 1));
  const [whole, less] = [just(figureOperand(all)), used.map((figure) => just(figureOperand(figure)))];
  const added = less.filter((_, k) => flows[k] === -1);
  const off = less.filter((_, k) => flows[k] === 1);
  if (off.length === 0) return null;
  const expression = differenceOf(added.length === 0 ? whole : sumOf(whole, ...added), ...off);
  const roles = used.every(
    (figure) => usedWords.test(ownWords(sentenceOf(figure, sentence), figure)) || isAdded(sentence, figure),
  );
  // 已撥付…，尚未核銷…: of what was paid, and not of the whole.
  const last = used.at(-1);
  const laterStage =
    /未核銷/u.test(word) && last !== undefined && !/核銷/u.test(ownWords(sentenceOf(last, sentence), last));
  const sure =
    !laterStage && isWhole(ownWords(sentenceOf(all, sentence), all)) && roles && sentence.figures.length <= 7;
  return judged({
    kind: 'difference',
    claim: rest,
    word,
    sure,
    suggested: [{ as: 'the-whole-less-what-was-taken', expression }],
    others: function* () {
      // 賸餘120萬元、保留380萬元: what is left and what is kept are the rest together.
      for (const kept of sentence.figures.filter((figure) => figure.start > rest.end && sameUnit(figure, rest)))
        yield { as: 'with-what-is-kept', expression: differenceOf(expression, just(figureOperand(kept))) };
      yield* anyDifference(sure ? sentence.figures.filter((figure) => figure.end <= rest.start) : near.item, rest);
    },
  });
}

/** 應訪視480戶 is a whole though 訪視 is what becomes of it; 全年實現數 is none. */
const isWhole = (words: string): boolean =>
  surelyWhole.test(words) || (wholeWords.test(words) && !usedWords.test(words));
const surelyWhole =
  /應|預定|需求|規劃|目標|核定|受理|申請|報名|預約|預算|編列|契約|招標|(?<!累計)總|原|年初|期初|資產|收入|新進|可用|庫存/u;

/** The whole is the last number with a whole's words before those that were taken off it. */
function chainOf(sentence: MarkedSentence, told: readonly Figure[]): readonly Figure[] {
  const [first, second] = told;
  // 累計執行4億3,200萬元，占已編列預算5億4,000萬元之80%: the whole may be told behind what was used of it.
  if (
    told.length === 2 &&
    first !== undefined &&
    second !== undefined &&
    usedWords.test(ownWords(sentence, first)) &&
    !wholeWords.test(nearOwn(sentence, first)) &&
    wholeWords.test(nearOwn(sentence, second))
  )
    return [second, first];
  const from = told.findLastIndex(
    (figure, i) => i < told.length - 1 && isWhole(nearOwn(sentenceOf(figure, sentence), figure)),
  );
  return from < 0 ? [] : told.slice(from);
}

const nearOwn = (sentence: MarkedSentence, figure: Figure): string =>
  nearWords(before(sentence, signOf(sentence, figure)));

const isAmong = (sentence: MarkedSentence, figure: Figure): boolean =>
  /其中|內含|(?<!包)含|\(/u.test(nearOwn(sentenceOf(figure, sentence), figure).slice(-8)) ||
  /\([^)]*$/u.test(before(sentence, signOf(sentence, figure)));

/** 本年新增24案: it came to the whole. */
const isAdded = (sentence: MarkedSentence, figure: Figure): boolean =>
  /新增|增列|追加|新收|加計|新進|流入|收入/u.test(nearOwn(sentenceOf(figure, sentence), figure));

/** Any two numbers of the item that are so far apart, any whole less some that follow it, any two that make it together. */
function* anyDifference(figures: readonly Figure[], rest: Figure): Iterable<Suggestion> {
  const pool = nearest(
    rest,
    figures.filter((figure) => figure !== rest && sameUnit(figure, rest)),
  );
  for (const [i, a] of pool.entries()) {
    for (const [k, b] of pool.entries()) {
      if (i === k) continue;
      yield { as: 'any-two-of-the-item', expression: differenceOf(just(figureOperand(a)), just(figureOperand(b))) };
      if (i < k) yield { as: 'any-two-together', expression: sumOf(just(figureOperand(a)), just(figureOperand(b))) };
    }
    for (let to = i + 2; to < Math.min(pool.length, i + 6); to++)
      yield {
        as: 'less-some-that-follow',
        expression: differenceOf(
          just(figureOperand(a)),
          ...pool.slice(i + 1, to + 1).map((figure) => just(figureOperand(figure))),
        ),
      };
  }
}
