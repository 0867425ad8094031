import { spanIn, type Span, type StatedVerdict } from '@guankao/domain';
import { clausesOfSentence, type Item } from '../text/items.ts';
import {
  askedWords,
  inTimeWords,
  noneMissed,
  notAchievedDenied,
  notAchievedSaid,
  notBefore,
  plannedWords,
  reachedWords,
  restricts,
  verdictWords,
  wholeWords,
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
    const said = readVerdict(clause.text.replaceAll(' ', ''));
    if (said === null) continue;
    const sentence = clausesOfSentence(item, clause.sentence);
    const closes = isLast && clause === item.clauses.at(-1) && /年度/.test(clause.text);
    const fits =
      itemCount === 1 ? said.whole || item.clauses.length === 1 : said.whole && (sentence.length === 1 || closes);
    if (fits && !sentence.some((other) => restricts.test(other.text))) return { start: clause.start, end: clause.end };
  }
  return null;
}

/** What a clause says of the targets; null where it says anything else too, or nothing of that kind. */
function readVerdict(text: string): { readonly whole: boolean } | null {
  if (noneMissed.test(text)) return { whole: true };
  const words = verdictWordsIn(text);
  const some = (set: ReadonlySet<string>) => words?.some((word) => set.has(word)) === true;
  const perfect = words?.some((word) => word.endsWith('100%')) === true && some(wholeWords);
  if (words === null || !(some(reachedWords) || perfect)) return null;
  // 各項工作均如期如質完成: the works that were planned, done as they were.
  const works = some(inTimeWords) && (some(wholeWords) || !some(plannedWords));
  if (!some(askedWords) && !works && !isBare(words)) return null;
  return { whole: some(wholeWords) };
}

/** 已達成 and nothing more. */
function isBare(words: readonly string[]): boolean {
  return words.length <= 4 && (words.includes('達成') || words.includes('達標'));
}

/** The words of a clause, where it is made of such words alone. */
function verdictWordsIn(text: string): readonly string[] | null {
  const words: string[] = [];
  let at = 0;
  while (at < text.length) {
    const word = verdictWords.find((one) => text.startsWith(one, at)) ?? /^1\d\d年度?/.exec(text.slice(at))?.[0];
    if (word === undefined) return null;
    words.push(word);
    at += word.length;
  }
  return words;
}
