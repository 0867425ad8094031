import {
  mostOfRow,
  spanIn,
  type Compared,
  type Indicator,
  type Late,
  type LeftOutOfRow,
  type Stated,
} from '@guankao/domain';
import { clauseAt, type Item, type Figure } from './text/items.ts';
import type { Time } from './text/times.ts';
import { sentencesOf } from './text/sentences.ts';
import { Weights, type Words } from './text/words.ts';
import { attainmentOf } from './actuals/attainments.ts';
import { allOf } from './actuals/all.ts';
import type { Derived, Untold } from './actuals/derived.ts';
import { distanceOf } from './actuals/distances.ts';
import { noneOf } from './actuals/none.ts';
import { periodsOf } from './actuals/periods.ts';
import { placesOf } from './actuals/places.ts';
import { rankOf } from './actuals/ranks.ts';
import { shareOf } from './actuals/shares.ts';
import { sumOf } from './actuals/sums.ts';
import { endIsOpen, unfinishedOf, type Split } from './actuals/unfinished.ts';
import { unitFit } from './actuals/units.ts';
import { candidatesIn, type Candidate } from './actuals/candidates.ts';
import { shortfallsIn } from './actuals/excepted.ts';
import { askedOf, type Asked } from './actuals/asked.ts';
import { matchAll, type Match } from './actuals/match.ts';
import { meansOther, rivalOf } from './actuals/rivals.ts';
import { actAt, isLate, lastActBehind } from './milestones/acts.ts';
import { lateElsewhere } from './milestones/late-elsewhere.ts';
import { admissionsIn } from './milestones/admissions.ts';
import { doubtOf } from './actuals/doubts.ts';
import { answerOf, type Answer } from './milestones/answer.ts';
import { columnOf, type Telling } from './milestones/statements.ts';
import { decisive, judge, type Judgement } from './judge.ts';
import { targetsFromGoals, type Goals } from './targets/from-goals.ts';
import { targetsFromPlannedWork } from './targets/from-planned-work.ts';
import { perMember } from './targets/members.ts';
import { contentOf, phraseOf, printed, type Phrase } from './targets/phrases.ts';
import { roleOf } from './targets/roles.ts';
import { isOfLaterYear } from './targets/scope.ts';
import { nothingToJudgeBy } from './words/states.ts';
import type { Target } from './targets/target.ts';

/** A row's four cells, taken apart. */
export interface RowItems {
  readonly plannedWork: readonly Item[];
  readonly execution: readonly Item[];
  readonly goals: readonly Item[];
  readonly explanation: readonly Item[];
}

/** What became of a target, before what the filing states of the whole row is weighed in. */
export interface Outcome {
  readonly target: Target;
  readonly actual: Stated | null;
  readonly met: boolean | null;
  /** What was compared, where figures were. */
  readonly compared?: Compared;
  readonly late?: Late;
  /** The row tells it in two ways: no word on the whole settles it. */
  readonly contested?: true;
  readonly reason: string;
}

/** The targets of a row, each with what answers it, as many as `mostOfRow` allows. */
export interface Outcomes {
  readonly outcomes: readonly Outcome[];
  readonly leftOut: LeftOutOfRow;
}

/** `fiscalYear` is Gregorian. */
export function outcomesOf(row: RowItems, fiscalYear: number | null): Outcomes {
  const asked = targetsFromGoals(row.goals, fiscalYear);
  const goals = { ...asked, targets: asked.targets.slice(0, mostOfRow.targets) };
  const told = candidatesOf(row, goals, fiscalYear);
  const candidates = told.slice(0, mostOfRow.results);
  const all = [...goals.targets, ...targetsFromPlannedWork(row.plannedWork, goals.targets, fiscalYear)].flatMap(
    (target) => perMember(target, candidates),
  );
  const targets = all.slice(0, mostOfRow.targets);
  const leftOut = {
    targets: asked.targets.length - goals.targets.length + all.length - targets.length,
    results: told.length - candidates.length,
  };
  return { outcomes: answered(row, targets, candidates, goals, fiscalYear), leftOut };
}

