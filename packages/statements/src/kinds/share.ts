import {
  commensurable,
  compare,
  dividedBy,
  pattern,
  plus,
  says,
  signOf,
  times,
  whole,
  type Figure,
  type Fraction,
  type MarkedSentence,
} from '@guankao/passages';
import {
  just,
  ofFigure,
  quotientOf,
  sumOf,
  differenceOf,
  growthOf,
  targetOperand,
  unprinted,
  type Expression,
} from '../expression.ts';
import { after, before, isPerOne, likes, named, nearest, nearWords, ownWords, type Surroundings } from '../near.ts';
import { differenceOfRanges, rangeOf, sumOfRanges, type Range, type Sieve } from '../estimate.ts';
import { judged, type Statement, type Suggestion } from '../statement.ts';
import { leaveNothingOut } from '../complements.ts';

/** Rates with a formula of their own: change, gaps, interest, means, bounds. Not shares of anything printed. */
const otherRate = pattern(
  '成長|增|減|提升|提高|下降|降|上升|超前|落後|較|縮短|節[電水能]|平均|利率|費率|稅率|折扣|折舊|補助比|補助率|自償率|機率|良率|準確率|容積率|建蔽率|容許|信心|誤差|速度|殖利|濃度|係數|漲|跌|改善幅|預定進度|實際進度|進度|權重|配分|坡度|含量|純度|彈性|匯率|通膨|失業|精度|可用率|妥善率|目標|上限|至多|最高|門檻|以上者|漏水率|覆蓋率',
);

/** 占乙之P%: what stands between the verb and the rate. */
const shareVerb = pattern(
  '[占佔](?<base>[^，。；:占佔]{0,28}?)(?:比率?|比例|比重)?[之的]?(?:約|近|達|為|有|計|:|逾|超過|高達)*$',
);
/** 7,564人(61.0%) */
const inBracket = pattern('(?<part>[%C%M])[^，。；%A()]{0,10}\\((?:約|佔|占|比例|比率|達)*$');
/** 3,800萬元，為預算金額4,000萬元之95% */
const ofTheOther = pattern(
  '(?<part>[%C%M])[^，。；%N]{0,6}，?(?:[為達是]|相當於|約為|約當)[^，。；%N]{0,14}(?<all>[%C%M])[之的](?:約|近|逾)?$',
);
/** 結訓率90%, 女性比例46.7% */
const rateName = pattern(
  '(?<name>\\p{Script=Han}{1,10}?)(?:比率|比例|比重|百分比|占比|率|度)(?:為|達|約|計|是|已|均|皆|近|逾|高達|僅|至|:|即|可|達到|超過|未及|不足|未達|仍|亦)*$',
);

/** 發生率0.5‰(2萬人中10例): the rate and what it is of. */
const explained = pattern('^\\([^()%A，]{0,8}%C中[^()%A]{0,6}%C[^()%A，]{0,6}\\)');

export function* sharesIn(near: Surroundings): Iterable<Statement> {
  const { sentence } = near;
  for (const claim of sentence.figures) {
    const at = signOf(sentence, claim);
    const words = before(sentence, at);
    const lead = nearWords(words);
    if (claim.unit === '倍') yield* timesOf(near, claim, words);
    if (claim.kind !== 'percent' || claim.unit === '百分點') continue;
    const told = explained.test(after(sentence, at))
      ? sentence.figures.slice(sentence.figures.indexOf(claim) + 1).slice(0, 2)
      : [];
    const [of, cases] = told;
    if (of !== undefined && cases !== undefined) {
      yield judged({
        kind: 'share',
        claim,
        word: '中',
        sure: true,
        suggested: [{ as: 'worked-out-in-brackets', expression: ratio(cases, of), scale: 100 }],
      });
      continue;
    }
    const bracketed = inBracket.exec(words);
    const verb = shareVerb.exec(words);
    if (bracketed !== null) yield* bracketShare(near, claim, words);
    else if (verb !== null && !otherRate.test(verb.groups?.['base'] ?? '')) yield* verbShare(near, claim, words, verb);
    else if (ofTheOther.test(words)) yield* timesOf(near, claim, words);
    else if (!otherRate.test(lead)) yield* namedShare(near, claim, lead);
  }
}

const ratio = (part: Figure, all: Figure): Expression => quotientOf(ofFigure(part), ofFigure(all));

