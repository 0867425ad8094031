import type { Commitment } from '@guankao/domain';
import type { PlanReading, Reading, TextReading } from '@guankao/reading';
import { matchPlans } from './match.ts';
import { plansInReading } from './reading-source.ts';

/** What became of last year's row in this year's filing. */
interface FollowUp {
  readonly before: PlanReading;
  /** null: the plan is in the list no more, and a reason is owed. */
  readonly now: PlanReading | null;
  /** Last year's dated promises, each with whether this year's texts speak of it. */
  readonly promises: readonly AnsweredPromise[];
  /** Executed to date less than last year's: a cumulative does not fall by itself. */
  readonly fell: boolean;
}

interface AnsweredPromise {
  readonly commitment: Commitment;
  /** The words of this year's texts that answer it best; null: it stands open. */
  readonly answer: string | null;
}

/** Holds this year's filing against last year's of the same agency: what was promised, what was answered, what moved. */
export function followUp(before: Reading, now: Reading): readonly FollowUp[] {
  const sources = plansInReading(before);
  const matches = matchPlans(now, sources);
  return before.plans.map((row, at) => {
    const current = matches.find((match) => match.other === sources[at])?.row ?? null;
    return {
      before: row,
      now: current,
      promises: row.commitments.map((commitment) => ({
        commitment,
        answer: current === null ? null : answerTo(commitment, current),
      })),
      fell: fell(row, current),
    };
  });
}

function fell(before: PlanReading, now: PlanReading | null): boolean {
  if (now === null || before.executedToDate === null || now.executedToDate === null) return false;
  return now.executedToDate < before.executedToDate;
}

/** Half of a promise's pairs of Han characters, dates and fillers left out, must stand in one passage that answers it. */
const leastShared = 0.5;

function answerTo({ text }: Commitment, row: PlanReading): string | null {
  return passageOn(text, row)?.text ?? null;
}

/** The passage of this year's results that speaks most of what was promised; null where none shares enough with it. */
export function passageOn(promised: string, row: PlanReading): TextReading | null {
  let best: { passage: TextReading; share: number } | null = null;
  for (const passage of [...row.execution, ...row.explanation]) {
    const share = shareIn(passage.text, promised);
    if (share >= leastShared && (best === null || share > best.share)) best = { passage, share };
  }
  return best?.passage ?? null;
}

/** Whether a text shares so much of its words with what was promised that it speaks of it. */
export function speaksOf(promised: string, text: string): boolean {
  return shareIn(text, promised) >= leastShared;
}

/** 0 to 1: how much of what was promised stands in a text. */
function shareIn(text: string, promised: string): number {
  const wanted = words(promised);
  const have = words(text);
  return wanted.size === 0 ? 0 : [...wanted].filter((pair) => have.has(pair)).length / wanted.size;
}

function words(text: string): Set<string> {
  const plain = text.replace(/預計|預定|將於|完成|辦理|作業|年|月|日/g, ' ');
  return new Set([...plain.matchAll(/(?=(\p{Script=Han}{2}))/gu)].map((match) => match[1] ?? ''));
}
