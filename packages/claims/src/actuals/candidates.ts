import { clauseAt, type Figure, type Item } from '../text/items.ts';
import { exceptionsIn, within } from '../text/exceptions.ts';
import { wordsIn } from '../text/masked.ts';
import { joined, wordsOf, type Words } from '../text/words.ts';
import { contentOf, phraseOf, type Phrase } from '../targets/phrases.ts';
import { openBracket, roleOf, type Role } from '../targets/roles.ts';

/** A figure of the result texts that may answer a target. */
export interface Candidate {
  readonly item: Item;
  readonly figure: Figure;
  readonly role: Role;
  readonly phrase: Phrase;
  /** The words of its own phrase. */
  readonly own: Words;
  /** The words of its clause and sentence. */
  readonly sentence: Words;
  /** The words of its item and the headings over it. */
  readonly wide: Words;
  /** Its place among the figures of its unit in the item, from 0. */
  readonly rank: number;
  /** Told beside the matter: 另清理6,116筆. */
  readonly aside: boolean;
}

const neverResults: ReadonlySet<Role> = new Set(['baseline', 'target', 'attribute', 'part']);

/** Everything in an item that could be a result. What is excepted (除4處…外), restated as a target or counted in brackets is none. */
export function candidatesIn(item: Item): readonly Candidate[] {
  const exceptions = exceptionsIn(item);
  const usable = item.figures.filter((figure) => !within(exceptions, figure.start) && !restatesTarget(item, figure));
  const told = usable.map((figure) => ({ figure, role: roleOf(item, figure) })).filter(({ role }) => !neverResults.has(role));
  const wide = wideWords(item);
  const sentences = new Map<number, Words>();
  return told.map(({ figure, role }, index) => {
    const phrase = phraseOf(item, figure);
    const sentence = clauseAt(item, figure.start).sentence;
    const known = sentences.get(sentence) ?? sentenceWords(item, sentence);
    sentences.set(sentence, known);
    const rank = told.slice(0, index).filter((other) => other.figure.unit === figure.unit).length;
    return { item, figure, role, phrase, own: contentOf(phrase), sentence: known, wide, rank, aside: isAside(item, figure) };
  });
}

/** The words of an item and of the headings over it. */
export function wideWords(item: Item): Words {
  return joined([wordsOf(item.heading), wordsIn(item, 0, item.text.length)]);
}

function sentenceWords(item: Item, sentence: number): Words {
  const clauses = item.clauses.filter((clause) => clause.sentence === sentence);
  return joined(clauses.flatMap((clause) => [wordsOf(clause.head), wordsIn(item, clause.start, clause.end)]));
}

/** 辦理1場次國際訓練目標未達成: the figure is the target's, not a result. */
function restatesTarget(item: Item, figure: Figure): boolean {
  const clause = clauseAt(item, figure.start);
  const after = item.text.slice(figure.end, clause.end);
  return /(目標)?未(能)?(達成|達到|完成|辦理|如期|及)|無法|尚未|未達/.test(after) && !/(已|業)(完成|辦理|達)/.test(item.text.slice(clause.start, figure.start));
}

function isAside(item: Item, figure: Figure): boolean {
  const clause = clauseAt(item, figure.start);
  const before = item.text.slice(clause.start, figure.start);
  return /^(另|此外|另外|同時|附帶)/.test(clause.text) || (openBracket(item.text, figure.start) >= 0 && !/(率|比例)[^、，]{0,4}$/.test(before));
}
