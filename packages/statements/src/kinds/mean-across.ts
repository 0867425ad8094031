import {
  around,
  commensurable,
  compare,
  markAt,
  pattern,
  same,
  vocabulary,
  whole,
  type Figure,
  type MarkedSentence,
  type Text,
} from '@guankao/passages';
import { differenceOf, figureOperand, just, quotientOf, sumOf, type Expression } from '../expression.ts';
import { isPrice } from '../near.ts';
import { judged, type Statement } from '../statement.ts';

const told = pattern(
  '(?<b>%C|%M)[^，。；、%A]{0,4}，(?:平均)?每(?:一)?(?<each>[^，。；、%A每]{1,12})(?<claim>%C|%M)(?=[，。；]|$)',
  vocabulary,
  'dgu',
);

/**
 * 耗材支出966萬元，平均每件4,000元, where another item of the column tells how many 件 there are: of each of them, and of all
 * that are counted so, the amount is tried. It decides only where what is stated is a power of ten off, or where the text
 * itself counts them once.
 */
export function* meansAcross(texts: readonly Text[], decided: ReadonlySet<Figure>): Iterable<Statement> {
  for (const text of texts)
    for (const sentence of text.marked)
      for (const match of sentence.words.matchAll(told)) {
        const [amount, claim] = [figureAt(sentence, match, 'b'), figureAt(sentence, match, 'claim')];
        const unit = unitOf(match.groups?.['each'] ?? '', texts);
        if (amount === null || claim === null || unit === null || decided.has(claim) || !commensurable(amount, claim))
          continue;
        if (
          !match[0].includes('平均') ||
          /每[^%]*每/u.test(match[0]) ||
          isPrice(amount) ||
          ![amount, claim].every(({ widening }) => widening === 'exact')
        )
          continue;
        const statement = overSome(text, texts, unit, amount, claim);
        if (statement !== null) yield statement;
      }
}

/** 場次 of 每場次服務, where some are counted so: the longest that is; 場 would be another measure. */
function unitOf(words: string, texts: readonly Text[]): string | null {
  const known = texts
    .flatMap(({ figures }) => figures)
    .filter(({ kind }) => kind === 'count')
    .map(measureOf)
    .filter((unit) => unit !== '' && words.startsWith(unit))
    .toSorted((a, b) => b.length - a.length);
  const [unit] = known;
  return unit === undefined || words.charAt(unit.length) === '次' ? null : unit;
}

/** 里次 of 2,240里次: what stands behind the unit belongs to it. */
const measureOf = ({ unit, text, end }: Figure): string =>
  unit === null
    ? ''
    : `${unit.replace(/^個/u, '')}${text.text.charAt(end) === '次' && !unit.endsWith('次') ? '次' : ''}`;

const asOperand = (figure: Figure): Expression => just(figureOperand(figure));

function overSome(text: Text, texts: readonly Text[], unit: string, amount: Figure, claim: Figure): Statement | null {
  const counts = texts
    .filter(({ column }) => column === text.column)
    .flatMap(({ figures }) => figures.filter((figure) => isCountOf(figure, unit)));
  const nearest = counts.findLast((figure) => figure.text !== text || figure.end <= amount.start) ?? counts[0];
  const own = counts.filter((figure) => figure.text === text && figure.end <= amount.start);
  const base = own.at(-1) ?? nearest;
  if (base === undefined || counts.some((figure) => figure.widening !== 'exact')) return null;
  const statement = judged({
    kind: 'mean',
    // A mean is rounded or cut off at its last place, whole persons too.
    claim: { ...claim, interval: around(claim.value, claim.step) },
    word: '平均每',
    sure:
      isShifted(amount, base, claim) || (own.length === 1 && counts.every((figure) => same(figure.value, base.value))),
    suggested: [{ as: 'over-those-of-another-sentence', expression: quotientOf(asOperand(amount), asOperand(base)) }],
    // What was left of them (1,460航次，其中停航73航次), and all of two kinds.
    others: function* () {
      const all = texts.flatMap(({ figures }) => figures);
      const by = all.filter((figure) => figure.kind === 'count' && measureOf(figure) === unit).map(asOperand);
      const bases = by.flatMap((one, at) => [
        one,
        ...by.slice(at + 1).flatMap((other) => [differenceOf(one, other), differenceOf(other, one), sumOf(one, other)]),
      ]);
      for (const whole of all.filter((figure) => commensurable(figure, amount)))
        for (const base of bases) yield { as: 'over-some-of-the-row', expression: quotientOf(asOperand(whole), base) };
    },
  });
  return statement.outcome === 'contradicted' ? statement : null;
}

/** 平均每列次240人次 counts for each, and no whole. */
const isCountOf = (figure: Figure, wanted: string): boolean => {
  const { kind, value, text, start } = figure;
  const lead = text.text.slice(Math.max(0, start - 12), start);
  return (
    kind === 'count' &&
    measureOf(figure) === wanted &&
    compare(value, whole(1)) > 0 &&
    !/(?:每|平均|均)[^，；。\d]{0,6}$|(?:其中|停|未|取消|不)[^，；。\d]{0,8}$/u.test(lead)
  );
};

/** 4,000元 where it comes to 400元: the same digits, and a nought more or less. */
function isShifted(amount: Figure, by: Figure, claim: Figure): boolean {
  const computed = { of: amount.value.of * by.value.over, over: amount.value.over * by.value.of };
  return [10n, 100n, 1000n, 10_000n].some(
    (factor) =>
      same({ of: computed.of * factor, over: computed.over }, claim.value) ||
      same(computed, { of: claim.value.of * factor, over: claim.value.over }),
  );
}

function figureAt(sentence: MarkedSentence, { indices }: RegExpExecArray, name: string): Figure | null {
  const at = indices?.groups?.[name]?.[0];
  const mark = at === undefined ? null : markAt(sentence, at);
  return mark?.sign === 'figure' ? mark.figure : null;
}
