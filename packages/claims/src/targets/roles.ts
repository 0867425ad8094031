import { clauseAt, once, type Figure, type Item } from '../text/items.ts';
import { withoutNumbers } from '../text/masked.ts';
import { eachOf, type Each } from './each.ts';
import {
  amongBefore,
  attainmentBefore,
  averageBefore,
  baselineBefore,
  changeFollows,
  changeOfIt,
  comparedBase,
  describingUnits,
  differenceBefore,
  formulaBefore,
  inputBefore,
  layoutAfter,
  layoutUnits,
  namesARate,
  withinTime,
  yearsBefore,
  partBefore,
  placeAfter,
  rankBefore,
  resultWords,
  spanBefore,
  startOfChange,
  targetBefore,
  weightBefore,
  doneOf,
  doneOutOf,
  owedBefore,
  owedByADay,
} from '../words/roles.ts';

/**
 * What a figure is to its clause. `plain`: it may be a target (in goals) or a result (elsewhere).
 * The others never are: `baseline` where things stood, `target` a target repeated beside its result,
 * `attainment` result over target, `difference` how far from something, `among` a part told with 其中, `part` of a figure before it,
 * `each` what comes to each of several times or places, `attribute` what describes the work.
 */
export type Role =
  | 'plain'
  | 'baseline'
  | 'target'
  | 'attainment'
  | 'difference'
  | 'among'
  | 'part'
  | 'each'
  | 'attribute';

const rolesOf = once((item) => new Map(item.figures.map((figure) => [figure, judgedRole(item, figure)])));

export function roleOf(item: Item, figure: Figure): Role {
  return rolesOf(item).get(figure) ?? judgedRole(item, figure);
}

function judgedRole(item: Item, figure: Figure): Role {
  const clause = clauseAt(item, figure.start);
  const before = withoutNumbers(item, clause.start, figure.start);
  const sinceLast = before.slice(before.lastIndexOf('#') + 1);
  const after = item.text.slice(figure.end, clause.end);
  const led = before === '' ? `${clause.head}：` : before;
  if (describingUnits.has(figure.unit ?? '') || describes(item, figure, sinceLast, after)) return 'attribute';
  if (attainmentBefore.test(led)) return 'attainment';
  const isDistance = differenceBefore.some((pattern) => pattern.test(before));
  // 較目標多3處: how far from it, and not what was owed.
  if (targetBefore.test(led) || (!isDistance && isOwed(item, figure, before))) return 'target';
  // 由每件12萬元壓低為9萬元: where it stood, for each or for all.
  if (startOfChange.test(before) && changeFollows.test(after)) return 'baseline';
  const each = eachOf(item, figure);
  if (each !== null) return isEachForWhole(item, figure, each) ? 'attribute' : 'each';
  if (isDistance) return 'difference';
  if (comparedBase.test(sinceBefore(before)) && changeOfIt.test(withoutNumbers(item, figure.end, clause.end)))
    return 'baseline';
  if (baselineBefore.some((pattern) => pattern.test(led))) return 'baseline';
  if (isPart(item, figure)) return 'part';
  return amongBefore.test(unbracketed(item, figure)) ? 'among' : 'plain';
}

/** Back to the number before the last: 112年 of 較112年(184件) is one too. */
function sinceBefore(before: string): string {
  return before.split('#').slice(-2).join('#');
}

function describes(item: Item, figure: Figure, sinceLast: string, after: string): boolean {
  if (spanBefore.test(sinceLast)) return true;
  // 半年 of 每半年召開1次.
  if (figure.kind === 'duration' && /[每按逐]$/.test(sinceLast)) return true;
  if (averageBefore.test(sinceLast) && item.figures.some((other) => other.start === figure.end)) return true;
  if (weightBefore.test(sinceLast) || formulaBefore.test(sinceLast)) return true;
  if (figure.kind === 'money' && inputBefore.test(sinceLast) && isAsking(item) && !asksForMoney(item, figure))
    return true;
  if (figure.kind === 'duration' && yearsBefore.test(sinceLast)) return true;
  if (figure.kind === 'duration' && (namesARate.test(after) || namesAMeasure(item, figure, after))) return true;
  if (figure.kind === 'duration' && namesWhatIsBounded(item, figure, after)) return true;
  if (layoutUnits.has(figure.unit ?? '') && layoutAfter.test(after) && laysOut.test(clauseBefore(item, figure)))
    return true;
  if (figure.kind === 'percent' && (rankBefore.test(sinceLast) || isStageShare(item, figure))) return true;
  if (insideQuotes(item.text, figure.start)) return true;
  return boundsANoun(figure, after) || countsPlacesOfTheNext(item, figure);
}

