import { rowRule, type Fault } from '../engine/rule.ts';
import {
  absolute,
  asNumber,
  compare,
  minus,
  times,
  whole,
  written,
  type Figure,
  type Fraction,
  type Text,
} from '@guankao/passages';
import { gap } from '../facts/lists.ts';
import { place } from '../facts/filing-facts.ts';
import { arithmeticOf, refutedIn, wordsOf } from '../facts/statements.ts';
import { proofOfTwoFigures } from '../proofs/of-figures.ts';

const meta = {
  id: 'amount-restated',
  title: { 'zh-Hant': '同一金額兩種單位不相等', en: 'One amount in two units, not equal' },
  category: 'arithmetic',
  severity: 'error',
  authority: '單位換算：1千元＝1,000元，1萬元＝10,000元',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: { 'zh-Hant': '兩種寫法應為同一數。', en: 'Both should be the same amount.' },
  messages: {
    differs: {
      fault: {
        'zh-Hant': '{one} 與括號內 {other} 相差 {difference}。',
        en: '{one} and {other} in brackets are {difference} apart.',
      },
      settle: { 'zh-Hant': '請核對換算。', en: 'Check the conversion.' },
    },
    told: {
      fault: {
        'zh-Hant': '{one} 與「即」後之 {other} 相差 {difference}。',
        en: '{one} and {other}, said to be the same, are {difference} apart.',
      },
      settle: { 'zh-Hant': '請核對換算。', en: 'Check the conversion.' },
    },
    again: {
      severity: 'warning',
      fault: {
        'zh-Hant': '前稱 {one}，後稱「{word}」{other}。',
        en: '{one} is told again as {other} (“{word}”).',
      },
      settle: {
        'zh-Hant': '請核對兩數；若為其中一部分，請寫明。',
        en: 'Check the two figures; if some of them are meant, say so.',
      },
    },
    rounded: {
      severity: 'warning',
      fault: {
        'zh-Hant': '{one} 之約數寫為 {other}，相差 {difference}。',
        en: '{one} is rounded to {other}, {difference} apart.',
      },
      settle: { 'zh-Hant': '請核對兩數。', en: 'Check the two figures.' },
    },
  },
} as const;

/** What one of the first unit is in the second. */
const conversions: Readonly<Record<string, Fraction>> = {
  '公尺/公里': { of: 1n, over: 1000n },
  '公里/公尺': whole(1000),
  '公斤/公噸': { of: 1n, over: 1000n },
  '公噸/公斤': whole(1000),
  '平方公尺/公頃': { of: 1n, over: 10_000n },
  '公頃/平方公尺': whole(10_000),
  '公頃/平方公里': { of: 1n, over: 100n },
  '平方公里/公頃': whole(100),
  '平方公尺/平方公里': { of: 1n, over: 1_000_000n },
  '平方公里/平方公尺': whole(1_000_000),
  '公噸/公克': whole(1_000_000),
  '公斤/公克': whole(1000),
  '公尺/公分': whole(100),
  '立方公尺/公升': whole(1000),
  '公升/立方公尺': { of: 1n, over: 1000n },
  '公升/毫升': whole(1000),
  '公秉/公升': whole(1000),
  '公升/公秉': { of: 1n, over: 1000n },
  '分鐘/小時': { of: 1n, over: 60n },
  '小時/分鐘': whole(60),
};

const inBrackets = /^[（(](?:即|約|合|折合|新[臺台]幣)?$/u;
/** 即, and nothing else of the kind told before it that it may sum up. */
const converts = /^，?(?:換算(?:為|成|後為)?|折合|折算(?:為|成)?|換為)約?$/u;
const inWords =
  /^，?(?:即|亦即|相當於|約合|約當|(?:如|若)?以(?:千元|萬元|億元|元)(?:列示|表示|計|為單位)(?:則)?為?)約?$/u;
/** 24公秉，計2,400公升: of another unit that measures the same, and so told again. */
const inAnotherUnit = /^，(?:計|合計|共計|共)$/u;
/** 折為, 表列為: of money in whatever power of ten, where no other money stands beside it. */
const inAnotherPower = /^，(?:折為|換算為|表列為?|列為|列示為|帳列為?|登載為|書為)約?$/u;
const closes = /^(?:[，。；、）)]|分(?:為|成)|$)/u;

