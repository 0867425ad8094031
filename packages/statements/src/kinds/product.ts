import {
  commensurable,
  exactly,
  pattern,
  sameUnit,
  says,
  signOf,
  type Figure,
  type MarkedSentence,
} from '@guankao/passages';
import {
  figureOperand,
  hundred,
  just,
  productOf,
  quotientOf,
  saidByWords,
  sumOf,
  type Expression,
} from '../expression.ts';
import { after, before, nearest, nearWords, ownWords, type Surroundings } from '../near.ts';
import { judged, type Statement, type Suggestion } from '../statement.ts';

/** 每場補助3萬元, 每臺1萬2,000元, 單價2.5元 */
const eachBefore = pattern(
  '(?:每一?(?<unit>\\p{Script=Han}{1,5}?)|(?<price>單價|單位價格|單位成本))(?<verb>(?:各)?(?:補助|發給|核發|獎助|獎勵|計|各|為|約|服務|訓練|編列|培訓|招收|收費|費用|售價|設置|辦理|可|長|載運|價格|金額|參訓|投入|配置|單價|運用|造價|經費|成本|核定|收托|收容|安置|容納|\\p{Script=Han}{0,4}費用?|薪資|工資|租金)*)$',
);
/** 三區各辦理4場, 5個行政區各設置3站 */
const eachOf = pattern(
  '(?<count>[%C%B])(?<of>\\p{Script=Han}{0,8})，?各(?!項|類|式|界|級|該|自|類別)(?<verb>\\p{Script=Han}{0,6})$',
);

/** 每月運用無人機檢查45場次: a period, whatever is done in it. */
const eachPeriod = pattern('每一?(?<unit>[月季週])(?<verb>[^每均%A，。；、]{1,10})$');
/** 每人每月3萬元 */
const eachOfEach = pattern(
  '每一?(?<a>\\p{Script=Han}{1,2})每一?(?<b>\\p{Script=Han}{1,2})(?:各|約|為|薪資|補助|費用)*$',
);

export function* productsIn(near: Surroundings): Iterable<Statement> {
  const { sentence } = near;
  if (!/每|各|單價|匯率|兌|加權|總分|總成績|總評|合計|整體進度|總進度|綜合|評分|得分/u.test(sentence.words)) return;
  for (const each of sentence.figures) {
    if (each.kind === 'percent') continue;
    const words = before(sentence, signOf(sentence, each));
    const twice = eachOfEach.exec(words);
    if (twice !== null) {
      yield* timesBoth(near, each, twice.groups?.['a'] ?? '', twice.groups?.['b'] ?? '');
      continue;
    }
    const own = eachBefore.exec(words) ?? eachPeriod.exec(words);
    if (own !== null && isFirm(sentence, each, words)) yield* timesCount(near, each, own.groups?.['unit'] ?? null);
    const spread = own === null ? eachOf.exec(words) : null;
    if (spread !== null) yield* spreadOver(near, each, spread);
  }
  yield* weighed(near);
  yield* ofTheMonths(near);
  yield* exchanged(near);
}

/** Neither a bound nor a mean, and not so many at most. */
function isFirm(sentence: MarkedSentence, each: Figure, words: string): boolean {
  return (
    each.widening === 'exact' &&
    !says('bound', nearWords(words)) &&
    !/平均/u.test(nearWords(words)) &&
    !/^(?:以上|以下|以內|為限|至)/u.test(after(sentence, signOf(sentence, each)))
  );
}

