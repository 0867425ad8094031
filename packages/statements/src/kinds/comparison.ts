import { commensurable, compare, exactly, pattern, signOf, type Figure, type MarkedSentence } from '@guankao/passages';
import { differenceOf, figureOperand, just } from '../expression.ts';
import { after, before, isPerOne, nearWords, type Surroundings } from '../near.ts';
import type { Statement } from '../statement.ts';
import { bestRange } from '../statement.ts';

/** 92%，高於目標值90%: a figure held against another, and the word that says how it stands to it. */
const above = '高於|超過|超越|大於|多於|優於|高出|超逾|已逾|逾越|突破';
const below = '低於|未達成|未達到|未能達成|未達|未及|不及|少於|小於|不足|未滿|短於|未逾|未超過|不逾';
const held = pattern(
  `%N[，(]?(?:業|已|並|且|均|皆|仍|尚|遠|略|亦|明顯|大幅|較|顯著|實際)*(?<word>${above}|${below})(?<base>(?:本|該|其|年度|原訂|原定|預定|預期|契約|法定|{target}|標準|基準|值|數|之|的|門檻|規定|上限|{formerYear}|%D|全[國市縣]|平均)*)$`,
);
const isAbove = new RegExp(`^(?:${above})$`, 'u');

/** 25.8度，高於歷年平均26.1度; 98.1%，不及西部之97.6%: what it is held against bears a name of its own. 超過 and 不足 may tell by how much, and are left out. */
const heldFreely = pattern(
  '%N[，(]?(?:業|已|並|且|均|皆|仍|尚|遠|略|亦|明顯|大幅|較|顯著|實際)*(?<word>高於|低於|多於|少於|大於|小於|不及|未及|短於|長於)(?<base>(?:[^，。；、:%A()者內外]|%D){2,14})$',
);
/** One of several that are held against the bound together. */
const oneOfSeveral = pattern('(?:%N|%B)[^，。；%A]{0,12}[、及與和][^，。；%A]{0,12}$');
const goesOn = pattern('^[及與和、](?:%N|%B)');
const isTime = /期限|時限|時效|時程|期程/u;
const isStep = pattern('(?:{rise}|{fall}|{turn})(?:了|約|達|計|為)*$');

export function* comparisonsIn({ sentence }: Surroundings): Iterable<Statement> {
  for (const [i, bound] of sentence.figures.entries()) {
    const value = sentence.figures[i - 1];
    if (value === undefined || !commensurable(value, bound)) continue;
    const words = before(sentence, signOf(sentence, bound));
    const free = heldFreely.exec(words);
    const known = held.exec(words);
    if (
      free === null
        ? isPerOne(sentence, bound) !== isPerOne(sentence, value)
        : !isHeldAlone(sentence, value, bound, free, known !== null)
    )
      continue;
    const match = known ?? free;
    const word = match?.groups?.['word'];
    if (word === undefined || !stands(sentence, value, match)) continue;
    // 處理時間2.8日，優於標準3日: which way is better the words alone do not say.
    if (word === '優於') continue;
    // 40種，超過目標2種: by how much, not the target itself.
    if (compare({ of: bound.value.of * 2n, over: bound.value.over }, value.value) < 0) continue;
    yield stated(value, bound, word, bound.widening !== 'exact' || isSet.test(match?.groups?.['base'] ?? ''));
  }
}

/** Both are told alone, and for as much: 每 in one of them only is for each of something. */
function isHeldAlone(
  sentence: MarkedSentence,
  value: Figure,
  bound: Figure,
  { groups }: RegExpExecArray,
  known: boolean,
): boolean {
  const base = groups?.['base'] ?? '';
  const own = before(sentence, signOf(sentence, value));
  return (
    // 高於去年同期之81%: the word that compares may have been read as the bound's own.
    (known || bound.widening === 'exact' || base.endsWith('之')) &&
    !isTime.test(base) &&
    /每/u.test(base) === /每/u.test(nearWords(own)) &&
    !oneOfSeveral.test(own) &&
    !isStep.test(own) &&
    !goesOn.test(after(sentence, signOf(sentence, bound)))
  );
}

/** The figure right before the word is the one that is held against the bound. */
const stands = (sentence: MarkedSentence, value: Figure, match: RegExpExecArray | null): boolean =>
  match !== null &&
  match[0][0] === sentence.words[signOf(sentence, value)] &&
  !/(?:[至到]|[升降增減調改變移]為)$/u.test(before(sentence, signOf(sentence, value)).slice(-2));

/** A target is set, and not measured: it was never rounded. */
const isSet = pattern('{target}|門檻|規定|上限|契約|法定');

function stated(value: Figure, bound: Figure, word: string, set: boolean): Statement {
  const up = isAbove.test(word);
  const [a, b] = [
    just(figureOperand(value)),
    just(set ? figureOperand(bound, exactly(bound.value)) : figureOperand(bound)),
  ];
  const apart = up ? differenceOf(a, b) : differenceOf(b, a);
  // 不逾 and 未超過 allow the bound itself; and what is printed alike may differ behind the print.
  const order = compare(value.value, bound.value);
  const equalIsFine = /未逾|未超過|不逾/u.test(word);
  const can = bestRange(apart);
  const wrongWay = up ? order < 0 : order > 0;
  const refuted = wrongWay && !can.reachesAboveZero;
  return {
    kind: 'comparison',
    claim: bound,
    word,
    outcome: refuted ? 'contradicted' : order === 0 && !equalIsFine ? 'stands-alone' : 'borne-out',
    sure: value.widening === 'exact',
    readings: [{ as: up ? 'above' : 'below', expression: apart, scale: 1, holds: !refuted }],
    alsoTried: 0,
  };
}
