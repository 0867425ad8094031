import {
  commensurable,
  compare,
  exactly,
  pattern,
  signOf,
  vocabulary,
  type Figure,
  type MarkedSentence,
} from '@guankao/passages';
import { differenceOf, figureOperand, just } from '../expression.ts';
import { after, before, ownWords, type Surroundings } from '../near.ts';
import { bestRange, type Statement } from '../statement.ts';

/** 實際8.4日，符合目標: the verdict right behind the result. */
const reached = pattern(
  '^[^，。；%A]{0,4}，(?:故|爰|業|已|業已|均|皆|且|並)*(?<word>(?:達成|達到|符合|達)(?:本|該|年度|績效|原訂|原定|預定|預期|所訂|之)*(?:目標值?|標準|預期)|達標|已達成|達成|(?:全數|全部|如數)(?:完成|辦竣))(?=[，。；)]|$)',
);
/** 實際79.6%，未達目標: the verdict that it was not. */
const fallen = pattern(
  '^[^，。；%A]{0,4}，(?:故|爰|均|皆|且|並|致|尚|仍)*(?<word>(?:未達成?|未能達成|未符合?|未及)(?:本|該|年度|績效|原訂|原定|預定|預期|所訂|之)*(?:目標值?|標準|預期)|未達標|未達成)(?=[，。；)]|$)',
);
const target = /目標|標準|上限|門檻|預期/u;
const owed = /預定|應|預計|規劃|計畫|目標/u;
/** Told of another stretch, or changed on the way. */
const another = /累計|全程|總|修正|調整|變更|原/u;

/** 目標7日以內，實際8.4日，符合目標: a target that says its way, the result, and a verdict that the two refute. */
export function* reachedIn({ sentence }: Surroundings): Iterable<Statement> {
  for (const result of sentence.figures) {
    const behind = after(sentence, signOf(sentence, result));
    const missed = fallen.exec(behind)?.groups?.['word'];
    const word = missed ?? reached.exec(behind)?.groups?.['word'];
    if (word === undefined || result.widening !== 'exact') continue;
    const told = sentence.figures.filter((figure) => figure.end <= result.start && commensurable(figure, result));
    const [asked, more] = told;
    if (asked === undefined || more !== undefined) continue;
    const names = [ownWords(sentence, asked), ownWords(sentence, result)] as const;
    if (names.some((name) => another.test(name)) || !/實際|實績/u.test(names[1])) continue;
    // 5%以上者列管: the bound of something else.
    if (!/^(?:以上|以下|以內|之內|內)?，/u.test(after(sentence, signOf(sentence, asked)))) continue;
    const way = /全數|全部|如數/u.test(word) ? wayOfWork(sentence, asked, names) : wayOf(asked, names[0]);
    if (way !== null)
      yield missed === undefined ? stated(asked, result, word, way) : notReached(asked, result, word, way);
  }
}

type Way = 'up' | 'down';

function wayOf({ widening }: Figure, name: string): Way | null {
  if (!target.test(name)) return null;
  if (widening === 'atLeast' || widening === 'over') return 'up';
  return widening === 'atMost' || widening === 'under' ? 'down' : null;
}

/** 預定汰換80盞，實際汰換76盞，全數完成: the same work, counted, and nothing told between. */
function wayOfWork(sentence: MarkedSentence, asked: Figure, [owing, done]: readonly [string, string]): Way | null {
  const work = owing.replace(/^.*(?:預定|應|預計|規劃|計畫|目標)/u, '').slice(0, 2);
  const plain = asked.kind === 'count' && asked.widening === 'exact' && owed.test(owing);
  return plain && work.length === 2 && done.includes(work) && betweenIsBare(sentence, asked) ? 'up' : null;
}

const bare = pattern('^[^，。；%A]{0,6}，(?:實際|實績)[^，。；%A]{0,8}%N', vocabulary);

const betweenIsBare = (sentence: MarkedSentence, asked: Figure): boolean =>
  bare.test(after(sentence, signOf(sentence, asked))) && !/免|取消|註銷/u.test(before(sentence, sentence.words.length));

/** It lies beyond the bound on the good side, whatever the print leaves open. */
function notReached(asked: Figure, result: Figure, word: string, way: Way): Statement {
  const [a, b] = [just(figureOperand(result)), just(figureOperand(asked, exactly(asked.value)))];
  // What would have to be above nought for the verdict to be right: how far it fell short.
  const short = way === 'up' ? differenceOf(b, a) : differenceOf(a, b);
  const refuted = compare(result.value, asked.value) !== 0 && !bestRange(short).reachesAboveZero;
  return {
    kind: 'comparison',
    claim: asked,
    word,
    outcome: refuted ? 'contradicted' : 'borne-out',
    sure: true,
    readings: [{ as: 'reached', expression: short, scale: 1, holds: !refuted }],
    alsoTried: 0,
  };
}

function stated(asked: Figure, result: Figure, word: string, way: Way): Statement {
  // A target is set, and not measured.
  const [a, b] = [just(figureOperand(result)), just(figureOperand(asked, exactly(asked.value)))];
  const apart = way === 'up' ? differenceOf(a, b) : differenceOf(b, a);
  const refuted = !bestRange(apart).reachesAboveZero;
  return {
    kind: 'comparison',
    claim: asked,
    word,
    outcome: refuted ? 'contradicted' : 'borne-out',
    sure: true,
    readings: [{ as: 'reached', expression: apart, scale: 1, holds: !refuted }],
    alsoTried: 0,
  };
}
