import type { Span } from '@guankao/domain';
import { rowRule, type Fault } from '../engine/rule.ts';
import { datesIn, monthOf, rocMonth } from '../facts/dates.ts';
import { place, resultColumns, textsIn, type Row } from '../facts/filing-facts.ts';
import type { Text } from '@guankao/passages';
import { clauseAround } from '../facts/figure.ts';
import { pointAt } from '../facts/pointing.ts';

const meta = {
  id: 'work-after-period',
  title: { 'zh-Hant': '期程屆滿後仍在執行', en: 'Work after the end of the period' },
  category: 'period',
  severity: 'warning',
  authority: '行政院所屬各機關中長程個案計畫編審要點第9點：期程變更應修正計畫',
  validFrom: null,
  validTo: null,
  why: {
    'zh-Hant': '期程屆滿後執行，應有修正或展延之核定。',
    en: 'Work after the end needs an approved revision or extension.',
  },
  messages: {
    event: {
      fault: {
        'zh-Hant': '期程至 {end} 止，文中「{words}」在其後。',
        en: 'The period ends in {endEn}; “{words}” comes after it.',
      },
      settle: {
        'zh-Hant': '請補展延核定文號，或更正期程。',
        en: 'Give the approval of the extension, or correct the period.',
      },
    },
    promised: {
      severity: 'question',
      fault: {
        'zh-Hant': '期程至 {end} 止，文中「{words}」在其後。',
        en: 'The period ends in {endEn}; “{words}” is promised for after it.',
      },
      settle: {
        'zh-Hant': '請補展延核定文號，或修正期程。',
        en: 'Give the approval of the extension, or revise the period.',
      },
    },
    year: {
      severity: 'question',
      fault: {
        'zh-Hant': '期程至 {end} 止，本年度仍列有工作。',
        en: 'The period ended in {endEn}, and the row still reports work this year.',
      },
      settle: { 'zh-Hant': '請說明展延或結案情形。', en: 'Say whether it was extended or is being closed.' },
    },
  },
} as const;

const promised = /預計|預定|預估|將於|規劃於|保固|至遲|前完成/u;
/** What goes on past the end and is no work of the plan. */
const afterwards = /保固|營運|開放|使用中|契約(?:期間|期限)/u;

export const rule = rowRule(meta, function* (row, { fiscalYear }): Iterable<Fault<keyof typeof meta.messages>> {
  const period = row.plan.period;
  const end = period?.value.end ?? null;
  if (period === null || end === null || row.texts.length === 0) return;
  if (fiscalYear !== null && end > `${fiscalYear}-12`) {
    yield* promisedAfter(row, period, end);
    return;
  }
  const late = latestEvent(row, end, fiscalYear);
  const words = { end: rocMonth(end), endEn: end };
  if (late !== null) {
    const [start, stop] = late.clause;
    yield {
      says: 'event',
      words: { ...words, words: late.text.text.slice(start, stop) },
      at: [...period.spans.slice(0, 1), place(late.text, start, stop)],
      stated: period.text,
      computed: late.month,
      expression: `${late.month}<=${end}`,
    };
  } else if (fiscalYear !== null && end < `${fiscalYear}-01`) {
    yield {
      says: 'year',
      words,
      at: [...period.spans.slice(0, 1), ...workOfTheYear(row, fiscalYear)],
      stated: period.text,
    };
  }
});

/** A due date of a commitment past the end: what is promised cannot be done within the plan. */
function* promisedAfter(
  row: Row,
  period: NonNullable<Row['plan']['period']>,
  end: string,
): Iterable<Fault<keyof typeof meta.messages>> {
  const late = row.claims?.commitments.find(
    ({ due }) => due !== null && /^\d{4}-\d\d/u.test(due) && due.slice(0, 7) > end,
  );
  if (late === undefined || afterwards.test(late.text)) return;
  yield {
    says: 'promised',
    words: { end: rocMonth(end), endEn: end, words: late.text },
    at: [...period.spans.slice(0, 1), pointAt(row, late.span)],
    stated: period.text,
    computed: late.due,
  };
}

interface Event {
  readonly text: Text;
  readonly clause: readonly [number, number];
  readonly month: string;
}

/** The clause that names the year: 113年度持續辦理…. */
function workOfTheYear(row: Row, fiscalYear: number): readonly Span[] {
  for (const text of textsIn(row, ...resultColumns)) {
    const at = text.text.indexOf(`${fiscalYear - 1911}年度`);
    if (at >= 0) return [place(text, ...clauseAround(text.text, at, at + 1))];
  }
  return [];
}

/**
 * The last thing that the results tell as done after the period, within the year or after it; where the filing tells no
 * year, within that in which the period ended.
 */
function latestEvent(row: Row, end: string, fiscalYear: number | null): Event | null {
  const last = fiscalYear === null ? Number(end.slice(0, 4)) : fiscalYear + 1;
  let latest: Event | null = null;
  for (const text of textsIn(row, ...resultColumns)) {
    for (const date of datesIn(text)) {
      const month = monthOf(date);
      if (month === null || month <= end || month > `${last}-12`) continue;
      const clause = clauseAround(text.text, date.start, date.end);
      const said = text.text.slice(clause[0], clause[1]);
      if (promised.test(said) || afterwards.test(said)) continue;
      if (latest === null || month >= latest.month) latest = { text, clause, month };
    }
  }
  return latest;
}
