import type { Clause } from '../text/clauses.ts';
import { clauseAt, figuresIn, type Item } from '../text/items.ts';
import { withoutDates } from '../text/masked.ts';
import { deliverableVerbs, leadIns, purposeVerbs, workEndings, workInside } from '../words/works.ts';
import { dueOf } from './due.ts';
import { labelOf } from './label.ts';
import { isNarrative } from './narrative.ts';
import type { Phrase } from './phrases.ts';
import type { Target } from './target.ts';

const opensWork = new RegExp(`^(${deliverableVerbs.join('|')})`);
const opensPurpose = new RegExp(`^(${purposeVerbs.join('|')})`);
/** 為強化防護，建置中心: why comes before what. */
const leadsIn = /^(為(?!期)|因應|配合|針對|依據|依(?!限)|鑑於|賡續推動)/;

const strongEnd = /(上線|啟用|完工|竣工|通車|開館|營運|決標|動工|開工)$/;

/** 方案草案於114年底前函報: an act that is due by a day, whatever it is. Dates are `#`. */
const byADay = /^[^#，]{2,20}於#[年月]?底?以?前[^#，0-9]{2,4}$/;

const afterwards = /(後|時|之後|過程中|期間)$/;

/** The works that an item of goals asks for without a number. `numeric`: its targets that have one. */
export function milestonesOf(item: Item, numeric: readonly Target[]): readonly Target[] {
  if (item.isHeading) return [];
  const sentences = Map.groupBy(
    item.clauses.filter((clause) => !clause.isHead),
    (clause) => clause.sentence,
  );
  return [...sentences.values()].flatMap((clauses) => {
    if (isNarrative(item, clauses[0]?.sentence ?? 0)) return [];
    const counted = clauses.some((clause) => numeric.some((target) => clauseHolds(clause, target)));
    const works = counted ? coordinated(item, clauses, numeric) : promised(item, clauses);
    const joined = clauses.flatMap((clause) => beforeCount(item, clause, numeric));
    return [...works.flatMap((clause) => parted(item, clause)), ...joined].map(milestone);
  });
}

function clauseHolds(clause: Clause, { figure }: Target): boolean {
  return figure !== null && clause.start <= figure.start && figure.end <= clause.end;
}

/** 完成… where a clause says so; else the first clause, if it names a work and not a purpose. */
function promised(item: Item, clauses: readonly Clause[]): readonly Clause[] {
  const completed = clauses.find((clause) => opening(item, clause).startsWith('完成') && !afterwards.test(clause.text));
  if (completed !== undefined) return [completed, ...alsoAfter(item, clauses, completed)];
  const first = clauses.find((clause) => !leadsIn.test(clause.text));
  return first !== undefined && namesWork(item, first) ? [first, ...alsoAfter(item, clauses, first)] : [];
}

/** 完成整地，並開始施作景觀工程: a second work, joined by 並, or with a time of its own (第4季完成細部設計). */
function alsoAfter(item: Item, clauses: readonly Clause[], main: Clause): readonly Clause[] {
  return clauses.filter(
    (clause) =>
      clause.start > main.start &&
      (/^(並|且)/.test(clause.text) ||
        item.times.some(({ start }) => clause.start <= start && start <= clause.start + 2)) &&
      opensWork.test(opening(item, clause)) &&
      namesWork(item, clause),
  );
}

/** 編修課綱，並舉辦觀摩會2場次; 系統上線，合作場域10個: the part without a number is a work of its own. */
function coordinated(item: Item, clauses: readonly Clause[], numeric: readonly Target[]): readonly Clause[] {
  return clauses.filter((clause, index) => {
    if (strongEnd.test(clause.text) && namesWork(item, clause)) return true;
    const next = clauses[index + 1];
    if (next === undefined || figuresIn(item, clause).length > 0 || !/^(並|及|且|另)/.test(next.text)) return false;
    return (
      numeric.some((target) => clauseHolds(next, target)) &&
      opensWork.test(opening(item, clause)) &&
      !afterwards.test(clause.text)
    );
  });
}

/** 建置預警系統及8處觀測站: the work before 及, where the count follows at once. */
function beforeCount(item: Item, clause: Clause, numeric: readonly Target[]): readonly Phrase[] {
  const count = numeric.find((target) => clauseHolds(clause, target))?.figure ?? null;
  if (count === null || !opensWork.test(opening(item, clause)) || afterwards.test(clause.text)) return [];
  const before = /^([^、]{6,}?)(及|與|暨|、)$/.exec(item.text.slice(clause.start, count.start));
  if (before?.[1] === undefined || figuresIn(item, { start: clause.start, end: count.start }).length > 0) return [];
  return [{ item, start: skipConnective(item, clause.start), end: clause.start + before[1].length }];
}

function namesWork(item: Item, clause: Clause): boolean {
  const text = opening(item, clause);
  if (afterwards.test(clause.text) || figuresIn(item, clause).length > 0) return false;
  if (opensWork.test(text) || byADay.test(withoutDates(item, clause.start, clause.end))) return true;
  return !opensPurpose.test(text) && (workEndings.test(clause.text) || workInside.test(clause.text));
}

function opening(item: Item, clause: Clause): string {
  return withoutDates(item, clause.start, clause.end).replace(leadIns, '');
}

const nextWork = /、(?=採購|購置|建置|建立|設置|辦理|完成|訂定|租賃|開發|發布)/g;

/** 建置甲館、採購乙設備 are two works; a list of things under one verb is one. */
function parted(item: Item, clause: Clause): readonly Phrase[] {
  const bounds = [clause.start];
  for (const match of clause.text.matchAll(nextWork)) {
    if (!clause.text.slice(0, match.index).includes('等')) bounds.push(clause.start + match.index + 1);
  }
  bounds.push(clause.end + 1);
  return bounds.slice(0, -1).map((start, index) => ({
    item,
    start: skipConnective(item, start),
    end: (bounds[index + 1] ?? clause.end + 1) - 1,
  }));
}

function skipConnective(item: Item, start: number): number {
  return start + (/^(並|及|且|另)/.exec(item.text.slice(start))?.[0].length ?? 0);
}

function milestone(phrase: Phrase): Target {
  return {
    phrase,
    label: labelOf(phrase, null),
    comparator: 'milestone',
    strict: false,
    figure: null,
    scope: 'year',
    due: dueOf(phrase, null),
    change: null,
    each: null,
    member: null,
  };
}

/** A goal that is worded as a result asks for nothing: 已於9月納入課程. */
export function isWordedAsResult({ phrase }: Target): boolean {
  const clause = clauseAt(phrase.item, phrase.start);
  return /^[^，]*(已於|業於|已完成|業已|已辦理)/.test(clause.text);
}
