import type { Indicator } from '@guankao/domain';
import { rowRule, type Fault } from '../engine/rule.ts';
import { asNumber, compare, dividedBy } from '@guankao/passages';
import { commensurable, lead, sentenceAt } from '../facts/figure.ts';
import { place, type Row } from '../facts/filing-facts.ts';
import type { Figure, Text } from '@guankao/passages';
import { actualFigure, figureSpan, targetFigure } from '../facts/indicators.ts';
import { longestShared } from '../facts/likeness.ts';
import { arithmeticOf, computedText, refutedIn, wordsOf } from '../facts/statements.ts';
import { asTold, holds, pairsOf, rateAt, ratioText, ratioWritten, type Pair } from '../facts/rates.ts';
import { proofOfRate } from '../proofs/of-figures.ts';

const meta = {
  id: 'attainment-mismatch',
  title: { 'zh-Hant': '達成率與目標、實績不符', en: 'An attainment rate differs from target and result' },
  category: 'arithmetic',
  severity: 'error',
  authority: '達成率＝實績÷目標，四捨五入或捨去至所印位數；可逾 100%',
  validFrom: null,
  validTo: null,
  why: { 'zh-Hant': '達成率須能由目標與實績驗算。', en: 'Attainment must follow from target and result.' },
  messages: {
    differs: {
      fault: {
        'zh-Hant': '文中寫 {stated}，但實績 {part}÷目標 {all}＝{computed}。',
        en: 'The text says {stated}, but result {part} ÷ target {all} = {computed}.',
      },
      settle: { 'zh-Hant': '請核對目標值、實績與達成率。', en: 'Check target, result and rate.' },
    },
    elsewhere: {
      severity: 'warning',
      fault: {
        'zh-Hant': '文中寫 {stated}；以他欄之 {all} 為分母，{part}÷{all}＝{computed}。',
        en: 'The text says {stated}; with {all} from another column as denominator, {part} ÷ {all} = {computed}.',
      },
      settle: { 'zh-Hant': '請寫明該率之分母。', en: 'Name the denominator of the rate.' },
    },
  },
} as const;

type Says = keyof typeof meta.messages;

/** 開放率 and 妥善率 are measures of their own and have another denominator than the target. */
const attainment = /達成(?:率|度)?[為達約計]*$|目標值?之?$|(?:完成|達標|參訓|結訓|推動|辦理)[率度]?[為達約計]*$/u;
const sure = /達成(?:率|度)|目標/u;
/** 超越目標5.8% is what is over the target, not what was reached of it. */
const another =
  /執行率|成長|增|減|提升|下降|較|超[前越過出逾]|(?<!未)逾|溢|[高低優多少]於|不足|短少|落後|平均|滿意|合格率|使用率|可用率|占|佔|機率|準確/u;

export const rule = rowRule(meta, function* (row): Iterable<Fault<Says>> {
  const settled = new Set<Figure>();
  for (const refuted of refutedIn(row, 'attainment')) {
    settled.add(refuted.statement.claim);
    const [part, all] = refuted.figures;
    yield {
      says: 'differs',
      words: {
        stated: refuted.statement.claim.words,
        part: part?.words ?? '',
        all: all?.words ?? '',
        computed: computedText(refuted),
      },
      at: wordsOf(refuted),
      ...arithmeticOf(refuted),
    };
  }
  for (const text of row.texts) {
    if (text.column === 'plannedWork') continue;
    for (const figure of text.figures) {
      if (settled.has(figure) || !(figure.kind === 'percent' || figure.unit === '倍')) continue;
      const rate = rateAt(figure);
      const told = sinceLastRate(figure);
      // 分別達成104.2%及109.4% speaks of two results in an order of its own.
      if (!attainment.test(rate.label) || another.test(rate.label) || /分別|依[序次]|各/u.test(rate.label)) continue;
      if (!sure.test(rate.label) && isMeasured(row, figure)) continue;
      const other = anotherName(row, figure, told);
      const nearby = other ? [] : candidates(row, text, figure, told);
      const byName = other || (nearby.length === 0 && told.length === 0) ? namedInRow(row, figure) : [];
      const found = nearby.length > 0 ? nearby : byName;
      // Where the sentence itself, or any pair at hand, gives the rate, nothing is refuted.
      const tried = [...found, ...pairsOf(rate.around), ...answeredBy(row, told)];
      if (found.length === 0 || tried.some((pair) => holds(pair, figure))) continue;
      if (!sure.test(rate.label) && givenInRow(row, figure, told)) continue;
      const pair = found[0];
      if (pair !== undefined && found.every((other) => sameRatio(other, pair)))
        yield byName.length > 0
          ? { ...fault(figure, rate.label, pair), says: 'elsewhere' }
          : fault(figure, rate.label, pair);
    }
  }
});

