import {
  compare,
  exactly,
  fractionOf,
  markAt,
  pattern,
  sameUnit,
  signOf,
  type Figure,
  type Fraction,
  type Mark,
  type MarkedSentence,
} from '@guankao/passages';
import { parseDecimal } from '@guankao/quantities';
import { differenceOf, figureOperand, hundred, just, productOf, quotientOf, type Expression } from '../expression.ts';
import {
  after,
  before,
  exactFigureAt,
  figureAt,
  isPlain,
  nearWords,
  plainOperand,
  type Surroundings,
} from '../near.ts';
import type { Statement } from '../statement.ts';
import { aboveNought } from './order.ts';

/**
 * A bound that the words say is kept, and the figure that is beyond it: 均未超過45日，最長47日; 不得高於65分貝，實測66.8分貝，
 * 符合標準; 已達九成以上，實際為88.6%; 介於142至162分貝，均低於管制值160分貝.
 */
export function* claimedBoundsIn({ sentence, item, fiscalYear }: Surroundings): Iterable<Statement> {
  for (const { phrase, as, given } of forms)
    for (const match of sentence.words.matchAll(phrase)) {
      const [bound, claim] = [figureAt(sentence, match, 'bound'), figureAt(sentence, match, 'claim')];
      if (bound === null || claim === null || !sameUnit(bound, claim) || !isPlain(claim)) continue;
      const { word, verb } = match.groups ?? {};
      const way = verb === undefined ? wayOf(bound) : /低於|少於|小於/u.test(verb) ? 'up' : 'down';
      if (way === null || word === undefined || given?.(sentence, bound, match) === false) continue;
      yield beyond(claim, word, as, way, just(figureOperand(bound, exactly(bound.value))), just(plainOperand(claim)));
    }
  yield* rangesIn(sentence);
  yield* sharesOfContractsIn(sentence);
  yield* betterIn(sentence);
  yield* recordsIn(sentence, fiscalYear);
  yield* moreThanToldIn(sentence, item);
}

type Way = 'up' | 'down';

interface Form {
  readonly as: string;
  /** Named: `bound`, `claim`, `word`. */
  readonly phrase: RegExp;
  readonly given?: (sentence: MarkedSentence, bound: Figure, match: RegExpExecArray) => boolean;
}

const kept =
  '(?<word>符合(?:標準|規定|規範|要求|上限|限值|目標|時限|期限)|合於(?:標準|規定)|合格|依限|未超標|未逾期)(?=[，。；]|$)';
const measured = '(?:實測|測得|量測|檢測|現測|實際|實績|本次|經測|實測值)(?:值|結果|數|平均|均|為|達|約|約為|歷時)*';
const asked = /目標|應|須|需|預定|預計|預期|規劃|可|將|擬|若|如|上限|標準|門檻|契約|規定|要求|未|不|原/u;

const forms: readonly Form[] = [
  {
    as: 'all-within-a-bound',
    phrase: pattern(
      '(?<word>(?:均|皆|全數|全部|都)[^，。；%A]{0,8})(?<bound>%N)(?:以上|以下|以內|之內|內)?，(?:其中)?最[長高多久慢遲大低少短小快淺深窄寬輕重](?:者|為|達|僅|值|的|約)*(?<claim>%N)(?=[，。；(]|$)',
      undefined,
      'dgu',
    ),
    // 平均未超過20日 is of their mean.
    given: ({ words }, _, { index }) =>
      !/平$|目標|應|須|需|預定|預計|預期|規劃|將|擬/u.test(nearWords(words.slice(0, index))),
  },
  {
    as: 'kept-by-what-is-measured',
    phrase: pattern(
      `不(?:得|可|應|宜)(?<verb>高於|超過|逾|大於|低於|少於|小於)(?:攝氏)?(?<bound>%N)[^，。；%A]{0,6}，${measured}(?:攝氏)?(?<claim>%N)，(?:均|皆|仍|尚|已|並)*${kept}`,
      undefined,
      'dgu',
    ),
  },
  {
    as: 'kept-by-what-is-measured',
    phrase: pattern(
      `(?:應|須|需|目標為|目標)[^，。；%A]{0,6}(?<bound>%T)(?:以|之)?內?[^，。；%A]{1,6}，${measured}(?<claim>%T)，(?:均|皆|仍|尚|已|並)*${kept}`,
      undefined,
      'dgu',
    ),
  },
  {
    as: 'reached-as-it-is-told',
    phrase: pattern(
      '(?<word>達)(?:到|成)?(?<bound>%N)以上，(?:實際|實績|經統計|經查)(?:值|數|約|為|達|僅|計)*(?<claim>%N)(?=[，。；(]|$)',
      undefined,
      'dgu',
    ),
    given: (sentence, bound) => !asked.test(lastClause(sentence, bound)),
  },
  {
    as: 'reached-as-it-is-told',
    phrase: pattern(
      '(?:升|增|提高|提升|成長|增加)(?:至|為|到)(?<claim>%P)(?:，(?:計)?(?:提高|增加|上升|提升|成長)(?:了|約)?%P)?，(?:已|業已|業)(?<word>逾|超過|突破|達)(?<bound>%P)(?=[，。；]|$)',
      undefined,
      'dgu',
    ),
  },
];

