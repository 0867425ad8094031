import {
  compare,
  dividedBy,
  exactly,
  pattern,
  sameUnit,
  says,
  signOf,
  sum as total,
  times,
  vocabulary,
  whole as exactNumber,
  type Figure,
  type MarkedSentence,
} from '@guankao/passages';
import {
  differenceOf,
  figureOperand,
  hundred,
  just,
  productOf,
  quotientOf,
  sumOf,
  type Expression,
} from '../expression.ts';
import { depths, gapBetween, listFrom } from '../lists.ts';
import { sharesLetOffIn } from './discounted.ts';
import { isPerOne, isPrice, before, mayBeCountedTwice, nearWords, ownWords, type Surroundings } from '../near.ts';
import { leaveNothingOut } from '../complements.ts';
import { judged, type Statement, type Suggestion } from '../statement.ts';
import { yearOf } from '../years.ts';

/** A whole, what is told as its parts, and how the words join them. */
interface Sum {
  readonly total: Figure;
  readonly parts: readonly Figure[];
  readonly word: string;
  /** How they were found. */
  readonly as: string;
  /** The words say that nothing is left out. */
  readonly complete: boolean;
  /** 包含A及B: as a rule that is all, though the words do not say so. */
  readonly likely?: boolean;
  /** Without saying so they can hardly mean anything but parts of this whole. */
  readonly partsForSure: boolean;
}

export function* sumsIn(around: Surroundings): Iterable<Statement> {
  // 其中65歲以上者1,020人: an age is neither a whole nor a part.
  const sentence = { ...around.sentence, figures: around.sentence.figures.filter(({ unit }) => unit !== '歲') };
  const near = { ...around, sentence };
  if (sentence.figures.length < 2) return;
  const deep = depths(sentence);
  const told = new Set<Figure>();
  for (const found of [
    ...carriedOn(sentence),
    ...withRest(near),
    ...withNoneLeft(sentence),
    ...totalFirst(sentence, deep),
    ...totalLast(sentence, deep),
  ]) {
    if (told.has(found.total)) continue;
    const statement = statementOf(near, found);
    if (statement === null) continue;
    if (statement.outcome === 'contradicted' && statement.partial !== true) told.add(found.total);
    yield statement;
  }
  const across = partsOfTheSentenceBefore(near, deep);
  if (across !== null) yield across;
  yield* restOfTheSentenceBefore(near);
}

/** 結訓4,320人，平均每班18人；其中新住民2,808人、二代1,728人: parts of the one count of their unit before the semicolon, and more than it. */
function partsOfTheSentenceBefore({ sentence }: Surroundings, deep: ReadonlyMap<Figure, number>): Statement | null {
  if (!/^其中(?!一)/u.test(sentence.words) || mayBeCountedTwice(sentence)) return null;
  const { text } = sentence;
  const former = text.marked.findLast(({ end }) => end <= sentence.start);
  if (former === undefined || !/^[；;]\s*$/u.test(text.text.slice(former.end - 1, sentence.start).slice(-1)))
    return null;
  const parts = listFrom(sentence, sentence.figures, 0, deep);
  const [first] = parts;
  if (
    first === undefined ||
    first.kind === 'percent' ||
    parts.length < 2 ||
    parts.some((part) => isPerOne(sentence, part))
  )
    return null;
  const [whole, more] = former.figures.filter((figure) => sameUnit(figure, first) && !isPerOne(former, figure));
  if (whole === undefined || more !== undefined || [whole, ...parts].some(({ widening }) => widening !== 'exact'))
    return null;
  if (/[增減較]|目標|新增|累計/u.test(nearWords(before(former, signOf(former, whole))))) return null;
  if (compare(total(parts.map(({ value }) => value)), whole.value) <= 0) return null;
  return judged({
    kind: 'sum',
    claim: whole,
    word: '其中',
    sure: true,
    suggested: [
      { as: 'parts-of-the-sentence-before', expression: sumOf(...parts.map((figure) => just(figureOperand(figure)))) },
    ],
    // A part of a part is in it already.
    others: () =>
      parts.slice(1).map((_, i) => ({
        as: 'the-first-parts',
        expression: sumOf(...parts.slice(0, i + 1).map((figure) => just(figureOperand(figure)))),
      })),
  });
}