const laysOut = /^(落實|推動|強化|配合|依|賡續|持續|已依|按|執行)|、$/;

function isAsking({ column }: Item): boolean {
  return column === 'goals' || column === 'plannedWork';
}

/** 30日內死亡人數降至2,800人. */
function namesAMeasure(item: Item, figure: Figure, after: string): boolean {
  const says = item.text.slice(figure.end - 1, figure.end) === '內' || /^(以內|之內|內)/.test(after);
  return (
    says &&
    withinTime.test(after) &&
    item.figures.some(
      (other) => other.start >= figure.end && clauseAt(item, other.start) === clauseAt(item, figure.start),
    )
  );
}

/** 24小時路徑誤差≤75公里: the time names what another figure of the clause bounds. */
function namesWhatIsBounded(item: Item, figure: Figure, after: string): boolean {
  const clause = clauseAt(item, figure.start);
  return (
    figure.comparator === null &&
    figure.start === clause.start &&
    /^\p{Script=Han}{2}/u.test(after) &&
    !/^(?:以上|以下|以內|之內|內)/u.test(after) &&
    item.figures.some(
      (other) => other.start > figure.end && other.end <= clause.end && other.measure !== figure.measure,
    )
  );
}

/** 完成工程招標(50%): how far the work is then. 滿意度(85%) is a measure and its value. */
function isStageShare(item: Item, figure: Figure): boolean {
  const alone = item.text.charAt(figure.start - 1) === '(' && item.text.charAt(figure.end) === ')';
  return (
    alone &&
    !/(率|度|比|比例|比重|指數|目標|值|平均|水準|標準|基準|[\p{Script=Han}]數)$/u.test(
      item.text.slice(0, figure.start - 1),
    )
  );
}

/** In a result: how many there were to be, beside how many there were. */
function isOwed(item: Item, figure: Figure, before: string): boolean {
  if (isAsking(item)) return false;
  const sinceLast = before.slice(before.lastIndexOf('#') + 1);
  const { sentence } = clauseAt(item, figure.start);
  const others = item.figures.filter(
    (other) =>
      other !== figure && other.measure === figure.measure && clauseAt(item, other.start).sentence === sentence,
  );
  if (owedByADay.test(before)) return true;
  if (owedBefore.test(sinceLast) && !/已|業|實際/.test(sinceLast))
    return others.length > 0 || saysAllDone(item, figure);
  const opens = clauseAt(item, figure.start).start === figure.start;
  return others.some((other) => {
    const between = item.text.slice(figure.end, other.start);
    return other.start >= figure.end && (doneOutOf.test(between) || (opens && doneOf.test(between)));
  });
}

/** 應汰換30輛，均已汰換: what was owed was done, and is no figure of its own. */
function saysAllDone(item: Item, figure: Figure): boolean {
  const { sentence } = clauseAt(item, figure.start);
  const rest = item.clauses.filter((clause) => clause.sentence === sentence && clause.start >= figure.end);
  return rest.some(({ text }) =>
    /(全數|全部|均|皆|悉數|如數)[^，]{0,8}(完|竣|已|畢)|已(全數|全部|悉數|如數)/.test(text),
  );
}

