import type { TextColumn } from '@guankao/domain';
import { otherStage, stagesAround, stagesIn } from '../text/stages.ts';
import { clauseAt, clausesOfSentence, once, onceEach, type Figure, type Item } from '../text/items.ts';
import { withoutNumbers, wordsIn } from '../text/masked.ts';
import { wordsOf, type Words } from '../text/words.ts';
import { likenessOfWords, rates, signs } from '../weights.ts';
import { doneInTheYear, levelBefore } from '../words/changes.ts';
import { countOf } from '../targets/each.ts';
import { inputWords } from '../words/roles.ts';
import { changeOf, tellsChange } from '../targets/change.ts';
import type { Weights } from '../text/words.ts';
import { contentOf, phraseOf, type Phrase } from '../targets/phrases.ts';
import { roleOf } from '../targets/roles.ts';
import type { Asked } from './asked.ts';
import { isCumulative, type Candidate } from './candidates.ts';
import { waysIn, type Way } from './changes.ts';
import { isNamedFully } from './likeness.ts';
import { unitFit } from './units.ts';

/** What rules a candidate out whatever its words are. */
export function isRuledOut(asked: Asked, candidate: Candidate, weights: Weights): boolean {
  if (!rolesAgree(asked, candidate) || !stagesAgree(asked, candidate)) return true;
  if (!timesAgree(asked, candidate) || !eachAgrees(asked, candidate) || !changeAgrees(asked, candidate)) return true;
  if (
    candidate.role === 'among' &&
    candidate.outOf === null &&
    !isAmong(asked) &&
    !isNamedFully(asked, candidate, weights) &&
    !isNamedBetter(asked, candidate, weights)
  )
    return true;
  const isOfAPart = candidate.when?.partial === true || (candidate.each !== null && asked.target.each === null);
  if (isOfAPart && candidate.yearBeside) return true;
  if (candidate.input && !inputWords.test(textUpTo(asked))) return true;
  if (candidate.granted && !/核定|計畫|規劃|許可|登記/.test(asked.target.phrase.item.text)) return true;
  if (candidate.isTotal && (isListed(asked) || countsAnotherToo(asked, candidate))) return true;
  // 其中發明專利30件 is not answered by what all patents come to.
  if (candidate.isTotal && isAmong(asked) && !isNamedBy(asked.own, candidate.item, candidate.figure)) return true;
  // 救護車3輛延至明年交車 tells the target again.
  if (candidate.isOpen && candidate.figure.value === asked.figure.value && candidate.figure.comparator !== '<')
    return true;
  if (isPartOfTotal(asked, candidate, weights)) return true;
  if (candidate.listedWith.length === 0 || listsToo(asked)) return false;
  return (
    isOneOfNames(asked, candidate, weights) ||
    (!isNamedFully(asked, candidate, weights) && isOneOfMany(asked, candidate, weights))
  );
}

/** Results told where results belong come before those told in passing. */
const columnBonus: Readonly<Record<TextColumn, number>> = {
  goals: signs.goals,
  explanation: signs.explanation,
  execution: signs.execution,
  plannedWork: 0,
};

/** What speaks for or against a candidate besides words and place. */
export function signsFor(asked: Asked, candidate: Candidate, weights: Weights): number {
  const total = candidate.isTotal && !countsOthersToo(asked, candidate) ? signs.total : 0;
  const aside = candidate.aside ? signs.aside : 0;
  // 每月1次，共12次: what all came to is printed.
  const each = candidate.each !== null && asked.target.each === null ? signs.each : 0;
  const among = candidate.role === 'among' && isNamedBetter(asked, candidate, weights) ? signs.betterNamedPart : 0;
  const partial = candidate.when?.partial === true ? signs.partOfYear : 0;
  const outOf = candidate.outOf !== null && candidate.outOf.value === asked.figure.value ? signs.outOfTheTarget : 0;
  return (
    columnBonus[candidate.item.column] +
    total +
    aside +
    each +
    among +
    partial +
    outOf +
    confirmation(asked, candidate) +
    (isToldAsReached(asked, candidate) ? signs.toldAsReached : 0) +
    sameSpan(asked, candidate) +
    sameStep(asked, candidate)
  );
}