/** 甲為乙之1.5倍, 甲，為乙之95% */
function* timesOf({ sentence }: Surroundings, claim: Figure, words: string): Iterable<Statement> {
  const found = ofTheOther.exec(words);
  if (found === null) return;
  const told = sentence.figures.filter((figure) => figure.end <= claim.start && figure.kind !== 'percent');
  const all = told.at(-1);
  // 減碳3,600公噸，平均每家18公噸，為目標3,200公噸之112.5%: what falls to each is no part of it.
  const part = told.slice(0, -1).findLast((figure) => !isPerOne(sentence, figure));
  if (part === undefined || all === undefined || !commensurable(part, all)) return;
  yield judged({
    kind: 'share',
    claim,
    word: '為…之',
    sure: true,
    suggested: [{ as: 'one-of-the-other', expression: ratio(part, all), scale: scaleOf(claim) }],
    others: () => runsUpTo({ sentence }, part, [['one-of-the-other', ofFigure(all)]]),
  });
}

const partBehind = pattern('^，(?:計|共|共計|合計|為)[%C%M](?=[，。；]|$)');

/** 甲，占乙之P%; 乙，其中甲，占P% */
function* verbShare(near: Surroundings, claim: Figure, words: string, verb: RegExpExecArray): Iterable<Statement> {
  const { sentence } = near;
  const base = verb.groups?.['base'] ?? '';
  // 偏鄉占四分之一，計59家: the part is told behind the rate (see in-order.ts).
  if (partBehind.test(after(sentence, signOf(sentence, claim)))) return;
  const place = signOf(sentence, claim) - (words.length - verb.index);
  const part = subjectOf(near, claim, words.slice(0, verb.index), place);
  if (part === null) return;
  const wholes = wholesOf(near, claim, part.figure, base, place);
  if (wholes === null) return;
  yield judged({
    kind: 'share',
    claim,
    word: '占',
    sure: part.sure && wholes.sure,
    suggested: wholes.expressions.map(([as, all]) => ({
      as,
      expression: quotientOf(ofFigure(part.figure), all),
      scale: 100,
    })),
    // 占總經費2,500萬元之48%: where part and base are both said, nothing else is meant but more parts of that base.
    others: (sieve) =>
      part.sure && wholes.named
        ? runsUpTo(near, part.figure, wholes.expressions)
        : anyPair(sieve, claim, near.item, part.figure, part.sure && wholes.sure),
  });
}

interface Subject {
  readonly figure: Figure;
  readonly sure: boolean;
}

/** 占甲100項之93%，: a share that is told right before another of the same subject. */
const shareAhead = pattern('[占佔][^，。；:占佔]{0,28}%P[，、]?(?:並|且|又|及|亦|也|另)*$');

/** What the share is of: the number right before 占, or the one that bears the name that stands before it. */
function subjectOf(near: Surroundings, claim: Figure, lead: string, place: number): Subject | null {
  // 占甲100項之93%，占乙120項之75%: the second has the subject of the first, and not the base of the first for its own.
  const ahead = shareAhead.exec(lead);
  if (ahead !== null) return subjectOf(near, claim, lead.slice(0, ahead.index), place - ahead[0].length);
  const { sentence, item } = near;
  const told = sentence.figures.filter(
    (figure) => figure.end <= claim.start && signOf(sentence, figure) < place && isCounted(sentence, figure),
  );
  // 所占比率: nothing but the verb.
  const name = named(nearWords(lead)).replace(/^所$/u, '');
  const last = told.at(-1);
  if (name === '')
    return last === undefined || !closeBefore(sentence, last, place) ? null : { figure: last, sure: true };
  const bearers = [
    ...told,
    ...item.filter((figure) => figure.text === claim.text && figure.end <= sentence.start),
  ].filter((figure) => bearsName(figure, name));
  if (bearers.length === 1 && bearers[0] !== undefined) return { figure: bearers[0], sure: true };
  // 健康良好者68株，約占…: the name after the number belongs to it where no mark parts them.
  return null;
}

/** Nothing but marks and fillers between the number and the verb. */
function closeBefore(sentence: MarkedSentence, figure: Figure, place: number): boolean {
  const between = sentence.words.slice(signOf(sentence, figure) + 1, place);
  return named(between.replaceAll(/[，、；]/gu, '')).length <= 2;
}

/** 3個月留任率: how long, in the name of a rate. */
const namesRate = pattern('^[^，。；%A()]{1,10}(?:率|比例|比率)');

const isCounted = (sentence: MarkedSentence, figure: Figure): boolean =>
  !(figure.kind === 'duration' && namesRate.test(after(sentence, signOf(sentence, figure)))) &&
  (figure.kind === 'count' || figure.kind === 'money' || figure.kind === 'duration') &&
  figure.unit !== '倍' &&
  !isPerOne(sentence, figure);

