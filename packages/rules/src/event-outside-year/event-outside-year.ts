import { rowRule, type Fault } from '../engine/rule.ts';
import { place, resultColumns, textsIn } from '../facts/filing-facts.ts';
import type { Text } from '@guankao/passages';
import { clauseAround } from '../facts/figure.ts';
import type { Span } from '@guankao/domain';

const meta = {
  id: 'event-outside-year',
  title: { 'zh-Hant': '以年度外之事計入本年度成果', en: 'An event outside the year counted in it' },
  category: 'period',
  severity: 'question',
  authority: '本表為年度執行情形：成果以12月31日為止',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: {
    'zh-Hant': '年度外之事不是本年度成果，比較各年時會重複或遺漏。',
    en: 'What happened outside the year is not its result; comparing years would count it twice or never.',
  },
  messages: {
    later: {
      fault: { 'zh-Hant': '「{words}」發生在 {year} 年度之後。', en: '“{words}” happened after ROC year {year}.' },
      settle: { 'zh-Hant': '請寫明截至年底之狀態。', en: 'State how things stood at the end of the year.' },
    },
    earlier: {
      fault: { 'zh-Hant': '「{words}」是前一年度之項目。', en: '“{words}” belongs to an earlier year.' },
      settle: {
        'zh-Hant': '請註明為以前年度保留之執行，與本年度目標分列。',
        en: 'Say that it was carried over, apart from this year’s targets.',
      },
    },
  },
} as const;

const promised = /預計|預定|預估|將於|規劃|擬於|俟|至遲|前完成|起至|訂於|時程/u;
const done = /已於|業於|並於|於[^，。]{0,14}(?:完成|上線|啟用|驗收|決標|竣工|開工|發布|核定)|正式上線|已完成|完竣/u;
/** 於…舉辦發表會，計850人到場: who came is known only afterwards. */
const held = /於[^，。]{0,14}(?:舉辦|辦理|召開|舉行)/u;
const attended = /^[^。；;]{0,20}(?:計|共|吸引)[有約達逾]?[\d,]+人次?(?:到場|參加|參與|出席|與會)/u;
const closed = /完成|結案|核銷|驗收|辦理完竣/u;

export const rule = rowRule(meta, function* (row, { fiscalYear }): Iterable<Fault<keyof typeof meta.messages>> {
  if (fiscalYear === null) return;
  const year = fiscalYear - 1911;
  const periodEnd = row.plan.period?.value.end ?? null;
  // Past the plan's own end it is work-after-period's fault.
  const overAnyway = periodEnd !== null && periodEnd < `${fiscalYear}-12`;
  const later: Span[] = [];
  const earlier: Span[] = [];
  for (const text of textsIn(row, ...resultColumns)) {
    if (!overAnyway)
      later.push(
        ...clausesWith(
          text,
          new RegExp(`(?<!\\d)${year + 1}年(?!度?(?:預算|概算))`, 'gu'),
          (clause, after) =>
            (done.test(clause) || (held.test(clause) && attended.test(after))) && !promised.test(clause),
        ),
      );
    earlier.push(
      ...clausesWith(
        text,
        new RegExp(`^(?:[^，。；：]{0,3})${year - 1}年度`, 'gu'),
        (clause) => closed.test(clause) && !/較|比|保留/u.test(clause),
      ),
    );
  }
  const first = (spans: readonly Span[]): string => wordsAt(row.texts, spans[0]);
  if (later.length > 0) yield { says: 'later', words: { words: first(later), year }, at: later };
  if (earlier.length > 0) yield { says: 'earlier', words: { words: first(earlier) }, at: earlier };
});

function* clausesWith(text: Text, pattern: RegExp, holds: (clause: string, after: string) => boolean): Iterable<Span> {
  for (const match of text.text.matchAll(pattern)) {
    const [start, end] = clauseAround(text.text, match.index, match.index + match[0].length);
    if (holds(text.text.slice(start, end), text.text.slice(end, end + 40))) yield place(text, start, end);
  }
}

function wordsAt(texts: readonly Text[], span: Span | undefined): string {
  const text = texts.find(({ passage }) => span !== undefined && passage.offsets.includes(span.start));
  const start = text?.passage.offsets.indexOf(span?.start ?? -1) ?? -1;
  const end = text?.passage.offsets.indexOf((span?.end ?? 0) - 1) ?? -1;
  return text === undefined ? '' : text.text.slice(start, end + 1);
}
