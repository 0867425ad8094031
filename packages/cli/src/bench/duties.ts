/**
 * Which families of labelled faults each rule answers for: its recall is measured on these.
 * A rule that answers for none (its fault stands nowhere in the corpus) has a precision only.
 */
const duties: Readonly<Record<string, readonly string[]>> = {
  'budgeted-over-approved': [],
  'carry-over-too-large': ['carry-over'],
  'doubled-words': ['doubled'],
  'event-outside-year': ['out-of-year'],
  'executed-over-budgeted': ['overspend'],
  'impossible-date': ['date'],
  'incomplete-date': [],
  'markup-debris': ['debris'],
  'name-spelling': ['dash'],
  'numbering-broken': ['numbering'],
  'parent-sum-mismatch': ['parent-sum'],
  'period-broken': ['period'],
  'simplified-characters': ['glyph'],
  'umbrella-total': ['umbrella'],
  'work-after-period': ['period-over'],
};

export function dutiesOf(rule: string): readonly string[] {
  return duties[rule] ?? [];
}
