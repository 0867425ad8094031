import { clauseAt, type Figure } from '../text/items.ts';
import { normalise } from '@guankao/passages';
import { wordsOf } from '../text/words.ts';
import { contentOf, printed, type Phrase } from './phrases.ts';

const edges =
  /^(1\d\d年度?|本年度|年度|績效目標|目標值?(?=為|：)|為(?=完成)|：|並|及|與|另|將|應|須|預計|預定|共計|完成|達成|達|[、，：\s])+|(目標值?|績效|預計|預定|共計|總計|合計|達成|達到|達|為|至|共|(?<![設統預估會審合總])計|約|至少|等|逾|超過|[、，：≧≥≦≤<>=\s])+$/g;

/** What is measured, without the number: 平均候車時間 of 平均候車時間：12分鐘. A bare number takes the words of its clause. */
export function labelOf(phrase: Phrase, figure: Figure | null): string {
  const text = printed(phrase);
  if (figure === null) return text.replace(edges, '') || text;
  const { start } = clauseAt(phrase.item, figure.start);
  // 平均核發時間，由36日縮短為28日: the clause before names the measure.
  if (phrase.start < start) return text.slice(0, start - phrase.start).replace(edges, '');
  const own = `${text.slice(0, figure.start - phrase.start)}${noun(text.slice(figure.end - phrase.start))}`.replace(
    edges,
    '',
  );
  return contentOf(phrase).size > 0 && own !== ''
    ? own
    : `${measureAround(phrase)}${own === '' ? '' : ` ${own}`}(${figure.unit ?? '數'})`;
}

function noun(after: string): string {
  return after.replace(/^(以上|以下|以內|之內)/, '').replace(/\([^()]*\)\s*$/, '');
}

/** The first words of the clause, of the item before it, or of the heading that name a measure. */
function measureAround(phrase: Phrase): string {
  const { item } = phrase;
  const clause = clauseAt(item, phrase.start);
  const first = item.figures.find((figure) => figure.start >= clause.start) ?? null;
  const lead = item.passage.text.slice(clause.start, first?.start ?? clause.end);
  const before = item.clauses
    .filter((other) => other.end <= clause.start)
    .map((other) => item.passage.text.slice(other.start, other.end));
  const named =
    [lead, clause.head, ...before.toReversed(), item.heading].find((words) => wordsOf(normalise(words)).size > 0) ?? '';
  return named.replace(named.includes('：') ? /^[^：]*：/ : '', '').replace(edges, '');
}
