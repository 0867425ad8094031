import { rowRule, type Fault } from '../engine/rule.ts';
import { listFrom, total } from '../facts/lists.ts';
import { agrees, exactRange, rangeOf, ratioRange } from '../facts/agreement.ts';
import { asNumber, dividedBy, whole, written } from '@guankao/passages';
import { commensurable, justBefore } from '../facts/figure.ts';
import type { Figure, Text } from '@guankao/passages';
import { together } from '../facts/pointing.ts';
import { bare, ownWords } from '../facts/rates.ts';

const meta = {
  id: 'average-mismatch',
  title: { 'zh-Hant': '平均數與總數、次數不符', en: 'An average differs from its total and count' },
  category: 'arithmetic',
  severity: 'error',
  authority: '平均＝總數÷次數，四捨五入或捨去至所印位數',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: { 'zh-Hant': '平均數須能驗算。', en: 'An average must follow from its parts.' },
  messages: {
    differs: {
      fault: {
        'zh-Hant': '文中寫「{stated}」，但 {total}÷{count}＝{computed}。',
        en: 'The text says “{stated}”, but {total} ÷ {count} = {computed}.',
      },
      settle: { 'zh-Hant': '請核對總數、次數與平均數。', en: 'Check total, count and average.' },
    },
  },
} as const;

/** 平均每場, 每場平均, 每隊約: what is counted per what. */
const perWhat =
  /(?:平均)?每一?(?<unit>[\u4e00-\u9fff]{1,3}?)(?:次)?(?:平均(?:服務|參加|使用|補助|支出|處理)?)?(?:約|為|有|達)?$/u;

/** 平均1場, 場均 */
const perOne = /平均(?:每)?[1一](?<unit>[\u4e00-\u9fff]{1,3})$/u;
const shortened = /(?<unit>[場人件戶隊校梯班次日])均$/u;

export const rule = rowRule(meta, function* ({ texts }) {
  for (const text of texts) {
    if (!text.text.includes('均')) continue;
    yield* meansOf(text);
    for (const average of text.figures) {
      const found = basisOf(text, average);
      if (found === null) continue;
      const { total: all, count, from } = found;
      yield {
        says: 'differs',
        words: {
          stated: text.text.slice(from, average.end),
          total: all.words,
          count: count.words,
          computed: written(dividedBy(all.value, count.value), 2),
        },
        at: together([all, ...(isFigure(count) ? [count] : []), average]),
        stated: asNumber(average.value),
        computed: asNumber(dividedBy(all.value, count.value)),
        expression: `${bare(all)}/${asNumber(count.value)}`,
      };
    }
  }
});

/** 分別為92%、95%及98%，平均95%: the mean of a list. */
function* meansOf(text: Text): Iterable<Fault<keyof typeof meta.messages>> {
  for (const [i, average] of text.figures.entries()) {
    // 依站數加權平均 weighs each by its size.
    if (!/(?<!加權)平均(?:為|達|約)?$/u.test(justBefore(average))) continue;
    const lists = text.figures.slice(0, i).map((_, from) => listFrom(text.figures.slice(0, i), from));
    const list = lists.find((one) => one.length > 1 && one.at(-1) === text.figures[i - 1]);
    if (
      list === undefined ||
      list.some(({ kind }) => kind !== average.kind) ||
      !/分別|各為|依序/u.test(text.text.slice(Math.max(0, (list[0]?.start ?? 0) - 8), list[0]?.start))
    )
      continue;
    const mean = dividedBy(total(list), whole(list.length));
    if (agrees(exactRange(mean), average)) continue;
    const names = {
      'zh-Hant': list.map(({ words }) => words).join('、'),
      en: list.map(({ words }) => words).join(', '),
    };
    yield {
      says: 'differs',
      words: { stated: `平均${average.words}`, total: names, count: list.length, computed: written(mean) },
      at: together([...list, average]),
      stated: asNumber(average.value),
      computed: asNumber(mean),
      expression: `(${list.map(bare).join('+')})/${list.length}`,
    };
  }
}

const isFigure = (count: Basis['count']): count is Figure => count.text !== undefined;

interface Basis {
  readonly total: Figure;
  /** A figure of the text, or what the year has of it. */
  readonly count: Pick<Figure, 'words' | 'value'> & Partial<Figure>;
  readonly from: number;
}

/** 平均每月 of a year’s total. */
const ofTheYear: Readonly<Record<string, number>> = { 月: 12, 個月: 12, 季: 4 };

function yearly(all: Figure | undefined, count: number, average: Figure, from: number): Basis | null {
  if (all === undefined || !/全年|年度|\d{3}年|下載|累計|計/u.test(all.text.text.slice(0, all.start))) return null;
  const range = ratioRange(rangeOf(all), exactRange(whole(count)), whole(1));
  return range === null || agrees(range, average)
    ? null
    : { total: all, count: { words: String(count), value: whole(count) }, from };
}

/** The total and the count that refute an average; null where there is none, or any pair of the sentence gives it. */
function basisOf(text: Text, average: Figure): Basis | null {
  const before = justBefore(average);
  const offset = average.start - before.length;
  const match = perWhat.exec(before) ?? perOne.exec(before) ?? shortened.exec(before);
  const unit = match?.groups?.['unit'];
  if (match === null || unit === undefined || !match[0].includes('均') || average.kind === 'percent') return null;
  const stop = text.text.lastIndexOf('。', average.start);
  const told = text.figures.filter((figure) => figure.start > stop && figure.end <= offset + match.index);
  // 平均每人1.5次 is of 人次.
  const totals = told.filter(
    (figure) => commensurable(figure, average) || (average.unit === '次' && figure.unit === '人次'),
  );
  const counts = told.filter(
    (figure) =>
      figure.end <= offset + match.index &&
      (figure.unit?.startsWith(unit) === true ||
        ownWords(figure).endsWith(unit) ||
        (unit === '日' && figure.unit === '天')) &&
      !totals.includes(figure) &&
      figure.value.of > 0n,
  );
  const gives = (all: Figure, count: Figure): boolean => {
    const range = ratioRange(rangeOf(all), rangeOf(count), whole(1));
    return range === null || agrees(range, average);
  };
  if (counts.length === 0 && totals.length === 1 && unit in ofTheYear)
    return yearly(totals[0], ofTheYear[unit] ?? 1, average, offset + match.index);
  if (totals.some((all) => counts.some((count) => gives(all, count)))) return null;
  const [all, count] = [totals.at(-1), counts.at(-1)];
  if (all === undefined || count === undefined) return null;
  // Among several, only those told last and together are meant: 專利24件、技術移轉9件，金額3,870萬元，平均每件….
  const lastTwo = told.filter(({ kind }) => kind !== 'percent').slice(-2);
  const meant = (totals.length === 1 && counts.length === 1) || (lastTwo.includes(all) && lastTwo.includes(count));
  return meant ? { total: all, count, from: offset + match.index } : null;
}