const sentenceWith = (figure: Figure): MarkedSentence | undefined =>
  figure.text.marked.find(({ start, end }) => start <= figure.start && figure.end <= end);

function bearsName(figure: Figure, name: string): boolean {
  const sentence = sentenceWith(figure);
  if (sentence === undefined) return false;
  const own = named(ownWords(sentence, figure).replaceAll(/[，、；:]/gu, ''));
  const core = coreOf(name);
  // 未通過13家 are not those that 通過者 names.
  const bears = (word: string): boolean => own.includes(word) && !isDenied(own, word);
  return (own.endsWith(name) && !isDenied(own, name)) || (core.length >= 2 && bears(core));
}

const isDenied = (own: string, word: string): boolean => /[未不非無]$/u.test(own.slice(0, own.lastIndexOf(word)));

/** 實到 of 實到人數, 分配 of 分配數, 受評 of 受評家數. */
const coreOf = (name: string): string =>
  name
    .replace(/(?:總?(?:人次|人數|件數|戶數|家數|場數|面積|金額|經費|數量|數額|數|額|量|次))$/u, '')
    .replace(/^(?:全年|全部|本年度?|年度|總|全)/u, '');

const isCountedAt = (figure: Figure): boolean => {
  const sentence = sentenceWith(figure);
  return sentence !== undefined && isCounted(sentence, figure);
};

/** Said of what stands around, not of something with a name: 占全部, 占整體之. */
const ofAll =
  /^(?:全部|全數|全體|整體|總體|總數|總額|總量|總計|總人數|總件數|總經費|總金額|總面積|總戶數|總次數|其|上開|前開|前述|該)?(?:之|的)?$/u;

/** 占預算之八成，…占預算之九成，二期預算合計: what several are a share of, each of its own, added up. */
function isTotalOfSeveralBases(sentence: MarkedSentence, figure: Figure, base: string): boolean {
  const own = sentenceWith(figure);
  if (own === undefined || !says('sumsUp', nearWords(before(own, signOf(own, figure))))) return false;
  return sentence.words.split(pattern(`[占佔]${base.replaceAll(/\P{Script=Han}/gu, '')}[之的]?%P`)).length > 2;
}

interface Wholes {
  readonly expressions: readonly (readonly [as: string, all: Expression])[];
  readonly sure: boolean;
  /** The base is printed or named in the words of the share themselves. */
  readonly named?: boolean;
}

function wholesOf(near: Surroundings, claim: Figure, part: Figure, base: string, place: number): Wholes | null {
  const { sentence, item } = near;
  const inBase = sentence.figures.filter(
    (figure) => figure.end <= claim.start && signOf(sentence, figure) > place && figure !== part,
  );
  const printed = inBase.findLast((figure) => commensurable(figure, part));
  if (printed !== undefined)
    return { expressions: [['base-behind-the-verb', ofFigure(printed)]], sure: true, named: true };
  if (inBase.length > 0) return null;
  const name = base.replace(/^比/u, '');
  const context = contextWholes(near, part);
  if (ofAll.test(name)) return context;
  const bearers = likes(part, item).filter(
    (figure) => bearsName(figure, named(name)) && !isTotalOfSeveralBases(sentence, figure, name),
  );
  if (bearers.length > 0)
    return {
      expressions: bearers.map((figure) => ['base-by-its-name', ofFigure(figure)] as const),
      sure: true,
      named: true,
    };
  return { expressions: [['base-is-not-printed', just(unprinted(named(name)))]], sure: false };
}

/** The wholes that the words around suggest for a part: what 其中 opens, what came in, what was told first. */
function contextWholes({ sentence, item, opened }: Surroundings, part: Figure): Wholes | null {
  const earlier = sentence.figures.filter(
    (figure) => figure.end <= part.start && commensurable(figure, part) && isCounted(sentence, figure),
  );
  const linked = earlier.filter((figure) => opensParts(sentence, figure, part));
  const toldFirst = linked.length > 0 ? linked : earlier.filter((figure) => says('whole', ownWords(sentence, figure)));
  if (toldFirst.length > 0)
    return {
      expressions: toldFirst.map((figure) => ['whole-told-before', ofFigure(figure)] as const),
      sure: true,
    };
  const above = item.filter(
    (figure) => figure.end <= sentence.start && commensurable(figure, part) && saysWhole(figure),
  );
  if (earlier.length === 0 && above.length > 0)
    return {
      expressions: above.map((figure) => ['whole-of-the-sentence-before', ofFigure(figure)] as const),
      sure: above.length <= 3,
    };
  if (earlier.length > 0)
    return { expressions: earlier.map((figure) => ['told-before', ofFigure(figure)] as const), sure: false };
  const before = opened.filter((figure) => commensurable(figure, part) && isCountedAt(figure));
  if (before.length > 0)
    return {
      expressions: before.map((figure) => ['whole-of-the-item-before', ofFigure(figure)] as const),
      sure: before.length <= 3,
    };
  return null;
}

