import { daysOf, type DateMention, type Text } from '@guankao/passages';
import { rowRule, type Fault } from '../engine/rule.ts';
import { clauseAround } from '../facts/figure.ts';
import { place, type Row } from '../facts/filing-facts.ts';
import { proofOfOrder } from '../proofs/of-figures.ts';

const meta = {
  id: 'late-called-in-time',
  title: { 'zh-Hant': '稱如期而日期逾期限', en: 'Called in time, after the date that it was due' },
  category: 'period',
  severity: 'warning',
  authority: '曆法：如期者，完成日不晚於期限',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: { 'zh-Hant': '是否如期，由所列兩日即可核對。', en: 'The two dates themselves say whether it was in time.' },
  messages: {
    late: {
      fault: {
        'zh-Hant': '文中期限為 {due}，完成日為 {done}，已逾期限，卻稱「{word}」。',
        en: 'The text gives {due} as the date due and {done} as the date done, which is later, and says “{word}”.',
      },
      settle: {
        'zh-Hant': '請更正用語或日期；若已核准展延，請註明。',
        en: 'Correct the wording or the date; if more time was granted, say so.',
      },
    },
  },
} as const;

/** Before a date: it is when the thing was due. */
const dueBefore =
  /(?:應於|原[訂定]於?|預定於?|目標於?|(?:目標|應[^，。；]{1,6}|預定|到期|截止)日(?:期)?(?:為|是|係|：)|(?<!依)限於|須於|期限(?:為|至|係|：)?)$/u;
/** The words that call it in time. */
const inTime = /如期|依限|準時|按時|未逾期|未逾(?:規定|法定|契約)?[期時]限|符合(?:規定|法定|契約)?[期時]限|[期時]限內/u;
/** More time was granted, or another date is spoken of. */
const moreTime =
  /展延|同意|核准|核定|變更|修正|延長|延至|順延|調整|未(?:能)?(?:如期|依限)|無法|逾期(?<!未逾期)|不計違約/u;

export const rule = rowRule(meta, function* (row): Iterable<Fault<keyof typeof meta.messages>> {
  const { texts } = row;
  yield* afterThePeriod(row);
  for (const text of texts) {
    for (const { start, end } of text.sentences) {
      const words = text.text.slice(start, end);
      yield* calledAhead(text, start, end);
      if (!moreTime.test(words)) yield* calledEarly(text, start, end);
      if (!inTime.test(words) || moreTime.test(words)) continue;
      yield* afterTheTerm(text, start, end);
      const [due, done, ...more] = text.dates.filter((date) => start <= date.start && date.end <= end);
      if (due === undefined || done === undefined || more.length > 0 || !isDue(text, due)) continue;
      const word = inTime.exec(text.text.slice(due.end, end))?.[0];
      if (word === undefined || !isLater(due, done) || isDue(text, done)) continue;
      const until = Math.max(done.end, text.text.indexOf(word, due.end) + word.length);
      yield late(text, due, done, word, Math.min(end, until));
    }
  }
});

function late(
  text: Text,
  due: DateMention,
  done: DateMention,
  word: string,
  end: number,
): Fault<keyof typeof meta.messages> {
  return {
    says: 'late',
    words: { due: due.words, done: done.words, word },
    at: [place(text, Math.min(due.start, done.start), end)],
    expression: null,
    proof: proofOfOrder(
      'done-before-due',
      { text, start: done.start, end: done.end, ...done.from },
      { text, start: due.start, end: due.end, ...(due.to ?? due.from) },
    ),
  };
}

const aheadOf =
  /^[^，。；\d]{2,8}，(?:[係是仍均皆即]|尚在)*(?:於|在)?(?:契約|原[訂定]|預定|法定|規定|履約|完工)*(?:期限|期程|時限|期日)(?:為|是)?$/u;

/** 5月23日完工，係在契約期限5月20日之前. */
function* calledAhead(text: Text, start: number, end: number): Iterable<Fault<keyof typeof meta.messages>> {
  const [done, due, ...more] = text.dates.filter((date) => start <= date.start && date.end <= end);
  if (done === undefined || due === undefined || more.length > 0) return;
  const word = /^之?前(?=[，。；]|$)/u.exec(text.text.slice(due.end, end))?.[0];
  if (word === undefined || !aheadOf.test(text.text.slice(done.end, due.start)) || !isLater(due, done)) return;
  yield late(text, due, done, word, due.end + word.length);
}

