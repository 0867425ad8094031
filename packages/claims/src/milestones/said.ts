import type { Late } from '@guankao/domain';
import type { Clause } from '../text/clauses.ts';
import { withoutNumbers, wordsIn } from '../text/masked.ts';
import { joined, meet, wordsOf, type Weights, type Words } from '../text/words.ts';
import {
  asksToHandIn,
  beginnings,
  earlierStages,
  goesOn,
  handedIn,
  handingIn,
  missedWords,
  preparing,
  progressBefore,
  stillCounted,
} from '../words/states.ts';
import { leadIns } from '../words/works.ts';
import { roleOf } from '../targets/roles.ts';
import type { Item } from '../text/items.ts';
import { contentOf } from '../targets/phrases.ts';
import type { Target } from '../targets/target.ts';
import { endOf, namesEnd, reachesEnd } from './ends.ts';
import { promisedEnd, type Statement } from './statements.ts';
import { stateOf, type State } from './state.ts';
import { statements } from '../weights.ts';

/** One clause of a statement: what it says became of the work, and how much of the target's words it has. */
interface Said {
  readonly clause: Clause;
  readonly state: State;
  readonly cover: number;
}

/** What a statement amounts to. */
export interface Finding {
  readonly met: boolean | null;
  readonly clause: Clause;
  readonly reason: string;
  /** Done, but after the last day that the target names. */
  readonly late?: Late;
}

/** Ends that no other words stand for: 竣工 is no 啟用. */
const plainEnds: ReadonlySet<string> = new Set(['in use', 'accepted', 'finished', 'bought']);

/** 開始辦理, 動工: what is under way has begun. */
const onlyToBegin = /^(開始|啟動)|(動工|開工|復工|動\(復\)工|復\(動\)工|啟動)(等|$|相關)/;
const underWay = /刻正|刻由|正在|施工中|進行中|辦理中|施作|執行中/;

/** 完成候船室新建工程 names no end but its completion, which no beginning is. */
const asksToComplete = /完成|竣工|完工|工程$/;

/** 如期發包: so few that it can only mean the target of its number. */
const fewWords = 3;

/** Reads one statement about a target. `until` is the last year (Gregorian) in which done counts as done. */
export function findingIn(target: Target, statement: Statement, weights: Weights, until: number | null): Finding {
  const wanted = contentOf(target.phrase);
  const said = statement.clauses.map((clause): Said => {
    const state = progressOf(target, clause) ?? orByItsOwnWord(target, clause, stateOf(statement.item, clause, until));
    return { clause, state, cover: weights.cover(wanted, wordsIn(statement.item, clause.start, clause.end)) };
  });
  const told = partlyDone(statement) ?? stillOpen(target, statement, said) ?? done(target, statement, said);
  const progress = byProgress(target, statement);
  const finding =
    told.met !== true
      ? (progress ?? told)
      : progress?.met === false && isAnotherPart(target, progress.clause, told.clause)
        ? progress
        : told;
  return target.figure !== null && finding.met === false && onlyGoesOn(finding.clause)
    ? { ...finding, met: null, reason: 'under way, and no number told' }
    : finding;
}

/** 甲區、乙區更新完成，丙區完成80%: of several that are listed, how far another one is decides; 工程實際進度21% is of the whole work. */
function isAnotherPart(target: Target, progress: Clause, finished: Clause): boolean {
  const parts = textOf(target)
    .replace(leadIns, '')
    .split(/[、及與暨和]/);
  const subject = progress.text.charAt(0);
  return parts.length > 1 && parts.some((part) => part.startsWith(subject)) && !finished.text.includes(subject);
}

/** 刻正辦理中 tells of a count neither that it was reached nor that it was not; 刻正辦理細部設計 and 尚未發包 tell. */
function onlyGoesOn({ text }: Clause): boolean {
  return goesOn.test(text) && !missedWords.some((word) => word.test(text)) && !earlierStages.test(text);
}

