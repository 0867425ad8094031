import { pattern, sameUnit, signOf, type Figure } from '@guankao/passages';
import { figureOperand, just, sumOf } from '../expression.ts';
import { after, before, ownWords, type Surroundings } from '../near.ts';
import { judged, type Statement } from '../statement.ts';

const numerals = '二兩三四五六七八';
const inSoMany = pattern(
  `^[^%A。；]{0,12}分(?:為|成)?(?:(?<told>[${numerals}2-8])(?:期|年度?|次|階段)|(?<free>期|年|次))[^。；]{0,8}`,
);
/** 已付第1期, 扣罰20萬元: told of what was paid, or of something else. */
const isNoPart = /其中|另|已付|已撥|尚|累計|合計|共計|扣|罰|違約|本年度|計撥/u;
const first = /簽約|頭期|訂金|期初|首期/u;
const last = /期末|尾款|結案|驗收/u;

/** 契約金額3,600萬元，分三期撥付，各期為…: as many amounts as there are instalments make the whole. */
export function* instalmentsIn({ sentence }: Surroundings): Iterable<Statement> {
  if (!sentence.words.includes('分')) return;
  for (const [i, whole] of sentence.figures.entries()) {
    if (whole.kind !== 'money' || whole.widening !== 'exact') continue;
    const behind = after(sentence, signOf(sentence, whole));
    const many = inSoMany.exec(withNumerals(behind, sentence.figures[i + 1]));
    if (many === null) continue;
    const parts = sentence.figures.slice(i + 1).filter((figure) => sameUnit(figure, whole));
    if (parts.length < 2 || parts.some(({ widening }) => widening !== 'exact')) continue;
    if (parts.some((part) => isNoPart.test(before(sentence, signOf(sentence, part)).slice(-10)))) continue;
    const told = numberOf(many.groups?.['told']);
    const [opening, closing] = [parts[0], parts.at(-1)];
    const isAll =
      told === null
        ? opening !== undefined &&
          closing !== undefined &&
          first.test(ownWords(sentence, opening)) &&
          last.test(ownWords(sentence, closing))
        : told === parts.length;
    if (!isAll) continue;
    yield judged({
      kind: 'sum',
      claim: whole,
      word: '分期',
      sure: true,
      suggested: [
        { as: 'all-the-instalments', expression: sumOf(...parts.map((figure) => just(figureOperand(figure)))) },
      ],
    });
  }
}

/** 分4年 is a figure of its own; its number is put back into the words. */
function withNumerals(behind: string, next: Figure | undefined): string {
  if (next === undefined || next.kind === 'money' || next.value.over !== 1n) return behind;
  return behind.replace(/[\uE000-\uE008]/u, `${next.value.of}${next.unit ?? ''}`);
}

function numberOf(told: string | undefined): number | null {
  if (told === undefined) return null;
  const at = numerals.indexOf(told);
  return at < 0 ? Number(told) : at < 2 ? 2 : at + 1;
}