function answered(
  row: RowItems,
  targets: readonly Target[],
  candidates: readonly Candidate[],
  goals: Goals,
  fiscalYear: number | null,
): readonly Outcome[] {
  const weights = new Weights(targets.map((target) => contentOf(target.phrase)));
  const columns = [row.explanation, row.execution].map((items) => columnOf(items, targets, weights));
  const telling: Telling = { columns, targets, weights, fiscalYear };
  const matches = matchesOf(targets, candidates, goals, telling);
  const taken = new Set([...matches.values()].map((match) => match.candidate));
  const inWords = answersInWords(row, telling);
  const told = telling.columns.flatMap(({ items }) => items);
  return targets.map((target) => {
    const periods = target.scope === 'plan' ? null : periodsOf(untoldOf(target, told, telling));
    if (periods !== null) return answeredByDerived(target, periods);
    const match = matches.get(target);
    const outcome =
      match === undefined
        ? inWords(target)
        : answeredByFigure(match, rivalOf(match, candidates, taken, weights), candidates, told);
    return byItsDay(outcome, told, telling);
  });
}

/** Called met, and dated after the day asked: the day decides, whichever column tells it. */
function byItsDay(outcome: Outcome, told: readonly Item[], { targets, weights }: Telling): Outcome {
  const { target, met, reason } = outcome;
  const late =
    met === true || reason === 'done here, open there' ? lateElsewhere(target, told, targets, weights) : null;
  if (late === null) return outcome;
  const { item, clause } = late;
  const actual = stated({ item, start: clause.start, end: clause.end }, { value: null, unit: null });
  return { target, actual, met: false, late: late.late, reason: 'done after the date asked' };
}

/** For what no figure answers: first what the filing lists as not reached or leaves out, then what its figures amount to, then words. */
function answersInWords(row: RowItems, telling: Telling): (target: Target) => Outcome {
  const told = telling.columns.flatMap(({ items }) => items);
  const short = new Set(shortfallsIn(told, telling.targets, telling.weights).map(({ target }) => target));
  const admitted = admissionsIn(row.explanation, telling.targets, telling.weights);
  return (target) => {
    const admission = admitted.find((one) => one.target === target);
    if (admission !== undefined) return answeredByAdmission(target, admission.item);
    const untold = target.figure === null ? null : noResultYet(target, told, telling);
    if (untold !== null) return untold;
    if (short.has(target)) return { target, actual: null, met: false, reason: 'left out by 除…外' };
    const derived = target.figure === null ? null : derivedFor(target, told, telling);
    return derived === null ? answeredInWords(target, telling) : answeredByDerived(target, derived);
  };
}

/** 滿意度調查…，目前尚無結果: the row says that there is nothing yet to judge it by, and no word on the whole settles it. */
function noResultYet(target: Target, told: readonly Item[], telling: Telling): Outcome | null {
  const cover = (one: Target, words: Words): number => telling.weights.cover(contentOf(one.phrase), words);
  for (const item of told)
    for (const { clauses, words } of sentencesOf(item)) {
      if (!clauses.some(({ text }) => nothingToJudgeBy.test(text)) || cover(target, words) === 0) continue;
      if (telling.targets.every((other) => cover(other, words) <= cover(target, words)))
        return { target, actual: null, met: null, contested: true, reason: 'no result yet' };
    }
  return null;
}

/** What the figures of the row amount to for a target that none of them answers by itself. */
function derivedFor(target: Target, items: readonly Item[], telling: Telling): Derived | null {
  const untold = untoldOf(target, items, telling);
  return (
    placesOf(untold) ??
    distanceOf(untold) ??
    noneOf(untold) ??
    rankOf(untold) ??
    attainmentOf(untold) ??
    allOf(untold) ??
    sumOf(untold, telling.fiscalYear) ??
    shareOf(untold)
  );
}

function untoldOf(target: Target, items: readonly Item[], { targets, weights }: Telling): Untold {
  const { figure } = target;
  const alone = targets.every(
    (other) => other === target || other.figure === null || figure === null || unitFit(other.figure, figure) === 0,
  );
  return { target, items, weights, alone };
}

function answeredByDerived(target: Target, { met, result, phrase, reason }: Derived): Outcome {
  const unit = result === null ? null : (target.figure?.unit ?? null);
  const goal = target.figure === null ? null : decisive(target.figure, target.comparator);
  const open = target.scope === 'plan' && !met;
  const compared = comparedIn({ met, goal, result, unit, how: null });
  return { target, actual: stated(phrase, { value: result, unit }), met: open ? null : met, ...compared, reason };
}

