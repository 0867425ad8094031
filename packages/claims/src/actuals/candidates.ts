import { clauseAt, clausesOfSentence, figuresIn, type Figure, type Item } from '../text/items.ts';
import { exceptionsIn, within } from '../text/exceptions.ts';
import { withoutNumbers, wordsAround, wordsIn } from '../text/masked.ts';
import { measuresInBrackets } from '../words/units.ts';
import { actualBefore, doneBefore, doneBehind, grantedBefore, inputBefore } from '../words/roles.ts';
import { sentenceAt } from '../text/sentences.ts';
import { joined, type Words } from '../text/words.ts';
import { contentOf, phraseOf, type Phrase } from '../targets/phrases.ts';
import { stateOf, type State } from '../milestones/state.ts';
import { eachOf, type Each } from '../targets/each.ts';
import { waysIn, type Way } from './changes.ts';
import { whenOf, type When } from './when.ts';
import { openBracket, roleOf, type Role } from '../targets/roles.ts';

/** A figure of the result texts that may answer a target. */
export interface Candidate {
  readonly item: Item;
  readonly figure: Figure;
  readonly role: Role;
  readonly phrase: Phrase;
  /** The words of its own phrase. */
  readonly own: Words;
  /** The words of its clause and sentence. */
  readonly sentence: Words;
  /** The words of its item and the headings over it. */
  readonly wide: Words;
  /** Its place among the figures of its unit in the item, from 0. */
  readonly rank: number;
  /** 目標值95處；實際值96處: the target that stands before it, where it is called the result. */
  readonly beside: Figure | null;
  /** Its clause says that something is not done: the figure may be the target's, told again. */
  readonly isOpen: boolean;
  readonly isCumulative: boolean;
  /** 7公里及5公里，合計12公里. */
  readonly isTotal: boolean;
  /** The others in its unit that its clause lists without a total: 甲車2輛、乙車5輛. */
  readonly listedWith: readonly Figure[];
  /** 51.6公里，達成率103.2%: the rate of attainment that its own sentence gives it. */
  readonly attainment: number | null;
  /** Where it stood before, if the item tells it: what answers 提升2% or 增加500戶. null for a figure that is told by itself. */
  readonly way: Way | null;
  /** The time that it speaks of: an earlier year's or a month's figure is no answer for the year. */
  readonly when: When | null;
  /** Its item also tells what the whole year came to: 12月份1,100人次，全年1萬2,000人次. */
  readonly yearBeside: boolean;
  /** What it comes to for each of several times or places; null where it is for the whole. */
  readonly each: Each | null;
  /** 核定32家，其中31家完成: how many there were to be, which it is done out of. */
  readonly outOf: Figure | null;
  /** 經費2億元: what went in. It answers only where money of that kind is asked. */
  readonly input: boolean;
  /** It only says how many there were to be (核定32家), and another one how many there were. */
  readonly granted: boolean;
  /** Told beside the matter: 另清理4,310筆. */
  readonly aside: boolean;
}

const neverResults: ReadonlySet<Role> = new Set(['baseline', 'target', 'attribute', 'part']);

/** Everything in an item that could be a result. What is excepted (除4處…外), restated as a target or counted in brackets is none. */
export function candidatesIn(item: Item, fiscalYear: number | null): readonly Candidate[] {
  const exceptions = exceptionsIn(item);
  const usable = item.figures.filter(
    (figure) => !within(exceptions, figure.start) && !restatesTarget(item, figure) && !isSpread(item, figure),
  );
  const told = usable
    .map((figure) => ({ figure, role: roleOf(item, figure) }))
    .filter(({ role }) => !neverResults.has(role));
  const candidates = told.map(({ figure, role }, index): Candidate => {
    const phrase = phraseOf(item, figure);
    const clause = clauseAt(item, figure.start);
    const isTotal = addsUp(item, figure, fiscalYear);
    return {
      item,
      figure,
      role,
      phrase,
      own: isTotal
        ? joined([contentOf(phrase), wordsIn(item, sentenceStart(item, clause.sentence), figure.start)])
        : contentOf(phrase),
      sentence: sentenceAt(item, clause).words,
      wide: wordsAround(item),
      rank: told.slice(0, index).filter((other) => other.figure.unit === figure.unit).length,
      beside: targetBeside(item, figure),
      isOpen: isOpenAt(item, figure, fiscalYear),
      isCumulative: isCumulative(phrase) || joinsEarlier(item, figure),
      isTotal,
      listedWith: listedWith(item, figure, fiscalYear),
      attainment: attainmentBeside(item, figure),
      way: null,
      when: whenOf(item, figure, fiscalYear),
      yearBeside: tellsYearToo(item, figure),
      each: eachOf(item, figure),
      outOf: owedAhead(item, figure),
      input: figure.kind === 'money' && inputBefore.test(item.text.slice(clause.start, figure.start)),
      granted: doneLater(item, figure) !== undefined,
      aside: isAside(item, figure),
    };
  });
  const ways = waysIn(item, fiscalYear).flatMap((way) => asChange(way, candidates));
  return [...candidates.filter((one) => !isInMixedTotal(one, candidates)), ...ways];
}