function statementOf(near: Surroundings, found: Sum): Statement | null {
  const { sentence } = near;
  const { parts, complete } = found;
  const isBounded = [found.total, ...parts].some(
    ({ widening }) => widening === 'atLeast' || widening === 'atMost' || widening === 'under',
  );
  if (isBounded) return null;
  // 甲案進度80%、乙案進度95%: rates of many things make no sum.
  if (found.total.kind === 'percent' && parts.some((part) => isOfARate.test(ownWords(sentence, part)))) return null;
  // 每10萬人口發生24人: for each so many. 占設備費三成，計1,200萬元: what a share comes to, whatever it is of.
  if ([found.total, ...parts].some((figure) => isNoPart.test(before(sentence, signOf(sentence, figure))))) return null;
  // 每隊3具，外加備品4具: so many for each are none of the parts. 由87處增為98處: what it was closes no list.
  if (parts.some((part) => isPerOne(sentence, part) || isForEach(sentence, part))) return null;
  // 投入1元帶動4元，2億5,000萬元共帶動10億元: what is told by the dollar is no part of hundreds of millions.
  if (parts.some((part) => isByTheDollar(part, found.total))) return null;
  if (/[由從自]$/u.test(before(sentence, signOf(sentence, found.total)))) return null;
  if (isOneOfThem(sentence, found)) return null;
  if (found.total.start > (parts.at(-1)?.start ?? 0) && isOfAnotherStage(sentence, found))
    return ofTheirBases(sentence, found);
  if (/淨[增減成][^，。；%A]{0,4}$/u.test(nearWords(before(sentence, signOf(sentence, found.total)))))
    return netFlow(found);
  // 列管64處中，撤除9處、新增5處，年底列管60處: what there is in the end is no part of what there was.
  if (
    parts.some((part) => /年底|期末|月底/u.test(ownWords(sentence, part))) &&
    parts.some((part) => isFlow.test(ownWords(sentence, part)))
  )
    return null;
  const all = sumOf(...parts.map((figure) => just(figureOperand(figure))));
  // Things that may be counted twice, money in and money out: no plain sum is claimed.
  const loose = mayBeCountedTwice(sentence);
  const more = compare(total(parts.map(({ value }) => value)), found.total.value) > 0;
  const suggested: Suggestion[] = [{ as: found.as, expression: all }];
  const statement = judged({
    kind: 'sum',
    claim: found.total,
    word: found.word,
    sure: complete || (more && found.partsForSure),
    suggested,
    others: () => otherSums(near, found),
  });
  if (statement.outcome !== 'contradicted') return statement;
  if (loose || (opensParts.test(found.word) && (overlaps(found) || areAllOfAnother(sentence, found))))
    return { ...statement, outcome: 'stands-alone' };
  return { ...statement, partial: !complete && !more && found.likely !== true };
}

/** The stage that the words before a number name last: 決標 of 甲標決標. */
const stageOf = (words: string): string | undefined => [...words.matchAll(stages)].at(-1)?.[0];
const stages = pattern('{stage}', vocabulary, 'gu');

/** 甲標決標…、乙標決標…，兩標底價合計; 報名48人、報名37人，結訓合計71人: of one stage each, and the total of another. */
function isOfAnotherStage(sentence: MarkedSentence, { total: whole, parts }: Sum): boolean {
  const named = stageOf(nearWords(before(sentence, signOf(sentence, whole))));
  const [first, ...others] = parts.map((part) => stageOf(nearWords(before(sentence, signOf(sentence, part)))));
  return named !== undefined && first !== undefined && named !== first && others.every((other) => other === first);
}

const ofItsBase = pattern(
  '^，?(?:約|僅)*(?:為|占|佔|達)(?<base>\\p{Script=Han}{2,6}?)(?:之|的)?(?<rate>%P|[一二三四五六七八九]{1,2}折)',
  vocabulary,
);

/** 決標9,000萬元為底價之九成: what it is such a share of, where that is called so. */
function baseOf(sentence: MarkedSentence, part: Figure, name: string): Expression | null {
  const { base, rate } = ofItsBase.exec(sentence.words.slice(signOf(sentence, part) + 1))?.groups ?? {};
  const percent = sentence.figures[sentence.figures.indexOf(part) + 1];
  if (base === undefined || rate === undefined || !name.includes(base)) return null;
  const [discount] = sharesLetOffIn(rate);
  if (discount !== undefined) return quotientOf(just(figureOperand(part)), discount);
  if (percent === undefined) return null;
  const hundredfold = productOf(just(figureOperand(part)), hundred);
  return quotientOf(
    hundredfold,
    just(isMeantExactly(part, percent) ? figureOperand(percent, exactly(percent.value)) : figureOperand(percent)),
  );
}

/** 9,000萬元為底價之九成 of 1億元: nothing was rounded where it comes out whole. */
function isMeantExactly({ value, step }: Figure, share: Figure): boolean {
  const { of, over } = dividedBy(dividedBy(times(value, exactNumber(100)), share.value), step);
  return share.widening === 'exact' && of % over === 0n;
}

/** What the parts are shares of, added up. */
function ofTheirBases(sentence: MarkedSentence, { total: claim, parts }: Sum): Statement | null {
  const name = nearWords(before(sentence, signOf(sentence, claim)));
  const bases = parts.map((part) => baseOf(sentence, part, name)).filter((base) => base !== null);
  if (bases.length < parts.length) return null;
  return judged({
    kind: 'sum',
    claim,
    word: '合計',
    sure: true,
    suggested: [{ as: 'what-each-is-a-share-of', expression: sumOf(...bases) }],
  });
}

