import type { Finding, Span } from '@guankao/domain';
import { charactersAt, type TextReading } from '@guankao/reading';
import type { FindingView, Mark } from '@guankao/web';

/** Whether the evidence stands in what this item was read from. */
export function standsIn(item: TextReading, span: Span): boolean {
  return item.spans.some((each) => each.start < span.end && span.start < each.end);
}

/** Where evidence stands in the cleaned text of an item; null where it stands in none of its characters. */
export function locate(
  item: TextReading,
  evidence: { readonly text: string; readonly span: Span },
): { start: number; end: number } | null {
  return item.places === undefined
    ? searched(item, evidence)
    : charactersAt(item.places, item.text.length, evidence.span);
}

/**
 * For readings that were kept before places were told. The cleaned text lacks the blanks and mark-up of the print,
 * so the words are looked for without blanks; among several places the one nearest to the printed one is taken.
 */
function searched(
  item: TextReading,
  evidence: { readonly text: string; readonly span: Span },
): { start: number; end: number } | null {
  const { squeezed, offsets } = squeeze(item.text);
  const words = squeeze(evidence.text).squeezed;
  if (words === '') return null;
  const wanted = share(item, evidence.span) * squeezed.length;
  let best: number | null = null;
  for (let at = squeezed.indexOf(words); at >= 0; at = squeezed.indexOf(words, at + 1)) {
    if (best === null || Math.abs(at - wanted) < Math.abs(best - wanted)) best = at;
  }
  if (best === null) return null;
  const start = offsets[best];
  const last = offsets[best + words.length - 1];
  return start === undefined || last === undefined ? null : { start, end: last + 1 };
}

function squeeze(text: string): { squeezed: string; offsets: number[] } {
  const offsets: number[] = [];
  let squeezed = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (/\s/.test(character)) continue;
    squeezed += character;
    offsets.push(at);
  }
  return { squeezed, offsets };
}

/** How far into the item’s print a span begins, 0 to 1. */
function share(item: TextReading, span: Span): number {
  const start = Math.min(...item.spans.map((each) => each.start));
  const end = Math.max(...item.spans.map((each) => each.end));
  return end === start ? 0 : Math.min(1, Math.max(0, (span.start - start) / (end - start)));
}

/** Marks of all findings in one item, in order; where two overlap, the graver one is kept. */
export function marksIn(item: TextReading, findings: readonly FindingView[]): readonly Mark[] {
  const found = findings.flatMap(({ finding, anchor }) =>
    finding.evidence
      .filter(({ span }) => standsIn(item, span))
      .flatMap((evidence) => {
        const place = locate(item, evidence);
        return place === null ? [] : [{ ...place, finding: anchor, grave: gravity(finding) }];
      }),
  );
  const kept: (Mark & { grave: number })[] = [];
  for (const mark of found.sort((a, b) => a.grave - b.grave || a.start - b.start)) {
    if (!kept.some((each) => each.start < mark.end && mark.start < each.end)) kept.push(mark);
  }
  return kept.sort((a, b) => a.start - b.start).map(({ start, end, finding }) => ({ start, end, finding }));
}

/** For sorting: errors first. */
export function gravity(finding: Finding): number {
  return { error: 0, warning: 1, question: 2 }[finding.severity];
}
