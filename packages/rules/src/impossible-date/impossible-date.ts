import { rowRule, type Fault } from '../engine/rule.ts';
import { datesIn } from '../facts/dates.ts';
import { place } from '../facts/filing-facts.ts';
import { proofOfEras, proofOfNoDate } from '../proofs/of-figures.ts';
import type { Text } from '@guankao/passages';

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
    era: {
      fault: {
        'zh-Hant': '「{words}」：西元 {western} 年為民國 {republic} 年。',
        en: '“{words}”: {western} is year {republic} of the Republic.',
      },
      settle: { 'zh-Hant': '請更正年分。', en: 'Correct the year.' },
    },
  },
} as const;

const westernFirst = /西元(?<western>\d{4})年度?[（(]即?民國(?<republic>\d{2,3})年/gu;
const republicFirst = /民國(?<republic>\d{2,3})年度?[（(]即?西元(?<western>\d{4})年/gu;

export const rule = rowRule(meta, function* ({ texts }): Iterable<Fault<keyof typeof meta.messages>> {
  for (const text of texts) {
    yield* erasIn(text);
    for (const date of datesIn(text)) {
      if (date.lacks === null) continue;
      const words = text.text.slice(date.start, date.end);
      yield {
        says: date.lacks,
        words: { words, month: date.month, day: date.day ?? 0 },
        at: [place(text, date.start, date.end)],
        stated: words,
        perhapsConversion: true,
        proof: proofOfNoDate(place(text, date.start, date.end), date.lacks, date.year),
      };
    }
  }
});

/** 西元2027年（民國116年）: one year told twice. */
function* erasIn(text: Text): Iterable<Fault<keyof typeof meta.messages>> {
  for (const match of [...text.text.matchAll(westernFirst), ...text.text.matchAll(republicFirst)]) {
    const [western, republic] = [Number(match.groups?.['western']), Number(match.groups?.['republic'])];
    if (western - 1911 === republic) continue;
    yield {
      says: 'era',
      words: { words: match[0].replace(/[（(]/u, '、'), western, republic: western - 1911 },
      at: [place(text, match.index, match.index + match[0].length)],
      stated: republic,
      proof: proofOfEras(text, numberAt(match, western), numberAt(match, republic)),
    };
  }
}

/** Where one of the two years stands: no digit goes before it, so that 116 is not found in 2116. */
function numberAt({ 0: words, index }: RegExpExecArray, value: number): Parameters<typeof proofOfEras>[1] {
  const start = index + words.search(new RegExp(`(?<!\\d)${value}(?!\\d)`, 'u'));
  return { start, end: start + String(value).length, value };
}