/** 甲段6公頃、乙段5公頃: names that no target has are parts of one thing. */
function isOneOfNames({ own }: Asked, { item, figure, listedWith }: Candidate, weights: Weights): boolean {
  return (
    [figure, ...listedWith].every((one) => !isNamedBy(own, item, one)) &&
    listedWith.every((other) => isUnknown(contentOf(phraseOf(item, other)), weights))
  );
}

function isUnknown(words: Words, weights: Weights): boolean {
  return words.size > 0 && [...words].every((word) => !weights.knows(word));
}

/** 國中20校、國小48校: the word right before its number is the one before the target's, and those before the others are not. */
function isNamedApart({ target, figure }: Asked, item: Item, given: Figure, others: readonly Figure[]): boolean {
  const wanted = nounBefore(target.phrase.item, figure);
  return (
    wanted !== '' && nounBefore(item, given) === wanted && others.every((other) => nounBefore(item, other) !== wanted)
  );
}

/**
 * 抽驗水產品4,120批、農產品6,385批，計10,505批: a part of the list that its total closes, and no part was asked for.
 * Nor was 井下地震站9站 of 30站 in all, where 地震站30站 was: it is narrower than what was asked, which the whole reaches.
 */
function isPartOfTotal(asked: Asked, { item, figure, isTotal, own }: Candidate, weights: Weights): boolean {
  const total = isTotal ? undefined : totalsOfParts(item).get(figure);
  if (total === undefined || isListed(asked)) return false;
  if (!isNamedBy(asked.own, item, figure)) return true;
  // 金牌24面、銀牌31面、銅牌33面，合計88面 for 獎牌80面，其中金牌25面: a part was asked for, and has its name.
  if (isAmong(asked) && weights.cover(asked.own, own) >= likenessOfWords.namedAmong) return false;
  // 獲金牌19面 for 金牌20面: the very thing that was asked for.
  if (isNamedAlike(asked, item, figure)) return false;
  const goal = asked.figure.value ?? 0;
  return (figure.value ?? 0) < goal && goal <= (total.value ?? 0) && [...own].some((word) => !weights.knows(word));
}

/** The figures of an item that stand in a list which a total closes, each with that total, whoever asks. */
const totalsOfParts = once(
  (item): ReadonlyMap<Figure, Figure> =>
    new Map(
      item.figures.flatMap((part) => {
        const total = totalBehind(item, part);
        return total === null ? [] : [[part, total]];
      }),
    ),
);

