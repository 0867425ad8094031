import { rowRule } from '../engine/rule.ts';
import { type PrintedDate } from '../facts/dates.ts';
import { place } from '../facts/filing-facts.ts';

const meta = {
  id: 'dates-reversed',
  title: { 'zh-Hant': '起迄日期顛倒', en: 'A span of dates that runs backwards' },
  category: 'period',
  severity: 'error',
  authority: '曆法：起日不晚於迄日',
  validFrom: null,
  validTo: null,
  why: { 'zh-Hant': '起迄顛倒，期間不明。', en: 'Run backwards, the span is unknown.' },
  messages: {
    reversed: {
      fault: { 'zh-Hant': '「{words}」迄日早於起日。', en: '“{words}” ends before it begins.' },
      settle: { 'zh-Hant': '請更正日期。', en: 'Correct the dates.' },
    },
  },
} as const;

export const rule = rowRule(meta, function* ({ texts }) {
  for (const text of texts) {
    const dates = text.dates;
    for (const [i, from] of dates.entries()) {
      const to = dates[i + 1];
      if (to === undefined || !/^(?:起)?至(?:同年)?$/u.test(text.text.slice(from.end, to.start))) continue;
      // A month without a year may be the next year's: 113年11月至2月.
      if (!from.said || !(to.said || to.day !== null)) continue;
      const [a, b] = [order(from), order(to)];
      if (a === null || b === null || b >= a || !to.said) continue;
      yield { says: 'reversed', words: { words: text.text.slice(from.start, to.end) }, at: [place(text, from.start, to.end)], expression: `${a}<=${b}` };
    }
  }
});

const order = ({ year, month, day }: PrintedDate): string | null =>
  year === null ? null : `${year}-${String(month).padStart(2, '0')}-${String(day ?? 1).padStart(2, '0')}`;