function candidatesOf(row: RowItems, goals: Goals, fiscalYear: number | null): readonly Candidate[] {
  const results = new Set(goals.results.map(({ figure }) => figure));
  const inGoals = row.goals.flatMap((item) =>
    candidatesIn(item, fiscalYear).filter((candidate) => results.has(candidate.figure)),
  );
  return [...[...row.explanation, ...row.execution].flatMap((item) => candidatesIn(item, fiscalYear)), ...inGoals];
}

/** This year's targets choose first; the whole plan's take what is left, or share a result that already passes them. */
function matchesOf(
  targets: readonly Target[],
  candidates: readonly Candidate[],
  goals: Goals,
  telling: Telling,
): ReadonlyMap<Target, Match> {
  const ready = (scope: Target['scope']) =>
    targets.filter((target) => target.scope === scope).flatMap((target) => makeReady(target, targets, goals));
  const ofYear = matchAll(ready('year'), candidates, telling.weights);
  const taken = new Set(ofYear.map((match) => match.candidate));
  const ofPlan = matchAll(
    ready('plan'),
    candidates.filter((candidate) => !taken.has(candidate)),
    telling.weights,
  );
  const found = new Map([...ofYear, ...ofPlan].map((match) => [match.asked.target, match]));
  for (const match of matchAll(ready('plan'), [...taken], telling.weights)) {
    if (!found.has(match.asked.target) && passesAlready(match, telling.fiscalYear))
      found.set(match.asked.target, match);
  }
  return found;
}

function passesAlready({ asked, candidate }: Match, fiscalYear: number | null): boolean {
  const { target, figure } = asked;
  return !isOfLaterYear(target.phrase.item, figure, fiscalYear) && judge(target, figure, candidate).met === true;
}

function makeReady(target: Target, targets: readonly Target[], goals: Goals): readonly Asked[] {
  const { figure, phrase } = target;
  if (figure === null) return [];
  const rate = goals.results.find(
    (result) =>
      result.item === phrase.item &&
      result.figure.start > figure.end &&
      roleOf(result.item, result.figure) === 'attainment',
  );
  return [askedOf(target, figure, targets, rate?.figure.value ?? null)];
}

/** Where two columns give two figures, one of which reaches the target, the filing does not settle it. */
function answeredByFigure(
  match: Match,
  rival: Candidate | null,
  candidates: readonly Candidate[],
  told: readonly Item[],
): Outcome {
  const { asked, candidate, reason } = match;
  const { target, figure } = asked;
  const judged = judge(target, figure, candidate);
  const actual = statedActual(target, candidate, judged);
  const outcome = { target, actual, met: judged.met, ...comparedIn(judged), reason };
  const open = (why: string): Outcome => ({ ...outcome, met: null, contested: true, reason: why });
  const admitted = judged.met === false && /未(能)?達/.test(candidate.item.text);
  const split = judged.met === true ? unfinishedOf(asked, candidate, told) : null;
  if (split !== null) return answeredByRest(target, decisive(figure, target.comparator), split);
  const other = rival === null ? null : judge(target, figure, rival);
  if (rival !== null && judged.met === false && other?.met === true && meansOther(match, rival))
    return { ...outcome, met: true, reason: `two figures, a power of ten apart: ${rival.figure.text} is meant` };
  if (rival !== null && !admitted && other?.met !== judged.met)
    return open(`two figures: ${candidate.figure.text}, ${rival.figure.text}`);
  const doubt = judged.met === true ? (doubtOf(asked, candidate) ?? endIsOpen(asked, candidate, told)) : null;
  if (doubt !== null) return open(doubt);
  const late = judged.met === true ? latenessOf(target, candidate, candidates) : null;
  if (late !== null) return { ...outcome, met: false, late, reason: 'reached after the date asked' };
  if (target.scope === 'plan' && judged.met === false) return { ...outcome, met: null };
  return judged.how === null ? outcome : { ...outcome, reason: `${reason}, ${judged.how}` };
}

/** What is done of a whole that the row takes apart, where the rest of it is open. */
function answeredByRest(target: Target, goal: number | null, { item, done }: Split): Outcome {
  const compared = comparedIn({ met: false, goal, result: done.value, unit: done.unit, how: null });
  return {
    target,
    actual: statedFigure(target, phraseOf(item, done), done),
    met: false,
    ...compared,
    reason: 'some are open',
  };
}