const saysWhole = (figure: Figure): boolean => {
  const sentence = sentenceWith(figure);
  return sentence !== undefined && says('whole', ownWords(sentence, figure));
};

const opener = pattern('其中|，屬|包含|包括|內含|中[，有]|中$|^[^，。；]{0,6}中|計有');

/** 85株，其中…68株; 12所國小中有9所; 92人中，女性69人 */
function opensParts(sentence: MarkedSentence, all: Figure, part: Figure): boolean {
  return opener.test(sentence.words.slice(signOf(sentence, all) + 1, signOf(sentence, part)));
}

/** 1萬2,400人，其中女性7,564人(61.0%) */
function* bracketShare(near: Surroundings, claim: Figure, words: string): Iterable<Statement> {
  const { sentence } = near;
  const part = sentence.figures.filter((figure) => figure.end <= claim.start).at(-1);
  if (part === undefined || !isCounted(sentence, part)) return;
  // 增加1萬袋(7.1%): a rate of the change, not of a part.
  const lead = nearWords(before(sentence, signOf(sentence, part)));
  if (says('rise', lead) || says('fall', lead) || otherRate.test(lead)) return;
  if (/年增|成長|較/u.test(words.slice(-8))) return;
  const context = contextWholes(near, part);
  const siblings = bracketedList(sentence, claim);
  const suggested: Suggestion[] = (context?.expressions ?? []).map(([as, all]) => ({
    as,
    expression: quotientOf(ofFigure(part), all),
    scale: 100,
  }));
  if (siblings.length > 1)
    suggested.push({
      as: 'of-all-that-are-listed',
      expression: quotientOf(ofFigure(part), sumOf(...siblings.map(ofFigure))),
      scale: 100,
    });
  if (suggested.length === 0) return;
  yield judged({
    kind: 'share',
    claim,
    word: '(',
    sure: isSureBracket(near, part, context, siblings),
    suggested,
    others: (sieve) =>
      isSureBracket(near, part, context, siblings)
        ? anyPair(sieve, claim, sentence.figures, part, true)
        : [...anyPair(sieve, claim, near.item, part), ...anyGrowth(claim, near.item, part)],
  });
}

/** A whole that the words name, or two of a list that leave nothing out (女性, 男性). */
function isSureBracket(near: Surroundings, part: Figure, context: Wholes | null, siblings: readonly Figure[]): boolean {
  if (othersAreOfTheList(near.sentence, part, siblings)) return true;
  if (context === null) return false;
  if (context.sure && (opensAny(near, part) || siblings.length > 1 || says('whole', wholeWords(near, part))))
    return true;
  return context.expressions.length === 1 && leaveNothingOut(near.sentence, siblings);
}

/** 7,154人（40%）、4,472人（22%）、3,577人（20%）、2,683人（15%）: of three or more all others are shares of what is listed. */
function othersAreOfTheList(sentence: MarkedSentence, part: Figure, siblings: readonly Figure[]): boolean {
  if (siblings.length < 3) return false;
  const all = siblings.reduce((sum, { value }) => plus(sum, value), whole(0));
  return siblings.every((one) => {
    const rate = sentence.figures[sentence.figures.indexOf(one) + 1];
    return one === part || (rate !== undefined && isShareOf(one, all, rate));
  });
}

const isShareOf = (part: Figure, all: Fraction, { interval: { low, high } }: Figure): boolean => {
  if (all.of === 0n) return false;
  const share = times(dividedBy(part.value, all), whole(100));
  return (low === null || compare(share, low.at) >= 0) && (high === null || compare(share, high.at) <= 0);
};

const opensAny = ({ sentence }: Surroundings, part: Figure): boolean =>
  sentence.figures.some((all) => all.end <= part.start && commensurable(all, part) && opensParts(sentence, all, part));

const wholeWords = ({ sentence }: Surroundings, part: Figure): string =>
  sentence.figures
    .filter((all) => all.end <= part.start && commensurable(all, part))
    .map((all) => ownWords(sentence, all))
    .join('，');

