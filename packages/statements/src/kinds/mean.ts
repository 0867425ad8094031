import {
  around,
  asNumber,
  commensurable,
  compare,
  exactly,
  fractionOf,
  hullOf,
  pattern,
  sameUnit,
  signOf,
  type Figure,
  type MarkedSentence,
} from '@guankao/passages';
import {
  differenceOf,
  figureOperand,
  just,
  productOf,
  quotientOf,
  saidByWords,
  sumOf,
  type Expression,
  type Operand,
} from '../expression.ts';
import { depths, listFrom } from '../lists.ts';
import { before, nearest, nearWords, ownWords, type Surroundings } from '../near.ts';
import { judged, type Statement, type Suggestion } from '../statement.ts';

/** 平均每場, 每處平均每月, 每處月均, 每隊平均, 平均1場, 人均: so many for each of what. */
const perWhat = pattern(
  '(?:平均每一?(?<a>\\p{Script=Han}{1,12}?)|每一?(?<of>\\p{Script=Han}{1,8}?)(?:平均每一?|平均(?=[月季](?![刊報]))|(?=[日月季]均))(?<per>\\p{Script=Han}{1,8}?)均?(?:\\p{Script=Han}{0,4}?)|每一?(?<b>\\p{Script=Han}{1,8}?)平均(?:\\p{Script=Han}{0,4}?)|平均(?:%B|[1一])(?<c>\\p{Script=Han}{1,3})|平均(?<one>%C)|(?<d>[場人件戶隊校梯班次日月年季車])均(?:\\p{Script=Han}{0,4}?))(?:約|為|有|達|計)*$',
);
const plainMean = pattern('(?<!加權)平均(?:得分|分數|分|值|數|滿意度|成績|為|達|約|計)*$');

export function* meansIn(near: Surroundings): Iterable<Statement> {
  const { sentence } = near;
  if (!sentence.words.includes('均')) return;
  for (const told of sentence.figures) {
    const mean = asMean(told);
    const lead = meanLead(sentence, mean);
    const bounds = boundsOf(sentence, mean, lead);
    if (bounds !== null) {
      yield between(mean, bounds);
      continue;
    }
    const match = perWhat.exec(lead);
    if (match !== null) yield* perUnit(near, mean, match);
    else if (plainMean.test(lead)) yield* ofAList(near, mean);
  }
}

/** 每場365人 of 365.5: a mean was rounded or cut off at its last place, whole persons too. */
const asMean = (figure: Figure): Figure =>
  figure.widening === 'exact' || figure.widening === 'about'
    ? { ...figure, interval: hullOf(figure.interval, around(figure.value, figure.step)) }
    : figure;

const sentenceWith = (figure: Figure, like: MarkedSentence): MarkedSentence =>
  figure.text.marked.find(({ start, end }) => start <= figure.start && figure.end <= end) ?? like;

/** The words before a mean, a counted one (平均1場) in words again. */
function meanLead(sentence: MarkedSentence, mean: Figure): string {
  const words = before(sentence, signOf(sentence, mean));
  return words.slice(-24);
}

/** What the calendar has of a year. */
const ofTheYear: Readonly<Record<string, number>> = { 月: 12, 個月: 12, 季: 4 };