/** 隧道已貫通 for 完成隧道貫通 is done by 已 and the target's own last word; 已送審 for 完成審查 is not done. */
function orByItsOwnWord(target: Target, { text }: Clause, state: State): State {
  if (state === 'open' && onlyToBegin.test(textOf(target)) && underWay.test(text)) return 'done';
  if (state === 'done' && handedIn.test(text) && !asksToHandIn.test(textOf(target))) return 'told';
  if (state === 'done' && onlyAnEarlierStage(target, text)) return 'told';
  if (state === 'told' && asksToHandIn.test(textOf(target)) && handsInOnADay(target, text)) return 'done';
  if (state === 'told' && doesItOnADay(target, text)) return 'done';
  const said = /(已|業已|業經|業於)([^，]*)$/.exec(text)?.[2];
  const words = [textOf(target).slice(-2), openingVerb(target)];
  const own = said !== undefined && !preparing.test(said) && words.some((word) => said.includes(word));
  return state === 'told' && own ? 'done' : state;
}

/** 於9月送件 for 申請送件1項 */
function handsInOnADay(target: Target, text: string): boolean {
  const act = handingIn.exec(textOf(target))?.[0];
  return act !== undefined && text.endsWith(act) && /[0-9][月日][^，]{0,8}$/.test(text.slice(0, -act.length));
}

/** 成果於114年9月18日上網公開 for 公開成果: the target's own verb, behind the day of the act. */
function doesItOnADay(target: Target, text: string): boolean {
  const onADay = /(?:於|業於|已於)[0-9年]*[0-9]+月[0-9]+日([^，]{0,6})$/.exec(text)?.[1];
  return [openingVerb(target), textOf(target).slice(-2)].some(
    (verb) =>
      verb.length === 2 && onADay !== undefined && onADay.endsWith(verb) && !preparing.test(onADay.slice(0, -2)),
  );
}

/** 安置 of 安置街友90人. */
function openingVerb(target: Target): string {
  return textOf(target).replace(leadIns, '').slice(0, 2);
}

/** 已完成招標文件研擬 tells of a stage that comes before 建置, and of no end that answers it. */
function onlyAnEarlierStage(target: Target, text: string): boolean {
  const completed = /(?:完成|已|業)([^，；。]*)$/.exec(text)?.[1] ?? '';
  const earlier = earlierStages.exec(completed)?.[0];
  const stage = earlier ?? beginnings.exec(text)?.[0];
  if (stage === undefined || textOf(target).includes(stage)) return false;
  const end = promisedEnd(target);
  if (end === null) return earlier === undefined && asksToComplete.test(textOf(target));
  return !reachesEnd(earlier === undefined ? text : completed, end);
}

/** A goal that only asks to keep to the schedule is answered by where the work stands against it. */
function progressOf(target: Target, { text }: Clause): State | null {
  if (!textOf(target).includes('進度')) return null;
  if (text.includes('落後')) return 'missed';
  return /超前|符合|相符|一致/.test(text) ? 'done' : null;
}

/** 工程進度85%, 完成92%: of a work that was to be finished, how far it is. */
function byProgress(target: Target, { item, clauses }: Statement): Finding | null {
  if (target.figure !== null || textOf(target).includes('進度') || onlyToBegin.test(textOf(target))) return null;
  for (const clause of clauses) {
    const shares = item.figures.filter(
      (figure) =>
        figure.kind === 'percent' &&
        clause.start <= figure.start &&
        figure.end <= clause.end &&
        progressBefore.test(item.text.slice(clause.start, figure.start)),
    );
    const [share] = shares;
    if (share !== undefined && share.value !== null)
      return { met: share.value >= 100, clause, reason: `${share.text} of the work is done` };
  }
  return null;
}

/** 全案1,200項，累計完成800項. */
function partlyDone({ item, clauses }: Statement): Finding | null {
  const told = clauses.flatMap((clause) =>
    item.figures
      .filter((figure) => clause.start <= figure.start && figure.end <= clause.end)
      .map((figure) => ({ clause, figure })),
  );
  const before = (at: number) => item.text.slice(Math.max(0, at - 16), at);
  for (const { clause, figure } of told) {
    if (!/完成[^，]{0,4}$/.test(before(figure.start))) continue;
    const all = told.find(
      (other) =>
        other.figure.end <= figure.start &&
        other.figure.unit === figure.unit &&
        /(計有?|共有?|含|總計)[^，]{0,12}$/.test(before(other.figure.start)),
    );
    if (all !== undefined && (figure.value ?? 0) < (all.figure.value ?? 0))
      return { met: false, clause, reason: 'fewer done than there are' };
  }
  return null;
}

