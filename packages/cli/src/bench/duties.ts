/**
 * Which families of labelled faults each rule answers for: its recall is measured on these.
 * A rule that is not here answers for none (its fault stands nowhere in the corpus, or another rule tells it) and has a precision only.
 */
const duties: Readonly<Record<string, readonly string[]>> = {
  'achieved-but-unspent': ['half-spent'],
  'achieved-without-evidence': ['no-evidence'],
  'another-measure': ['other-measure'],
  'average-mismatch': ['average'],
  'carry-over-too-large': ['carry-over'],
  'column-restated': ['restated'],
  'dates-differ': ['two-figures'],
  'done-and-pending': ['done-pending'],
  'doubled-words': ['doubled'],
  'event-outside-year': ['out-of-year'],
  'executed-over-budgeted': ['overspend'],
  'execution-rate-low': ['low-execution'],
  'figures-differ': ['two-figures'],
  'goals-repeat-execution': ['goals-repeat'],
  'impossible-date': ['date'],
  'markup-debris': ['debris'],
  'name-spelling': ['dash'],
  'no-measurable-target': ['no-target'],
  'numbering-broken': ['numbering'],
  'parent-sum-mismatch': ['parent-sum'],
  'parts-mismatch': ['sum'],
  'period-broken': ['period', 'period_broken'],
  'rate-mismatch': ['ratio'],
  'results-in-goals': ['results-in-goals'],
  'simplified-characters': ['glyph'],
  'stated-achieved-but-missed': ['said-achieved'],
  'subtraction-mismatch': ['difference'],
  'swapped-rows': ['swap'],
  'target-far-exceeded': ['beaten'],
  'target-missed': ['target'],
  'target-unanswered': ['unanswered'],
  'umbrella-total': ['umbrella'],
  'work-after-period': ['period-over'],
};

export function dutiesOf(rule: string): readonly string[] {
  return duties[rule] ?? [];
}

export const rulesWithDuties: readonly string[] = Object.keys(duties);
