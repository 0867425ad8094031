import { exactly, pattern, signOf, whole, type Mark, type MarkedSentence } from '@guankao/passages';
import { differenceOf, just, type Operand } from '../expression.ts';
import { before, type Surroundings } from '../near.ts';
import { judged, type Statement } from '../statement.ts';

const moved = pattern('(?<word>進步|上升|提升|前進|躍進|躍升|退步|下滑|下降|倒退|退後|落後)(?:了|達|計)?$');

/** 由第8名進步至第5名，進步3名; 第11名，較上年第13名進步2名 */
export function* ranksIn({ sentence }: Surroundings): Iterable<Statement> {
  const ranks = sentence.marks.filter(
    (mark): mark is Extract<Mark, { sign: 'ordinal' }> =>
      mark.sign === 'ordinal' && /^(?:名|位|順位)/u.test(sentence.words.slice(mark.at + 1)),
  );
  if (ranks.length < 2) return;
  for (const steps of sentence.figures) {
    if (!['名', '位', '個名次', '名次'].includes(steps.unit ?? '')) continue;
    const words = before(sentence, signOf(sentence, steps));
    const word = moved.exec(words)?.groups?.['word'];
    const [a, b] = ranks
      .filter((mark) => mark.end <= steps.start)
      .slice(-2)
      .map((mark) => operandOf(sentence, mark));
    if (word === undefined || a === undefined || b === undefined || a === null || b === null) continue;
    const [high, low] = inOrder(sentence, ranks, word, a, b);
    yield judged({
      kind: 'rank',
      claim: steps,
      word,
      sure: ranks.length === 2,
      suggested: [{ as: 'between-two-ranks', expression: differenceOf(just(high), just(low)) }],
    });
  }
}

/**
 * A smaller number is the better rank. Where the words say from which to which (由第9名降至第11名, 第25名，較112年第28名), the
 * step is read the way that its word goes, so that 退步 where it rose is refuted; else the greater less the smaller.
 */
function inOrder(
  { words }: MarkedSentence,
  ranks: readonly { readonly at: number }[],
  word: string,
  a: Operand,
  b: Operand,
): readonly [Operand, Operand] {
  const [first, second] = ranks;
  const between = first === undefined || second === undefined ? '' : words.slice(first.at + 1, second.at);
  const nowFirst = /較|比/u.test(between);
  const fromFirst = /至|為|到/u.test(between);
  if (ranks.length !== 2 || nowFirst === fromFirst) return (a.value?.of ?? 0n) >= (b.value?.of ?? 0n) ? [a, b] : [b, a];
  const [from, to] = nowFirst ? [b, a] : [a, b];
  return /退|下滑|下降|落後/u.test(word) ? [to, from] : [from, to];
}

function operandOf(sentence: MarkedSentence, { ordinal }: Extract<Mark, { sign: 'ordinal' }>): Operand | null {
  const digits = /\d+/u.exec(ordinal.words)?.[0];
  if (digits === undefined) return null;
  const value = whole(BigInt(digits));
  return {
    words: sentence.text.text.slice(ordinal.start, ordinal.end),
    source: { from: 'number', start: ordinal.start, end: ordinal.end },
    value,
    interval: exactly(value),
  };
}
