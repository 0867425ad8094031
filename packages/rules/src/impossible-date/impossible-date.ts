import { rowRule } from '../engine/rule.ts';
import { datesIn } from '../facts/dates.ts';
import { place } from '../facts/filing-facts.ts';

const meta = {
  id: 'impossible-date',
  title: { 'zh-Hant': '曆上沒有的日期', en: 'A date that does not exist' },
  category: 'period',
  severity: 'error',
  authority: '曆法',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: { 'zh-Hant': '日期不存在，該事就無從查證。', en: 'Without a real date the event cannot be checked.' },
  messages: {
    month: {
      fault: { 'zh-Hant': '「{words}」：沒有 {month} 月。', en: '“{words}”: there is no month {month}.' },
      settle: { 'zh-Hant': '請更正日期。', en: 'Correct the date.' },
    },
    day: {
      fault: {
        'zh-Hant': '「{words}」：該年 {month} 月沒有 {day} 日。',
        en: '“{words}”: month {month} of that year has no day {day}.',
      },
      settle: { 'zh-Hant': '請更正日期。', en: 'Correct the date.' },
    },
  },
} as const;

export const rule = rowRule(meta, function* ({ texts }) {
  for (const text of texts) {
    for (const date of datesIn(text)) {
      if (date.lacks === null) continue;
      const words = text.text.slice(date.start, date.end);
      yield {
        says: date.lacks,
        words: { words, month: date.month, day: date.day ?? 0 },
        at: [place(text, date.start, date.end)],
        stated: words,
        perhapsConversion: true,
      };
    }
  }
});