/** 每隊20人，共計15隊，培訓300人: so many each, times how many, is the total. */
function* timesCount(near: Surroundings, each: Figure, unit: string | null): Iterable<Statement> {
  const { sentence } = near;
  const others = sentence.figures.filter(
    (figure) =>
      figure !== each && figure.kind !== 'percent' && !eachBefore.test(before(sentence, signOf(sentence, figure))),
  );
  const counts = others.filter((figure) =>
    unit === null
      ? figure.kind === 'count' && !sameUnit(figure, each) && signOf(sentence, figure) < signOf(sentence, each)
      : isOf(figure, unit),
  );
  const count = nearestTo(sentence, counts, each);
  const totals = others.filter(
    (figure) =>
      figure !== count &&
      commensurable(figure, each) &&
      figure.start > Math.min(each.start, count?.start ?? each.start) &&
      figure.kind === each.kind,
  );
  const all =
    totals.find((figure) => figure.start > each.end && (count === undefined || figure.start > count.start)) ??
    totals.find((figure) => figure.start > each.end);
  if (count === undefined || all === undefined || all.widening === 'atLeast' || all.widening === 'atMost') return;
  const lead = nearWords(before(sentence, signOf(sentence, all)));
  if (isToldWithItsRate(sentence, all, lead)) return;
  // 由每館40席增至52席，25館共增設300席: what was added, of which what there was for each tells nothing.
  if (changed.test(lead) && /[由從自]每[^，。；]{0,4}$/u.test(before(sentence, signOf(sentence, each)))) return;
  // 契約金額含保固共640萬元: more than the things themselves.
  const more = takesMore.test(sentence.words.slice(signOf(sentence, each) + 1, signOf(sentence, all)));
  const saysTotal = says('sumsUp', lead) || /總|金額|折合|獎助|補助|經費|，$/u.test(lead) || lead === '';
  yield judged({
    kind: 'product',
    claim: all,
    word: unit === null ? '單價' : `每${unit}`,
    sure:
      !more &&
      !severalEach(sentence, each) &&
      sameUnit(all, each) &&
      (saysTotal || verbsAgree(sentence, each, all)) &&
      counts.length === 1,
    suggested: [
      { as: 'each-times-how-many', expression: productOf(just(figureOperand(each)), just(figureOperand(count))) },
    ],
    others: () => anyProduct(near, each, all),
  });
}

/** 每班40人，結訓300人，結訓率93.8%: as many as came, out of all the places. */
const isToldWithItsRate = (sentence: MarkedSentence, all: Figure, lead: string): boolean =>
  /\p{Script=Han}{2}$/u.test(lead) && after(sentence, signOf(sentence, all)).startsWith(`，${lead.slice(-2)}率`);

const changed = pattern('{rise}|{fall}');

/** 每校10萬元，…，另加補12校各5萬元: a total of both. */
const severalEach = (sentence: MarkedSentence, each: Figure): boolean =>
  sentence.figures.filter(
    (figure) => figure.kind === each.kind && /[每各]/u.test(nearWords(before(sentence, signOf(sentence, figure)))),
  ).length > 1 || /另/u.test(sentence.words);

const takesMore = /含|連同|加計|併同|另|以及|並/u;

/** 45人，每人每月3萬元，僱用6個月，共計810萬元: each of each, times both. */
function* timesBoth(near: Surroundings, each: Figure, a: string, b: string): Iterable<Statement> {
  const { sentence } = near;
  const one = sentence.figures.filter((figure) => figure !== each && isOf(figure, a));
  const other = sentence.figures.filter((figure) => figure !== each && isOf(figure, b));
  const all = sentence.figures.findLast((figure) => figure.start > each.end && sameUnit(figure, each));
  const [x, y] = [one[0], other[0]];
  if (x === undefined || y === undefined || all === undefined || one.length + other.length > 2) return;
  if ([each, all].some(({ widening }) => widening !== 'exact')) return;
  yield judged({
    kind: 'product',
    claim: all,
    word: `每${a}每${b}`,
    sure: says('sumsUp', nearWords(before(sentence, signOf(sentence, all)))),
    suggested: [
      {
        as: 'each-of-each-times-both',
        expression: productOf(just(figureOperand(each)), just(figureOperand(x)), just(figureOperand(y))),
      },
    ],
  });
}

/** 每隊訓練20人 … 培訓300人: what is counted in all is what is counted for each. */
const verbsAgree = (sentence: MarkedSentence, each: Figure, all: Figure): boolean =>
  sentence.figures.filter((figure) => sameUnit(figure, each)).length === 2 &&
  sameUnit(each, all) &&
  !/載運|容納|可|能/u.test(ownWords(sentence, each));

function isOf(figure: Figure, unit: string): boolean {
  const counted = figure.unit?.replace(/^個/u, '') ?? '';
  const wanted = unit.replace(/^個/u, '');
  return (
    counted === wanted ||
    (wanted === '年' && figure.kind === 'duration' && counted === '年') ||
    (wanted === '人' && ['名', '位'].includes(counted)) ||
    (wanted === '場' && counted === '場次') ||
    (wanted === '縣' && counted === '縣市')
  );
}

const nearestTo = (sentence: MarkedSentence, list: readonly Figure[], each: Figure): Figure | undefined =>
  list.toSorted(
    (a, b) =>
      Math.abs(signOf(sentence, a) - signOf(sentence, each)) - Math.abs(signOf(sentence, b) - signOf(sentence, each)),
  )[0];

