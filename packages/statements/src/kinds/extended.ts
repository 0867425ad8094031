import { pattern, sameUnit, signOf } from '@guankao/passages';
import { figureOperand, just, sumOf } from '../expression.ts';
import { before, ownWords, type Surroundings } from '../near.ts';
import { judged, type Statement } from '../statement.ts';

const longer = pattern('^[^。；%A]{0,14}(?:展延|延長|延展)[^，。；%A]{0,4}$');
const comesTo = pattern('^後?，?(?:合計|共計|總工期|工期|期限|變更|調整|修正|修訂)*(?:為|計|共|達|成為)$');
const term = /工期|期限|期程|履約|契約/u;

/** 工期280日曆天，展延35日曆天後為315日曆天: a term, what it was extended by once, and what it came to. */
export function* extensionsIn({ sentence }: Surroundings): Iterable<Statement> {
  if (!/[展延]/u.test(sentence.words)) return;
  for (const [i, all] of sentence.figures.entries()) {
    const [had, added] = [sentence.figures[i - 2], sentence.figures[i - 1]];
    if (had === undefined || added === undefined || all.kind !== 'duration') continue;
    if (!sameUnit(had, all) || !sameUnit(added, all) || !term.test(ownWords(sentence, had))) continue;
    if ([had, added, all].some(({ widening }) => widening !== 'exact')) continue;
    const [first, second, third] = [had, added, all].map((figure) => signOf(sentence, figure));
    if (first === undefined || second === undefined || third === undefined) continue;
    const between = sentence.words.slice(first + 1, second);
    if (!longer.test(between) || !comesTo.test(sentence.words.slice(second + 1, third))) continue;
    // 第2次展延, 再展延, 累計: an earlier one may be left out.
    if (/次|再|累計/u.test(between) || /次|累計/u.test(before(sentence, first).slice(-8))) continue;
    yield judged({
      kind: 'sum',
      claim: all,
      word: '展延',
      sure: true,
      suggested: [{ as: 'extended-by', expression: sumOf(just(figureOperand(had)), just(figureOperand(added))) }],
    });
  }
}
