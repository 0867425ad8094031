import type { Candidate } from './actuals/candidates.ts';
import { toBase } from './actuals/units.ts';
import type { Figure } from './text/items.ts';
import type { Change } from './targets/change.ts';
import { countOf } from './targets/each.ts';
import type { Phrase } from './targets/phrases.ts';
import type { Target } from './targets/target.ts';

/** A target held against what answers it. */
export interface Judgement {
  /** null where the print leaves it open (a result of 未達60% says nothing of a target of 50%). */
  readonly met: boolean | null;
  /** What was compared, both in the target's unit: 24 and 22 of 每月2場 and 全年22場, 2 and 1 of 提升2% and 80%→81%. */
  readonly goal: number | null;
  readonly result: number | null;
  readonly unit: string | null;
  /** How, where it was not figure against figure. */
  readonly how: string | null;
}

/** Met or not, on the values as printed, in one unit. */
export function judge(target: Target, asked: Figure, candidate: Candidate): Judgement {
  const { change } = target;
  if (change !== null && candidate.way !== null) return byChange(target, change, asked, candidate.way);
  const [goals, results] = timesOver(target, candidate);
  const goal = scaled(bound(asked, target.comparator), goals);
  const result = scaled(bound(inUnitOf(asked, candidate.figure), target.comparator), results);
  const open = { met: null, goal, result, unit: asked.unit, how: null };
  if (goal === null || result === null) return open;
  const met = isMet(target, goal, result, candidate.figure.comparator);
  const how = goals !== results ? `held for the whole: ${goals} times against ${results}` : null;
  return { ...open, met: isOnlyPart(target, candidate, met) ? null : met, how };
}

function isMet(
  { comparator, strict }: Target,
  goal: number,
  result: number,
  given: Figure['comparator'],
): boolean | null {
  return comparator === '<=' ? judgedBelow(goal, result, strict, given) : judgedAbove(goal, result, strict, given);
}

/** By how much each side is multiplied to make a whole of it: 每月2場 beside 每季5場, or beside the year's 22; 三區各2場 is 6. */
function timesOver({ each }: Target, { each: given }: Candidate): readonly [goal: number, result: number] {
  if (each?.kind === 'place' || (each !== null && given?.kind === 'period' && given.period === each.period))
    return [1, 1];
  return [each === null ? 1 : (each.times ?? 1), given === null ? 1 : (countOf(given) ?? 1)];
}

/** A month's or a quarter's figure says nothing against the year, and a share of a month nothing for it. */
function isOnlyPart(target: Target, { when, figure, phrase, listedWith }: Candidate, met: boolean | null): boolean {
  // 北區30人 says nothing against the whole.
  if (met === false && listedWith.length === 0 && namesRegion(phrase) && !namesRegion(target.phrase)) return true;
  const onlyAdds = target.comparator !== '<=' && figure.kind !== 'percent';
  if (met === true && target.due === null && !onlyAdds && restIsToCome(phrase)) return true;
  if (when === null || !when.partial || target.due !== null) return false;
  return target.comparator === '<=' || figure.kind === 'percent' || met === false;
}

/** 上半年…68%；下半年尚未屆期，俟114年統計: the other half may turn it. */
function restIsToCome({ item, end }: Phrase): boolean {
  const [before, behind] = [item.text.slice(0, end), item.text.slice(end).split('。')[0] ?? ''];
  return (
    /上半年[^。]*$/.test(before) &&
    !/[^上]全年|(?<![上下])半年/.test(before) &&
    /^[^。]*下半年[^。；]*(尚未|未屆|未及|俟|尚待|待)[^。；]*/.test(behind)
  );
}

function namesRegion({ item, start, end }: Phrase): boolean {
  return /[北中南東西](?:區|部|側|分區)/.test(item.text.slice(start, end));
}

/** 80 % to 81 % is 1 point or 1.25 %: where the target does not say points, both are tried, and where they disagree it stays open. */
function byChange(
  target: Target,
  { way }: Change,
  asked: Figure,
  { from, to }: { from: Figure; to: Figure },
): Judgement {
  const goal = bound(asked, target.comparator);
  const [start, end] = [bound(from, '>='), bound(to, '>=')];
  const none = { met: null, goal: null, result: null, unit: null, how: `from ${from.text} to ${to.text}` };
  if (goal === null || start === null || end === null) return none;
  const moved = tidy(way === 'rise' ? end - start : start - end);
  const relative = start === 0 ? null : tidy((100 * moved) / start);
  const readings =
    asked.kind !== 'percent'
      ? [moved]
      : from.kind !== 'percent'
        ? [relative]
        : asked.unit === '百分點'
          ? [moved]
          : [moved, relative];
  const verdicts = readings.map((reading) => (reading === null ? null : isMet(target, goal, reading, null)));
  const met = verdicts.every((verdict) => verdict === verdicts[0]) ? (verdicts[0] ?? null) : null;
  const points = asked.kind === 'percent' && from.kind === 'percent';
  return { ...none, met, goal, result: readings[0] ?? null, unit: points ? '百分點' : asked.unit };
}

/** What floats leave behind a subtraction: 56.1 - 55.2. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

function scaled(value: number | null, times: number): number | null {
  return value === null ? null : tidy(value * times);
}

/** A figure told in another unit of the same kind, in the unit asked: 14,500平方公尺 is 1.45公頃. */
function inUnitOf(asked: Figure, given: Figure): Figure {
  const factor = toBase(1, given) / toBase(1, asked);
  if (factor === 1 || given.bare) return given;
  const turned = (value: number | null) => (value === null ? null : tidy(value * factor));
  return { ...given, value: turned(given.value), low: turned(given.low), high: turned(given.high) };
}

/** Of a range the bound that decides: the lower one where a number is to be reached, the upper one where it is not to be passed. */
export function decisive({ value, low, high }: Figure, comparator: Target['comparator']): number | null {
  return (comparator === '<=' ? high : low) ?? value ?? low ?? high;
}

const bound = decisive;

function judgedAbove(goal: number, result: number, strict: boolean, given: Figure['comparator']): boolean | null {
  if (given === '<') return result <= goal ? false : null;
  if (given === '<=') return result < goal || (strict && result === goal) ? false : null;
  // 約90% may be a little less.
  if (given === '~' && result === goal) return null;
  return strict ? result > goal || (result === goal && given === '>') : result >= goal;
}

function judgedBelow(goal: number, result: number, strict: boolean, given: Figure['comparator']): boolean | null {
  if (given === '>') return result >= goal ? false : null;
  if (given === '>=') return result > goal || (strict && result === goal) ? false : null;
  if (given === '~' && result === goal) return null;
  return strict ? result < goal || (result === goal && given === '<') : result <= goal;
}