/** The words of the clause before a figure. */
const lastClause = (sentence: MarkedSentence, figure: Figure): string =>
  nearWords(before(sentence, sentence.marks.find(({ start }) => start === figure.start)?.at ?? 0));

/** A bound, and which side of it is said to be kept. */
function wayOf({ widening }: Figure): Way | null {
  if (widening === 'atMost' || widening === 'under') return 'down';
  return widening === 'atLeast' || widening === 'over' ? 'up' : null;
}

function beyond(claim: Figure, word: string, as: string, way: Way, bound: Expression, value: Expression): Statement {
  return aboveNought(claim, word, as, way === 'up' ? differenceOf(value, bound) : differenceOf(bound, value));
}

const wholeRange = pattern(
  '(?<range>%R)[^，。；%A]{0,3}，(?<word>均|皆|全數|全部)(?<verb>低於|未超過|未逾|未高於|不逾|高於|未低於|符合|小於|大於|超過)[^，。；%A]{0,8}(?<bound>%N)(?:以上|以下|以內)?(?:之?標準|之?規定)?(?=[，。；(]|$)',
  undefined,
  'dgu',
);

/** 介於142至162分貝，均低於管制值160分貝: an end of the range lies beyond the bound. */
function* rangesIn(sentence: MarkedSentence): Iterable<Statement> {
  for (const match of sentence.words.matchAll(wholeRange)) {
    const bound = figureAt(sentence, match, 'bound');
    const mark = markAt(sentence, match.indices?.groups?.['range']?.[0] ?? -1);
    const { verb = '', word = '' } = match.groups ?? {};
    if (bound === null || mark?.sign !== 'other') continue;
    const told = sentence.text.quantities.find(({ start, end }) => start === mark.start && end === mark.end);
    if (told === undefined || told.low === null || told.high === null || told.unit !== bound.unit) continue;
    const way = verb === '符合' ? wayOf(bound) : /^(?:高於|未低於|大於|超過)$/u.test(verb) ? 'up' : 'down';
    if (way === null) continue;
    const end = fractionOf(way === 'up' ? told.low : told.high);
    const value = endOf(sentence, mark, way, end);
    if (value === null) continue;
    const edge = just(figureOperand(bound, exactly(bound.value)));
    yield beyond(bound, `${word}${verb}`, 'a-range-beyond-its-bound', way, edge, value);
  }
}

/** The 162 of 142至162分貝, as a number by itself. */
function endOf({ text }: MarkedSentence, { start, end }: Mark, way: Way, value: Fraction): Expression | null {
  const match = /^(?<low>[\d.,]+)\D+?(?<high>[\d.,]+)/du.exec(text.text.slice(start, end));
  const [from, to] = match?.indices?.groups?.[way === 'up' ? 'low' : 'high'] ?? [];
  if (from === undefined || to === undefined) return null;
  const words = text.text.slice(start + from, start + to);
  const parsed = parseDecimal(words.replaceAll(',', ''));
  // 2至3萬元: the word behind the numbers belongs to both.
  if (parsed === null || compare(fractionOf(parsed), value) !== 0) return null;
  return just({
    words,
    source: { from: 'number', start: start + from, end: start + to },
    value,
    interval: exactly(value),
  });
}

const noMoreThanAShare = pattern(
  '不(?:得|可)(?:逾|超過|高於)[^，。；%A]{2,10}(?<part>%P)\\([^()%A]{2,10}(?<whole>%M)\\)，[^，。；%A]{2,12}(?<claim>%M)，(?:均|皆|仍|尚|已|並)*(?<word>(?:符合|未逾|未超過)[^，。；%A]{0,4}(?:上限|規定|限額|標準))(?=[，。；]|$)',
  undefined,
  'dgu',
);

/** 不得逾原契約一成（原契約5,000萬元），追加620萬元，符合上限 */
function* sharesOfContractsIn(sentence: MarkedSentence): Iterable<Statement> {
  for (const match of sentence.words.matchAll(noMoreThanAShare)) {
    const [part, whole] = [figureAt(sentence, match, 'part'), exactFigureAt(sentence, match, 'whole')];
    const claim = exactFigureAt(sentence, match, 'claim');
    if (part === null || whole === null || claim === null || !sameUnit(whole, claim)) continue;
    const share = quotientOf(just(figureOperand(part, exactly(part.value))), hundred);
    const bound = productOf(just(figureOperand(whole, exactly(whole.value))), share);
    yield beyond(
      claim,
      match.groups?.['word'] ?? '符合',
      'no-more-than-a-share',
      'down',
      bound,
      just(plainOperand(claim)),
    );
  }
}