/** 111年46輛、112年52輛; 山域378校次占三成、水域252校次: what stands in a list with the parts is no whole of them. */
function isOneOfThem(sentence: MarkedSentence, { total: whole, parts }: Sum): boolean {
  const [first] = parts;
  if (first === undefined || first.start < whole.start) return false;
  const gap = sentence.words.slice(signOf(sentence, whole) + 1, signOf(sentence, first));
  return listed.test(gap);
}

const listed = pattern('^(?:\\(%P\\)|[占佔][^，。；、%A]{0,4}%P)?、', vocabulary);

/** 不合格46件，其他2件，其中限期改善41件、罰鍰5件: all of what was told before, and not of what stands nearer. */
const areAllOfAnother = (sentence: MarkedSentence, { total: whole, parts }: Sum): boolean =>
  sentence.figures.some(
    (figure) =>
      figure.end <= whole.start &&
      sameUnit(figure, whole) &&
      compare(total(parts.map(({ value }) => value)), figure.value) === 0,
  );

/** 淨增34站（新設39站、裁併5站）: what came less what went. */
function netFlow({ total: claim, parts }: Sum): Statement | null {
  const [came, went, more] = parts.map((figure) => just(figureOperand(figure)));
  if (came === undefined || went === undefined || more !== undefined) return null;
  return judged({
    kind: 'difference',
    claim,
    word: '淨增',
    sure: true,
    suggested: [{ as: 'what-came-and-what-went-in-brackets', expression: differenceOf(came, went) }],
    others: () => [{ as: 'what-went-and-what-came', expression: differenceOf(went, came) }],
  });
}

/** 60個中，完成甲57個、乙48個: two that are each more than half of the whole have some in common. */
const overlaps = ({ total: whole, parts }: Sum): boolean =>
  parts.length === 2 &&
  parts.every(
    ({ value }) => compare(times(value, exactNumber(2)), whole.value) > 0 && compare(value, whole.value) <= 0,
  );

