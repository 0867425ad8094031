import { claimed } from '@guankao/statements';
import {
  added,
  divided,
  dividedBy,
  exactly,
  meet,
  plus,
  scaledBy,
  times,
  whole,
  written,
  type Interval,
} from '@guankao/passages';
import { commensurable, lead } from './figure.ts';
import type { Figure, Stretch, Text } from '@guankao/passages';

/** A percentage (or 倍) that a text states of something, with the words before it. */
export interface Rate {
  readonly figure: Figure;
  readonly label: string;
  /** The figures of the same sentence that stand before it, nearest last, back to the rate before this one. */
  readonly before: readonly Figure[];
  /** All counts and amounts of the item before it. */
  readonly earlier: readonly Figure[];
  /** All of the item: what any two of them give is not refuted. */
  readonly around: readonly Figure[];
  readonly sentence: Stretch;
}

/** A part and the whole it may be a share of. */
export interface Pair {
  readonly part: Figure;
  readonly all: Figure;
}

export function ratesOf(text: Text): readonly Rate[] {
  return text.figures
    .filter(({ kind, unit }) => (kind === 'percent' && unit !== '百分點') || unit === '倍')
    .map((figure) => rateAt(figure));
}

export function rateAt(figure: Figure): Rate {
  const { sentence } = figure;
  const inSentence = figure.text.figures.filter(({ start, end }) => start >= sentence.start && end <= figure.start);
  const lastRate = inSentence.findLastIndex(({ kind }) => kind === 'percent');
  // 平均每班22人 is neither a part nor a whole.
  const counted = ({ kind, lead: words }: Figure): boolean =>
    (kind === 'count' || kind === 'money' || kind === 'duration') && !/平均|每/u.test(words);
  return {
    figure,
    label: lead(figure),
    sentence,
    before: inSentence.slice(lastRate + 1).filter(counted),
    earlier: figure.text.figures.filter((other) => other.end <= figure.start && counted(other)),
    around: figure.text.figures.filter(counted),
  };
}

/** Rates of change, gaps, rates of pay and interest: formulas of their own, or none that the text shows. */
const anotherFormula =
  /成長|增加|減少|增幅|減幅|提升|提高|下降|降低|降至|上升|超前|落後|較|平均|利率|費率|稅率|折扣|補助比|自償率|機率|良率|準確率|容積率|建蔽率|信心|誤差|速度|殖利|濃度|係數/u;

export const isShare = ({ label }: Rate): boolean => !anotherFormula.test(label);

const wholeWords =
  /應|報名|開訓|錄取|核定|契約|決標|總|共|全|目標|預定|計畫|規劃|受理|申請|通報|發布|抽測|抽查|抽驗|檢查|回收|發出|有效|收到|需求|編制|預算|分配|列管|母數|原/u;
const partWords =
  /其中|實際|實收|實到|完成|完訓|結訓|到訓|出席|執行數|支用數|合格|通過|滿意|命中|存活|核准|開案|進用|錄取|已|達成|到|符合|答對|正確|支用|執行|及格|使用|就業|結案|銷號|改善/u;

/** The words that belong to a figure: back to the figure before it, at most one clause. */
export function ownWords(figure: Figure): string {
  const { text, start } = figure;
  const previous = text.figures.filter(({ end }) => end <= start).at(-1)?.end ?? 0;
  const { start: from } = figure.sentence;
  return text.text.slice(Math.max(previous, from, start - 24), start);
}

/** 結訓 of 結訓率, 就業 of 結訓後三個月就業率. */
export const stemOf = ({ label }: Rate): string | undefined =>
  /(?<stem>[\u4e00-\u9fff]{2})(?:率|度|比率|比例|者比例|占比)[為達約計]*$/u.exec(label)?.groups?.['stem'];

/** Does the rate's name come back in the words of the part? 命中率 and 命中126次. */
export function namesakes(rate: Rate, part: Figure): boolean {
  const stem = stemOf(rate);
  // 未完成, 不合格 are the other part.
  return stem !== undefined && new RegExp(`(?<![未不])${stem}`, 'u').test(ownWords(part));
}

export const rolesAreSaid = ({ part, all }: Pair): boolean =>
  wholeWords.test(ownWords(all)) && partWords.test(ownWords(part));

/** Every pair of figures of a list that could be in proportion, later ones as parts of earlier ones and the other way. */
export function pairsOf(figures: readonly Figure[]): readonly Pair[] {
  return figures.flatMap((all, i) =>
    figures.filter((part, j) => i !== j && commensurable(all, part)).map((part) => ({ part, all })),
  );
}

/** 非常滿意1,040份、滿意496份，合計滿意度96%: does the sum of some parts that follow one another, over what stands before them, give the rate? */
export function givenBySums(figures: readonly Figure[], stated: Figure): boolean {
  return figures.some((all, i) =>
    figures.slice(i + 1).some((first, j) => {
      let part = first;
      return figures.slice(i + j + 2).some((next) => {
        if (!commensurable(first, next) || !commensurable(all, first)) return false;
        part = { ...part, value: plus(part.value, next.value), interval: added(part.interval, next.interval) };
        return holds({ part, all }, stated);
      });
    }),
  );
}

/** Is the stated rate that of the pair, at its printed place, rounded or cut off? 倍 is a plain ratio, all else per hundred. */
export function holds({ part, all }: Pair, stated: Figure): boolean {
  return meets(divided(asTold(part), asTold(all)), stated);
}

/** Could a ratio in the interval have been printed as this figure? What may be divided by nought is refuted by nothing. */
export function meets(ratio: Interval, stated: Figure): boolean {
  return meet(scaledBy(ratio, stated.kind === 'percent' ? 100 : 1), claimed(stated));
}

/** A target is set and not measured, so that it was never rounded: 4萬案 and 120萬頁以上 are exactly so many in a rate of attainment. */
export function asTold({ text, widening, value, interval }: Figure): Interval {
  const asked = text.column === 'goals' || text.column === 'plannedWork';
  return asked && widening !== 'about' ? exactly(value) : interval;
}

export const ratioText = ({ part, all }: Pair): string => `${bare(part)}/${bare(all)}`;

/** `98.95`, with two places more than the printed figure has where those are few. */
export const ratioWritten = ({ part, all }: Pair, scale = 100): string =>
  written(times(dividedBy(part.value, all.value), whole(scale)), 2);

export const bare = ({ value }: Figure): string => written(value, 4).replaceAll(',', '');
