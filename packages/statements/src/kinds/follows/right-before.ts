import { commensurable, compare, pattern, sameUnit, says, signOf, type Figure } from '@guankao/passages';
import {
  declineOf,
  differenceOf,
  growthOf,
  just,
  ofFigure,
  productOf,
  quotientOf,
  saidByWords,
  sumOf,
} from '../../expression.ts';
import { applied, balancesOf, isRatio } from '../../formulas.ts';
import { before, named, nearWords, type Surroundings } from '../../near.ts';
import type { Suggestion } from '../../statement.ts';
import { isPositive } from './other-formulas.ts';

/** What the place suggests, by the words right before the claim. */
const told = {
  share: pattern('(?:率|{shareOf}|比例|比重|比|成數|達|為|即|完成|辦竣)[^%A]{0,6}$'),
  rise: pattern('(?:{rise}|幅)[^%A]{0,4}$'),
  fall: pattern('(?:{fall}|幅)[^%A]{0,4}$'),
  /** Of a year among several, and not from the first of two figures to the second. */
  eachYear: /平均|每|年均|逐/u,
  sum: pattern('(?:{sumsUp}|^全|[兩二三四五六七八九]者|累[計積])[^%A]{0,6}$'),
  rest: pattern(
    '^[並另其則]?(?:{rest}|{leftOver}|不[^%A足]|尚[餘有缺差欠剩存]|[仍懸]|剩|缺|欠|差距|相差|實際|年底|期末|庫存)[^%A]{0,6}$',
  ),
  /** 未裝設者52處 of 已裝流量計126處: what the part became and the rest did not. */
  undone: /^尚?未(?<verb>\p{Script=Han})/u,
  /** The end of what began with an opening balance. */
  closing: pattern('(?:年底|年末|期末|月底|現有|現存|結存|{leftOver})[^%A]{0,6}$'),
  mean: pattern('^[^%A]{0,2}(?<!加權)平均[^%A]{0,6}$'),
  each: pattern('(?:平均|每|需|為|計|即)[^%A]{0,6}$'),
  product: pattern('(?:{sumsUp}|^全|需|為|即|達|合|約|最高)[^%A]{0,8}$'),
  times: pattern('(?:為|達|[之的]|約|是)[^%A]{0,8}$'),
} as const;

/**
 * Formulas of the figures that stand right before the claim, each where the words right before it are of its kind. `decided`:
 * where the claims start that another reader has settled.
 */
export function* rightBefore(
  claim: Figure,
  { sentence, item }: Surroundings,
  decided: ReadonlySet<number>,
): Iterable<Suggestion> {
  const words = nearWords(before(sentence, signOf(sentence, claim)));
  const standing = standBefore(claim, sentence.figures);
  const counts = standing.filter((figure) => !isRatio(figure));
  const like = standing.filter((figure) => sameUnit(figure, claim));
  if (claim.unit === '百分點') return yield* pointsOf(standing.filter(({ kind }) => kind === 'percent'));
  if (isRatio(claim)) return yield* ratesOf(claim, standing.slice(-2), words);
  // A list is told together: what stands among its members and is not like them may be one that was read otherwise.
  if (standing.slice(-like.length).every((one) => like.includes(one))) yield* sumsOf(claim, like, words);
  if (told.rest.test(words) || isUndone(claim, words))
    yield* restsOf(like.length >= 2 ? like : standBefore(claim, item, claim));
  if (told.closing.test(words)) yield* closingsOf(like);
  // 18件占四成: a rate that follows from other figures is of them, and is applied to nothing.
  const [rate, amount] = [standing.findLast((one) => isRatio(one) && !decided.has(one.start)), like.at(-1)];
  if (rate !== undefined && amount !== undefined && told.product.test(words))
    yield { as: 'rate-of-the-amount-before', expression: applied(rate, amount) };
  yield* productsOf(claim, counts, words);
}

function isUndone({ text, start, sentence }: Figure, words: string): boolean {
  const verb = told.undone.exec(words)?.groups?.['verb'];
  return verb !== undefined && text.text.slice(sentence.start, start).includes(`已${verb}`);
}

/** Before the claim and as deep in brackets as it; of its unit, where `like` is given. */
function standBefore(claim: Figure, figures: readonly Figure[], like?: Figure): readonly Figure[] {
  const depthOf = ({ text, start, end }: Figure): string =>
    text.brackets
      .filter((bracket) => bracket.start <= start && end <= bracket.end)
      .map((bracket) => bracket.start)
      .join();
  const depth = depthOf(claim);
  return figures.filter(
    (figure) =>
      isPositive(figure) &&
      figure.end <= claim.start &&
      (like === undefined || sameUnit(figure, like)) &&
      [depth, ''].includes(depthOf(figure)),
  );
}

function* pointsOf(rates: readonly Figure[]): Iterable<Suggestion> {
  const [a, b] = rates.slice(-2);
  if (a === undefined || b === undefined) return;
  const [more, less] = compare(a.value, b.value) > 0 ? [a, b] : [b, a];
  yield { as: 'points-between-the-two-before', expression: differenceOf(ofFigure(more), ofFigure(less)) };
}