/** The work, its promised end, or a part of it is said to be open. */
function stillOpen(target: Target, { item }: Statement, said: readonly Said[]): Finding | null {
  const end = promisedEnd(target);
  const finished = nearestDone(said, end);
  const open = said.find((one) => isOpen(one) && (end === null || bearsOn(one.clause, end) || finished === undefined));
  if (
    open !== undefined &&
    (finished === undefined ||
      !answersEnd(finished.clause, end) ||
      said.some((one) => isOpen(one) && fallsShortAfter(target, finished, one)))
  ) {
    return { met: false, clause: open.clause, reason: 'said to be open' };
  }
  if (finished === undefined) return null;
  const rest = countedRest(target, said);
  if (rest !== undefined) return { met: false, clause: rest.clause, reason: 'some are open' };
  if (open !== undefined && open.cover >= finished.cover + statements.clearlyNearer)
    return { met: false, clause: open.clause, reason: 'said to be open' };
  if (leavesOut(target, said, finished, (clause) => wordsIn(item, clause.start, clause.end)))
    return { met: false, clause: finished.clause, reason: 'a part of it is open' };
  const owed =
    end === null || namesEnd(finished.clause.text, end)
      ? undefined
      : said.find((one) => isOpen(one) && namesEnd(one.clause.text, end));
  return owed === undefined ? null : { met: false, clause: owed.clause, reason: 'its end is said to be open' };
}

function done(target: Target, { item, words, cover }: Statement, said: readonly Said[]): Finding {
  const end = promisedEnd(target);
  const finished = nearestDone(said, end);
  const told =
    said.filter((one) => one === finished || one.state === 'told').toSorted((a, b) => nearness(b) - nearness(a))[0] ??
    said[0];
  if (told === undefined) throw new RangeError('a statement without clauses');
  const { clause } = told;
  if (finished === undefined && told.cover < statements.firmly)
    return { met: null, clause, reason: 'told of, not called done' };
  const unread =
    target.figure !== null && /[0-9]/.test(withoutNumbers(item, clause.start, clause.end).replace(/第[0-9]+/g, ''));
  if (finished === undefined && unread) return { met: null, clause, reason: 'a number in it was not read' };
  if (end !== null && plainEnds.has(end) && !answersEnd(clause, end))
    return { met: null, clause, reason: 'told of, but not to the promised end' };
  if (cover === 0 && words.size > fewWords) return { met: null, clause, reason: 'done, but in other words' };
  if (missesAPart(target, words)) return { met: null, clause, reason: 'a listed part is not named' };
  if (finished === undefined && tellsTheSame(target, clause))
    return { met: true, clause, reason: 'told in the words of the target' };
  if (finished === undefined && target.figure === null && countsWhatWasDone(item, clause))
    return { met: true, clause, reason: 'told with what it came to' };
  if (finished === undefined) return { met: null, clause, reason: 'told of, not called done' };
  // 成果展於11月舉辦，參觀踴躍 tells of no number of visitors.
  if (target.figure !== null && told !== finished) return { met: null, clause, reason: 'another work is called done' };
  // 滿意度調查於1月辦理，結果尚待統計: the number asked for is still to come.
  if (target.figure !== null && said.some((one) => stillCounted.test(one.clause.text)))
    return { met: null, clause, reason: 'done, and still to be counted' };
  return { met: true, clause, reason: 'said to be done' };
}

/** 補助圖書設備採購18案: a row that counts what came of a work had it done. 規劃採購18案 counts what is to come. */
function countsWhatWasDone(item: Item, clause: Clause): boolean {
  const counted = item.figures.some(
    (figure) =>
      figure.kind === 'count' &&
      clause.start <= figure.start &&
      figure.end <= clause.end &&
      roleOf(item, figure) === 'plain',
  );
  return (
    counted &&
    /補助|採購|購置|辦理|舉辦|召開|訓練|設置|參加|參與|前往|赴|派/.test(clause.text) &&
    !preparing.test(clause.text)
  );
}

