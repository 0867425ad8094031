import type { Judgement } from '@guankao/domain';

/**
 * What kind of judgement a rule's finding is where it carries no proof. A rule that is not named here can prove all that it
 * says, but for what is printed in a way that has no name (`wording`: it was read, and the print does not say how).
 */
const judgements: Readonly<Record<string, Judgement>> = {
  'achieved-but-unspent': 'threshold',
  'achieved-without-evidence': 'absence',
  'agency-name': 'likeness',
  'bracket-unpaired': 'print',
  'carry-over-too-large': 'threshold',
  'doubled-words': 'print',
  'empty-cell': 'absence',
  'exactly-executed-everywhere': 'plausibility',
  'execution-rate-low': 'threshold',
  'full-execution-unfinished': 'plausibility',
  'goals-repeat-execution': 'likeness',
  'impossible-share': 'plausibility',
  'incomplete-date': 'print',
  'markup-debris': 'print',
  'met-by-counting-more': 'plausibility',
  'name-spelling': 'likeness',
  'no-measurable-target': 'absence',
  'numbering-broken': 'print',
  'period-broken': 'print',
  'rate-over-hundred': 'threshold',
  'rate-unsupported': 'absence',
  'result-echoes-target': 'likeness',
  'sentence-repeated': 'likeness',
  'simplified-characters': 'print',
  'swapped-rows': 'likeness',
  'target-far-exceeded': 'threshold',
  'target-unanswered': 'absence',
  'umbrella-total': 'plausibility',
  'wrong-character': 'print',
};

export const judgementOf = (rule: string): Judgement => judgements[rule] ?? 'wording';
