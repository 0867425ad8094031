import { clauseAt, figuresIn, type Figure, type Item } from '../text/items.ts';
import type { Clause } from '../text/clauses.ts';
import { withoutNumbers, wordsIn } from '../text/masked.ts';
import { roleOf } from './roles.ts';
import { wordsOf, type Words } from '../text/words.ts';

/** A stretch of an item. Offsets are the item's. */
export interface Phrase {
  readonly item: Item;
  readonly start: number;
  readonly end: number;
}

/**
 * The words that belong to one figure of a clause that may hold several:
 * 研習14場次、35小時 falls into 研習14場次 and 35小時, 25處泊位共160項檢修 into 25處泊位 and 共160項檢修.
 */
export function phraseOf(item: Item, figure: Figure, among: readonly Figure[] = item.figures): Phrase {
  const clause = clauseAt(item, figure.start);
  const inClause = among.filter((other) => clause.start <= other.start && other.end <= clause.end);
  const index = inClause.indexOf(figure);
  const previous = inClause[index - 1];
  const next = inClause[index + 1];
  const start = previous === undefined ? clause.start : cutBetween(item, previous, figure);
  const end = next === undefined ? clause.end : cutBetween(item, figure, next);
  return trimmed(item, start, Math.max(beforeTotal(item, figure, end), figure.end));
}

/** 汰換900具(累計1,750具): the total to date in the brackets behind it is a figure of its own. */
function beforeTotal(item: Item, figure: Figure, end: number): number {
  const behind = item.text.slice(figure.end, end);
  return /^\((?:[^()]{0,6})(?:累計|累積)/u.test(behind) ? figure.end : end;
}

const separators = /[、;]|以及|及|與|和|暨|並|或|；|共計|共|合計|計(?=[\d約])/g;

/** Where the words of one figure end and those of the next begin: at the first separator, or right after the unit. */
function cutBetween(item: Item, figure: Figure, next: Figure): number {
  const between = item.text.slice(figure.end, next.start);
  for (const match of between.matchAll(separators)) {
    if (!insideBracket(between, match.index)) return figure.end + match.index;
  }
  return figure.end;
}

function insideBracket(text: string, at: number): boolean {
  return text.lastIndexOf('(', at) > text.lastIndexOf(')', at);
}

const leading = /^([、；;，\s]|以及|及|與|和|暨|並|且|另)+/;

function trimmed(item: Item, from: number, to: number): Phrase {
  const text = item.text.slice(from, to);
  const lead = leading.exec(text)?.[0].length ?? 0;
  const tail = /[、，；\s]*$/.exec(text)?.[0].length ?? 0;
  return { item, start: from + lead, end: Math.max(from + lead, to - tail) };
}

/** The phrase with the clause before it, where its own words name no measure: 借閱人次，目標值為6萬人次. */
export function withMeasure(phrase: Phrase): Phrase {
  if (namesMeasure(phrase)) return phrase;
  const clause = clauseAt(phrase.item, phrase.start);
  if (phrase.start > clause.start) return phrase;
  const before = clauseBefore(phrase.item, clause);
  if (before === undefined) return phrase;
  const measured = figuresIn(phrase.item, before).some((figure) => roleOf(phrase.item, figure) !== 'attribute');
  return measured ? phrase : { ...phrase, start: before.start };
}

/** 由#縮短為#, 共計#(甲3處、乙4處): change and brackets name no measure. */
function namesMeasure({ item, start, end }: Phrase): boolean {
  const text = withoutNumbers(item, start, end);
  return (
    wordsOf(
      text.replace(/\([^()]*\)/g, '').replace(/縮短|提升|提高|增加|成長|降低|減少|下降|擴增|改善|微幅|大幅/g, ' '),
    ).size > 0
  );
}

function clauseBefore(item: Item, clause: Clause): Clause | undefined {
  const before = item.clauses[item.clauses.indexOf(clause) - 1];
  return before?.sentence === clause.sentence ? before : undefined;
}

export function contentOf({ item, start, end }: Phrase): Words {
  return wordsIn(item, start, end);
}

export function printed({ item, start, end }: Phrase): string {
  return item.passage.text.slice(start, end);
}