/** 兩平臺原型試用與確認, asked and told: the row names the work among what was done. 賡續辦理試用 does not. */
function tellsTheSame(target: Target, { text }: Clause): boolean {
  return text === textOf(target) && !preparing.test(text);
}

/** 甲、乙站已完工，丙站因缺工…預計明年完工: of several, one is open. What is to come on top (擴增, 再) is none of them. */
function countedRest({ figure }: Target, said: readonly Said[]): Said | undefined {
  if (figure === null || (figure.value ?? 0) <= 1) return undefined;
  return said.find((one, index) => {
    // 乙館因缺工，展延至114年6月竣工: what is put off is named in the clause before.
    const before = said[index - 1];
    const cover = Math.max(one.cover, before?.state === 'told' ? before.cover : 0);
    return (
      isOpen(one) && cover >= statements.clearlyNearer && !/再|增設|擴增|擴大|新增|續辦|擴充|後續/.test(one.clause.text)
    );
  });
}

/** The clause that calls it done: one that names the promised end before others, then the nearest. */
function nearestDone(said: readonly Said[], end: string | null): Said | undefined {
  const reached = (one: Said) => (end !== null && reachesEnd(one.clause.text, end) ? 1 : 0);
  return said
    .filter(({ state }) => state === 'done')
    .toSorted((a, b) => reached(b) - reached(a) || b.cover - a.cover)[0];
}

/** Between two clauses about as near, the one that calls it done is the answer. */
function nearness({ state, cover }: Said): number {
  return cover + (state === 'done' ? statements.done : 0);
}

function isOpen({ state }: Said): boolean {
  return state === 'open' || state === 'missed';
}

/** A clause about another end leaves this one alone: 預計明年上線 says nothing against 建置. */
function bearsOn(clause: Clause, end: string): boolean {
  const own = endOf(clause.text);
  return own === null || own === end;
}

function answersEnd({ text }: Clause, end: string | null): boolean {
  return end === null || reachesEnd(text, end) || (end !== 'in use' && /(達成|完成|完竣)/.test(text));
}

/** 完成甲，…未達進度: what comes after takes back. */
function fallsShortAfter(target: Target, finished: Said, { clause }: Said): boolean {
  if (finished.clause.end >= clause.start) return false;
  if (/未達|^(致|惟|但|仍)[^，]{0,12}(未能|無法|尚未|未)(完成|達成|如期|完工|上線)/.test(clause.text)) return true;
  // 初稿已於12月5日提出，尚未定稿 for 報告定稿
  const [, end] = /(?:尚|仍|迄)未([^，]{2})$/.exec(clause.text) ?? [];
  return end !== undefined && textOf(target).endsWith(end);
}

/** 甲館及乙館已完成，丙館因流標…: what is open is named by the target and not by what is done. */
function leavesOut(
  target: Target,
  said: readonly Said[],
  finished: Said,
  wordsOfClause: (clause: Clause) => Words,
): boolean {
  if (!/[、及與暨]/.test(textOf(target))) return false;
  const wanted = contentOf(target.phrase);
  const settled = joined(said.filter((one) => !isOpen(one)).map(({ clause }) => wordsOfClause(clause)));
  const open = joined(said.filter((one) => isOpen(one) && one !== finished).map(({ clause }) => wordsOfClause(clause)));
  return [...open].some((word) => wanted.has(word) && !settled.has(word));
}

/** A work that lists its parts is settled only where each is named. */
function missesAPart(target: Target, words: Words): boolean {
  const text = textOf(target).replace(/\([^)]*\)/g, '');
  if (!text.includes('、')) return false;
  const parts = text
    .split(/、|及|與|和/)
    .map(wordsOf)
    .filter((part) => part.size > 1);
  return parts.length > 2 && parts.some((part) => !meet(part, words));
}

function textOf({ phrase }: Target): string {
  return phrase.item.text.slice(phrase.start, phrase.end);
}