/** 由80%提升至83% answers once as a level and once as a rise. */
function asChange(way: Way, candidates: readonly Candidate[]): readonly Candidate[] {
  const level = candidates.find(({ figure }) => figure === way.to);
  if (level === undefined) return [];
  const { item, phrase } = level;
  const start = Math.min(phrase.start, clauseAt(item, way.from.start).start);
  const whole = { item, start, end: Math.max(phrase.end, way.from.end) };
  return [{ ...level, phrase: whole, own: contentOf(whole), way, listedWith: [], attainment: null }];
}

/** 辦理2場次跨校觀摩目標未達成: the figure is the target's, not a result. */
function restatesTarget(item: Item, figure: Figure): boolean {
  const clause = clauseAt(item, figure.start);
  const after = item.text.slice(figure.end, clause.end);
  return (
    /目標值?(未|無法)|未能|無法|尚未/.test(after) &&
    !/(已|業)(完成|辦理|達)/.test(item.text.slice(clause.start, figure.start))
  );
}

/** 滿意度介於88%至94%，平均91.2%: the average is the result, how far the single ones lie apart is none. */
function isSpread(item: Item, { low, high, end, measure, kind }: Figure): boolean {
  if (low === null || high === null) return false;
  const { sentence } = clauseAt(item, end - 1);
  return item.figures.some(
    (other) =>
      other.start >= end &&
      other.kind === kind &&
      other.measure === measure &&
      clauseAt(item, other.start).sentence === sentence &&
      /平均[^，；。#\d]{0,6}$/.test(item.text.slice(0, other.start)),
  );
}

/** 15輛採購案決標，預計明年交車. */
const endsLater = /交貨|交車|交機|交船|到貨|完工|竣工|驗收|上線|啟用|完成|交付|履約/;

function isOpen(state: State): boolean {
  return state === 'missed' || state === 'open';
}

function isOpenAt(item: Item, figure: Figure, fiscalYear: number | null): boolean {
  const clause = clauseAt(item, figure.start);
  if (isOpen(stateOf(item, clause, fiscalYear))) return true;
  if (/完成|驗收|竣工|完竣|完工|達成|交貨|交車|啟用/.test(clause.text)) return false;
  const later = clausesOfSentence(item, clause.sentence).filter((other) => other.start > clause.start);
  return later.some((other) => endsLater.test(other.text) && isOpen(stateOf(item, other, fiscalYear)));
}

/** 累計1,210支: to date, where others tell of the year alone. */
export function isCumulative({ item, start, end }: Phrase): boolean {
  return /累計|累積|迄今|歷年/.test(item.text.slice(start, end));
}

/** The target value that the result's own line repeats: the last figure called so before it. */
function targetBeside(item: Item, figure: Figure): Figure | null {
  const clause = clauseAt(item, figure.start);
  if (!actualBefore.test(`${clause.head}：${withoutNumbers(item, clause.start, figure.start)}`)) return null;
  return item.figures.findLast((other) => other.end <= figure.start && roleOf(item, other) === 'target') ?? null;
}

/** It follows 合計 and is the sum of the figures of its unit before it in the sentence. */
function addsUp(item: Item, figure: Figure, fiscalYear: number | null): boolean {
  if (!/(合計|共計|總計|計|共)$/.test(item.text.slice(0, figure.start))) return false;
  const { sentence } = clauseAt(item, figure.start);
  const parts = item.figures.filter(
    (other) =>
      other.end <= figure.start &&
      (other.unit === figure.unit || alsoIn(item, figure, other)) &&
      clauseAt(item, other.start).sentence === sentence,
  );
  if (parts.some((part) => isEarlier(item, part, fiscalYear))) return false;
  const sum = parts.reduce((total, part) => total + (part.value ?? 0), 0);
  return parts.length > 1 && figure.value !== null && Math.abs(sum - figure.value) < 1e-6 * Math.max(1, figure.value);
}

/** 合計53處(座、件): what is added up is counted in the measures in brackets too. */
function alsoIn(item: Item, total: Figure, part: Figure): boolean {
  return measuresBehind(item, total).includes(part.measure);
}

function measuresBehind({ text }: Item, { end }: Figure): readonly string[] {
  const measures = /^\(([^()]*)\)/.exec(text.slice(end))?.[1]?.split('、') ?? [];
  return measures.every((one) => measuresInBrackets.test(one)) ? measures : [];
}

/** 設施22處 of 合計53處(座、件): only all of them together were asked for in that measure. */
function isInMixedTotal({ item, figure }: Candidate, candidates: readonly Candidate[]): boolean {
  return candidates.some(
    (other) =>
      /(合計|共計|總計|計|共)$/.test(item.text.slice(0, other.figure.start)) &&
      item === other.item &&
      figure.end <= other.figure.start &&
      clauseAt(item, figure.start).sentence === clauseAt(item, other.figure.start).sentence &&
      measuresBehind(item, other.figure).length > 0,
  );
}

/** 連同112年度48套，合計120套: with what earlier years had. */
function joinsEarlier(item: Item, figure: Figure): boolean {
  const { sentence } = clauseAt(item, figure.start);
  return (
    clausesOfSentence(item, sentence).some(
      (clause) => clause.start <= figure.start && /^(連同|加計|併計|併同)/.test(clause.text),
    ) && /(合計|共計|總計|累計|共|計)$/.test(item.text.slice(0, figure.start))
  );
}

function listedWith(item: Item, figure: Figure, fiscalYear: number | null): readonly Figure[] {
  const clause = clauseAt(item, figure.start);
  return figuresIn(item, clause).filter(
    (other) =>
      other !== figure &&
      other.unit === figure.unit &&
      roleOf(item, other) === 'plain' &&
      !isEarlier(item, other, fiscalYear),
  );
}

function attainmentBeside(item: Item, figure: Figure): number | null {
  const next = item.figures[item.figures.indexOf(figure) + 1];
  if (
    next === undefined ||
    roleOf(item, next) !== 'attainment' ||
    clauseAt(item, next.start).sentence !== clauseAt(item, figure.start).sentence
  )
    return null;
  return next.value;
}

function sentenceStart(item: Item, sentence: number): number {
  return clausesOfSentence(item, sentence)[0]?.start ?? 0;
}

function isAside(item: Item, figure: Figure): boolean {
  const clause = clauseAt(item, figure.start);
  const before = item.text.slice(clause.start, figure.start);
  return (
    /^(另|此外|另外|同時|附帶)/.test(clause.text) ||
    (openBracket(item.text, figure.start) >= 0 && !/(率|比例)[^、，]{0,4}$/.test(before))
  );
}

function isEarlier(item: Item, figure: Figure, fiscalYear: number | null): boolean {
  return whenOf(item, figure, fiscalYear)?.earlier === true;
}

/** 核定32家: the later figure of its sentence that says how many of them were done. */
function doneLater(item: Item, figure: Figure): Figure | undefined {
  const clause = clauseAt(item, figure.start);
  if (!grantedBefore.test(item.text.slice(clause.start, figure.start))) return undefined;
  return item.figures.find((other) => {
    const at = clauseAt(item, other.start);
    return (
      other.start >= figure.end &&
      other.measure === figure.measure &&
      at.sentence === clause.sentence &&
      (doneBefore.test(item.text.slice(Math.max(at.start, figure.end), other.start)) ||
        doneBehind.test(item.text.slice(other.end, at.end)))
    );
  });
}

/** The figure that it is done out of: one called owed before it in its sentence, or one granted. */
function owedAhead(item: Item, figure: Figure): Figure | null {
  const { sentence } = clauseAt(item, figure.start);
  return (
    item.figures.findLast(
      (other) =>
        other.end <= figure.start &&
        other.measure === figure.measure &&
        clauseAt(item, other.start).sentence === sentence &&
        (roleOf(item, other) === 'target' || doneLater(item, other) === figure),
    ) ?? null
  );
}

function tellsYearToo(item: Item, figure: Figure): boolean {
  return item.figures.some(
    (other) =>
      other !== figure &&
      other.measure === figure.measure &&
      /(全年度?|合計|共計|總計|累計|年度)[^，；。#]{0,8}$/.test(
        item.text.slice(clauseAt(item, other.start).start, other.start),
      ),
  );
}