/** Of two counts that no rate parts: 甲區600人到課率90%、乙區400人到課率80% tells each of its own. */
function* ratesOf(claim: Figure, [a, b]: readonly Figure[], words: string): Iterable<Suggestion> {
  if (a === undefined || b === undefined || isRatio(a) || isRatio(b) || !commensurable(a, b)) return;
  const [more, less] = compare(a.value, b.value) > 0 ? [a, b] : [b, a];
  const [of, by] = [ofFigure(less), ofFigure(more)];
  if (claim.unit === '倍') {
    if (told.times.test(words)) yield { as: 'times-of-the-two-before', expression: quotientOf(by, of) };
    return;
  }
  const scale = 100;
  if (told.share.test(words)) yield { as: 'share-of-the-two-before', expression: quotientOf(of, by), scale };
  if (told.eachYear.test(words)) return;
  if (told.rise.test(words)) yield { as: 'growth-of-the-two-before', expression: growthOf(by, of), scale };
  if (told.fall.test(words)) yield { as: 'fall-of-the-two-before', expression: declineOf(of, by), scale };
}

/** The longest list right before it: 等 leaves members out, and what is told as 累計 may have begun before. */
function* sumsOf(claim: Figure, like: readonly Figure[], words: string): Iterable<Suggestion> {
  const last = like.at(-1);
  if (last === undefined || like.length < 2 || like.some(isForEach)) return;
  const run = like.map(ofFigure);
  const gap = claim.text.text.slice(last.end, claim.start);
  if (
    told.sum.test(words) &&
    !gap.includes('等') &&
    !(words.includes('累') && !beganBefore(like)) &&
    isOfThem(claim, words)
  )
    yield { as: 'sum-of-all-before', expression: sumOf(...run) };
  if (told.mean.test(words) && like.length >= 3)
    yield {
      as: 'mean-of-all-before',
      expression: quotientOf(sumOf(...run), just(saidByWords(`${run.length}`, run.length))),
    };
}

/** 甲校及乙校各30人: counts more than once. */
const isForEach = ({ text, start }: Figure): boolean =>
  /[各每][^，。；、\d]{0,4}$/u.test(text.text.slice(Math.max(0, start - 6), start));

/** 核定500萬元、300萬元，兩案執行數合計720萬元: a total of another measure is told with its name. */
function isOfThem({ text, start, sentence }: Figure, words: string): boolean {
  const name = named(words.replace(/^[全兩二三四五六七八九十各]\p{Script=Han}/u, ''));
  return name.length < 2 || text.text.slice(sentence.start, start - words.length).includes(name);
}

/** 112年75站、113年88站; 截至113年底2,310公里: what comes together was told from its beginning. */
const beganBefore = ([first]: readonly Figure[]): boolean =>
  first !== undefined &&
  /累|前|上年|截至|\d年/u.test(first.text.text.slice(Math.max(0, first.start - 14), first.start));

function* restsOf(like: readonly Figure[]): Iterable<Suggestion> {
  for (let many = 2; many <= Math.min(like.length, 6); many += 1) {
    const [first, ...others] = like.slice(-many).map(ofFigure);
    if (first !== undefined) yield { as: 'rest-of-those-before', expression: differenceOf(first, ...others) };
  }
}

const opening = /(?:年初|期初|年頭|月初|原有|原存|上[年期]底|起算)[^，。；]{0,8}$/u;

/** What was there, with what came in and without what went out, whichever that was. */
function* closingsOf(like: readonly Figure[]): Iterable<Suggestion> {
  const told = like.slice(-5);
  const [first] = told;
  if (first === undefined || told.length < 3) return;
  if (!opening.test(first.text.text.slice(Math.max(0, first.start - 12), first.start))) return;
  for (const { as, expression } of balancesOf(told))
    if (as === 'balance') yield { as: 'balance-of-those-before', expression };
}

function* productsOf(claim: Figure, counts: readonly Figure[], words: string): Iterable<Suggestion> {
  const [a, b, c] = counts.slice(-3);
  const [d, e] = counts.slice(-2);
  if (d === undefined || e === undefined) return;
  const between = claim.text.text.slice(Math.max(0, d.start - 14), claim.start);
  // What is at most so much, or covers more than the pieces, is no product of them.
  if (says('bound', between) || /[含併]/u.test(words)) return;
  if (sameUnit(d, e)) {
    if (/[需可]/u.test(words) && !sameUnit(d, claim)) yield* overEachOther(d, e);
    return;
  }
  if (told.sum.test(words)) yield* twoProductsOf(counts.slice(-4));
  const isEach = /每|各|單價|均|折|按|以[^，]{0,8}計/u.test(between);
  if (told.product.test(words) && isEach) {
    yield { as: 'product-of-the-two-before', expression: productOf(ofFigure(d), ofFigure(e)) };
    if (a !== undefined && b !== undefined && c !== undefined && !sameUnit(a, b) && !sameUnit(a, c))
      yield { as: 'product-of-the-three-before', expression: productOf(ofFigure(a), ofFigure(b), ofFigure(c)) };
  }
  if (!told.each.test(words)) return;
  yield* overEachOther(d, e);
}

/** 每名5萬元計120名、每名3萬元計180名 */
function* twoProductsOf([a, b, c, d]: readonly Figure[]): Iterable<Suggestion> {
  if (a === undefined || b === undefined || c === undefined || d === undefined) return;
  if (!sameUnit(a, c) || !sameUnit(b, d)) return;
  const [one, other] = [productOf(ofFigure(a), ofFigure(b)), productOf(ofFigure(c), ofFigure(d))];
  yield { as: 'two-products-before', expression: sumOf(one, other) };
}

function* overEachOther(a: Figure, b: Figure): Iterable<Suggestion> {
  yield { as: 'one-before-over-the-other', expression: quotientOf(ofFigure(a), ofFigure(b)) };
  yield { as: 'one-before-over-the-other', expression: quotientOf(ofFigure(b), ofFigure(a)) };
}
