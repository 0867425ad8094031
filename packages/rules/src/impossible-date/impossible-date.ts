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
  why: { 'zh-Hant': '日期有誤，該事就無從查證。', en: 'Without the right date the event cannot be checked.' },
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
    weekday: {
      severity: 'warning',
      fault: {
        'zh-Hant': '「{words}」：該日為星期{weekday}。',
        en: '“{words}”: that day is a {weekday}.',
      },
      settle: { 'zh-Hant': '請更正日期或星期。', en: 'Correct the date or the day of the week.' },
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

const westernFirst =
  /西元(?<western>\d{4})年度?(?:[（(]即?|[^，。；、（(\d]{0,6}，(?:即|亦即|相當於))(?:中華)?民國(?<republic>\d{2,3})年/gu;
/** 設校100年（西元2026年）is how long: without 民國 a word that leads to a date goes before it. */
const republicFirst =
  /(?:民國|(?<=[自於至在，。；]|^))(?<republic>\d{2,3})年度?(?:[（(]即?|，(?:即|亦即|相當於))西元(?<western>\d{4})年/gu;

export const rule = rowRule(meta, function* ({ texts }): Iterable<Fault<keyof typeof meta.messages>> {
  for (const text of texts) {
    yield* erasIn(text);
    yield* weekdaysIn(text);
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

const weekdays = '日一二三四五六';
const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
/** （二） may number what comes next, and is left alone. */
const printedWeekday = /^[（(](?:星期|週|周|禮拜)(?<word>[日天一二三四五六])[）)]/u;

/** 114年5月16日（星期四）: the weekday of a full date is arithmetic. */
function* weekdaysIn(text: Text): Iterable<Fault<keyof typeof meta.messages>> {
  for (const { start, end, year, month, day, said, lacks } of datesIn(text)) {
    if (year === null || day === null || !said || lacks !== null) continue;
    // 5月16日至18日（星期日） is of the last day.
    if (/[至到、~～-]/u.test(text.text.slice(start, end))) continue;
    const printed = printedWeekday.exec(text.text.slice(end));
    const word = printed?.groups?.['word'];
    if (printed === null || word === undefined) continue;
    const own = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
    if (weekdays.indexOf(word.replace('天', '日')) === own) continue;
    const stop = end + printed[0].length;
    const words = text.text.slice(start, stop);
    yield {
      says: 'weekday',
      words: {
        words,
        weekday: { 'zh-Hant': weekdays.charAt(own), en: weekdayNames[own] ?? '' },
      },
      at: [place(text, start, stop)],
      stated: word,
      perhapsConversion: true,
    };
  }
}
