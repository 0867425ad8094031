import { spanIn, type Span, type StatedVerdict } from '@guankao/domain';
import { clausesOfSentence, type Item } from '../text/items.ts';
import {
  achievedSentence,
  namesTarget,
  notAchievedDenied,
  notAchievedSaid,
  notBefore,
  restricts,
  wholeSaid,
} from '../words/verdicts.ts';

export interface Statement {
  readonly verdict: StatedVerdict;
  readonly span: Span | null;
}

/** What the explanation says of the row in so many words. Most rows say neither; a word about a part is no word about the whole. */
export function statedVerdictOf(explanation: readonly Item[]): Statement {
  for (const item of explanation) {
    const at = notAchievedIn(item);
    if (at !== null) return { verdict: 'not_achieved', span: spanIn(item.passage, at.start, at.end) };
  }
  for (const [index, item] of explanation.entries()) {
    const at = achievedIn(item, explanation.length, index === explanation.length - 1);
    if (at !== null) return { verdict: 'achieved', span: spanIn(item.passage, at.start, at.end) };
  }
  return { verdict: 'none', span: null };
}

function notAchievedIn({ text }: Item): { start: number; end: number } | null {
  for (const match of text.matchAll(notAchievedSaid)) {
    const end = match.index + match[0].length;
    if (notAchievedDenied.test(text.slice(end)) || notBefore.test(text.slice(0, match.index))) continue;
    return { start: match.index, end };
  }
  return null;
}

/**
 * A clause that says so of the whole and that nothing in its sentence restricts (除…外, 部分, 惟).
 * Beside other items it must be a sentence of its own, or the cell's last word; 已達成 without 目標 counts only where it is all that the cell says.
 */
function achievedIn(item: Item, itemCount: number, isLast: boolean): { start: number; end: number } | null {
  for (const clause of item.clauses) {
    const text = clause.text.replaceAll(' ', '');
    if (!achievedSentence.test(text) || !namesTarget.test(text)) continue;
    const sentence = clausesOfSentence(item, clause.sentence);
    const whole = wholeSaid.test(text);
    const closes = isLast && clause === item.clauses.at(-1) && /年度/.test(text);
    const fits = itemCount === 1 ? whole || item.clauses.length === 1 : whole && (sentence.length === 1 || closes);
    if (fits && !sentence.some((other) => restricts.test(other.text))) return { start: clause.start, end: clause.end };
  }
  return null;
}