/** 落後目標9處, 較目標短少286戶: how far from the target, neither of the two that a rate is made of. */
const distance =
  /(?:落後|短少|不足|尚?[差缺少]|超[前越過出標逾]|(?<!未)逾|[高低多少優]於|多出?|增加|減少)(?:(?:年度|原訂|原定|預定)*目標(?:值|數)?)?$/u;

/** 目標值60座；實際值64座；達成率106.67%: semicolons part them and they are one statement; a full stop ends it. */
function sinceLastRate({ text, start }: Figure): readonly Figure[] {
  const before = text.figures.filter(({ end }) => end <= start);
  const lastRate = before.findLastIndex(({ kind }) => kind === 'percent');
  const lastStop = text.text.lastIndexOf('。', start);
  return before
    .slice(lastRate + 1)
    .filter(
      (figure) =>
        figure.start > lastStop &&
        !distance.test(lead(figure)) &&
        (figure.kind === 'count' || figure.kind === 'money' || figure.kind === 'duration'),
    );
}

/** The result told with the rate over the target that answers to it; or the target told with it, under its result. */
function candidates(row: Row, text: Text, figure: Figure, before: readonly Figure[]): readonly Pair[] {
  const pairs: Pair[] = [];
  const nearest = before.at(-1);
  if (nearest === undefined) return [];
  for (const indicator of row.claims?.indicators ?? []) {
    const [target, actual] = [targetFigure(row, indicator), actualFigure(row, indicator)];
    if (target === null || actual === null || !commensurable(target, actual) || target.kind === 'percent') continue;
    const answers = isSame(nearest, actual) || (isSame(nearest, target) && sentenceHolds(text, figure, target));
    // Where less is better the target stands over the result.
    if (answers)
      pairs.push(indicator.comparator === '<=' ? { part: target, all: actual } : { part: actual, all: target });
  }
  if (pairs.length > 0) return pairs;
  // 一年內未再犯比率 tells for how long, not of what.
  if (nearest.kind === 'duration') return [];
  const found = [...named(before), ...planned(row, nearest)];
  return found.length > 0 ? found : sameItem(row, text, nearest);
}

/** 33條、4,290人次，達成率110%、107.3%: each result told before the rate, over the target that it answers. */
const answeredBy = (row: Row, told: readonly Figure[]): readonly Pair[] =>
  (row.claims?.indicators ?? []).flatMap((indicator) => {
    const [all, part] = [targetFigure(row, indicator), actualFigure(row, indicator)];
    if (all === null || part === null || !commensurable(all, part) || all.kind === 'percent') return [];
    if (!told.some((figure) => isSame(figure, part))) return [];
    return indicator.comparator === '<=' ? [{ part: all, all: part }] : [{ part, all }];
  });

const ofAll = /^(?:本|全|年|度|計畫|整體|總體|累計|績效|目標|預定|值|平均|其|之|的)+$/u;

/**
 * 實際列入118項，其餘研商；國產原料藥達成率120%: the rate has a name of its own, which neither the words of the number before it nor the
 * target that it answers bear.
 */
function anotherName(row: Row, figure: Figure, told: readonly Figure[]): boolean {
  const name = ownName(figure);
  const nearest = told.at(-1);
  if (name === null || nearest === undefined || ofAll.test(name)) return false;
  const { text } = figure.text;
  const between = text.slice(nearest.end, figure.start);
  if (!/[，；、]/u.test(between)) return false;
  const from = text.lastIndexOf('。', nearest.start) + 1;
  const labels = (row.claims?.indicators ?? []).filter((one) => isAnswer(row, one, nearest)).map(({ label }) => label);
  return [text.slice(from, nearest.start), ...labels].every((words) => longestShared(words, name).length < 2);
}

const isAnswer = (row: Row, indicator: Indicator, figure: Figure): boolean =>
  [targetFigure(row, indicator), actualFigure(row, indicator)].some((one) => one !== null && isSame(one, figure));

/** 培訓公民科學家 of 培訓公民科學家達成率122%. */
const ownName = (figure: Figure): string | null =>
  /(?<name>\p{Script=Han}{2,16})(?:之|的)?達成(?:率|度)[為達約計]*$/u.exec(
    figure.text.text.slice(Math.max(0, figure.start - 24), figure.start),
  )?.groups?.['name'] ?? null;

/** 培訓公民科學家達成率122%: neither target nor result is told with it; the one target that bears the name, and its result. */
function namedInRow(row: Row, figure: Figure): readonly Pair[] {
  const name = ownName(figure);
  if (name === null) return [];
  const bearers = (row.claims?.indicators ?? []).filter(({ label }) => {
    const shared = longestShared(label, name);
    return shared.length >= 3 || (shared.length === 2 && (shared === label || shared === name));
  });
  const [only, more] = bearers;
  if (only === undefined || more !== undefined) return [];
  const [all, part] = [targetFigure(row, only), actualFigure(row, only)];
  if (all === null || part === null || !commensurable(all, part) || all.kind === 'percent') return [];
  return only.comparator === '<=' ? [{ part: all, all: part }] : [{ part, all }];
}

