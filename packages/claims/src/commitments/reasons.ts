import { spanIn, type Cited } from '@guankao/domain';
import type { Clause } from '../text/clauses.ts';
import { clausesOfSentence, type Item } from '../text/items.ts';
import {
  causeHeadings,
  causeNames,
  causeOpeners,
  consequences,
  lateness,
  remedyHeadings,
  remedyOpeners,
  resultsIn,
} from '../words/reasons.ts';

/** The causes that the filing gives for what is late, open or missed. Clauses that go on are one citation. */
export function causesIn(items: readonly Item[]): readonly Cited[] {
  return items.flatMap((item) => cite(item, (clause, index) => givesCause(item, clause, index)));
}

/** What the filing says will be done, or was done, about it: words of remedy, or all that stands under 策進作為. */
export function remediesIn(items: readonly Item[]): readonly Cited[] {
  return items.flatMap((item) =>
    cite(
      item,
      (clause) =>
        remedyHeadings.test(`${item.heading} ${clause.head}`) ||
        (remedyOpeners.test(clause.text) && !consequences.test(clause.text)),
    ),
  );
}

/** A clause that opens with 因, names a cause beside something late, or stands under 未達成原因. */
function givesCause(item: Item, clause: Clause, index: number): boolean {
  if (consequences.test(clause.text) || remedyHeadings.test(`${item.heading} ${clause.head}`)) return false;
  const headed = causeHeadings.test(`${item.heading} ${clause.head}`);
  if (causeOpeners.test(clause.text) || headed) return headed || isLate(item, clause);
  if (leadsToLateness(item, clause)) return true;
  return causeNames.test(clause.text) && (lateness.test(clause.text) || isLateNext(item, clause, index));
}

/** Some clause of its sentence after it goes on 致…落後. */
function leadsToLateness(item: Item, clause: Clause): boolean {
  return clausesOfSentence(item, clause.sentence).some(
    (other) => other.start > clause.start && resultsIn.test(other.text) && /未|落後|延|無法|不及/.test(other.text),
  );
}

function isLate(item: Item, clause: Clause): boolean {
  return clausesOfSentence(item, clause.sentence).some((other) => lateness.test(other.text));
}

function isLateNext(item: Item, clause: Clause, index: number): boolean {
  const next = item.clauses[index + 1];
  return next?.sentence === clause.sentence && lateness.test(next.text);
}

function cite(item: Item, isCited: (clause: Clause, index: number) => boolean): readonly Cited[] {
  const runs: { start: number; end: number; last: number; sentence: number }[] = [];
  for (const [index, clause] of item.clauses.entries()) {
    if (clause.isHead || !isCited(clause, index)) continue;
    const run = runs.at(-1);
    if (run !== undefined && run.last === index - 1 && run.sentence === clause.sentence)
      Object.assign(run, { end: clause.end, last: index });
    else runs.push({ start: clause.start, end: clause.end, last: index, sentence: clause.sentence });
  }
  return runs.map(({ start, end }) => ({
    text: item.passage.text.slice(start, end),
    span: spanIn(item.passage, start, end),
  }));
}
