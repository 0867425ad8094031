import type { PlanRow } from '@guankao/domain';
import { rowRule, type Fault } from '../engine/rule.ts';
import { place } from '../facts/filing-facts.ts';
import { arithmeticOf, computedText, refutedIn, type Refuted } from '../facts/statements.ts';
import { operandsOf, rangeOf } from '@guankao/statements';
import { written } from '@guankao/passages';
import { miscounted, type CountedDays } from './counted-days.ts';

const meta = {
  id: 'duration-mismatch',
  title: { 'zh-Hant': '期間長度與起迄日期不符', en: 'A length of time differs from the dates beside it' },
  category: 'period',
  severity: 'error',
  authority: '曆法：起迄日期間之日數、月數、年數，首尾計入或不計入',
  validFrom: null,
  validTo: null,
  why: { 'zh-Hant': '期間長短決定是否如期。', en: 'How long it took decides whether it was on time.' },
  messages: {
    differs: {
      fault: {
        'zh-Hant': '文中寫 {stated}，但「{dates}」為 {computed}。',
        en: 'The text says {stated}, but “{dates}” is {computed}.',
      },
      settle: { 'zh-Hant': '請核對起迄日期與期間。', en: 'Check the dates and the length.' },
    },
    turned: {
      fault: {
        'zh-Hant': '文中稱「{word}」，但「{dates}」先後相反。',
        en: 'The text says “{word}”, but “{dates}” goes the other way.',
      },
      settle: { 'zh-Hant': '請核對用語與日期。', en: 'Check the wording and the dates.' },
    },
    counted: {
      severity: 'warning',
      fault: {
        'zh-Hant': '文中寫 {stated}，但「{dates}」為 {computed}。',
        en: 'The text says {stated}, but “{dates}” is {computed}.',
      },
      settle: {
        'zh-Hant': '請核對日期與日數，並寫明首尾日是否計入。',
        en: 'Check the dates and the number of days, and say whether the first and the last are counted in.',
      },
    },
    perhaps: {
      severity: 'question',
      fault: {
        'zh-Hant': '文中寫 {stated}；「{dates}」為 {computed}。',
        en: 'The text says {stated}; “{dates}” is {computed}.',
      },
      settle: { 'zh-Hant': '若所指不同，請寫明。', en: 'If something else is meant, say so.' },
    },
  },
} as const;

export const rule = rowRule(meta, function* (row, { fiscalYear }): Iterable<Fault<keyof typeof meta.messages>> {
  for (const refuted of refutedIn(row, 'span')) {
    const { claim, sure, turned, word } = refuted.statement;
    const [dates] = operandsOf(refuted.reading.expression);
    if (dates === undefined || dates.source.from !== 'number') continue;
    const { low, high } = rangeOf(refuted.reading.expression);
    const ends = [low, high].flatMap((end) => (end === null ? [] : [written(end.at, 2)]));
    const [start, end] = [Math.min(dates.source.start, claim.start), Math.max(dates.source.end, claim.end)];
    yield {
      says: !sure ? 'perhaps' : turned === true ? 'turned' : 'differs',
      words: {
        stated: claim.words,
        word,
        dates: dates.words,
        computed: `${[...new Set(ends)].join('–')}${claim.unit ?? ''}`,
      },
      at:
        end - start <= longest
          ? [place(claim.text, start, end)]
          : [place(claim.text, dates.source.start, dates.source.end), place(claim.text, claim.start, claim.end)],
      ...arithmeticOf(refuted),
    };
  }
  for (const refuted of refutedIn(row, 'clock')) yield clockFault(refuted);
  const year = fiscalYear ?? onlyYearOf(row.plan);
  for (const text of row.texts) for (const days of miscounted(text, year)) yield miscount(days);
});

/** A plan of one year tells of that year. */
function onlyYearOf({ period }: PlanRow): number | null {
  const [from, to] = [period?.value.start, period?.value.end].map((month) => month?.slice(0, 4));
  return from !== undefined && from === to ? Number(from) : null;
}

function miscount({ length, dates, start, end, least, most }: CountedDays): Fault<keyof typeof meta.messages> {
  const computed = `${least === most ? '' : `${least}–`}${most}${length.unit ?? ''}`;
  return {
    says: 'counted',
    words: { stated: length.words, dates: dates.words, computed },
    at: [place(length.text, start, end)],
    stated: Number(length.value.of),
    computed: most,
  };
}

/** 19時30分至23時: from the first time of day to the second. */
function clockFault(refuted: Refuted): Fault<keyof typeof meta.messages> {
  const { claim } = refuted.statement;
  const { text } = claim.text;
  const places = operandsOf(refuted.reading.expression).flatMap(({ source }) =>
    source.from === 'number' ? [source] : [],
  );
  const start = Math.min(...places.map((place) => place.start));
  const end = Math.max(...places.map((place) => place.end)) + 1;
  return {
    says: 'differs',
    words: {
      stated: claim.words,
      dates: text.slice(start, end),
      computed: `${computedText(refuted)}${claim.unit ?? ''}`,
    },
    at: [place(claim.text, start, Math.max(end, claim.end))],
    ...arithmeticOf(refuted),
  };
}

/** In characters: dates and length stand in one sentence. */
const longest = 60;
