import type { Late } from '@guankao/domain';
import type { Clause } from '../text/clauses.ts';
import { clausesOfSentence, type Item } from '../text/items.ts';
import { wordsIn } from '../text/masked.ts';
import type { Weights } from '../text/words.ts';
import { contentOf } from '../targets/phrases.ts';
import type { Target } from '../targets/target.ts';
import { statements } from '../weights.ts';
import { meantFor } from '../words/times.ts';
import { actFor } from './act-for.ts';
import { isLate } from './acts.ts';
import { namesEnd } from './ends.ts';
import { promisedEnd } from './statements.ts';

/** The clause that dates the end of a work after the day asked. */
export interface LateAct {
  readonly item: Item;
  readonly clause: Clause;
  readonly late: Late;
}

interface Act {
  readonly item: Item;
  readonly clause: Clause;
  readonly first: string;
  readonly isLate: boolean | null;
}

/**
 * 防水閘門如期裝設完成 in one column, 於113年10月18日裝設完成 in the other, where September was asked: the day itself decides over
 * the word. null where no clause dates the end, or one of them dates it in time.
 */
export function lateElsewhere(
  target: Target,
  items: readonly Item[],
  targets: readonly Target[],
  weights: Weights,
): LateAct | null {
  const { due } = target;
  if (due === null) return null;
  const alone = targets.every((other) => other === target || other.due === null);
  const acts = items.flatMap((item) =>
    item.clauses.flatMap((clause) => actOf(target, due, item, clause, weights, alone)),
  );
  const [act] = acts.some((one) => one.isLate !== true) ? [] : acts;
  const late = act ?? (alone ? lateMember(target, due, items, targets) : undefined);
  return late === undefined ? null : { item: late.item, clause: late.clause, late: { due, done: late.first } };
}

/**
 * 甲館於8月1日啟用；乙館於9月15日啟用；丙館遲至12月26日啟用 for 10月底前完成3館啟用: as many acts of one item as were asked for, each
 * dated, and no other target has that end. One of them is late, and with it the number.
 */
function lateMember(target: Target, due: string, items: readonly Item[], targets: readonly Target[]): Act | undefined {
  const end = promisedEnd(target);
  const many = target.figure?.kind === 'count' ? (target.figure.value ?? 0) : 0;
  if (end === null || many < 2 || targets.some((other) => other !== target && promisedEnd(other) === end))
    return undefined;
  return items
    .map((item) => item.clauses.flatMap((clause) => memberIn(target, due, item, clause)))
    .find((acts) => acts.length === many)
    ?.find(({ isLate: late }) => late === true);
}

/** 於12月26日啟用: it ends in the promised end. 啟用後, 啟用之 tell of what came then. */
function memberIn(target: Target, due: string, item: Item, clause: Clause): readonly Act[] {
  if (meantFor.test(clause.text) || !reaches(target, clause) || !endsInAct.test(clause.text)) return [];
  const time = actFor(target, item, clause);
  return time === null ? [] : [{ item, clause, first: time.first, isLate: isLate(time, due) }];
}

const endsInAct = /(?<![後之])(?:上線|啟用|通車|營運|開館|開放|掛牌|進駐|開園|驗收|點交|完工|竣工|完竣|落成)$/;

function actOf(
  target: Target,
  due: string,
  item: Item,
  clause: Clause,
  weights: Weights,
  alone: boolean,
): readonly Act[] {
  if (meantFor.test(clause.text) || !reaches(target, clause)) return [];
  const time = actFor(target, item, clause);
  if (time === null) return [];
  const nothingElse = contentOf(target.phrase).size === 0;
  const isAbout = alone && nothingElse ? true : coverOf(target, item, clause, weights) >= statements.aboutByFigures;
  return isAbout ? [{ item, clause, first: time.first, isLate: isLate(time, due) }] : [];
}

function reaches(target: Target, { text }: Clause): boolean {
  const { item, start, end } = target.phrase;
  const asked = item.text.slice(start, end);
  const promised = promisedEnd(target);
  if (promised !== null) return namesEnd(text, promised);
  // 完成污水處理廠一期工程 names no end but its completion.
  if (completed.test(asked) && completed.test(text)) return true;
  return text.includes(asked.slice(-2)) || (/完成.*(?:工程|[一二三四]期)$/u.test(asked) && namesEnd(text, 'finished'));
}

/** What the work is may be named up to two clauses ahead of the day, or behind it where the next clause says of it that it was in time. */
function coverOf(target: Target, item: Item, clause: Clause, weights: Weights): number {
  const sentence = clausesOfSentence(item, clause.sentence);
  const at = sentence.indexOf(clause);
  const from = sentence[Math.max(0, at - 2)] ?? clause;
  // 最後一批於12月5日撥付完竣，核發作業依限完成: the second clause judges the first.
  const next = sentence[at + 1];
  const to = next !== undefined && saysInTime.test(next.text) && !/[0-9]/.test(next.text) ? next : clause;
  return weights.cover(contentOf(target.phrase), wordsIn(item, from.start, to.end));
}

const saysInTime = /如期|依限|準時|按時|期限內|依期限|依規定期限/;
const completed = /(?:完成|完竣|完畢|辦竣|竣事|辦畢)$/;
