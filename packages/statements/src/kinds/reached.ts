import {
  commensurable,
  compare,
  exactly,
  pattern,
  signOf,
  vocabulary,
  whole,
  type Figure,
  type MarkedSentence,
} from '@guankao/passages';
import { differenceOf, figureOperand, just } from '../expression.ts';
import { after, before, ownWords, type Surroundings } from '../near.ts';
import { bestRange, type Statement } from '../statement.ts';
import { aboveNought } from './order.ts';

const ofTarget = '(?:本|該|年度|績效|原訂|原定|預定|預期|所訂|之)*';
const means = '(?:目標值?|標準|預期|設定值|門檻)';
/** 實際8.4日，符合目標: the verdict right behind the result. */
const reached = pattern(
  `^[^，。；%A]{0,4}(?:，達成率(?:為|達|約)*%P)?，(?:故|爰|業|已|業已|均|皆|且|並|如期|順利)*(?<word>(?:達成|達到|符合|達|超越|超過|超出|高於|優於)${ofTarget}${means}|${means}(?:均|皆|已|業已|如期)*(?:達成|達到)|達標|已達成|達成|(?:全數|全部|如數)(?:完成|辦竣))(?=[，。；)]|$)`,
);
/** 實際79.6%，未達目標: the verdict that it was not. */
const fallen = pattern(
  `^[^，。；%A]{0,4}，(?:故|爰|均|皆|且|並|致|尚|仍)*(?<word>(?:未達成?|未能達成|未符合?|未及)${ofTarget}${means}|未達標|未達成)(?=[，。；)]|$)`,
);
const target = /目標|標準|上限|門檻|預期|須|規定|控制在|設定/u;
const owed = /預定|應|預計|規劃|計畫|目標/u;
/** Told of another stretch, or changed on the way. */
const another =
  /累計|全程|總|修正|調整|變更|原(?![訂定])|上年|去年|前[一兩]?年|基準|[較差超]|比(?![率例重值])|(?<!至)少|落後/u;
/** A stretch of the year, which the target must be told for too. */
const stretch = /(?<of>半年|季|月|週|日止|期)/u;

/** 目標7日以內，實際8.4日，符合目標; 檢索3.4秒，目標3秒以內，已達成: a target, the result, and a verdict that the two refute. */
export function* reachedIn({ sentence }: Surroundings): Iterable<Statement> {
  for (const last of sentence.figures) {
    const behind = after(sentence, signOf(sentence, last)).replace(/^(?:以上|以下|以內|之內|內)(?=，)/u, '');
    const missed = fallen.exec(behind)?.groups?.['word'];
    const word = missed ?? reached.exec(behind)?.groups?.['word'];
    if (word === undefined) continue;
    const told = sentence.figures.filter((figure) => figure.end <= last.start && commensurable(figure, last));
    const [first, more] = told;
    if (first === undefined || more !== undefined) continue;
    const statement = heldTogether(sentence, first, last, word, missed !== undefined);
    if (statement !== null) yield statement;
  }
}

function heldTogether(
  sentence: MarkedSentence,
  first: Figure,
  last: Figure,
  word: string,
  missed: boolean,
): Statement | null {
  const asksLast = /目標/u.test(ownWords(sentence, last)) && !/目標|預定|應/u.test(ownWords(sentence, first));
  const [asked, result] = asksLast ? [last, first] : [first, last];
  if (result.widening !== 'exact') return null;
  const names = [ownWords(sentence, asked), ownWords(sentence, result)] as const;
  if (names.some((name) => another.test(name)) || !isOneStretch(names)) return null;
  // 5%以上者列管: the bound of something else.
  if (!/^(?:以上|以下|以內|之內|內)?，/u.test(after(sentence, signOf(sentence, asked)))) return null;
  const way = /全數|全部|如數/u.test(word) ? wayOfWork(sentence, asked, names) : wayOf(asked, names);
  // 交通事故：目標380件，實際366件: what is counted was told before.
  if (names.every((name) => unnamed.test(name)) && burden.test(toldBefore(sentence, asked))) return null;
  if (way === null) return null;
  if (missed) return notReached(asked, result, word, way);
  return stated(
    asked,
    result,
    word,
    way,
    names.every((name) => unnamed.test(name)) ? 'reached-by-its-count' : 'reached',
  );
}

/** 目標380件，實際366件: what is counted is not said, so that nobody but the words themselves calls more of it better. */
const unnamed = pattern('^(?:{target}|{actual}|本|年度|全年|年|計畫|績效|數|為|是|達|計|辦理|完成|達成|共|，|、)*$');

/** 每月40場 is answered by 本月34場, and by no year; a half of the year answers no target of the whole. */
function isOneStretch([asked, result]: readonly [string, string]): boolean {
  const [each, own] = [/每(?<of>月|季|週|年|日)/u.exec(asked)?.groups?.['of'], stretch.exec(result)?.groups?.['of']];
  if (/每/u.test(asked)) return each !== undefined && new RegExp(`[本該當]${each}`, 'u').test(result);
  return own === undefined || /第.季|上半年|下半年/u.test(asked) || /如期|期滿/u.test(result);
}

const toldBefore = ({ text }: MarkedSentence, { start }: Figure): string =>
  text.text.slice(Math.max(0, start - 60), start);

type Way = 'up' | 'down';

/** The way that the words tell, or what is asked: of works the more the better, and of a rate of more than half. */
function wayOf(asked: Figure, [owing, done]: readonly [string, string]): Way | null {
  const { widening, kind, value } = asked;
  if (widening === 'atLeast' || widening === 'over') return target.test(owing) ? 'up' : null;
  if (widening === 'atMost' || widening === 'under') return target.test(owing) ? 'down' : null;
  if (widening !== 'exact' || !(target.test(owing) || owed.test(owing)) || burden.test(owing + done)) return null;
  if (kind === 'percent') return compare(value, whole(50)) >= 0 && /目標|標準|門檻/u.test(owing) ? 'up' : null;
  if (kind === 'duration') return /分鐘內|日內|天內|時內/u.test(asked.words) ? 'down' : null;
  if (unnamed.test(owing) && unnamed.test(done)) return 'up';
  const plain = asked.unit === '分' ? /滿意|評分|評鑑|得分|分數/u.test(owing + done) : works.test(owing + done);
  return plain ? 'up' : null;
}

/** What is done, and counted: the more of it the better. */
const works =
  /辦理|完成|培訓|訓練|完訓|結訓|輔導|補助|核定|裝設|建置|設置|修復|整修|更新|汰換|稽查|查核|宣導|召開|訪視|抽驗|檢驗|服務|媒合|招募|參訓|開辦|興建|種植|復育|清淤|安置|推廣|發放|執行/u;
/** Less of it is better, or nobody can say. */
const burden =
  /不|未|逾|誤|失|漏|缺|空|違|負債|超收|支出|成本|損|死|退|淘汰|事故|傷|災|陳情|申訴|抱怨|故障|停|排放|用電|用水|耗|犯罪|竊|詐|離職|積|時間|費|降|減|縮/u;

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
  return aboveNought(asked, word, 'reached', short, refuted);
}

function stated(asked: Figure, result: Figure, word: string, way: Way, as: string): Statement {
  // A target is set, and not measured.
  const [a, b] = [just(figureOperand(result)), just(figureOperand(asked, exactly(asked.value)))];
  return aboveNought(asked, word, as, way === 'up' ? differenceOf(a, b) : differenceOf(b, a));
}