const better = pattern(
  '(?<name>[^，。；、%A()]{0,8}[率比])(?:為|達|計|僅|約)*(?<claim>%P)，(?:仍|尚|均|已|略|遠)*(?<word>優於|佳於|好於)(?:%D|{formerYear}|[^，。；、%A()]{0,6}平均)(?:同期)?(?:之|的|為)?(?<bound>%P)(?=[，。；)]|$)',
  undefined,
  'dgu',
);
/** Rates of which everybody wants less, and of which everybody wants more. */
const lessIsBetter =
  /(?:退件|逾期|離職|事故|故障|漏水|失業|不合格|死亡|缺課|中輟|空置|超收|誤差|錯誤|缺席|違規|肇事|流標|感染|延誤|申訴|陳情|退貨|損壞|毀損|失聯|再犯|輟學|曠課|斷線)率$/u;
const moreIsBetter =
  /(?:合格|到校|出席|滿意|妥善|可用|及格|涵蓋|接種|完成|結案|回收|就業|通過|命中|達成|存活|到課|準點|準時|破案|正確|查獲|留任|續聘|入住|使用|普及|識字|結訓|完訓)率$/u;

/** 退件率4.8%，優於112年之3.9% */
function* betterIn(sentence: MarkedSentence): Iterable<Statement> {
  for (const match of sentence.words.matchAll(better)) {
    const [claim, bound] = [exactFigureAt(sentence, match, 'claim'), exactFigureAt(sentence, match, 'bound')];
    const { name = '', word = '' } = match.groups ?? {};
    if (claim === null || bound === null || !sameUnit(claim, bound)) continue;
    const way = lessIsBetter.test(name) ? 'down' : moreIsBetter.test(name) && !/[不未非]/u.test(name) ? 'up' : null;
    if (way !== null)
      yield beyond(claim, word, 'better-than-it-was', way, just(figureOperand(bound)), just(plainOperand(claim)));
  }
}

const record = pattern(
  '(?<claim>%N)，(?:已|並)?(?:創|為|達)(?:下|了)?近(?:%T|[三四五六七八九十]年)來?(?<word>新高|最高|最多|新低|最低|最少)(?:紀錄)?，(?:惟|但|而)(?<date>%D)(?:為|達|計|即達|曾達)?(?<bound>%N)(?=[，。；]|$)',
  undefined,
  'dgu',
);

/** 42萬公噸，創近五年新高，惟111年為45萬公噸 */
function* recordsIn(sentence: MarkedSentence, fiscalYear: number | null): Iterable<Statement> {
  for (const match of sentence.words.matchAll(record)) {
    const [claim, bound] = [exactFigureAt(sentence, match, 'claim'), exactFigureAt(sentence, match, 'bound')];
    const date = markAt(sentence, match.indices?.groups?.['date']?.[0] ?? -1);
    const years = yearsOf(
      /近(?<many>[^年]*)年/u.exec(sentence.text.text.slice(claim?.end ?? 0))?.groups?.['many'] ?? '',
    );
    if (claim === null || bound === null || !sameUnit(claim, bound) || date?.sign !== 'date' || years === null)
      continue;
    const { year } = date.date.from;
    if (year === null || fiscalYear === null || fiscalYear - year >= years || year >= fiscalYear) continue;
    const word = match.groups?.['word'] ?? '新高';
    const way = /高|多/u.test(word) ? 'up' : 'down';
    yield beyond(
      claim,
      word,
      'a-record-that-another-year-breaks',
      way,
      just(figureOperand(bound)),
      just(plainOperand(claim)),
    );
  }
}

function yearsOf(words: string): number | null {
  const at = '一二三四五六七八九十'.indexOf(words);
  if (words.length === 1 && at >= 0) return at + 1;
  return /^\d{1,2}$/u.test(words) ? Number(words) : null;
}

const named = pattern('^為(?<name>[^，。；、%A()]{3,8})(?=[，。；]|$)');

/** 逾350校為本年新設, and 本年新設342校 behind it: the same under its own name, and fewer. */
function* moreThanToldIn(sentence: MarkedSentence, item: readonly Figure[]): Iterable<Statement> {
  for (const bound of sentence.figures) {
    const name = named.exec(after(sentence, signOf(sentence, bound)))?.groups?.['name'];
    if (bound.widening !== 'over' || name === undefined) continue;
    const again = item.filter(
      (other) => other !== bound && sameUnit(other, bound) && other.lead.replace(/(?:共|計|為|達|有)+$/u, '') === name,
    );
    const [claim, more] = again;
    if (claim === undefined || more !== undefined || claim.widening !== 'exact') continue;
    yield beyond(
      claim,
      '逾',
      'more-than-is-told',
      'up',
      just(figureOperand(bound, exactly(bound.value))),
      just(plainOperand(claim)),
    );
  }
}