/** 每季至少1次，全年400家次: how often, where the year's count follows. 每處碼頭3支 describes, beside what it asks for. */
function isEachForWhole(item: Item, figure: Figure, each: Each): boolean {
  if (!isAsking(item)) return false;
  const { sentence } = clauseAt(item, figure.start);
  const others = item.figures.filter((other) => other !== figure && clauseAt(item, other.start).sentence === sentence);
  if (each.kind === 'place') return !asksFloor(item, figure) && others.some((other) => eachOf(item, other) === null);
  return others.some(
    (other) =>
      other.start >= figure.end &&
      eachOf(item, other) === null &&
      (other.measure === figure.measure ||
        /(全年度?|合計|共計?|計|年度)[^，；。#]{0,6}$/.test(item.text.slice(0, other.start))),
  );
}

/** 補助經費達5,000萬元, or an amount that is all that the item asks; 總經費12億元 beside a count is what goes in. */
function asksForMoney(item: Item, figure: Figure): boolean {
  const { sentence } = clauseAt(item, figure.start);
  const alone = item.figures.every((other) => other === figure || clauseAt(item, other.start).sentence !== sentence);
  return alone || (asksFloor(item, figure) && figure.comparator !== '<=');
}

function asksFloor(item: Item, figure: Figure): boolean {
  return figure.comparator !== null || /(至少|不少於|不低於|達)[^，；。]{0,4}$/.test(item.text.slice(0, figure.start));
}

/** 30人以上事業單位, 65歲以上長者: the bound belongs to the noun. 95%以上之妥善率 is a measure. */
function boundsANoun(figure: Figure, after: string): boolean {
  return (
    figure.kind !== 'percent' &&
    /^(以上|以下|以內|以外)(之|的)?[\p{Script=Han}]/u.test(after) &&
    !/^(以上|以下|以內)(為|者|及|、|並|且)/.test(after)
  );
}

/** 9個縣市3萬25筆: the first counts only where. */
function countsPlacesOfTheNext(item: Item, figure: Figure): boolean {
  const next = item.figures.find((other) => other.start >= figure.end);
  if (next === undefined) return false;
  const between = item.text.slice(figure.end, next.start);
  const noun = /^[\p{Script=Han}]+$/u.test(figure.unit ?? '') ? `${figure.unit}${between}` : between;
  return (
    between.length <= 12 &&
    (placeAfter.test(between) || placeAfter.test(noun)) &&
    !/[，。；及與並]|(?<!直轄市|縣)、|共|計|完成|辦理/.test(between)
  );
}

function insideQuotes(text: string, at: number): boolean {
  return text.lastIndexOf('「', at) > text.lastIndexOf('」', at);
}

/** (含…2,140筆), and a list in brackets that takes apart the figure before it: 4座(甲局3座、乙局1座). */
function isPart(item: Item, figure: Figure): boolean {
  const open = openBracket(item.text, figure.start);
  if (open < 0) return /(?<!^)(內|不|包)?含[^，；。]{0,20}$/.test(unbracketed(item, figure));
  if (partBefore.test(item.text.slice(open + 1, figure.start))) return true;
  if (resultWords.test(item.text.slice(open + 1, figure.start))) return false;
  // 900具(累計1,750具), 每月1場(全年12場): the whole of it, asked too.
  if (
    isAsking(item) &&
    /^(?:累計|累積|全年度?|合計|共計|共|計)[^()，；。、]{0,6}$/u.test(item.text.slice(open + 1, figure.start)) &&
    /^[^()，；。、]{0,6}\)/u.test(item.text.slice(figure.end))
  )
    return false;
  const counted = item.figures.findLast((other) => other.end <= open && open - other.end <= 12);
  return counted !== undefined && counted.unit === figure.unit;
}

function unbracketed(item: Item, figure: Figure): string {
  return clauseBefore(item, figure).replace(/\([^()]*\)/g, '');
}

function clauseBefore(item: Item, figure: Figure): string {
  return item.text.slice(clauseAt(item, figure.start).start, figure.start);
}

/** Where the bracket stands that is open at `at`; -1 where none is. */
export function openBracket(text: string, at: number): number {
  const open = text.lastIndexOf('(', at);
  return open > text.lastIndexOf(')', at - 1) ? open : -1;
}