const opensParts = /中|其中|\(/u;

const isFlow = /新增|增列|撤除|解除|註銷|退出|減列|流入|流出/u;

/** 6縣市各4場, 三校各設2班: so many for each of those named before it. 各界捐款 is of all. */
const isForEach = (sentence: MarkedSentence, part: Figure): boolean =>
  /各(?:自|別|有)?(?:[設置辦舉補派配編聘購提投]\p{Script=Han}{0,3})?$/u.test(
    nearWords(before(sentence, signOf(sentence, part))),
  );

const isByTheDollar = (part: Figure, { kind, value }: Figure): boolean =>
  kind === 'money' && part.kind === 'money' && compare(times(part.value, exactNumber(100_000)), value) < 0;

/** 良率分別為92%及96%，合計良率94%: what is told of both is their mean. */
const isOfARate = /(?<!比)[率度](?:約|為|達|分別|依序|各|均|則)*$/u;

const isNoPart = pattern('[占佔][^，。；%A]{0,10}%P，(?:計|為|約|即)+$|每%A[^，。；%A]{0,8}$', vocabulary);

/** Some of the parts from the first on; what came in less what went out; the last of a rising series; with what stands around. */
function* otherSums({ sentence, fiscalYear }: Surroundings, { total: whole, parts, word }: Sum): Iterable<Suggestion> {
  const each = parts.map((figure) => just(figureOperand(figure)));
  // A list may go on to other things behind its parts, or begin with other things before a total that closes it.
  const opened = whole.start < (parts[0]?.start ?? 0);
  if (opened)
    for (let length = 2; length < each.length; length++)
      yield { as: 'the-first-parts', expression: sumOf(...each.slice(0, length)) };
  else
    for (let from = 1; from < each.length - 1; from++)
      yield { as: 'the-last-parts', expression: sumOf(...each.slice(from)) };
  const signsOfParts = parts.map((figure) => (isOut(sentence, figure) ? -1 : 1));
  if (signsOfParts.includes(-1) && signsOfParts.includes(1))
    yield { as: 'in-less-out', expression: netOf(each, signsOfParts) };
  // 52處，其中5處位於偏鄉，其餘123處: a part of a part is in it already.
  const own = each.filter((_, i) => !isOfAPart(sentence, parts[i]));
  if (own.length > 0 && own.length < each.length)
    yield { as: 'without-parts-of-parts', expression: own.length === 1 ? (own[0] ?? sumOf(...own)) : sumOf(...own) };
  // 175處，國小52處，其中5處位於偏鄉，其餘123處: the rest is of what was told before.
  const rest = parts.at(-1);
  if (opened && rest !== undefined && /其餘|剩餘|餘$/u.test(ownWords(sentence, rest)))
    for (const all of sentence.figures.filter((figure) => figure.end <= whole.start && sameUnit(figure, whole)))
      yield {
        as: 'what-the-rest-leaves',
        expression: differenceOf(just(figureOperand(all)), just(figureOperand(rest))),
      };
  const years = parts.map((figure) => yearOf(sentence, figure, fiscalYear)?.relative ?? null);
  const last = each.at(-1);
  // A level for each year is no part: the last one is where it stands.
  if (last !== undefined && years.every((year, i) => year !== null && (i === 0 || year > (years[i - 1] ?? year))))
    yield { as: 'the-last-level', expression: last };
  const others = sentence.figures.filter(
    (figure) => figure !== whole && !parts.includes(figure) && sameUnit(figure, whole),
  );
  for (const other of others) yield { as: 'with-another-part', expression: sumOf(...each, just(figureOperand(other))) };
  // 6輛(北區8輛、南區2輛): what a bracket lists is added up, and only what came and went (新設、裁撤) taken off.
  if (parts.length === 2 && word !== '(') {
    const [a, b] = each;
    if (a !== undefined && b !== undefined) yield { as: 'what-is-left', expression: differenceOf(a, b) };
  }
}

const isOfAPart = (sentence: MarkedSentence, part: Figure | undefined): boolean =>
  part !== undefined &&
  /(?:其中|(?<!包)含)[^，。；、]{0,6}$/u.test(nearWords(before(sentence, signOf(sentence, part))));

const outgoing = pattern(
  '支出|離職|離退|退出|裁撤|減列|減少|流出|解除|註銷|扣除|撤|歲出|報廢|還款|償還|遷出|死亡|結案|出院',
);

const isOut = (sentence: MarkedSentence, figure: Figure): boolean => outgoing.test(ownWords(sentence, figure));

function netOf(each: readonly Expression[], way: readonly number[]): Expression {
  const plus = each.filter((_, i) => way[i] === 1);
  const less = each.filter((_, i) => way[i] === -1);
  return differenceOf(sumOf(...plus), ...less);
}

const opens = pattern(
  '^[^。；、]{0,16}?(?<opener>\\(|{amongThem}|中，|:|，計(?!有)|[按依][^，。；、]{1,6}別(?:[為計分])?)(?<rest>(?:[^%A]|%D)*)$',
);
/** 65歲以上者 */
const ofAnAge = pattern('[%C%T](?=以上|以下|未滿|至)');
const notParts = pattern('總經費|編列|每|平均|單價|各(?=%)|例如|如:|較|目標');

/** 32公頃，其中北段14.5公頃、中段9.8公頃; 39處(中央7處、地方32處); 25件，金獎1件、銀獎3件、佳作21件. */
function* totalFirst(sentence: MarkedSentence, deep: ReadonlyMap<Figure, number>): Iterable<Sum> {
  const { figures } = sentence;
  for (const [i, whole] of figures.entries()) {
    if (
      whole.kind === 'percent' ||
      whole.unit === '倍' ||
      /平均|每|各$|最[高低多少大小]/u.test(nearWords(before(sentence, signOf(sentence, whole))))
    )
      continue;
    const first = firstPart(sentence, figures, i, deep);
    if (first === null) continue;
    const { at, opener, gap } = first;
    const parts = inside(sentence, opener, listFrom(sentence, figures, at, deep));
    if (opener === '') yield* bareList(sentence, whole, parts);
    else if (parts.length >= 2)
      yield {
        total: whole,
        parts,
        word: opener,
        as:
          opener === '('
            ? 'parts-in-brackets'
            : opensParts.test(opener)
              ? 'parts-among-them'
              : 'parts-behind-the-whole',
        complete: isComplete(sentence, opener, parts),
        likely: /^(?:包含|包括|涵蓋|含括)$/u.test(opener) && closesWithAnd(sentence, parts),
        partsForSure: true,
      };
    else if (parts.length === 1 && (isPart(gap) || isPartBehind(sentence, whole, gap)))
      yield { total: whole, parts, word: opener, as: 'one-part-of-it', complete: false, partsForSure: true };
  }
}

/** 其中女性150人: a part, and so no more than the whole. */
const isPart = (gap: string): boolean => /^(?:，|\()?(?:其中|內含|包含|包括|含)(?!每|平均)/u.test(gap);

/** 共計72人參訓，其中女性80人; of a change or of a balance a part may be the larger. */
const isPartBehind = (sentence: MarkedSentence, whole: Figure, gap: string): boolean =>
  /^[^，。；、()]{0,14}，其中[^，。；、每平均增減]{0,6}$/u.test(gap) &&
  (says('sumsUp', nearWords(before(sentence, signOf(sentence, whole)))) ||
    countedWork.test(nearWords(before(sentence, signOf(sentence, whole))))) &&
  !/[增減淨差餘絀較]|目標|平均|每|尚|未/u.test(nearWords(before(sentence, signOf(sentence, whole)))) &&
  !/[增減較]|目標/u.test(gap);

/** What is done and counted, and of which 其中 tells a part. */
const countedWork =
  /輔導|補助|辦理|培訓|完成|核定|受理|訪視|稽查|檢查|查核|訓練|招收|錄取|結訓|汰換|建置|設置|裝設|發放|核發|收容|安置|媒合/u;

/** The number that the words behind a whole open its parts with; none where another whole comes between. */
function firstPart(
  sentence: MarkedSentence,
  figures: readonly Figure[],
  i: number,
  deep: ReadonlyMap<Figure, number>,
): { readonly at: number; readonly opener: string; readonly gap: string } | null {
  const whole = figures[i];
  if (whole === undefined) return null;
  const depth = deep.get(whole) ?? 0;
  for (let at = i + 1; at < Math.min(figures.length, i + 4); at++) {
    const next = figures[at];
    if (next === undefined || (deep.get(next) ?? 0) < depth) return null;
    const gap = sentence.words.slice(signOf(sentence, whole) + 1, signOf(sentence, next));
    if (!sameUnit(whole, next)) {
      // 12案、經費3,600萬元，其中北區7案: a number of another unit may stand between.
      if (gap.length > 20) return null;
      continue;
    }
    if (notParts.test(gap)) return null;
    const flat = gap.replaceAll(pattern('[、，]?[^，。；、%A]{0,8}%A', vocabulary, 'gu'), '');
    const match = opens.exec(at === i + 1 ? gap.replace(ofAnAge, '') : flat);
    if (match !== null && !/[)]/u.test(match.groups?.['rest'] ?? ''))
      return { at, opener: match.groups?.['opener'] ?? '', gap };
    return at === i + 1 && /^，[^，。；、]{1,10}$/u.test(gap) ? { at, opener: '', gap } : null;
  }
  return null;
}

/** In brackets only what stands in them. */
function inside(sentence: MarkedSentence, opener: string, list: readonly Figure[]): readonly Figure[] {
  const [first] = list;
  if (opener !== '(' || first === undefined) return list;
  const from = signOf(sentence, first);
  const closed = sentence.words.indexOf(')', from);
  return closed < 0 ? list : list.filter((figure) => signOf(sentence, figure) < closed);
}

/** 得獎作品共計25件，金獎1件、銀獎3件、佳作21件: nothing says that they are parts but the word that sums up. */
function* bareList(sentence: MarkedSentence, whole: Figure, parts: readonly Figure[]): Iterable<Sum> {
  const lead = nearWords(before(sentence, signOf(sentence, whole)));
  const isTotal = says('sumsUp', lead) || /^(?:總|全長|全區|全案)/u.test(lead);
  // 准予提供1,517件、駁回41件、其他82件; 合格42處，不合格2處: nothing is left beside them.
  const nothingLeft =
    leaveNothingOut(sentence, parts) ||
    (isAll(sentence, parts) && (isTotal || says('whole', ownWords(sentence, whole))));
  if (parts.length < 2 || (!isTotal && !nothingLeft)) return;
  const between = parts
    .slice(1)
    .map((part, i) => gapBetween(sentence, signOf(sentence, parts[i] ?? part), signOf(sentence, part)));
  if (!nothingLeft && !between.every((gap) => gap.includes('、') || /^[及與和]/u.test(gap))) return;
  const closed = /[及與和]|以及/u.test(between.at(-1) ?? '') && parts.length >= 3;
  yield {
    total: whole,
    parts,
    word: '，',
    as: 'a-list-behind-the-whole',
    complete: closed || nothingLeft,
    partsForSure: closed || nothingLeft,
  };
}

const isAll = (sentence: MarkedSentence, parts: readonly Figure[]): boolean => {
  const last = parts.at(-1);
  return (
    leaveNothingOut(sentence, parts) ||
    (last !== undefined && parts.length >= 3 && /(?:其他|其餘)[^%]{0,2}$/u.test(ownWords(sentence, last)))
  );
};

const closesWithAnd = (sentence: MarkedSentence, parts: readonly Figure[]): boolean => {
  const [before, last] = parts.slice(-2);
  if (before === undefined || last === undefined) return false;
  return (
    /[及與和]|以及/u.test(gapBetween(sentence, signOf(sentence, before), signOf(sentence, last))) &&
    !/^[^，。；]{0,6}等/u.test(sentence.words.slice(signOf(sentence, last) + 1))
  );
};

function isComplete(sentence: MarkedSentence, opener: string, parts: readonly Figure[]): boolean {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return false;
  if (/^[^，。；]{0,6}等/u.test(sentence.words.slice(signOf(sentence, last) + 1))) return false;
  if (leaveNothingOut(sentence, parts)) return true;
  const before = parts.at(-2);
  const gap = before === undefined ? '' : gapBetween(sentence, signOf(sentence, before), signOf(sentence, last));
  if (/其他|其餘/u.test(gap)) return true;
  if (opener === '(')
    return !/含|其中|如|例/u.test(
      sentence.words.slice(Math.max(0, signOf(sentence, first) - 12), signOf(sentence, first)),
    );
  if (/別|分為|分成|分置|分屬|分布|分配|分述|區分|，計|分別/u.test(opener)) return true;
  return /[及與和]|以及/u.test(gap) && !/其中|含/u.test(opener);
}

/** A 7.4公里及B 5.2公里，合計12.6公里; 已完工20件，另4件施工中，合計24件. */
function* totalLast(sentence: MarkedSentence, deep: ReadonlyMap<Figure, number>): Iterable<Sum> {
  const { figures } = sentence;
  for (const [i, whole] of figures.entries()) {
    const depth = deep.get(whole) ?? 0;
    const ahead = figures.slice(0, i).filter((figure) => (deep.get(figure) ?? 0) <= depth);
    const years = ahead.at(-1)?.kind === 'duration' && whole.kind !== 'duration' ? ahead.at(-1) : undefined;
    const before = years === undefined ? ahead : ahead.slice(0, -1);
    const last = before.at(-1);
    if (last === undefined || whole.unit === '倍' || !sameUnit(last, whole)) continue;
    // 三年累計: how many are listed, and no number between.
    const gap = gapBetween(sentence, signOf(sentence, last), signOf(sentence, whole)).replace(
      pattern('%T'),
      years?.words ?? '',
    );
    const closing = closes(sentence, gap, before);
    if (closing === null) continue;
    const runs = before
      .map((_, from) => listFrom(sentence, before, from, deep))
      .filter((run) => run.at(-1) === last && run.length > 1);
    const [longest] = runs;
    if (longest === undefined || !isOwnLevel(longest, deep)) continue;
    // 花生42公噸、香菇18公噸等，合計81公噸: some of them are told, and they come to no more than all.
    const isOpen = /^\p{Script=Han}{0,4}等/u.test(gap);
    yield {
      total: whole,
      parts: longest,
      word: closing.word,
      as: 'parts-before-the-whole',
      complete: closing.sure && !isOpen,
      partsForSure: closing.sure,
    };
  }
}

const isOwnLevel = (list: readonly Figure[], deep: ReadonlyMap<Figure, number>): boolean =>
  new Set(list.map((figure) => deep.get(figure) ?? 0)).size === 1;

const closing = pattern(
  '(?<word>合計|共計|總計|合共|總共|加總|(?<!公)共(?!同|享|用|構|識|融)|總經費|總工程費|總金額|總額|總數|總面積|總長|全長|計)(?:\\p{Script=Han}{0,6})(?:[為達有約計共]|合計)*$',
);

/** The word that sums up, close behind the last part. 累計 sums up only what 連同 has joined; 全年 may count others in. */
function closes(
  sentence: MarkedSentence,
  gap: string,
  before: readonly Figure[],
): { readonly word: string; readonly sure: boolean } | null {
  const last = before.at(-1);
  const former = before.at(-2);
  const joined =
    last !== undefined &&
    former !== undefined &&
    /連同/u.test(gapBetween(sentence, signOf(sentence, former), signOf(sentence, last)));
  if (joined)
    return /(?:合計|共計|總計|累計|共)[\p{Script=Han}]{0,4}$/u.test(gap) && gap.length <= 16
      ? { word: '連同', sure: true }
      : null;
  // 112年度64案、113年度71案、114年度83案，三年累計208案: as many as are listed.
  const many =
    /^，(?<many>[兩二三四五六])(?:者|年度?|項|案|處|區|年來)(?:合計|共計|累計|總計|共)(?:[^，。；]{0,4})$/u.exec(gap)
      ?.groups?.['many'];
  if (many !== undefined && '　一二三四五六'.indexOf(many.replace('兩', '二')) === before.length)
    return { word: '合計', sure: true };
  const match = closing.exec(gap);
  const word = match?.groups?.['word'];
  if (
    word === undefined ||
    isOfAChange(sentence, match?.[0] ?? '', before) ||
    gap.length > 16 ||
    /累計|歷年|其他|全國|目標|較|平均|每|年底|期末|年終|現有|迄今/u.test(gap)
  )
    return null;
  // 雨量計6組 sums nothing up.
  if (word === '計' && !/(?:^|[，、])(?:總|合|共)?計$/u.test(gap)) return null;
  if (/全年|全區|全市|全縣/u.test(gap))
    return {
      word,
      sure:
        before.length >= 3 && /季|月|期|梯|上半年/u.test(before.map((figure) => ownWords(sentence, figure)).join('')),
    };
  return { word, sure: word !== '計' || gap.length <= 3 };
}

/** 96人、88人、79人，兩年共減17人: how far they went, unless each of them is told as such a change (甲廠節電12萬度，共節省20萬度). */
const isOfAChange = (sentence: MarkedSentence, closing: string, parts: readonly Figure[]): boolean =>
  changes.test(closing) && !parts.some((part) => isChange.test(ownWords(sentence, part)));

const isChange = pattern('{rise}|{fall}|{turn}', vocabulary);
const changes = pattern('(?:{rise}|{fall}|{turn})[^，。；]{0,2}$', vocabulary);

const onTop = pattern('再[^，。；%A]{0,6}$|(?:本年度?|年度?|%D度?)(?:新增|增設|續)[^，。；%A]{0,6}$');

/** 截至112年底累計1,860公里，113年度再完成145公里，累計達2,005公里: what there was, what came on top, where it stands. */
function* carriedOn(sentence: MarkedSentence): Iterable<Sum> {
  const { figures } = sentence;
  for (const [i, total] of figures.entries()) {
    const [had, added] = [figures[i - 2], figures[i - 1]];
    if (had === undefined || added === undefined || !sameUnit(had, total) || !sameUnit(added, total)) continue;
    if ([had, added, total].some(({ kind, widening }) => kind === 'percent' || widening !== 'exact')) continue;
    const gap = sentence.words.slice(signOf(sentence, added) + 1, signOf(sentence, total));
    if (!/^，(?:累計|合計|總計|共計)[^，。；]{0,4}$/u.test(gap)) continue;
    const [before1, before2] = [before(sentence, signOf(sentence, had)), before(sentence, signOf(sentence, added))];
    if (!/(?:截至|至)[^，。；]{0,6}(?:止|底)?[^，。；]{0,2}累計[^，。；]{0,6}$/u.test(before1)) continue;
    if (!onTop.test(before2)) continue;
    yield { total, parts: [had, added], word: '累計', as: 'what-came-on-top', complete: true, partsForSure: true };
  }
}

const noneLeft = /，(?:已|均|現)?無(?:餘案|未結案件?|賸餘案件|待辦案件)(?:[，。；]|$)/u;

/** 共740件，准予612件，退件128件，無餘案: what became of all, and nothing left. */
function* withNoneLeft(sentence: MarkedSentence): Iterable<Sum> {
  const at = noneLeft.exec(sentence.words)?.index;
  if (at === undefined) return;
  const [total, ...parts] = sentence.figures.filter((figure) => signOf(sentence, figure) < at);
  if (total === undefined || parts.length < 2 || parts.some((part) => !sameUnit(part, total))) return;
  if ([total, ...parts].some(({ widening }) => widening !== 'exact')) return;
  const names = parts.map((part) => ownWords(sentence, part));
  if (!/[共計總]|受理|收件/u.test(ownWords(sentence, total)) || names.some((name) => /其中|較|累計|平均/u.test(name)))
    return;
  yield { total, parts, word: '無餘案', as: 'what-became-of-all', complete: true, partsForSure: true };
}

/**
 * 3,000班，延誤60班，其中6班…，其餘54班: of the nearest whole that they make. 412尾，385尾，其餘203尾，總數1,000尾: or of one
 * told behind. 500件，其中120件(含45件)，餘380件: what stands in brackets is in its part already.
 */
function wholeOf(
  sentence: MarkedSentence,
  whole: Figure,
  parts: readonly Figure[],
  rest: Figure,
): { readonly total: Figure; readonly parts: readonly Figure[] } {
  const deep = depths(sentence);
  const outer = parts.filter((part) => (deep.get(part) ?? 0) <= (deep.get(whole) ?? 0));
  const told = [whole, ...parts];
  const behind = sentence.figures.filter((figure) => figure.start > rest.end && sameUnit(figure, rest));
  const likeliest = { total: whole, parts: [...(outer.length > 0 ? outer : parts), rest] };
  const ways = [
    likeliest,
    ...told.slice(0, -1).map((one, at) => ({ total: one, parts: [...told.slice(at + 1), rest] })),
    ...behind.map((one) => ({ total: one, parts: [...told, rest] })),
  ];
  const fits = ways.find((way) => compare(total(way.parts.map(({ value }) => value)), way.total.value) === 0);
  return fits ?? likeliest;
}

function areSiblings(sentence: MarkedSentence, a: Figure, b: Figure): boolean {
  const gap = sentence.words.slice(signOf(sentence, a) + 1, signOf(sentence, b));
  const [one, other] = [a, b].map((figure) => nearWords(before(sentence, signOf(sentence, figure))));
  if (one === undefined || other === undefined) return false;
  // 一級者80座，二級者48座: those and those; 21條(10%)，63條(30%): each with its share.
  if ((one.endsWith('者') && other.endsWith('者')) || [a, b].every((figure) => hasItsShare(sentence, figure)))
    return true;
  return gap.startsWith('、') && one.length >= 2 && one.slice(-2) === other.slice(-2);
}

const shareBehind = pattern('^\\(%P\\)', vocabulary);
const hasItsShare = (sentence: MarkedSentence, figure: Figure): boolean =>
  shareBehind.test(sentence.words.slice(signOf(sentence, figure) + 1));

/** The rest of a sentence with what was told in it before, in the unit of the rest. */
interface Rest {
  readonly rest: Figure;
  readonly told: readonly Figure[];
}

function restsOf(sentence: MarkedSentence): readonly Rest[] {
  return sentence.figures.flatMap((rest, i) => {
    // 展延30日曆天，尚餘45日曆天: of time that runs.
    if (i < 2 || rest.kind === 'percent' || rest.kind === 'duration' || rest.kind === 'money') return [];
    if (!restBefore.test(nearWords(before(sentence, signOf(sentence, rest))))) return [];
    return [{ rest, told: sentence.figures.slice(0, i).filter((figure) => sameUnit(figure, rest)) }];
  });
}

const restBefore = /(?:其餘|剩餘|(?<![剩其賸結節])餘)(?:之|的)?[^，。；]{0,3}$/u;

/** The first number told is the whole of the rest: none of them is more, and they are no list of which it is but the first. */
function startsWithItsWhole(sentence: MarkedSentence, { rest, told }: Rest): boolean {
  const [first, second] = told;
  if (first === undefined || second === undefined || first.kind === 'money') return false;
  // 第一梯次錄取1,840名、第二梯次錄取915名，尚餘245名: two of a list, and the whole is not told in their unit.
  return (
    !areSiblings(sentence, first, second) && [...told, rest].every(({ value }) => compare(value, first.value) <= 0)
  );
}

/** 年初540人，新登記120人、入住310人，年底餘305人: what came on top makes what there was no whole. */
const isOpeningBalance = (sentence: MarkedSentence, [first, ...others]: readonly Figure[]): boolean =>
  first !== undefined &&
  says('opening', ownWords(sentence, first)) &&
  others.some((figure) => says('comesIn', nearWords(before(sentence, signOf(sentence, figure)))));

/** 橋梁150座；一級12座，二級48座，其餘90座: the whole of the rest is told before the semicolon, alone in its unit. */
function* restOfTheSentenceBefore({ sentence, group }: Surroundings): Iterable<Statement> {
  for (const found of restsOf(sentence)) {
    const { rest, told } = found;
    const wholes = group.filter((figure) => figure.end <= sentence.start && sameUnit(figure, rest));
    const [whole, more] = wholes;
    if (whole === undefined || more !== undefined || told.length < 2 || startsWithItsWhole(sentence, found)) continue;
    if ([whole, ...told, rest].some(({ widening }) => widening !== 'exact') || isPrice(whole)) continue;
    if (told.some((figure) => compare(figure.value, whole.value) >= 0) || isOpeningBalance(sentence, told)) continue;
    if (mayBeCountedTwice(sentence)) continue;
    const each = [...told, rest].map((figure) => just(figureOperand(figure)));
    yield judged({
      kind: 'sum',
      claim: whole,
      word: '其餘',
      sure: true,
      suggested: [{ as: 'parts-and-the-rest-of-the-sentence-before', expression: sumOf(...each) }],
      others: () =>
        each
          .slice(0, -1)
          .map((_, i) => ({ as: 'without-a-part-of-a-part', expression: sumOf(...each.toSpliced(i, 1)) })),
    });
  }
}

/** 31館，其中29館已完工，其餘2館: the rest and what goes before it are the whole. */
function* withRest({ sentence, item }: Surroundings): Iterable<Sum> {
  for (const found of restsOf(sentence)) {
    const { rest, told } = found;
    const [whole, ...parts] = told;
    if (whole === undefined || parts.length === 0 || !startsWithItsWhole(sentence, found)) continue;
    if (isOpeningBalance(sentence, told) || areAllOfOneToldBefore(item, sentence, found)) continue;
    // 去除最高94分及最低78分，其餘三位分別為…: scores left out, and no whole.
    if ([whole, parts[0] ?? whole].some((figure) => /最[高低多少大小]/u.test(ownWords(sentence, figure)))) continue;
    yield {
      ...wholeOf(sentence, whole, parts, rest),
      word: '其餘',
      as: 'parts-and-the-rest',
      complete: parts.length <= 3,
      partsForSure: true,
    };
  }
}

/** 150座；一級80座，二級48座，其餘22座: all of a number that was told before the sentence. */
const areAllOfOneToldBefore = (item: readonly Figure[], sentence: MarkedSentence, { rest, told }: Rest): boolean =>
  item.some(
    (figure) =>
      figure.end <= sentence.start &&
      sameUnit(figure, rest) &&
      compare(total([...told, rest].map(({ value }) => value)), figure.value) === 0,
  );