function* perUnit(near: Surroundings, mean: Figure, match: RegExpExecArray): Iterable<Statement> {
  if (mean.kind === 'percent') return;
  const { sentence, item } = near;
  const { a, b, c, d, of, per, one } = match.groups ?? {};
  const single =
    one === undefined
      ? undefined
      : sentence.figures[sentence.figures.findIndex(({ start }) => start === mean.start) - 1];
  if (single !== undefined && asNumber(single.value) !== 1) return;
  const each = of === undefined ? (a ?? b ?? c ?? d ?? single?.unit ?? '') : `${of}每${per ?? ''}`;
  const twice = /^(?<unit>[^每]+)每一?(?<second>[^每]+)$/u.exec(each)?.groups;
  const unit = twice?.['unit'] ?? each;
  const rates = ratesPaid(sentence, mean);
  if (rates.length > 1) {
    yield weighed(near, mean, match[0], rates);
    return;
  }
  const others = sentence.figures.filter(
    (figure) =>
      figure.start !== mean.start &&
      figure.kind !== 'percent' &&
      !isMean(sentence, figure) &&
      !rates.some(({ rate }) => rate === figure),
  );
  const counted = others.filter((figure) => figure !== single && countsUnit(sentence, figure, unit));
  const exact = counted.filter((figure) => figure.unit?.replace(/^個/u, '') === unit.replace(/^個/u, ''));
  // 人次 begins with 人 too: the very measure word comes first.
  // 複訓1,368人次，平均每人1.5次: the visits are what is shared out, not those who made them.
  const counts = exact.length > 0 ? exact : counted.filter((figure) => !(mean.unit === '次' && figure.unit === '人次'));
  const totals = others.filter((figure) => figure !== single && !counts.includes(figure) && isTotalOf(figure, mean));
  const earlier = near.group.filter(
    (figure) =>
      figure.end <= sentence.start &&
      isTotalOf(figure, mean) &&
      figure.kind !== 'percent' &&
      !isMean(sentenceWith(figure, sentence), figure) &&
      !/其中/u.test(ownWords(sentenceWith(figure, sentence), figure)),
  );
  const [all, count] = [
    chosen(totals, mean) ?? (earlier.length <= 2 ? earlier.at(-1) : undefined),
    chosen(counts, mean),
  ];
  const before = item.filter((figure) => figure.end <= sentence.start);
  if (all === undefined) return;
  if (twice !== undefined) {
    if (count === undefined) return;
    const [second, tried] = [twice['second'] ?? '', [...others, ...before]];
    yield* overTwo(
      near,
      { mean, all, count, second, word: match[0], sure: totals.length <= 1 && counts.length === 1 },
      tried,
    );
    return;
  }
  if (count === undefined) {
    const only = totals.length === 1 || (totals.length === 0 && earlier.length === 1 && !isOfPartOfAYear(near));
    yield* overTheYear(near, mean, all, unit, only);
    const counted = [...countedBefore(near, mean, all, unit, before)];
    yield* counted;
    if (counted.length === 0) yield* namedElsewhere(near, mean, all, unit);
    return;
  }
  yield judged({
    kind: 'mean',
    claim: mean,
    word: match[0],
    sure: (totals.length <= 1 && counts.length === 1) || adjacent(sentence, all, count),
    suggested: [{ as: 'total-over-count', expression: over(all, figureOperand(count)) }],
    others: () => anyMean(mean, [...others, ...before], unit),
  });
}

/** 300組每組4,000元 */
interface RatePaid {
  readonly count: Figure;
  readonly rate: Figure;
}