/** As printed; of a way from one figure to another the distance, and of a bare number in the unit asked. */
function statedActual(target: Target, candidate: Candidate, { result, unit }: Judgement): Stated {
  const { phrase, figure, way } = candidate;
  if (way !== null && target.change !== null) return stated(phrase, { value: result, unit });
  const actual = statedFigure(target, phrase, figure);
  return figure.bare ? { ...actual, unit: target.figure?.unit ?? null } : actual;
}

function comparedIn({ goal, result, unit }: Judgement): { readonly compared?: Compared } {
  return goal === null || result === null ? {} : { compared: { target: goal, actual: result, unit } };
}

/** 113年12月18日更新50座 for 11月底前更新50座; where the figure stands without a date, the one that the other column gives it. */
function latenessOf({ due }: Target, candidate: Candidate, candidates: readonly Candidate[]): Late | null {
  if (due === null) return null;
  const dated = actOf(candidate) === null ? candidates.filter((other) => tellsTheSame(other, candidate)) : [candidate];
  const acts = dated.map(actOf).filter((act) => act !== null);
  const late = acts.find((act) => isLate(act, due) === true);
  return late === undefined ? null : { due, done: late.first };
}

function actOf({ item, figure }: Candidate): Time | null {
  return actAt(item, clauseAt(item, figure.start), figure.start) ?? lastActBehind(item, figure);
}

function tellsTheSame({ figure }: Candidate, { figure: other }: Candidate): boolean {
  return figure !== other && figure.value === other.value && figure.measure === other.measure;
}

/** Listed among those not reached: its own words are the answer. */
function answeredByAdmission(target: Target, item: Item): Outcome {
  const clause = item.clauses.find((one) => !one.isHead);
  const actual =
    clause === undefined ? null : stated({ item, start: clause.start, end: clause.end }, { value: null, unit: null });
  return { target, actual, met: false, reason: 'listed among those not reached' };
}

/** For milestones, and for counts whose result prints no number. */
function answeredInWords(target: Target, telling: Telling): Outcome {
  if (target.scope === 'plan')
    return { target, actual: null, met: null, reason: "the whole plan's: too early to judge" };
  const answer = canAnswerInWords(target) ? answerOf(target, telling) : null;
  if (answer === null) return { target, actual: null, met: null, reason: 'nothing answers it' };
  const late = answer.late === undefined ? {} : { late: answer.late };
  return { target, actual: statedAnswer(target, answer), met: answer.met, ...late, reason: answer.reason };
}

/** A share or a time is answered by a number or not at all. */
function canAnswerInWords({ figure }: Target): boolean {
  return figure === null || figure.kind === 'count';
}

function statedAnswer(target: Target, { item, clause }: Answer): Stated {
  const figure =
    target.figure === null
      ? item.figures.find(
          (one) =>
            one.kind === 'count' && clause.start <= one.start && one.end <= clause.end && roleOf(item, one) === 'plain',
        )
      : undefined;
  const phrase: Phrase = { item, start: clause.start, end: clause.end };
  return figure === undefined
    ? stated(phrase, { value: null, unit: null })
    : statedFigure(target, phraseWith(phrase, item, figure), figure);
}

function phraseWith(phrase: Phrase, item: Item, figure: Figure): Phrase {
  return phrase.end - phrase.start <= 60 ? phrase : phraseOf(item, figure);
}

function statedTarget(target: Target): Stated {
  return target.figure === null
    ? stated(target.phrase, { value: null, unit: null })
    : statedFigure(target, target.phrase, target.figure);
}

function statedFigure({ comparator }: Target, phrase: Phrase, figure: Figure): Stated {
  const range = figure.low !== null || figure.high !== null ? { low: figure.low, high: figure.high } : {};
  return stated(phrase, { value: decisive(figure, comparator), unit: figure.unit, ...range });
}

function stated(phrase: Phrase, value: Pick<Stated, 'value' | 'unit' | 'low' | 'high'>): Stated {
  return { text: printed(phrase), span: spanIn(phrase.item.passage, phrase.start, phrase.end), ...value };
}

export function indicatorOf({ target, actual, met, reason, compared, late }: Outcome): Indicator {
  const { label, comparator, strict, scope, phrase } = target;
  return {
    label,
    comparator,
    ...(strict ? { strict } : {}),
    target: statedTarget(target),
    actual,
    met,
    scope,
    column: phrase.item.column,
    reason,
    ...(compared === undefined ? {} : { compared }),
    ...(late === undefined ? {} : { late }),
  };
}
