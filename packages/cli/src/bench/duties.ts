/**
 * Which families of labelled faults each rule answers for: its recall is measured on these.
 * A rule that is not here answers for none (its fault stands nowhere in the corpus, or another rule tells it) and has a precision only.
 */
const duties: Readonly<Record<string, readonly string[]>> = {
  'achieved-but-unspent': ['half-spent'],
  'achieved-without-evidence': ['no-evidence'],
  'ahead-and-behind': ['ahead-behind'],
  'amount-restated': ['two-units'],
  'another-measure': ['other-measure'],
  'average-mismatch': ['average'],
  'budgeted-over-approved': ['over-approved'],
  'carry-over-too-large': ['carry-over'],
  'change-mismatch': ['difference'],
  'column-restated': ['restated'],
  'dates-differ': ['two-dates'],
  'dates-reversed': ['dates-reversed'],
  'done-and-pending': ['done-pending'],
  'doubled-words': ['doubled'],
  'empty-cell': ['empty'],
  'estimated-result': ['estimate'],
  'event-outside-year': ['out-of-year'],
  'executed-over-budgeted': ['overspend'],
  'execution-rate-low': ['low-execution'],
  'execution-rate-mismatch': ['execution-rate'],
  'figures-differ': ['two-figures'],
  'full-execution-unfinished': ['full-unfinished'],
  'goals-repeat-execution': ['goals-repeat'],
  'impossible-date': ['date'],
  'impossible-share': ['impossible-share'],
  'incomplete-date': ['incomplete-date'],
  'list-count-mismatch': ['list-count'],
  'list-total-mismatch': ['list-total'],
  'markup-debris': ['debris'],
  'met-by-counting-more': ['counting-more'],
  'name-spelling': ['dash'],
  'no-measurable-target': ['no-target'],
  'numbering-broken': ['numbering'],
  'parent-sum-mismatch': ['parent-sum'],
  'parts-mismatch': ['sum'],
  'period-broken': ['period'],
  'rate-mismatch': ['ratio'],
  'rate-over-hundred': ['over-hundred'],
  'rate-unsupported': ['unsupported'],
  'result-echoes-target': ['echo'],
  'results-in-goals': ['results-in-goals'],
  'simplified-characters': ['glyph'],
  'stated-achieved-but-missed': ['said-achieved'],
  'subtraction-mismatch': ['subtraction'],
  'swapped-rows': ['swap'],
  'target-far-exceeded': ['beaten'],
  'target-missed': ['target'],
  'target-unanswered': ['unanswered'],
  'umbrella-total': ['umbrella'],
  'work-after-period': ['period-over', 'period_broken'],
  'wrong-character': ['wrong-character'],
};

export function dutiesOf(rule: string): readonly string[] {
  return duties[rule] ?? [];
}

export const rulesWithDuties: readonly string[] = Object.keys(duties);