/** 北、中、南三區各辦理4場，計12場 */
function* spreadOver(near: Surroundings, each: Figure, match: RegExpExecArray): Iterable<Statement> {
  const { sentence } = near;
  if (each.widening !== 'exact') return;
  const count = sentence.figures[sentence.figures.indexOf(each) - 1];
  const all = sentence.figures.find((figure) => figure.start > each.end && sameUnit(figure, each));
  if (count === undefined || count.kind !== 'count' || sameUnit(count, each) || all === undefined) return;
  const between = sentence.words.slice(signOf(sentence, each) + 1, signOf(sentence, all));
  if (!/(?:合計|共計|總計|共|計)[^%A，]{0,6}$/u.test(between) || between.length > 14 || /[、及]/u.test(between)) return;
  yield judged({
    kind: 'product',
    claim: all,
    word: `各${match.groups?.['verb'] ?? ''}`,
    sure: !severalEach(sentence, each),
    suggested: [
      { as: 'each-times-how-many', expression: productOf(just(figureOperand(each)), just(figureOperand(count))) },
    ],
    others: () => anyProduct(near, each, all),
  });
}

function* anyProduct({ item }: Surroundings, each: Figure, all: Figure): Iterable<Suggestion> {
  const pool = nearest(
    each,
    item.filter((figure) => figure !== all && figure.kind !== 'percent'),
  );
  for (const one of pool.filter((figure) => sameUnit(figure, each)))
    for (const count of pool)
      if (count !== one && count.kind !== 'money')
        yield {
          as: 'any-two-of-the-item',
          expression: productOf(just(figureOperand(one)), just(figureOperand(count))),
        };
  const counts = pool.filter(({ kind }) => kind === 'count');
  for (const [i, a] of counts.entries())
    for (const b of counts.slice(i + 1))
      yield {
        as: 'for-some-together',
        expression: productOf(just(figureOperand(each)), sumOf(just(figureOperand(a)), just(figureOperand(b)))),
      };
}

const monthly = /每月(?<name>[^，。；、每]{2,6}?)(?:為|約|計)*$/u;
const yearly = /全年(?<name>[^，。；、每]{2,6}?)(?:為|約|計|共)*$/u;

const isSet = /租金|津貼|補助/u;
const paidMore = /薪|俸|待遇|工資/u;

/** 每月水費12萬元，全年水費144萬元: of the months of the year, or of as many as there were. */
function* ofTheMonths({ sentence }: Surroundings): Iterable<Statement> {
  for (const [i, all] of sentence.figures.entries()) {
    const each = sentence.figures[i - 1];
    if (each === undefined || !sameUnit(each, all) || each.widening !== 'exact' || all.widening !== 'exact') continue;
    const one = monthly.exec(nearWords(before(sentence, signOf(sentence, each))))?.groups?.['name'];
    const other = yearly.exec(nearWords(before(sentence, signOf(sentence, all))))?.groups?.['name'];
    // Pay has months of its own: 13.5 of them.
    if (one === undefined || one !== other || paidMore.test(one)) continue;
    const times = (many: number): Suggestion => ({
      as: 'of-the-months',
      expression: productOf(
        // A rent is set, and not measured.
        just(isSet.test(one) ? figureOperand(each, exactly(each.value)) : figureOperand(each)),
        just(saidByWords(String(many), many)),
      ),
    });
    yield judged({
      kind: 'product',
      claim: all,
      word: '全年',
      sure: true,
      suggested: [times(12)],
      others: () => Array.from({ length: 12 }, (_, n) => times(n + 1)),
    });
  }
}

