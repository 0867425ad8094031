import { spanIn, type Span, type StatedVerdict } from '@guankao/domain';
import type { Item } from '../text/items.ts';
import { achievedSentence, namesTarget, notAchievedDenied, notAchievedSaid, notBefore } from '../words/verdicts.ts';

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
  for (const item of explanation) {
    const at = achievedIn(item, explanation.length);
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

/** A sentence of its own. 已達成 without 目標 counts only where it is all that the cell says. */
function achievedIn(item: Item, itemCount: number): { start: number; end: number } | null {
  for (const clause of item.clauses) {
    const alone = item.clauses.filter((other) => other.sentence === clause.sentence).length === 1;
    const text = clause.text.replaceAll(' ', '');
    if (!alone || !achievedSentence.test(text) || !namesTarget.test(text)) continue;
    if (/目標|績效|指標/.test(text) ? itemCount === 1 || /年度|各項|所有|全部/.test(text) : itemCount === 1 && item.clauses.length === 1) {
      return { start: clause.start, end: clause.end };
    }
  }
  return null;
}