/** A rate that is not called attainment may have another denominator: any count of the row that gives it. */
function givenInRow(row: Row, figure: Figure, told: readonly Figure[]): boolean {
  const part = told.at(-1);
  return (
    part !== undefined &&
    row.texts.some(({ figures }) =>
      figures.some((all) => all !== part && commensurable(all, part) && holds({ part, all }, figure)),
    )
  );
}

/** 完成5席，達成率62.5%: nothing is named, so that it is what the goal of that number asks for. */
const onlyDone = /^(?:本年度?|全年度?|已|業|實際|共|計|合計)*(?:完成|達成|辦理|執行|設置|建置|汰換)?(?:共|計|了)?$/u;

/** The goal of the same number, where it asks for one count of that unit: 2. 技術移轉8件, 2. 技術移轉9件，達成率112.5%. */
function sameItem(row: Row, text: Text, nearest: Figure): readonly Pair[] {
  const { marker } = text.passage;
  const goals = row.texts.filter(
    ({ column, passage }) => column === 'goals' && passage.marker === marker && marker !== null,
  );
  const targets = goals.flatMap(({ figures }) =>
    figures.filter((figure) => commensurable(figure, nearest) && figure.unit === nearest.unit),
  );
  const [all] = targets;
  const named =
    goals[0] !== undefined &&
    (onlyDone.test(text.text.slice(0, text.figures[0]?.start ?? 0)) ||
      /[\u4e00-\u9fff]{2}/u.test(longestShared(goals[0].text, text.text)));
  return text.column === 'explanation' && targets.length === 1 && all !== undefined && named
    ? [{ part: nearest, all }]
    : [];
}

/** 目標值60座；實際值64座 */
function named(before: readonly Figure[]): readonly Pair[] {
  const [all, part] = before.slice(-2);
  if (all === undefined || part === undefined || !commensurable(all, part)) return [];
  return /目標值?(?:為)?$/u.test(lead(all)) && /實際|實績|達成|完成/u.test(lead(part)) ? [{ part, all }] : [];
}

/** No indicator knows the result: the row tells it once more beside the number that was planned. 規劃780人次，完成721人次. */
function planned(row: Row, nearest: Figure): readonly Pair[] {
  for (const text of row.texts) {
    const at = text.figures.findIndex((figure) => figure !== nearest && isSame(figure, nearest));
    const all = text.figures[at - 1];
    const part = text.figures[at];
    if (all === undefined || part === undefined || !commensurable(all, part)) continue;
    if (/規劃|預定|預計|應|目標|核定/u.test(text.text.slice(Math.max(0, all.start - 12), all.start)))
      return [{ part, all }];
  }
  return [];
}

/** It is the target or the result of an indicator in percent: 檢修完成率90% asks of what is to be repaired, not of the plan. */
function isMeasured(row: Row, figure: Figure): boolean {
  const measures = (row.claims?.indicators ?? []).flatMap((indicator) => [
    targetFigure(row, indicator),
    actualFigure(row, indicator),
  ]);
  return measures.some((measure) => measure?.text === figure.text && measure.start === figure.start);
}

const isSame = (a: Figure, b: Figure): boolean => compare(a.value, b.value) === 0 && commensurable(a, b);

function sentenceHolds(text: Text, figure: Figure, other: Figure): boolean {
  const [start, end] = sentenceAt(text.text, figure.start);
  return other.text === text && other.start >= start && other.end <= end;
}

const sameRatio = (a: Pair, b: Pair): boolean =>
  compare(dividedBy(a.part.value, a.all.value), dividedBy(b.part.value, b.all.value)) === 0;

function fault(figure: Figure, label: string, pair: Pair): Fault<Says> {
  const scale = figure.kind === 'percent' ? 100 : 1;
  return {
    says: sure.test(label) ? 'differs' : 'elsewhere',
    words: {
      stated: figure.words,
      part: pair.part.words,
      all: pair.all.words,
      computed: ratioWritten(pair, scale) + (scale === 100 ? '%' : ''),
    },
    at: [
      place(figure.text, figure.start - Math.min(label.length, 12), figure.end),
      figureSpan(pair.part),
      figureSpan(pair.all),
    ],
    stated: asNumber(figure.value),
    computed: asNumber(dividedBy(pair.part.value, pair.all.value)) * scale,
    expression: ratioText(pair),
    proof: proofOfRate('reached-over-asked', figure, [pair.part, asTold(pair.part)], [pair.all, asTold(pair.all)]),
  };
}