/** 原訂6月30日完工，提前於7月10日完工 */
function* calledEarly(text: Text, start: number, end: number): Iterable<Fault<keyof typeof meta.messages>> {
  const [due, done, ...more] = text.dates.filter((date) => start <= date.start && date.end <= end);
  if (due === undefined || done === undefined || more.length > 0 || !isDue(text, due)) return;
  const between = text.text.slice(due.end, done.start);
  const word = /(?<word>提前|提早)(?:業|已|並)*於?$/u.exec(between)?.groups?.['word'];
  if (word === undefined || !/^[^，。；]{0,8}，/u.test(between) || !isLater(due, done)) return;
  yield late(text, due, done, word, done.end);
}

/** 應於受理後20日內, 應於簽約日4月1日起20日內: so many days after what the first of two dates tells. 工作天 are counted otherwise. */
const term = /(?:後(?:之|的)?|(?:之?次日)?起(?:算)?)(?<days>\d{1,3})(?<unit>個?日曆天|日|天)(?:之?內|以內)/u;

/** 應於接獲通知後15日內改善，3月5日接獲通知，4月8日改善，符合期限. */
function* afterTheTerm(text: Text, start: number, end: number): Iterable<Fault<keyof typeof meta.messages>> {
  const match = term.exec(text.text.slice(start, end));
  const [first, last, ...more] = text.dates.filter((date) => start <= date.start && date.end <= end);
  if (match === null || first === undefined || last === undefined || more.length > 0) return;
  // The day from which the term runs may be told in it (決標日3月3日起30日內) or behind it.
  if (
    (first.start < start + match.index && first.end !== start + match.index) ||
    /假日|工作[天日]/u.test(text.text.slice(start, end))
  )
    return;
  const [from, to] = [dayOf(first), dayOf(last)];
  const word = inTime.exec(text.text.slice(last.end, end))?.[0];
  if (from === null || to === null || word === undefined) return;
  const days = Number(match.groups?.['days']);
  // 15日 may be meant without weekends and holidays.
  const most = match.groups?.['unit']?.endsWith('日曆天') === true ? days + 1 : days * 1.4 + 10;
  if (to - from <= most) return;
  yield {
    says: 'late',
    words: { due: `${first.words}${match[0]}`, done: last.words, word },
    at: [place(text, start + match.index, text.text.indexOf(word, last.end) + word.length)],
    expression: null,
  };
}

/** Days since a fixed one; of two dates without a year both are of one. */
function dayOf({ from, to, lacks }: DateMention): number | null {
  if (to !== null || lacks !== null || from.month === null || from.day === null) return null;
  return Date.UTC(from.year ?? 2001, from.month - 1, from.day) / 86_400_000;
}

/** 應於8月31日前, 原訂第2季, 期限為10月15日. */
function isDue(text: Text, { start }: DateMention): boolean {
  return dueBefore.test(text.text.slice(Math.max(0, start - 12), start));
}

/** The first day on which it may have been done is after the last on which it was due. */
function isLater(due: DateMention, done: DateMention): boolean {
  // 期限為12月20日，12月26日完成: of one year, where neither tells its own.
  const [dueDay, doneDay] = [dayOf(due), dayOf(done)];
  if (due.from.year === null && done.from.year === null) return dueDay !== null && doneDay !== null && doneDay > dueDay;
  const [last, first] = [daysOf(due.to ?? due.from)?.last, daysOf(done.from)?.first];
  return last !== undefined && first !== undefined && due.lacks === null && done.lacks === null && first > last;
}

/** 均於計畫期程內驗收完竣, and a day of its end that lies beyond the period. */
const withinPeriod =
  /(?:於|在)?計畫(?:期程|期間|期限)內(?:均|皆|全數|全部|如期)?[^，。；]{0,4}(?:完工|竣工|驗收|完成|辦竣|啟用)/u;
const ended = /^[^，。；\d]{0,4}(?:完工|竣工|驗收|完成|辦竣|啟用)/u;
const meant = /預計|預定|將於|展延|延至|原訂/u;

function* afterThePeriod({ plan, texts }: Row): Iterable<Fault<keyof typeof meta.messages>> {
  const end = plan.period?.value.end ?? null;
  const [at] = plan.period?.spans ?? [];
  if (end === null || at === undefined) return;
  for (const text of texts) {
    const said = withinPeriod.exec(text.text);
    if (said === null) continue;
    for (const other of texts)
      for (const date of other.dates) {
        const [start, stop] = clauseAround(other.text, date.start, date.end);
        const first = daysOf(date.from)?.first ?? '';
        if (date.lacks !== null || first.slice(0, 7) <= end || !ended.test(other.text.slice(date.end))) continue;
        if (meant.test(other.text.slice(start, stop))) continue;
        yield {
          says: 'late',
          words: { due: plan.period?.text.replace(/\s/gu, '') ?? '', done: date.words, word: said[0] },
          at: [place(text, said.index, said.index + said[0].length), place(other, start, stop), at],
          expression: null,
        };
        return;
      }
  }
}
