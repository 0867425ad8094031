import type { Commitment } from '@guankao/domain';
import type { PlanReading, Reading } from '@guankao/reading';
import { matchPlans } from './match.ts';
import { plansInReading } from './reading-source.ts';

/** What became of last year's row in this year's filing. */
export interface FollowUp {
  readonly before: PlanReading;
  /** null: the plan is in the list no more, and a reason is owed. */
  readonly now: PlanReading | null;
  /** Last year's dated promises, each with whether this year's texts speak of it. */
  readonly promises: readonly AnsweredPromise[];
  /** Executed to date less than last year's: a cumulative does not fall by itself. */
  readonly fell: boolean;
}

export interface AnsweredPromise {
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
  const wanted = words(text);
  const passages = [...row.execution, ...row.explanation];
  let best: { text: string; share: number } | null = null;
  for (const passage of passages) {
    const have = words(passage.text);
    const share = wanted.size === 0 ? 0 : [...wanted].filter((pair) => have.has(pair)).length / wanted.size;
    if (share >= leastShared && (best === null || share > best.share)) best = { text: passage.text, share };
  }
  return best?.text ?? null;
}

function words(text: string): Set<string> {
  const plain = text.replace(/預計|預定|將於|完成|辦理|作業|年|月|日/g, ' ');
  return new Set([...plain.matchAll(/(?=(\p{Script=Han}{2}))/gu)].map((match) => match[1] ?? ''));
}
