import { wordsIn } from '../text/masked.ts';
import { otherStage, stagesIn } from '../text/stages.ts';
import { Weights, meet } from '../text/words.ts';
import type { Item } from '../text/items.ts';
import { milestonesOf } from './milestones.ts';
import { numericTargetsOf } from './numeric.ts';
import { contentOf } from './phrases.ts';
import type { Target } from './target.ts';
import { plannedWork } from '../weights.ts';

/** Ends that are a target even where they stand only in the planned work. */
const strongEnd = /(完工|竣工|完竣|啟用|上線|通車|落成)/;

/** Things to be had: a target where the goals put no number on anything. */
const acquired = /^(建置|採購|購置|興建|汰換)|(建置|採購|購置|興建)案?$/;

const unweighted = new Weights([]);

/** Planned work states a target only where the goals name no measure for that work; works without a number count as such only if they end in a thing that is there. */
export function targetsFromPlannedWork(
  items: readonly Item[],
  goals: readonly Target[],
  fiscalYear: number | null,
): readonly Target[] {
  const uncounted = goals.every(({ figure }) => figure === null);
  return items.flatMap((item) => {
    const numeric = numericTargetsOf(item, fiscalYear).targets.filter((target) => target.scope === 'year');
    const works = milestonesOf(item, numeric).filter(
      (work) => strongEnd.test(textOf(work)) || (uncounted && acquired.test(textOf(work))),
    );
    return [...numeric, ...works].filter((target) => !goals.some((goal) => measures(goal, target)));
  });
}

function textOf({ phrase }: Target): string {
  return phrase.item.text.slice(phrase.start, phrase.end);
}

/** The goal is about the same work: same unit, same stage, or mostly the same words. */
function measures(goal: Target, planned: Target): boolean {
  const [goalText, plannedText] = [goal.phrase.item.text, planned.phrase.item.text];
  const [goalStages, plannedStages] = [
    stagesIn(goal.phrase.item, 0, goalText.length),
    stagesIn(planned.phrase.item, planned.phrase.start, planned.phrase.end),
  ];
  if (otherStage(goalStages, plannedStages)) return false;
  if (meet(goalStages, plannedStages)) return true;
  if (goal.figure !== null && planned.figure !== null && goal.figure.measure === planned.figure.measure) return true;
  const plannedWords = wordsIn(planned.phrase.item, 0, plannedText.length);
  const goalWords = wordsIn(goal.phrase.item, 0, goalText.length);
  return (
    unweighted.cover(contentOf(goal.phrase), plannedWords) >= plannedWork.goalInPlan ||
    unweighted.cover(contentOf(planned.phrase), goalWords) >= plannedWork.planInGoal
  );
}