/** 權重40%、得分85分，…，加權總分88分; 甲占30%、乙占70%，分別為84分及90分，總分88.2分 */
function* weighed({ sentence }: Surroundings): Iterable<Statement> {
  const last = sentence.figures.filter(({ unit }) => unit === '分').at(-1) ?? wholeProgress(sentence);
  if (
    last === undefined ||
    !/加權|總分|合計|總成績|總評|整體進度|總進度|綜合(?:評分|得分|成績|評定)|總得分/u.test(ownWords(sentence, last))
  )
    return;
  const weights = sentence.figures.filter(
    (figure) => figure.kind === 'percent' && figure.end <= last.start && isWeight(sentence, figure),
  );
  const scores = sentence.figures.filter(
    (figure) =>
      figure.end <= last.start &&
      (last.unit === '分'
        ? figure.unit === '分'
        : figure.kind === 'percent' && /進度/u.test(ownWords(sentence, figure))),
  );
  const allWeights = weights.reduce((sum, { value }) => sum + Number(value.of) / Number(value.over), 0);
  if (weights.length < 2 || scores.length !== weights.length || allWeights !== 100 || !inStep(weights, scores)) return;
  const terms: Expression[] = weights.flatMap((weight, i) => {
    const score = scores[i];
    return score === undefined
      ? []
      : [
          quotientOf(
            // Weights are set and not measured: they are as printed.
            productOf(just(figureOperand(weight, exactly(weight.value))), just(figureOperand(score))),
            hundred,
          ),
        ];
  });
  yield judged({
    kind: 'product',
    claim: last,
    word: '加權',
    sure: true,
    suggested: [{ as: 'weighed-and-summed', expression: sumOf(...terms) }],
    // The scores may have been weighed already.
    others: () => [{ as: 'weighed-before', expression: sumOf(...scores.map((score) => just(figureOperand(score)))) }],
  });
}

/** 甲項權重60%、進度80%，…，整體進度68% */
const wholeProgress = (sentence: MarkedSentence): Figure | undefined =>
  sentence.figures.findLast(
    (figure) => figure.kind === 'percent' && /(?:整體|加權|總)進度(?:約|為|達)*$/u.test(ownWords(sentence, figure)),
  );

const isWeight = (sentence: MarkedSentence, figure: Figure): boolean =>
  /權重|配分|比重|[占佔]|\($/u.test(ownWords(sentence, figure)) ||
  /^[)]/u.test(after(sentence, signOf(sentence, figure)));

/** A score behind each weight, or all scores behind all weights. */
const inStep = (weights: readonly Figure[], scores: readonly Figure[]): boolean =>
  weights.every((weight, i) => (scores[i]?.start ?? 0) > weight.end && (scores[i - 1]?.end ?? 0) < weight.start) ||
  (scores[0]?.start ?? 0) > (weights.at(-1)?.end ?? 0);

/** 美金50萬元(匯率1:32.5，折合新臺幣1,625萬元) */
function* exchanged({ sentence }: Surroundings): Iterable<Statement> {
  if (!/匯率|兌|折算|換算|折合|=/u.test(sentence.words)) return;
  const foreign = sentence.figures.filter(
    (figure) => figure.kind === 'money' && figure.unit !== 'TWD' && !isOneUnit(sentence, figure),
  );
  const home = sentence.figures.filter(({ kind, unit }) => kind === 'money' && unit === 'TWD');
  const rate = rateOf(sentence);
  const [one, other] = [
    foreign[0],
    home.find((figure) => figure.value.of !== rate?.value.of || figure.value.over !== rate?.value.over),
  ];
  if (foreign.length !== 1 || one === undefined || other === undefined || rate === null) return;
  if (takesMore.test(sentence.words.slice(signOf(sentence, one) + 1, signOf(sentence, other)))) return;
  yield judged({
    kind: 'exchange',
    claim: other,
    word: '匯率',
    sure: true,
    suggested: [
      {
        as: 'at-the-rate',
        expression: productOf(
          just(figureOperand(one)),
          just({
            words: rate.words,
            source: { from: 'number', start: rate.start, end: rate.end },
            value: rate.value,
            interval: rate.interval,
          }),
        ),
      },
    ],
  });
}

/** 1歐元兌: what the rate is told for, and no amount. */
const isOneUnit = (sentence: MarkedSentence, figure: Figure): boolean =>
  figure.value.of === figure.value.over && /^(?:兌|折|=|:)/u.test(after(sentence, signOf(sentence, figure)));

/** The number of the exchange rate: 1:32.5, 匯率32.5, 1美元兌32.5元. */
function rateOf(sentence: MarkedSentence): {
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly value: Figure['value'];
  readonly interval: Figure['interval'];
} | null {
  for (const mark of sentence.marks) {
    const lead = sentence.words.slice(Math.max(0, mark.at - 12), mark.at);
    if (mark.sign === 'number' && /匯率|兌|:|比$/u.test(lead) && mark.number.value.of !== mark.number.value.over)
      return mark.number;
    if (
      mark.sign === 'figure' &&
      mark.figure.unit === 'TWD' &&
      (/匯率|兌|=/u.test(lead) ||
        (/[以按]$/u.test(lead) && /^(?:計算|折算|換算|折合)/u.test(after(sentence, mark.at)))) &&
      mark.figure.value.of < 1000n * mark.figure.value.over
    )
      return mark.figure;
  }
  return null;
}