/** So many before the mean, each told with what one of them came to: no total, but a mean of its own. */
function ratesPaid(sentence: MarkedSentence, mean: Figure): readonly RatePaid[] {
  const told = sentence.figures.filter(({ end }) => end <= mean.start);
  return told.flatMap((rate, at) => {
    const count = told[at - 1];
    if (count === undefined || !sameUnit(rate, mean) || count.kind !== 'count' || sameUnit(count, mean)) return [];
    const between = rate.text.text.slice(count.end, rate.start);
    return /^[，、(（]?(?:平均)?每\p{Script=Han}{1,4}$/u.test(between) ? [{ count, rate }] : [];
  });
}

/** 300組每組4,000元、100組每組6,000元，平均每組4,500元: each counts as often as there are. */
function weighed(near: Surroundings, mean: Figure, word: string, rates: readonly RatePaid[]): Statement {
  const parts = rates.map(({ count, rate }) => ({
    count: just(figureOperand(count)),
    rate: just(figureOperand(rate)),
  }));
  const all = sumOf(...parts.map(({ count, rate }) => productOf(count, rate)));
  return judged({
    kind: 'mean',
    claim: mean,
    word,
    sure: true,
    suggested: [
      { as: 'weighed-by-how-many-there-are', expression: quotientOf(all, sumOf(...parts.map(({ count }) => count))) },
    ],
    others: () => anyMean(mean, near.sentence.figures, ''),
  });
}

interface TwiceOver {
  readonly mean: Figure;
  readonly all: Figure;
  readonly count: Figure;
  /** 月 of 平均每輛每月 */
  readonly second: string;
  readonly word: string;
  readonly sure: boolean;
}

/** 45輛全年服務5萬4,000趟次，平均每輛每月100趟次: divided twice, the second time by what is counted or by the months of the year. */
function* overTwo(near: Surroundings, twice: TwiceOver, pool: readonly Figure[]): Iterable<Statement> {
  const { mean, all, count, second, word, sure } = twice;
  const months = ofTheYear[second];
  const printed = pool.filter(
    (figure) => figure !== count && figure !== all && figure.unit?.replace(/^個/u, '') === second.replace(/^個/u, ''),
  );
  // How many days or weeks something ran the words seldom say.
  if (months === undefined && printed.length === 0) return;
  const by = (operand: Operand): Suggestion => ({
    as: 'total-over-two-counts',
    expression: quotientOf(just(figureOperand(all)), just(figureOperand(count)), just(operand)),
  });
  const { words, marks } = near.sentence;
  const wholeYear = words.includes('全年') && marks.every(({ sign }) => sign !== 'date');
  const said = printed.length > 0 || months === undefined ? [] : [saidByWords(String(months), months)];
  yield judged({
    kind: 'mean',
    claim: mean,
    word,
    sure: sure && (printed.length === 1 || (printed.length === 0 && wholeYear)),
    suggested: [...printed.map((figure) => figureOperand(figure)), ...said].map(by),
    others: function* () {
      yield* anyMean(mean, pool, second);
      if (!wholeYear && months !== undefined)
        for (let n = 1; n <= longestInMonths; n++) yield by(saidByWords(String(n), n));
    },
  });
}

const longestInMonths = 60;

/** 擴充至220處；全年受理48萬4,000件，平均每處2,200件: the count stands in the sentence before. */
function* countedBefore(
  near: Surroundings,
  mean: Figure,
  all: Figure,
  unit: string,
  earlier: readonly Figure[],
): Iterable<Statement> {
  const counts = earlier.filter(
    (figure) => figure.kind === 'count' && figure.unit?.replace(/^個/u, '') === unit.replace(/^個/u, ''),
  );
  if (counts.length === 0) return;
  const told = near.group.filter((figure) => counts.includes(figure));
  const statement = judged({
    kind: 'mean',
    claim: mean,
    word: `每${unit}`,
    sure:
      (counts.length <= 2 || told.length === counts.length) &&
      near.sentence.figures.findIndex(({ start }) => start === mean.start) === near.sentence.figures.indexOf(all) + 1,
    suggested: (told.length > 2 ? nearestMean(mean, all, counts) : counts.slice(-2).toReversed()).map(
      (count): Suggestion => ({
        as: 'total-over-a-count-told-before',
        expression: over(all, figureOperand(count)),
      }),
    ),
    others: () => anyMean(mean, [...near.sentence.figures, ...earlier], unit),
  });
  yield statement.outcome === 'contradicted' && isOverSome(mean, all, counts.slice(-mostCounts))
    ? { ...statement, sure: false }
    : statement;
}

/** 結訓人員參與複訓1,368人次，平均每人1.5次 of 結訓912人; 平均每據點120次 of 設置共學據點34處: counted under a name in another item. */
function* namedElsewhere(near: Surroundings, mean: Figure, all: Figure, unit: string): Iterable<Statement> {
  const { sentence, results } = near;
  const lead = before(sentence, signOf(sentence, all));
  const who = /(?:^|[，。；、])(?<name>\p{Script=Han}{2,4}?)(?:人員|學員|者|民眾|業者|農戶|住戶|廠商|團隊)/u.exec(lead)
    ?.groups?.['name'];
  const isOne = /^[人名位戶家隊]$/u.test(unit);
  const name = isOne ? who : unit;
  if (name === undefined || name.length < 2) return;
  const bearers = results.filter(
    (figure) => figure.text !== mean.text && figure.kind === 'count' && bears(figure, name, isOne ? unit : null),
  );
  const [count, ...others] = bearers;
  if (count === undefined || others.some((other) => compare(other.value, count.value) !== 0)) return;
  yield judged({
    kind: 'mean',
    claim: mean,
    word: `每${unit}`,
    sure: true,
    suggested: [{ as: 'total-over-a-count-of-that-name', expression: over(all, figureOperand(count)) }],
    others: () => anyMean(mean, near.item, unit),
  });
}

/** 取得證照者840人 for 取得證照人員; 長者共學據點34處 for 據點. */
function bears(figure: Figure, name: string, unit: string | null): boolean {
  if (unit !== null && figure.unit !== unit && !(people.has(unit) && people.has(figure.unit ?? ''))) return false;
  const own = figure.lead.replace(/(?:者|人員|學員|共|計|達|約|有|數)+$/u, '');
  return own.endsWith(name) || (unit !== null && own.endsWith(name.slice(-2)));
}

const people: ReadonlySet<string> = new Set(['人', '名', '位']);

/** 1,460航次，其中停航73航次；載客5萬5,480人次，平均每航次40人次: of those that were made, which the words do not say. */
const isOverSome = (mean: Figure, all: Figure, counts: readonly Figure[]): boolean =>
  judged({ kind: 'mean', claim: mean, word: '', sure: false, suggested: [...overSome(all, counts)] }).outcome ===
  'borne-out';

/** Of several counts the one that comes nearest to what is said is shown first. */
const nearestMean = (mean: Figure, all: Figure, counts: readonly Figure[]): readonly Figure[] => {
  const miss = (count: Figure): number =>
    Math.abs(Math.log(asNumber(all.value) / asNumber(count.value) / asNumber(mean.value)));
  return counts.filter(({ value }) => value.of > 0n).toSorted((a, b) => miss(a) - miss(b));
};

const mostCounts = 8;

/** 講習46場、參訪8場；共2,300人: over two counts together, or one less another. */
function* overSome(all: Figure, counts: readonly Figure[]): Iterable<Suggestion> {
  const by = (as: string, count: Expression): Suggestion => ({
    as,
    expression: quotientOf(just(figureOperand(all)), count),
  });
  for (const [i, a] of counts.entries())
    for (const b of counts.slice(i + 1)) {
      const [one, other] = [just(figureOperand(a)), just(figureOperand(b))];
      yield by('over-two-counts-together', sumOf(one, other));
      if (compare(a.value, b.value) > 0) yield by('over-what-is-left-of-a-count', differenceOf(one, other));
    }
  if (counts.length > 2)
    yield by('over-all-counts-together', sumOf(...counts.map((count) => just(figureOperand(count)))));
}

const over = (all: Figure, count: Operand): Expression => quotientOf(just(figureOperand(all)), just(count));

/** The nearest before the mean, else the nearest behind. */
const chosen = (list: readonly Figure[], mean: Figure): Figure | undefined =>
  list.findLast((figure) => figure.end <= mean.start) ?? list[0];

const adjacent = (sentence: MarkedSentence, a: Figure, b: Figure): boolean =>
  Math.abs(sentence.figures.indexOf(a) - sentence.figures.indexOf(b)) === 1 &&
  Math.abs(signOf(sentence, a) - signOf(sentence, b)) <= 12;

/** A mean told, and no total: 平均每場60人 beside 平均每隊12人. */
const isMean = (sentence: MarkedSentence, figure: Figure): boolean =>
  /均|每/u.test(nearWords(before(sentence, signOf(sentence, figure))));

function countsUnit(sentence: MarkedSentence, figure: Figure, unit: string): boolean {
  const counted = figure.unit?.replace(/^個/u, '') ?? '';
  const wanted = unit.replace(/^個(?!月)/u, '');
  // 平均每位個管師服務45人: the measure word opens the words, a verb may close them.
  if (counted !== '' && (wanted.startsWith(counted) || counted.startsWith(wanted))) return true;
  if (wanted.startsWith('日') && counted === '天') return true;
  // 平均每名老師服務…, of 老師9人.
  if (/^[名位]\p{Script=Han}{2}/u.test(wanted) && ['人', '名', '位'].includes(counted))
    return named(sentence, figure).endsWith(wanted.slice(1).replace(/(?:服務|照顧|輔導|負責|管理).*$/u, ''));
  if (wanted.startsWith('人') && ['名', '位', '員'].includes(counted)) return true;
  return (
    wanted.length >= 2 &&
    (named(sentence, figure).endsWith(wanted) ||
      sentence.words.startsWith(wanted.slice(0, 2), signOf(sentence, figure) + 1))
  );
}

const named = (sentence: MarkedSentence, figure: Figure): string =>
  ownWords(sentence, figure).replace(/(?:共|計|達|約|有)+$/u, '');

/** 平均每人1.5次 is of 人次. */
const isTotalOf = (figure: Figure, mean: Figure): boolean =>
  commensurable(figure, mean) ||
  (mean.unit === '次' && figure.unit === '人次') ||
  // 趟次, 場次, 件次 are counted as 趟, 場, 件 where one is told of each.
  (mean.unit !== null && mean.kind === 'count' && figure.unit === `${mean.unit}次`) ||
  (mean.kind === 'duration' && figure.kind === 'duration' && figure.unit === mean.unit);

/** 平均每月 of what a year came to: of twelve months where the year is said, of as many as it may have been where not. */
function* overTheYear(near: Surroundings, mean: Figure, all: Figure, unit: string, sure: boolean): Iterable<Statement> {
  const parts = ofTheYear[unit.startsWith('個月') ? '個月' : unit.slice(0, 1)];
  if (parts === undefined) return;
  const own = ownWords(sentenceWith(all, near.sentence), all);
  // 288公里，全年每月平均26公里: the year is said with the mean.
  const told = before(near.sentence, signOf(near.sentence, mean)).slice(-12);
  const wholeYear = /全年|年度|年平均|1年|\uE005/u.test(own) || /全年度?(?:每|平均)/u.test(told);
  yield judged({
    kind: 'mean',
    claim: mean,
    word: `每${unit}`,
    // Without the year said, no whole number of months gives it.
    sure: sure && (wholeYear || near.sentence.figures.length <= 2),
    suggested: [{ as: 'of-the-year', expression: over(all, saidByWords(String(parts), parts)) }],
    others: () =>
      wholeYear
        ? []
        : Array.from({ length: 36 }, (_, n): Suggestion => ({
            as: 'of-as-many-months',
            expression: over(all, saidByWords(String(n + 1), n + 1)),
          })),
  });
}

/** 自4月起營運, 累計: of as many months as it ran, whole ones or not. */
const isOfPartOfAYear = ({ sentence: { text, start, end } }: Surroundings): boolean => {
  const from = text.text.lastIndexOf('。', start) + 1;
  return (
    /累計|迄今|起|以來/u.test(text.text.slice(from, end)) ||
    text.dates.some((date) => date.start >= from && date.end <= end)
  );
};

function* anyMean(mean: Figure, pool: readonly Figure[], unit: string): Iterable<Suggestion> {
  const figures = nearest(
    mean,
    pool.filter((figure) => figure.start !== mean.start && figure.value.of > 0n),
  );
  for (const all of figures.filter((figure) => isTotalOf(figure, mean))) {
    for (const count of figures)
      if (count !== all && count.kind !== 'money')
        yield { as: 'any-two-of-the-item', expression: over(all, figureOperand(count)) };
    const parts = ofTheYear[unit.slice(0, 1)];
    if (parts !== undefined) yield { as: 'of-the-year', expression: over(all, saidByWords(String(parts), parts)) };
  }
  const totals = figures.filter((figure) => isTotalOf(figure, mean));
  for (const count of figures)
    for (const [i, a] of totals.entries())
      for (const b of totals.slice(i + 1))
        if (count !== a && count !== b)
          yield {
            as: 'some-together',
            expression: quotientOf(sumOf(just(figureOperand(a)), just(figureOperand(b))), just(figureOperand(count))),
          };
}

/** 分別為92%、95%及98%，平均95%; 最高96分、最低71分，平均84.5分 */

/** 介於40人至110人，平均每場128人; 最高91%、最低73%，平均通過率93%: ends of the same thing told right before its mean. */
function boundsOf(sentence: MarkedSentence, mean: Figure, lead: string): Operand | null {
  const name = /(?<!加權)平均(?<name>[^，。；、%A]{0,10})$/u.exec(lead)?.groups?.['name'];
  if (name === undefined) return null;
  const told = rangeBefore(sentence, mean) ?? endsBefore(sentence, mean);
  if (told === null || /[日月季年人均]均|每/u.test(told.lead.slice(-16))) return null;
  // 全年平均, 累計平均: of another stretch than the ends are of.
  if (/(?:全年|年度?|累計|月|季|每[日月季年])$/u.test(lead.slice(0, lead.lastIndexOf('平均')))) return null;
  if (!isOfTheSame(told.lead, name.replace(/(?:約|為|達|計)+$/u, ''))) return null;
  return told.operand;
}

/** 各場 for 平均每場, 各區通過率 for 平均通過率; a bare 平均 is of what goes before. */
function isOfTheSame(lead: string, name: string): boolean {
  const each = /^每一?(?<unit>\p{Script=Han}{1,4})/u.exec(name)?.groups?.['unit'];
  if (each !== undefined) return new RegExp(`(?:各|每)${each.slice(0, 1)}|^\\D*${each}`, 'u').test(lead);
  return name === '' || lead.includes(name.slice(-3)) || lead.includes(name.slice(0, 2));
}

type Told = { readonly lead: string; readonly operand: Operand };

function rangeBefore(sentence: MarkedSentence, mean: Figure): Told | null {
  const at = signOf(sentence, mean);
  const mark = sentence.marks.findLast((one) => one.at < at);
  if (mark === undefined || mark.sign !== 'other') return null;
  const range = sentence.text.quantities.find(({ start }) => start === mark.start);
  if (range === undefined || range.low === null || range.high === null || range.unit !== mean.unit) return null;
  const [low, high] = [fractionOf(range.low), fractionOf(range.high)];
  const lead = sentence.words.slice(0, mark.at);
  if (
    !/(?:介於|落在|在|自|由|從|達|為|約)$/u.test(lead) ||
    !/^(?:之?間|不等)?，/u.test(sentence.words.slice(mark.at + 1))
  )
    return null;
  return {
    lead,
    operand: {
      words: mark.words,
      source: { from: 'number', start: mark.start, end: mark.end },
      value: high,
      interval: hullOf(exactly(low), exactly(high)),
    },
  };
}

function endsBefore(sentence: MarkedSentence, mean: Figure): Told | null {
  const ends = extremes(sentence, mean);
  if (ends === null || ends.high.end > mean.start || ends.low.end > mean.start) return null;
  const first = ends.high.start < ends.low.start ? ends.high : ends.low;
  return { lead: sentence.words.slice(0, signOf(sentence, first)), operand: endsOperand(ends) };
}

function endsOperand({ low, high }: { readonly low: Figure; readonly high: Figure }): Operand {
  return {
    words: `${low.words}–${high.words}`,
    source: { from: 'text', figure: high },
    value: high.value,
    interval: hullOf(exactly(low.value), exactly(high.value)),
  };
}

function between(mean: Figure, operand: Operand): Statement {
  return judged({
    kind: 'mean',
    claim: mean,
    word: '平均',
    sure: true,
    suggested: [{ as: 'between-lowest-and-highest', expression: just(operand) }],
  });
}

/** 四季得分…, 三站測值…: as many as the words announce. */
function isAllOfThem(sentence: MarkedSentence, first: Figure, many: number): boolean {
  const announced = sentence.figures[sentence.figures.indexOf(first) - 1];
  return (
    announced !== undefined &&
    ['季', '區', '月', '個月', '站', '處', '段', '校', '組', '館', '場', '次', '期', '科', '項', '案', '類'].includes(
      announced.unit ?? '',
    ) &&
    asNumber(announced.value) === many
  );
}

function* ofAList(near: Surroundings, mean: Figure): Iterable<Statement> {
  const { sentence } = near;
  const deep = depths(sentence);
  const earlier = sentence.figures.filter((figure) => figure.end <= mean.start && figure.kind === mean.kind);
  const ends = extremes(sentence, mean);
  if (ends !== null) {
    yield between(mean, endsOperand(ends));
    return;
  }
  const lists = earlier
    .map((_, from) => listFrom(sentence, earlier, from, deep))
    .filter((list) => list.length > 1 && list.at(-1) === earlier.at(-1));
  const [list] = lists;
  const [first] = list ?? [];
  if (list === undefined || first === undefined || !sameUnit(first, mean)) return;
  const lead = sentence.words.slice(Math.max(0, signOf(sentence, first) - 14), signOf(sentence, first));
  yield judged({
    kind: 'mean',
    claim: mean,
    word: '平均',
    sure:
      /分別|各為|依序|各次|歷次/u.test(lead) || (mean.kind !== 'percent' && isAllOfThem(sentence, first, list.length)),
    suggested: [
      {
        as: 'of-all-that-are-listed',
        expression: quotientOf(
          sumOf(...list.map((figure) => just(figureOperand(figure)))),
          just(saidByWords(String(list.length), list.length)),
        ),
      },
    ],
    others: () => weighted(mean, list),
  });
}

/** Weighed by something that is not printed it lies between the least and the most. */
function* weighted(mean: Figure, list: readonly Figure[]): Iterable<Suggestion> {
  if (!/加權/u.test(mean.text.text)) return;
  const [first, ...rest] = list.map((figure) => figure.interval);
  if (first === undefined) return;
  yield {
    as: 'weighed',
    expression: just({ words: '加權', source: { from: 'words' }, value: null, interval: rest.reduce(hullOf, first) }),
  };
}

function extremes(sentence: MarkedSentence, mean: Figure): { readonly low: Figure; readonly high: Figure } | null {
  const like = sentence.figures.filter((figure) => figure.start !== mean.start && sameUnit(figure, mean));
  const high = like.find((figure) => /最高|最多|最大/u.test(nearWords(before(sentence, signOf(sentence, figure)))));
  const low = like.find((figure) => /最低|最少|最小/u.test(nearWords(before(sentence, signOf(sentence, figure)))));
  return high === undefined || low === undefined ? null : { low, high };
}