function totalBehind(item: Item, figure: Figure): Figure | null {
  const { sentence } = clauseAt(item, figure.start);
  const later = item.figures.filter(
    (other) =>
      other.start >= figure.end &&
      other.measure === figure.measure &&
      // 52集（每週1集）: how it was told, and none of the list.
      !/\([^()]*$/u.test(item.text.slice(0, other.start)) &&
      clauseAt(item, other.start).sentence === sentence,
  );
  const at = later.findIndex(({ start }) =>
    /，(?:合計|共計|總計|共|計)$/u.test(item.text.slice(Math.max(0, start - 3), start)),
  );
  const listed = [figure, ...later.slice(0, Math.max(at, 0))];
  const joins = (a: Figure, b: Figure): boolean => /^[^，；。]*[、及與和]/u.test(item.text.slice(a.end, b.start));
  // The last of the list has the others before it.
  const former = item.figures.findLast(({ end, measure }) => end <= figure.start && measure === figure.measure);
  const closes =
    at === 0
      ? former !== undefined && joins(former, figure)
      : at > 0 && listed.every((one, k) => k === 0 || joins(listed[k - 1] ?? one, one));
  return closes ? (later[at] ?? null) : null;
}

/** The two characters that name what a figure counts. */
function nounBefore(item: Item, figure: Figure): string {
  const end = endOfNoun(item, figure);
  return item.text.slice(Math.max(0, end - 2), end);
}

/** The name right before its number is the target's own, a verb of getting or doing in front left out. */
function isNamedAlike({ target, figure }: Asked, item: Item, given: Figure): boolean {
  const [wanted, told] = [nameOf(target.phrase.item, figure), nameOf(item, given)];
  return wanted.length >= 2 && wanted === told;
}

const nameOf = (item: Item, figure: Figure): string =>
  (/[^，；。：、及與和#0-9]*$/.exec(item.text.slice(0, endOfNoun(item, figure)))?.[0] ?? '').replace(gettingVerb, '');

const gettingVerb =
  /^(?:本年度?|全年度?|共|計|已|並|業|勇奪|奪得|榮獲|獲得|獲頒|取得|拿下|獲|得|完成|辦理|設置|建置|新增|累計)+/;

function isNamedBy(own: Words, item: Item, figure: Figure): boolean {
  const end = endOfNoun(item, figure);
  const word = wordsIn(item, Math.max(0, end - 2), end);
  return word.size > 0 && [...word].every((one) => own.has(one));
}

/** Where the name of what a figure counts ends: 國小 of 國小共計48校. */
const endOfNoun = onceEach((item, figure): number => item.text.slice(0, figure.start).replace(saysNothing, '').length);

/** Between a thing and its number. */
const saysNothing = /([人件家戶場次]數|數量|數|面積|長度|合計|總計|共|計|約|達|為|已|有|設置|建置|完成|辦理)+$/;

/** 國中20校、國小48校，共68校: of the parts one is what was asked for, and another something else. */
function countsAnotherToo({ own, figure }: Asked, { item, figure: total }: Candidate): boolean {
  const { sentence } = clauseAt(item, total.start);
  const parts = item.figures.filter(
    (part) => part.end <= total.start && part.unit === total.unit && clauseAt(item, part.start).sentence === sentence,
  );
  const named = parts.map((part) => isNamedBy(own, item, part) && unitFit(figure, part) > 0);
  return named.includes(true) && named.includes(false);
}

/** 新增14處，展延22處，合計36處: what was there before is no answer to what was to be new. */
function countsOthersToo({ target }: Asked, { item, figure, phrase }: Candidate): boolean {
  if (!isStep(target.phrase) || isStep(phrase)) return false;
  const { sentence } = clauseAt(item, figure.start);
  const parts = clausesOfSentence(item, sentence).filter((clause) => clause.end <= phrase.start);
  return (
    parts.some(({ text }) => /展延|延續|續辦|維持|既有|原有|更新/.test(text)) &&
    parts.some(({ start, end }) => isStep({ item, start, end }))
  );
}

function isAmong({ target, figure }: Asked): boolean {
  return roleOf(target.phrase.item, figure) === 'among';
}

/** 輔導35家，其中21家取得認證 for 輔導取得認證20家: the part has words of the target that the whole lacks. */
function isNamedBetter({ own }: Asked, { item, figure, own: words }: Candidate, weights: Weights): boolean {
  const whole = item.figures.findLast((other) => other.end <= figure.start && other.measure === figure.measure);
  if (whole === undefined) return false;
  const left = new Set([...own].filter((word) => !contentOf(phraseOf(item, whole)).has(word)));
  return weights.ofShared(left, words) >= likenessOfWords.oneWord;
}

/** The target is one of several in its unit itself. */
function listsToo({ target, figure }: Asked): boolean {
  return target.phrase.item.figures.some((other) => other !== figure && other.unit === figure.unit);
}

/** What rose by 2 % is answered by a rise, not by where it got to, and a level not by how it got there. */
function changeAgrees({ target: { change }, figure: goal }: Asked, { way, item, figure }: Candidate): boolean {
  // 縮短8分鐘 and 提升13個百分點 tell by how much, and no level.
  if (change === null)
    return way === null && !((tellsStep(goal, item, figure) || tellsDistance(goal, item, figure)) && !isTerse(item));
  // 由1,200格增加至1,500格: the way answers 增加300格, and where it got to does not.
  if (way === null && !change.firm && goal.kind !== 'percent' && tellsLevel(item, figure)) return false;
  // 減少四分之一 is no answer to 提升5個百分點.
  if (way === null && figure.kind === 'percent' && goal.kind === 'percent') {
    const told = changeOf(item, figure);
    if (told !== null && told.way !== change.way) return false;
  }
  return way !== null || !change.firm || figure.bare || isTerse(item) || tellsChange(item, figure);
}

function tellsStep(goal: Figure, item: Item, figure: Figure): boolean {
  const isMeasured = goal.kind === 'percent' || goal.kind === 'duration';
  return isMeasured && changeOf(item, figure)?.firm === true;
}

/** 由25公里延長為40公里，增加15公里 for 距離40公里: how far it moved, where it got to what was asked and the distance is far from it. */
function tellsDistance({ value: goal }: Figure, item: Item, figure: Figure): boolean {
  const way = distancesOf(item).get(figure);
  return way !== undefined && goal !== null && apart(way.to.value, goal) < apart(figure.value, goal);
}

const apart = (a: number | null, b: number): number =>
  a === null || a <= 0 || b <= 0 ? Infinity : Math.abs(Math.log(a / b));

/** Figures that are the distance of a way told in their own sentence, each with that way. */
const distancesOf = once((item): ReadonlyMap<Figure, Way> => {
  const ways = waysIn(item, null);
  return new Map(
    item.figures.flatMap((figure) => {
      const { sentence } = clauseAt(item, figure.start);
      const way = ways.find(
        ({ from, to }) =>
          figure !== to &&
          figure !== from &&
          to.measure === figure.measure &&
          clauseAt(item, to.start).sentence === sentence &&
          Math.abs(Math.abs((to.value ?? NaN) - (from.value ?? NaN)) - (figure.value ?? 0)) < 1e-9 * (to.value ?? 1),
      );
      return way === undefined ? [] : [[figure, way]];
    }),
  );
});

function textUpTo({ target: { phrase }, figure }: Asked): string {
  return phrase.item.text.slice(phrase.start, figure.start);
}

/** 停車格達1,500格, 增加至1,500格: how many there are. */
function tellsLevel(item: Item, figure: Figure): boolean {
  const before = item.text.slice(clauseAt(item, figure.start).start, figure.start);
  return levelBefore.test(before) && !doneInTheYear.test(before);
}

/** A cell that says nothing but its figure: 2.3%. */
function isTerse(item: Item): boolean {
  return item.figures.length === 1 && wordsOf(withoutNumbers(item, 0, item.text.length)).size === 0;
}

/** An earlier year's figure answers only where that year is asked for. */
function timesAgree({ target }: Asked, { when, item }: Candidate): boolean {
  if (when === null || !when.earlier) return true;
  return target.phrase.item.text.includes(item.text.slice(when.time.start, when.time.end));
}

/** 日均5萬人次 is asked a day, and answered by the day; 每月2場 also by what the year came to; 每縣市20場 place by place. */
function eachAgrees({ target: { each } }: Asked, { each: given }: Candidate): boolean {
  if (each?.kind === 'place') return given?.kind === 'place';
  const whole = given === null || countOf(given) !== null;
  if (each === null) return whole;
  return (given?.kind === 'period' && given.period === each.period) || (each.times !== null && whole);
}

/** 汽車180輛、機車1,200輛: each is answered by its own, not by what all come to. */
const isListed = ({ target, figure }: Asked): boolean => standsInList(target.phrase.item, figure);

const standsInList = onceEach((item, figure): boolean => {
  if (/(合計|共計|總計|計|共)$/.test(item.text.slice(0, figure.start))) return false;
  const isListMark = (from: number, to: number) => from <= to && /^[、及與和]/.test(item.text.slice(from, to));
  return item.figures.some(
    (other) =>
      other.unit === figure.unit &&
      (isListMark(other.end, figure.start) || isListMark(figure.end, other.start)) &&
      clauseAt(item, other.start) === clauseAt(item, figure.start),
  );
});

/** Others of its list are about as like the target, or the list as a whole reaches it: 消防車輛15輛 is not answered by 水箱消防車5輛 alone. */
function isOneOfMany(asked: Asked, candidate: Candidate, weights: Weights): boolean {
  const { own, figure } = asked;
  const { item, figure: given, phrase, listedWith } = candidate;
  if (isNamedApart(asked, item, given, listedWith)) return false;
  const likeness = weights.cover(own, contentOf(phrase));
  if (
    listedWith.some(
      (other) => weights.cover(own, contentOf(phraseOf(item, other))) >= likenessOfWords.asLike * likeness,
    )
  )
    return true;
  const [goal, value] = [figure.value ?? 0, given.value ?? 0];
  return value < goal && value + listedWith.reduce((sum, other) => sum + (other.value ?? 0), 0) >= goal;
}

/** 預算執行率40% tells how much was spent, and answers nothing else. */
const spendingRate = /(預算|經費|累計|年度)[^，；。%]{0,6}(執行|支用|動支)率(已|僅)?(達|為|約|計)?$/;
const asksForSpending = /(執行|支用|動支)率|預算|經費/;

/** 女性2,851人占44%, 約占四成三: a share of what is counted, which no rate of another name asks for. */
const shareBefore = /[占佔][^，；。：#%]{0,10}$/;
const asksForShare = /占|佔|比例|比率|比重|份額/;

function tellsShare({ item, figure }: Candidate): boolean {
  return figure.kind === 'percent' && shareBefore.test(item.text.slice(0, figure.start));
}

/** 有效回收占95% for 回收率95%: its clause has the two characters that name the rate. */
function isNamedInShare({ phrase }: Asked['target'], { item, figure }: Candidate): boolean {
  const name = /(\p{Script=Han}{2})(?:率|度|比)/u.exec(phrase.item.text.slice(phrase.start, phrase.end))?.[1];
  return name === undefined || item.text.slice(sentenceStartOf(item, figure), figure.start).includes(name);
}

function sentenceStartOf(item: Item, figure: Figure): number {
  return clausesOfSentence(item, clauseAt(item, figure.start).sentence)[0]?.start ?? 0;
}

/** The two characters that name a rate right before its figure: 裁處 of 裁處率. */
const stemOf = onceEach(
  (item, figure): string => rateName.exec(item.text.slice(clauseAt(item, figure.start).start, figure.start))?.[1] ?? '',
);
const rateName = /(\p{Script=Han}{2})率(?:為|達|約|計|已|均|皆|僅|：)*$/u;

/** 不符率7% is no answer to 不符案件裁處率: a rate of another name, of which the target's is nowhere told beside it. */
function isOfAnotherRate({ target: { phrase }, figure: goal }: Asked, { item, figure }: Candidate): boolean {
  if (goal.kind !== 'percent' || figure.kind !== 'percent') return false;
  const [wanted, told] = [stemOf(phrase.item, goal), stemOf(item, figure)];
  if (wanted === '' || told === '' || [...wanted].some((character) => told.includes(character))) return false;
  return !item.text.slice(sentenceStartOf(item, figure), figure.start).includes(wanted);
}

/** 最快12秒，最慢38秒，平均21秒: an extreme answers no mean, and a mean no extreme. */
function extremesAgree({ target: { phrase }, figure: goal }: Asked, { item, figure }: Candidate): boolean {
  const wanted = endOrMean(phrase.item, goal);
  const told = endOrMean(item, figure);
  return wanted === null || told === null || wanted === told;
}

const endOrMean = onceEach((item, figure): string | null => {
  const before = item.text.slice(clauseAt(item, figure.start).start, figure.start);
  return /(最[快慢高低多少長短大小]|平均)[^，；。#\d]{0,8}$/u.exec(before)?.[1] ?? null;
});

/** A growth answers a growth, a rate of attainment a rate of attainment. */
function rolesAgree(asked: Asked, candidate: Candidate): boolean {
  const { target, figure } = asked;
  const text = target.phrase.item.text.slice(target.phrase.start, figure.end);
  if (candidate.role === 'attainment') return /(達成率|達成度|達標率)/.test(text);
  if (spendingRate.test(candidate.item.text.slice(0, candidate.figure.start)) && !asksForSpending.test(text))
    return false;
  if (tellsShare(candidate) && !asksForShare.test(text) && !isNamedInShare(target, candidate)) return false;
  if (isOfAnotherRate(asked, candidate) || !extremesAgree(asked, candidate)) return false;
  if (candidate.role === 'difference') return /(增加|成長|提升|提高|減少|降低|下降|縮短|節省)/.test(text);
  return true;
}

export function stagesAgree({ target }: Asked, { item }: Candidate): boolean {
  const asked = target.phrase.item;
  return item === asked || !otherStage(stagesIn(asked, target.phrase.start, target.phrase.end), stagesAround(item));
}

/** 累計25站 is answered by 累計23站, 新增10站 by 新增8站. */
export function tellsSameSpan(asked: Asked, candidate: Candidate): boolean {
  return asksToDate(asked) === candidate.isCumulative;
}

function asksToDate({ target }: Asked): boolean {
  return target.scope === 'plan' || isCumulative(target.phrase);
}

/** A total to date answers a total to date, the year's figure the year's. */
function sameSpan(asked: Asked, candidate: Candidate): number {
  if (asksToDate(asked)) return candidate.isCumulative ? signs.toDate : signs.yearForToDate;
  return candidate.isCumulative ? signs.toDateForYear : 0;
}

/** 新增6館 tells of a step, 據點達41館 of where things stand. */
function sameStep({ target }: Asked, candidate: Candidate): number {
  if (isStep(target.phrase)) return tellsStock(candidate.phrase) && !isStep(candidate.phrase) ? signs.stockForStep : 0;
  return isStep(candidate.phrase) ? signs.stepForLevel : 0;
}

/** 截至年底領有證照者達1,519人: how many there are, not how many came. */
function tellsStock({ item, start, end }: Phrase): boolean {
  return /截至|迄今|現有|總數/.test(item.text.slice(start, end));
}

export function isStep({ item, start, end }: Phrase): boolean {
  return /新增|增加|增設|新設|擴增|成長|提升/.test(item.text.slice(start, end));
}

/** 執行84航次 under 執行80航次: word for word the same, but for the number. */
export function hasSameWords({ target, figure }: Asked, { item, figure: given }: Candidate): boolean {
  const said = wordsRightBefore(item, given);
  return said.length >= 2 && said === wordsRightBefore(target.phrase.item, figure);
}

const wordsRightBefore = onceEach((item, { start }): string =>
  item.text
    .slice(clauseAt(item, start).start, start)
    .replace(/^(?:本年度?|全年度?|已|業已?|共|計)+|(?:已|共|計|達)+$/gu, ''),
);

/** Its own line repeats this target before it, or another one. */
export function saidBeside({ figure }: Asked, { beside }: Candidate): number {
  if (beside === null || unitFit(figure, beside) === 0) return 0;
  return beside.value === figure.value ? signs.besideTarget : signs.besideAnother;
}

/** 完成65案，達成率108.3% under 完成60案: neither has words of its own, and the rate says it. */
export function isBorneOut({ own, figure }: Asked, { attainment, figure: given }: Candidate): boolean {
  if (own.size > 0 || attainment === null || figure.value === null || given.value === null || figure.value === 0)
    return false;
  return Math.abs((100 * given.value) / figure.value - attainment) < rates.attainment;
}

/** 累計75%，達成 under the number of the target, or alone where there are no numbers. */
function isToldAsReached({ target, figure: asked }: Asked, { item, figure }: Candidate): boolean {
  const own = target.phrase.item;
  if (item.column !== 'explanation' || item.passage.marker !== own.passage.marker || item.index !== own.index)
    return false;
  // Without numbers it may be told of another target of the same line.
  if (own.passage.marker === null && own.figures.filter((other) => unitFit(asked, other) > 0).length > 1) return false;
  const alike = item.figures.filter((other) => unitFit(asked, other) > 0);
  return (
    alike.length === 1 &&
    alike[0] === figure &&
    /^[^，；。]{0,4}，(?:業|已|均|業已)*(?:達成|達標|達到目標|符合目標)(?:目標)?(?=[，；。]|$)/.test(
      item.text.slice(figure.end),
    )
  );
}

function confirmation(asked: Asked, candidate: Candidate): number {
  if (isConfirmed(asked, candidate)) return signs.confirmed;
  return isRateOf(asked, candidate, asked.attainment) ? signs.confirmedByTarget : 0;
}

/** Its own rate of attainment is that of this result over this target. 達成率100% says nothing: it may be any target's. */
export function isConfirmed(asked: Asked, candidate: Candidate): boolean {
  return candidate.attainment !== 100 && isRateOf(asked, candidate, candidate.attainment);
}

/** The rate is that of this result over this target. */
export function isRateOf(
  { figure: { value: goal } }: Asked,
  { figure: { value: result } }: Candidate,
  rate: number | null,
): boolean {
  if (goal === null || result === null || goal === 0 || rate === null) return false;
  return Math.abs((100 * result) / goal - rate) < rates.attainment;
}