/** 5家(41.7%)，7家(58.3%): all numbers of the sentence that carry a rate in brackets of their own. */
function bracketedList(sentence: MarkedSentence, claim: Figure): readonly Figure[] {
  const list: Figure[] = [];
  for (const [i, figure] of sentence.figures.entries()) {
    const rate = sentence.figures[i + 1];
    if (rate?.kind !== 'percent' || figure.kind === 'percent') continue;
    if (
      /^[^，。；()\uE000-\uE008]{0,10}\((?:約|佔|占)*$/u.test(
        sentence.words.slice(signOf(sentence, figure) + 1, signOf(sentence, rate)),
      )
    )
      list.push(figure);
  }
  const own = list.find((figure) => figure.end <= claim.start && claim.start - figure.end <= 14);
  return own === undefined ? [] : list.filter((figure) => commensurable(figure, own));
}

/** 應到60人，實到57人，出席率95%; 結訓912人，結訓率95% */
function* namedShare(near: Surroundings, claim: Figure, lead: string): Iterable<Statement> {
  const name = rateName.exec(lead)?.groups?.['name'];
  const { sentence, item } = near;
  const told = sentence.figures.filter((figure) => isCounted(sentence, figure));
  if (bareRate.test(lead)) {
    yield* lastOverWhole(near, claim, told);
    return;
  }
  if (name === undefined || /達成/u.test(lead)) return;
  if (/執行|支用|實現/u.test(lead)) {
    yield* spentOf(near, claim, told);
    return;
  }
  if (/合計|整體|以上|總/u.test(name)) {
    yield* together(near, claim, told, name);
    return;
  }
  const part = partNamed(sentence, told, claim, name.replace(generic, ''));
  if (part === null) return;
  const earlier = told.filter((figure) => figure !== part.figure && commensurable(figure, part.figure));
  const wholes = wholesFor(near, claim, part.figure, earlier, name);
  if (wholes === null) return;
  yield judged({
    kind: 'share',
    claim,
    word: name,
    sure: part.sure && wholes.sure,
    suggested: wholes.expressions.map(([as, all]) => ({
      as,
      // 不通過率 of 2,500 and of 2,425 that passed: of those that did not.
      expression: isOfTheRest(name, near.sentence, part.figure)
        ? quotientOf(differenceOf(all, ofFigure(part.figure)), all)
        : quotientOf(ofFigure(part.figure), all),
      scale: 100,
    })),
    others: (sieve) => [
      ...anyPair(
        sieve,
        claim,
        part.sure && wholes.sure ? sentence.figures : item,
        part.figure,
        part.sure && wholes.sure,
      ),
      // 全程目標60公頃，累計完成45公頃，累計完成率75%: the target that it is of is told with it.
      ...(sentence.figures.some((all) => all.end <= part.figure.start && tellsTarget(sentence, all, part.figure))
        ? []
        : ofTargets(near, part.figure)),
    ],
  });
}

const tellsTarget = (sentence: MarkedSentence, all: Figure, part: Figure): boolean =>
  commensurable(all, part) && /目標/u.test(ownWords(sentence, all));

const isOfTheRest = (name: string, sentence: MarkedSentence, part: Figure): boolean => {
  const stem = /^[不未](?<stem>\p{Script=Han}{2,})/u.exec(name.replace(generic, ''))?.groups?.['stem'];
  const own = ownWords(sentence, part);
  return stem !== undefined && own.includes(stem.slice(0, 2)) && !/[不未]/u.test(own);
};

/** 比例35%: of the number told last, over the whole that opens it. */
const bareRate = /^(?:其)?(?:比例|比率|占比|比重)(?:為|達|約|計|是|:)*$/u;

function* lastOverWhole(near: Surroundings, claim: Figure, told: readonly Figure[]): Iterable<Statement> {
  const part = told.findLast((figure) => figure.end <= claim.start);
  const wholes = part === undefined ? null : contextWholes(near, part);
  if (part === undefined || wholes === null) return;
  yield judged({
    kind: 'share',
    claim,
    word: '比例',
    sure: wholes.sure && opensAny(near, part),
    suggested: wholes.expressions.map(([as, all]) => ({
      as,
      expression: quotientOf(ofFigure(part), all),
      scale: 100,
    })),
    others: (sieve) => anyPair(sieve, claim, near.item, part, wholes.sure && opensAny(near, part)),
  });
}

/** 預算數4,200萬元，執行數3,990萬元，執行率95%: two amounts whose roles are said. */
function* spentOf({ sentence, item }: Surroundings, claim: Figure, told: readonly Figure[]): Iterable<Statement> {
  const money = told.filter(({ kind, end }) => kind === 'money' && end <= claim.start);
  const spent = money.findLast((figure) => /執行|支用|實支|支出|動支|實現|決算|撥付/u.test(ownWords(sentence, figure)));
  const wholes = money.filter(
    (figure) => figure !== spent && /預算|經費|編列|分配|可支用|可用|核定|契約/u.test(ownWords(sentence, figure)),
  );
  if (spent === undefined || wholes.length === 0) return;
  // Payables and lapsed balances may count as executed: any amount of the item, added to it.
  const spentWith = likes(spent, item).filter((figure) => !wholes.includes(figure));
  yield judged({
    kind: 'share',
    claim,
    word: '執行',
    sure: money.length === 2,
    suggested: wholes.map((all) => ({ as: 'executed-over-its-budget', expression: ratio(spent, all), scale: 100 })),
    others: (sieve) => [
      ...anyPair(sieve, claim, item, spent, true),
      ...spentWith.flatMap((more) =>
        wholes.map((all): Suggestion => ({
          as: 'executed-and-payable-over-its-budget',
          expression: quotientOf(sumOf(ofFigure(spent), ofFigure(more)), ofFigure(all)),
          scale: 100,
        })),
      ),
    ],
  });
}

/** 非常滿意1,040份、滿意496份，合計滿意度96%: of all that bear the name. */
function* together(near: Surroundings, claim: Figure, told: readonly Figure[], name: string): Iterable<Statement> {
  const { sentence } = near;
  const stem = name.slice(-2);
  const isOther = new RegExp(`[未不非無](?:予|能|及)?${stem}`, 'u');
  const parts = told.filter(
    (figure) =>
      figure.end <= claim.start &&
      ownWords(sentence, figure).includes(stem) &&
      !isOther.test(ownWords(sentence, figure)),
  );
  const [first] = parts;
  if (first === undefined || parts.some((figure) => !commensurable(figure, first))) return;
  const wholes = contextWholes(near, first);
  if (wholes === null) return;
  const sum = parts.length === 1 ? ofFigure(first) : sumOf(...parts.map(ofFigure));
  yield judged({
    kind: 'share',
    claim,
    word: name,
    sure: wholes.sure,
    suggested: wholes.expressions.map(([as, all]) => ({ as, expression: quotientOf(sum, all), scale: 100 })),
    others: (sieve) => anyPair(sieve, claim, near.item, first),
  });
}

const isDue = /應|預定|需|可|目標|列管/u;
const isDone = /(?:已|實際|實)(?!施)\p{Script=Han}{0,6}$/u;

const generic = /^(?:全年度?|本年度?|年度|整體|累計|總|實際|目前|本項|計畫|其|該|之)+/u;

/** The number with the rate's own name, or where none has it the second of two whose roles are said. */
function partNamed(sentence: MarkedSentence, told: readonly Figure[], claim: Figure, name: string): Subject | null {
  const stem = name.slice(-2);
  // 追蹤完成率 is not of 完成健檢1,000人: a longer name must come back in both its halves. 即時 only says how soon.
  const soon = inTime.test(name);
  const head = name.length >= 4 && !soon ? name.slice(0, 2) : stem;
  const isOther = new RegExp(`[未不非無](?:予|能|及)?${stem}`, 'u');
  const ofStem = new RegExp(`${stem}(?![率度])`, 'u');
  const bears = (figure: Figure): boolean => {
    const own = ownWords(sentence, figure);
    const behind = nearAfter(sentence, figure);
    // 於30分鐘內完成接轉1萬7,328人次: how soon, and how many; 逾5日核發者300件 are the others.
    if (soon && (figure.kind === 'duration' || late.test(clauseBefore(sentence, figure)))) return false;
    // 滿意度調查回收2,400份 names the survey, not the satisfied.
    return (
      (ofStem.test(own) && own.includes(head) && !isOther.test(own)) ||
      (behind.startsWith(head) && !isOther.test(behind))
    );
  };
  const bearers = told.filter(bears);
  const exact = bearers.filter((figure) => named(ownWords(sentence, figure)).endsWith(name));
  const chosen = exact.length > 0 ? exact : bearers;
  const [first] = chosen;
  if (chosen.length === 1 && first !== undefined) return { figure: first, sure: true };
  // 應訪視480戶，已訪視452戶: what was due, and what was done of it.
  const done = chosen.filter((figure) => isDone.test(ownWords(sentence, figure)));
  const [one] = done;
  if (
    chosen.length === 2 &&
    done.length === 1 &&
    one !== undefined &&
    chosen.some((figure) => isDue.test(ownWords(sentence, figure)))
  )
    return { figure: one, sure: true };
  if (chosen.length > 1) {
    const last = chosen.findLast((figure) => figure.end <= claim.start);
    return last === undefined ? null : { figure: last, sure: false };
  }
  const before = told.filter((figure) => figure.end <= claim.start);
  const [all, part] = before.slice(-2);
  if (all === undefined || part === undefined || !commensurable(all, part)) return null;
  if (between(sentence, part, claim) > 16) return null;
  const said = says('whole', ownWords(sentence, all)) && says('part', ownWords(sentence, part));
  return said || opensParts(sentence, all, part) ? { figure: part, sure: true } : null;
}

const inTime = /^(?:即時|準時|如期|及時|按時|依限|限期內?)(?=\p{Script=Han}{2})/u;
const clauseBefore = (sentence: MarkedSentence, figure: Figure): string =>
  /[^，。；、]*$/u.exec(before(sentence, signOf(sentence, figure)))?.[0] ?? '';
const late = /逾|超過|遲|延|晚/u;

/** What stands right behind a number, no mark between. */
const nearAfter = (sentence: MarkedSentence, figure: Figure): string =>
  after(sentence, signOf(sentence, figure))
    .replace(/^(?:為|者|已|經)/u, '')
    .slice(0, 6);

const between = (sentence: MarkedSentence, a: Figure, b: Figure): number => signOf(sentence, b) - signOf(sentence, a);

function wholesFor(
  near: Surroundings,
  claim: Figure,
  part: Figure,
  others: readonly Figure[],
  name: string,
): Wholes | null {
  const { sentence } = near;
  const earlier = others.filter((figure) => figure.end <= part.start);
  const asWhole = (list: readonly Figure[], as: string): Wholes['expressions'] =>
    list.map((figure) => [as, ofFigure(figure)] as const);
  const linked = earlier.filter((figure) => opensParts(sentence, figure, part));
  if (linked.length > 0) return { expressions: asWhole(linked, 'whole-opens-its-parts'), sure: true };
  const saying = earlier.filter((figure) => says('whole', ownWords(sentence, figure)));
  if (saying.length > 0) return { expressions: asWhole(earlier, 'whole-told-before'), sure: true };
  if (earlier.length === 1) return { expressions: asWhole(earlier, 'the-one-told-before'), sure: true };
  if (earlier.length > 1) return { expressions: asWhole(earlier, 'told-before'), sure: earlier.length <= 3 };
  // 團隊36隊；進駐18隊，進駐率50%: the only other told since the full stop.
  const told = near.group.filter(
    (figure) => figure.end <= sentence.start && commensurable(figure, part) && isCountedAt(figure),
  );
  if (told.length === 1) return { expressions: asWhole(told, 'the-one-told-since-the-full-stop'), sure: true };
  const later = others.filter((figure) => figure.start > part.start && says('whole', ownWords(sentence, figure)));
  // 陽性者500人，陽性率5%，完成檢查400人，追蹤率80%: what has less in it, or a rate of its own, is no whole of the part.
  const ownWhole = later.filter(
    (figure) => compare(figure.value, part.value) >= 0 && !(figure.start > claim.end && hasOwnRate(sentence, figure)),
  );
  if (ownWhole.length > 0) return { expressions: asWhole(ownWhole, 'whole-told-after'), sure: ownWhole.length === 1 };
  if (later.length > 0 || isToldAlike(near, name)) return null;
  return contextWholes(near, part);
}

/** 完成檢查400人，追蹤率80% */
const hasOwnRate = (sentence: MarkedSentence, figure: Figure): boolean =>
  ownRateBehind.test(after(sentence, signOf(sentence, figure)));
const ownRateBehind = pattern('^[^。；%A]{0,6}，[^，。；%A]{1,10}[率度](?:為|達|約|計|是)*%P');

/** 大腸癌…，陽性率6%，…；肺癌…，陽性率2.8%: told before of another, with that one's own figures. */
function isToldAlike({ sentence, item }: Surroundings, name: string): boolean {
  const stem = name.slice(-2);
  const alike = new RegExp(`${stem}(?:率|比率|比例|度)(?:為|達|約|計|是)*$`, 'u');
  return item.some(
    (figure) =>
      figure.kind === 'percent' && figure.end <= sentence.start && alike.test(figure.text.text.slice(0, figure.start)),
  );
}

const scaleOf = ({ kind }: Figure): 1 | 100 => (kind === 'percent' ? 100 : 1);

/** Any two numbers of the item, sums of some that follow one another, what is left of a whole: a charitable reader stops at none. */
function* anyPair(
  sieve: Sieve,
  claim: Figure,
  pool: readonly Figure[],
  like: Figure,
  strict = false,
): Iterable<Suggestion> {
  const figures = nearest(
    claim,
    [like, ...likes(like, pool)]
      .filter((figure) => figure === like || isCountedAt(figure))
      .toSorted((a, b) => a.start - b.start),
  ).map((figure): Ranged => ({ figure, range: rangeOf(figure.interval) }));
  const scale = scaleOf(claim);
  for (const part of figures) {
    for (const all of figures) {
      if (part === all || all.figure.value.of <= 0n) continue;
      if (sieve.letsQuotient(part.range, all.range, scale))
        yield { as: 'any-two-of-the-item', expression: ratio(part.figure, all.figure), scale };
      // Where part and whole are said, the rest of the whole is not meant.
      if (strict || compare(part.figure.value, all.figure.value) > 0) continue;
      if (sieve.letsQuotient(differenceOfRanges(all.range, part.range), all.range, scale))
        yield {
          as: 'what-is-left-of-a-whole',
          expression: quotientOf(differenceOf(ofFigure(all.figure), ofFigure(part.figure)), ofFigure(all.figure)),
          scale,
        };
    }
  }
  for (const all of figures) yield* runsOver(sieve, figures, all);
  // Where the words name the whole, the sum of what is listed is none.
  if (!strict) yield* partsOfRuns(sieve, figures);
}

/** A figure, and where it lies in ordinary numbers. */
interface Ranged {
  readonly figure: Figure;
  readonly range: Range;
}

/** Two and more that follow one another, each with what they come to. */
function* runsOf(figures: readonly Ranged[]): Iterable<{ readonly run: readonly Ranged[]; readonly range: Range }> {
  for (let from = 0; from < figures.length; from++) {
    let range = figures[from]?.range;
    for (let to = from + 1; to < Math.min(figures.length, from + longestRun); to++) {
      const next = figures[to];
      if (range === undefined || next === undefined) break;
      range = sumOfRanges(range, next.range);
      yield { run: figures.slice(from, to + 1), range };
    }
  }
}

const sumOfRun = (run: readonly Ranged[]): Expression => sumOf(...run.map(({ figure }) => ofFigure(figure)));

/** 非常滿意1,040份、滿意496份，合計滿意度96%: parts that follow one another, over a whole. */
function* runsOver(sieve: Sieve, figures: readonly Ranged[], all: Ranged): Iterable<Suggestion> {
  for (const { run, range } of runsOf(figures.filter((figure) => figure !== all)))
    if (sieve.letsQuotient(range, all.range, 100))
      yield { as: 'some-parts-over-a-whole', expression: quotientOf(sumOfRun(run), ofFigure(all.figure)), scale: 100 };
}

/** 甲12人、乙8人，占應到25人之80%: parts that follow one another up to the last. */
function* runsUpTo(
  { sentence }: Pick<Surroundings, 'sentence'>,
  part: Figure,
  wholes: Wholes['expressions'],
): Iterable<Suggestion> {
  const told = sentence.figures.filter((figure) => figure.end <= part.end && commensurable(figure, part));
  for (let length = 2; length <= Math.min(told.length, longestRun); length++) {
    const sum = sumOf(...told.slice(-length).map(ofFigure));
    for (const [, all] of wholes)
      yield { as: 'some-parts-over-the-base', expression: quotientOf(sum, all), scale: 100 };
  }
}

/** 甲12人、乙8人，甲占60%: one of several that follow one another, over all of them. */
function* partsOfRuns(sieve: Sieve, figures: readonly Ranged[]): Iterable<Suggestion> {
  for (const { run, range } of runsOf(figures))
    for (const part of run)
      if (sieve.letsQuotient(part.range, range, 100))
        yield {
          as: 'of-all-that-are-listed',
          expression: quotientOf(ofFigure(part.figure), sumOfRun(run)),
          scale: 100,
        };
}

const longestRun = 6;

function* ofTargets({ goals }: Surroundings, part: Figure): Iterable<Suggestion> {
  for (const goal of likes(part, goals))
    yield { as: 'of-the-target', expression: quotientOf(ofFigure(part), just(targetOperand(goal))), scale: 100 };
}

function* anyGrowth(claim: Figure, pool: readonly Figure[], like: Figure): Iterable<Suggestion> {
  const figures = nearest(claim, [like, ...likes(like, pool)]);
  for (const after of figures)
    for (const former of figures)
      if (after !== former)
        yield {
          as: 'any-growth',
          expression: growthOf(ofFigure(after), ofFigure(former)),
          scale: 100,
        };
}
