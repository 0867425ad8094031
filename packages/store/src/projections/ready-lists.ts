import type { Span } from '@guankao/domain';
import { contains } from '@guankao/domain';
import type { IndicatorReading, PlanReading } from '@guankao/reading';
import { readyLists, type ReadyList } from '../catalogue.ts';
import { rateOf } from './rate.ts';

/** The ready lists that a plan stands on. */
export function listsOf(plan: PlanReading): readonly ReadyList[] {
  return readyLists.filter((list) => belongs[list](plan));
}

const belongs: Readonly<Record<ReadyList, (plan: PlanReading) => boolean>> = {
  'missed-in-silence': ({ indicators, statedVerdict }) =>
    statedVerdict !== 'not_achieved' && indicators.some(({ met }) => met === false),
  'underspent-achieved': (plan) => plan.statedVerdict === 'achieved' && (rateOf(plan) ?? 1) < 0.5,
  'beaten-by-half': ({ indicators }) => indicators.some(beatenByHalf),
  'no-target': ({ indicators }) =>
    !indicators.some(({ target }) =>
      [target.value, target.low, target.high].some((bound) => typeof bound === 'number'),
    ),
  'nothing-stated': ({ indicators, statedVerdict }) =>
    statedVerdict === 'none' && !indicators.some(({ actual }) => actual !== null),
  'results-in-goals': resultsInGoals,
};

/** More than one and a half times a number to be reached, less than half of one not to be passed. */
function beatenByHalf({ comparator, target, actual, met }: IndicatorReading): boolean {
  if (met !== true || target.value === null || actual === null || actual.value === null || target.value <= 0)
    return false;
  return comparator === '<=' ? actual.value < target.value / 2 : actual.value > target.value * 1.5;
}

/** Words that tell what was done, not what is to be done. */
const doneWords =
  /已(?:於[^，。；]{0,12})?(?:完成|達成|達到|辦理|辦竣|執行)|業已|累計執行|執行率(?:為|達)?\d|實際(?:完成|達成|執行)/u;

function resultsInGoals({ goals, indicators, statedVerdictSpan }: PlanReading): boolean {
  const spans = goals.flatMap((passage) => passage.spans);
  const within = (span: Span | null) => span !== null && spans.some((outer) => contains(outer, span));
  return (
    indicators.some(({ actual }) => within(actual?.span ?? null)) ||
    within(statedVerdictSpan) ||
    goals.some(({ text }) => doneWords.test(text))
  );
}