/** Is it the same thing told again, and where? */
function isRestated(text: Text, one: Figure, other: Figure): boolean {
  const [between, behind] = [gap(one, other), text.text.slice(other.end)];
  if (inBrackets.test(between))
    return (
      /^[）)]/u.test(behind) && (one.unit !== other.unit || one.kind === 'money' || isInWordsThenDigits(one, other))
    );
  if (one.kind === 'money' && inAnotherPower.test(between) && closes.test(behind)) return isAlone(text, one, other);
  // 依匯率32元折合新臺幣2,560萬元: of money only a word that says it is the same.
  const converted = one.unit !== other.unit && (converts.test(between) || inAnotherUnit.test(between));
  const told = inWords.test(between) || converted;
  return told && closes.test(behind) && isFirstOfItsKind(text, one) && !/每|各/u.test(one.lead);
}

/** 一百二十六人（126人）: written out, and in digits. */
const isInWordsThenDigits = (one: Figure, other: Figure): boolean =>
  one.widening === 'exact' &&
  other.widening === 'exact' &&
  compare(one.value, times(other.value, whole(2))) < 0 &&
  compare(other.value, times(one.value, whole(2))) < 0 &&
  /^[一二三四五六七八九十百千萬零〇兩]{2,}[^一二三四五六七八九十百千萬零〇兩\d]/u.test(one.words) &&
  /^\d/u.test(other.words);

/** No other money in the sentence. */
const isAlone = (text: Text, one: Figure, other: Figure): boolean =>
  text.figures.every(
    (figure) =>
      figure === one || figure === other || figure.sentence.start !== one.sentence.start || figure.kind !== 'money',
  );

/** 北段30公頃、南段15公頃，即0.45平方公里 sums up. */
const isFirstOfItsKind = (text: Text, one: Figure): boolean =>
  text.figures.every(
    ({ unit, sentence, start }) => start >= one.start || sentence.start !== one.sentence.start || unit !== one.unit,
  );

/** 2億3,400萬元，約2.3億元: the same figure, rounded. */
const isRounded = (text: Text, one: Figure, other: Figure): boolean =>
  one.unit === other.unit &&
  one.widening === 'exact' &&
  other.widening === 'about' &&
  /^，約?$/u.test(gap(one, other)) &&
  closes.test(text.text.slice(other.end)) &&
  isFirstOfItsKind(text, one) &&
  !/每|各/u.test(one.lead);

/** What the last digit of a round figure stands for, of 約3,500萬元 a million; and no more than a twentieth of it. */
function roundedTo(figure: Figure): Fraction {
  const [one, twentieth] = [lastDigit(figure), times(figure.value, { of: 1n, over: 20n })];
  const less = compare(one, twentieth) < 0 ? one : twentieth;
  return compare(less, figure.step) < 0 ? figure.step : less;
}

function lastDigit({ value, step }: Figure): Fraction {
  let one = step;
  for (let next = times(one, whole(10)); isMultiple(value, next); next = times(next, whole(10))) one = next;
  return one;
}

const isMultiple = (value: Fraction, of: Fraction): boolean =>
  value.of !== 0n && (value.of * of.over) % (value.over * of.of) === 0n;

export const rule = rowRule(meta, function* (row): Iterable<Fault<keyof typeof meta.messages>> {
  const { texts } = row;
  for (const refuted of refutedIn(row, 'restated')) {
    const { claim, word } = refuted.statement;
    const [one] = refuted.figures;
    if (one === undefined) continue;
    yield {
      says: 'again',
      words: { one: one.words, word, other: claim.words },
      at: wordsOf(refuted),
      ...arithmeticOf(refuted),
    };
  }
  for (const text of texts) {
    for (const [i, one] of text.figures.entries()) {
      const other = text.figures[i + 1];
      if (other === undefined || one.kind !== other.kind) continue;
      const rounded = isRounded(text, one, other);
      const factor = one.unit === other.unit ? whole(1) : conversions[`${one.unit}/${other.unit}`];
      if (factor === undefined || !(rounded || isRestated(text, one, other))) continue;
      const inOther = times(one.value, factor);
      const difference = absolute(minus(inOther, other.value));
      const step = times(one.step, factor);
      const printed = rounded ? roundedTo(other) : other.step;
      const room = compare(step, printed) > 0 ? step : printed;
      if (compare(difference, room) < 0 || difference.of === 0n) continue;
      yield {
        says: rounded ? 'rounded' : inBrackets.test(gap(one, other)) ? 'differs' : 'told',
        words: {
          one: one.words,
          other: other.words,
          difference: `${written(difference, 2)}${other.unit === 'TWD' ? '元' : (other.unit ?? '')}`,
        },
        at: [place(text, one.start, other.end)],
        stated: asNumber(other.value),
        computed: asNumber(inOther),
        expression: `${asNumber(one.value)}=${asNumber(other.value)}`,
        proof: proofOfTwoFigures(
          'one-amount-in-two-units',
          one,
          other,
          one.unit === other.unit ? undefined : { name: `${one.unit}/${other.unit}`, value: factor },
        ),
      };
    }
  }
});
