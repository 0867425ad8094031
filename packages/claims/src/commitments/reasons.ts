import { spanIn, type Cited } from '@guankao/domain';
import type { Clause } from '../text/clauses.ts';
import type { Item } from '../text/items.ts';
import { causeNames, causeOpeners, lateness, remedyOpeners } from '../words/reasons.ts';

/** The causes that the filing gives for what is late, open or missed, clause by clause. */
export function causesIn(items: readonly Item[]): readonly Cited[] {
  return cite(items, (clause, item) => isLate(item, clause) && (causeOpeners.test(clause.text) || causeNames.test(clause.text) || /原因/.test(`${item.heading}${clause.head}`)));
}

/** What the filing says will be done, or was done, about it: a clause with a word of remedy, or all that stands under 策進作為. */
export function remediesIn(items: readonly Item[]): readonly Cited[] {
  return cite(items, (clause, item) => /策進作為|改善措施|改進作為|因應作為|精進作為/.test(`${item.heading} ${clause.head}`) || (remedyOpeners.test(clause.text) && !clause.text.endsWith('策進作為')));
}

function isLate(item: Item, clause: Clause): boolean {
  return item.clauses.some((other) => other.sentence === clause.sentence && lateness.test(other.text));
}

function cite(items: readonly Item[], isCited: (clause: Clause, item: Item) => boolean): readonly Cited[] {
  return items.flatMap((item) =>
    item.clauses.filter((clause) => isCited(clause, item)).map(({ start, end }) => ({ text: item.passage.text.slice(start, end), span: spanIn(item.passage, start, end) })),
  );
}
