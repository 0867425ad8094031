import { rowRule } from '../engine/rule.ts';
import { datesIn, type PrintedDate } from '../facts/dates.ts';
import { clauseAround } from '../facts/figure.ts';
import { columnNames, place, resultColumns, textsIn } from '../facts/filing-facts.ts';
import { proofOfTwoDates } from '../proofs/of-figures.ts';
import type { Text } from '@guankao/passages';
import { longestShared } from '../facts/likeness.ts';

const meta = {
  id: 'dates-differ',
  title: { 'zh-Hant': '同一件事兩個日期', en: 'Two dates for one event' },
  category: 'contradiction',
  severity: 'warning',
  authority: '同列各欄應一致',
  validFrom: null,
  validTo: null,
  why: {
    'zh-Hant': '日期決定是否如期、是否屬本年度。',
    en: 'The date decides whether it was on time and in the year.',
  },
  messages: {
    differs: {
      fault: {
        'zh-Hant': '{oneColumn}寫「{one}」，{otherColumn}寫「{other}」。',
        en: '{oneColumn} says “{one}”, {otherColumn} says “{other}”.',
      },
      settle: { 'zh-Hant': '請核對驗收或公文日期。', en: 'Check against the records.' },
    },
  },
} as const;

/** Events that happen once to one work. */
const once = [
  '竣工',
  '完工',
  '開工',
  '決標',
  '驗收合格',
  '完成驗收',
  '啟用',
  '正式上線',
  '上線',
  '取得使用執照',
  '動工',
  '核定',
] as const;

interface Told {
  readonly text: Text;
  readonly start: number;
  readonly end: number;
  readonly date: PrintedDate;
  readonly event: string;
  readonly subject: string;
}

export const rule = rowRule(meta, function* (row) {
  const told = textsIn(row, ...resultColumns).flatMap(eventsOf);
  for (const [i, a] of told.entries()) {
    const b = told
      .slice(i + 1)
      .find(
        (other) =>
          isSameEvent(a, other) &&
          differ(a.date, other.date) &&
          !knownThere(told, a, other) &&
          !knownThere(told, other, a),
      );
    if (b === undefined) continue;
    const words = ({ text, start, end }: Told): string => text.text.slice(start, end);
    yield {
      says: 'differs',
      words: {
        oneColumn: columnNames[a.text.column],
        otherColumn: columnNames[b.text.column],
        one: words(a),
        other: words(b),
      },
      at: [a, b].map(({ text, start, end }) => place(text, start, end)),
      proof: proofOfTwoDates('one-event', { text: a.text, ...a.date }, { text: b.text, ...b.date }),
    };
    return;
  }
});

function eventsOf(text: Text): readonly Told[] {
  return datesIn(text).flatMap((date): Told[] => {
    const [start, end] = clauseAround(text.text, date.start, date.end);
    const after = text.text.slice(date.end, end);
    const event = once.find(
      (word) => after.startsWith(word) || after.startsWith(`完成${word}`) || after.startsWith(`${word}`),
    );
    if (event === undefined || /預計|預定|前$/u.test(text.text.slice(start, date.end))) return [];
    const own = text.text.slice(start, date.start).replace(/[已業於並]+$/u, '');
    // 改善工程，於9月30日竣工: the work is named in the clause before.
    const subject =
      own === '' && start > 0 ? text.text.slice(clauseAround(text.text, start - 1, start - 1)[0], start) : own;
    return [
      {
        text,
        start: Math.max(start, date.start - 16),
        end: Math.min(end, date.end + event.length + 2),
        date,
        event,
        subject,
      },
    ];
  });
}

/** The other column has this date too: it tells of two events, and so may this one. */
const knownThere = (told: readonly Told[], one: Told, other: Told): boolean =>
  told.some(
    ({ text, event, date }) => text.column === other.text.column && event === one.event && !differ(date, one.date),
  );

/** Told in two columns, by the same name; stages and phases are different works. */
function isSameEvent(a: Told, b: Told): boolean {
  if (a.text.column === b.text.column || a.event !== b.event) return false;
  const stage = ({ subject }: Told): string => subject.match(/第[\d一二三四五]+(?:階段|期|標|次)/gu)?.join('') ?? '';
  if (stage(a) !== stage(b)) return false;
  const bare = a.subject.trim() === '' || b.subject.trim() === '';
  return bare ? a.text.passage.marker === b.text.passage.marker : longestShared(a.subject, b.subject).length >= 4;
}

const differ = (a: PrintedDate, b: PrintedDate): boolean =>
  (a.year !== null && b.year !== null && a.year !== b.year) ||
  a.month !== b.month ||
  (a.day !== null && b.day !== null && a.day !== b.day);
