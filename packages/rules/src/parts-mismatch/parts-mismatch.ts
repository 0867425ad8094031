import { rowRule, type Fault } from '../engine/rule.ts';
import { asNumber, compare, same, written, type Fraction } from '@guankao/passages';
import { sentencesOf, gap, listFrom, oneDigitApart, sameUnit, someStartAddsUp, total } from '../facts/lists.ts';
import type { Figure, Text } from '@guankao/passages';
import { together } from '../facts/pointing.ts';
import { bare } from '../facts/rates.ts';

const meta = {
  id: 'parts-mismatch',
  title: { 'zh-Hant': '分項相加不等於合計', en: 'Parts do not add up to their total' },
  category: 'arithmetic',
  severity: 'error',
  authority: '加總：合計＝各分項之和',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: { 'zh-Hant': '合計與分項至少有一數有誤。', en: 'At least one of the figures is wrong.' },
  messages: {
    differs: {
      fault: {
        'zh-Hant': '文中合計 {stated}，分項 {parts} 相加為 {computed}。',
        en: 'The text gives {stated} in all; the parts {parts} add up to {computed}.',
      },
      settle: { 'zh-Hant': '請核對各分項與合計。', en: 'Check the parts and the total.' },
    },
    perhaps: {
      severity: 'question',
      fault: {
        'zh-Hant': '文中總數 {stated}，所列 {parts} 相加為 {computed}。',
        en: 'The text gives {stated}; what is listed, {parts}, adds up to {computed}.',
      },
      settle: { 'zh-Hant': '若只列部分項目，請註明。', en: 'If only some parts are listed, say so.' },
    },
    near: {
      severity: 'warning',
      fault: {
        'zh-Hant': '文中總數 {stated}，所列 {parts} 相加為 {computed}，只差一個數字。',
        en: 'The text gives {stated}; what is listed, {parts}, adds up to {computed}, one digit away.',
      },
      settle: {
        'zh-Hant': '請核對各數；若只列部分項目，請註明。',
        en: 'Check the figures; if only some parts are listed, say so.',
      },
    },
  },
} as const;

type Says = keyof typeof meta.messages;

interface Sum {
  readonly total: Figure;
  readonly parts: readonly Figure[];
  /** The words claim that nothing is left out. */
  readonly complete: boolean;
}

export const rule = rowRule(meta, function* ({ texts }): Iterable<Fault<Says>> {
  for (const text of texts) {
    for (const figures of sentencesOf(text)) {
      const refuted = new Set<Figure>();
      for (const found of [...withRemainder(text, figures), ...totalFirst(text, figures), ...totalLast(figures)]) {
        const says = verdict(found);
        if (says === null || refuted.has(found.total)) continue;
        refuted.add(found.total);
        yield fault(found, says);
      }
    }
  }
});

function verdict({ total: whole, parts, complete }: Sum): Says | null {
  const computed = total(parts);
  if (same(computed, whole.value) || whole.comparator !== null || parts.some(({ comparator }) => comparator !== null))
    return null;
  // Of what is only partly listed, no more can be listed than there is.
  if (complete || compare(computed, whole.value) > 0) return 'differs';
  if (parts.length < 2 || !oneDigitApart(computed, whole.value)) return null;
  // Among small numbers any two are one digit apart, and two parts are often not all.
  return compare(whole.value, small) < 0 && parts.length < 3 ? 'perhaps' : 'near';
}

const small: Fraction = { of: 100n, over: 1n };

const opens =
  /^[^。；、]{0,16}?(?<opener>[（(]|其中|中，|，計(?!有)|[按依][^，。；、]{1,6}別(?:[為計分])?|分別為|包含|包括|涵蓋|分為|分置|計有|含)(?<rest>.*)$/u;
const notParts = /總經費|編列|每|平均|單價|各(?=\d)|例如|如：|較/u;

/** 32公頃，其中北段14.5公頃、中段9.8公頃、南段7.7公頃; 39處(中央7處、地方32處); 60公頃，按縣別為甲縣24公頃、乙縣36公頃. */
function* totalFirst(text: Text, figures: readonly Figure[]): Iterable<Sum> {
  for (const [i, whole] of figures.entries()) {
    const next = figures[i + 1];
    if (next === undefined || whole.kind === 'percent' || !sameUnit(whole, next) || /平均|每/u.test(whole.lead))
      continue;
    const { opener, rest } = opens.exec(gap(whole, next))?.groups ?? {};
    if (opener === undefined || notParts.test(gap(whole, next)) || /[）)]/u.test(rest ?? '')) continue;
    const parts = inside(text, opener, next, listFrom(figures, i + 1));
    if (parts.length < 2 || someStartAddsUp(parts, whole.value)) continue;
    const last = parts.at(-1) ?? next;
    yield { total: whole, parts, complete: isComplete(text, opener, parts, last) };
  }
}

/** In brackets only what stands in them. */
function inside(text: Text, opener: string, first: Figure, list: readonly Figure[]): readonly Figure[] {
  const closed = /[（(]/u.test(opener) ? text.text.slice(first.start).search(/[）)]/u) : -1;
  return closed < 0 ? list : list.filter(({ end }) => end <= first.start + closed);
}

/** Two names that leave nothing out. */
const complements = [
  ['男', '女'],
  ['國內', '國外'],
  ['公立', '私立'],
  ['室內', '室外'],
  ['中央', '地方'],
  ['線上', '實體'],
  ['開放', '限閱'],
  ['新增', '既有'],
] as const;

function isComplete(text: Text, opener: string, parts: readonly Figure[], last: Figure): boolean {
  if (/^[^，。；]{0,6}等/u.test(text.text.slice(last.end))) return false;
  const before = parts.at(-2);
  const closing = opener !== '中，' && before !== undefined && /[及與和]|其他|其餘/u.test(gap(before, last));
  if (/[（(]/u.test(opener)) return !/含|其中|如/u.test(text.text.slice((parts[0]?.start ?? 0) - 12, parts[0]?.start));
  if (
    parts.length === 2 &&
    complements.some(
      ([a, b]) => parts.some(({ lead }) => lead.includes(a)) && parts.some(({ lead }) => lead.includes(b)),
    )
  )
    return true;
  return (
    /別|分為|分置|，計/u.test(opener) ||
    (closing && opener !== '其中') ||
    (before !== undefined && /其他|其餘/u.test(gap(before, last)))
  );
}

/** A 7.4公里及B 5.2公里，合計12.6公里; the count opens with the sum word, close behind its last part. */
function* totalLast(figures: readonly Figure[]): Iterable<Sum> {
  for (const [i, whole] of figures.entries()) {
    const before = figures.slice(0, i);
    const last = before.at(-1);
    if (last === undefined || whole.kind === 'percent' || !sameUnit(last, whole)) continue;
    const between = gap(last, whole);
    if (!closes(between, before)) continue;
    const runs = before
      .map((_, start) => listFrom(before, start))
      .filter((run) => run.at(-1) === last && run.length > 1);
    const [longest] = runs;
    if (longest === undefined || runs.some((run) => same(total(run), whole.value))) continue;
    yield { total: whole, parts: longest, complete: true };
  }
}

/** The word that sums up, close behind the last part. 累計 sums up only what 連同 has joined. */
function closes(between: string, before: readonly Figure[]): boolean {
  const last = before.at(-1);
  const joined = last !== undefined && /連同/u.test(last.text.text.slice(before.at(-2)?.end ?? 0, last.start));
  if (joined) return /(?:合計|共計|總計|累計|共)[\u4e00-\u9fff]{0,4}$/u.test(between) && between.length <= 16;
  return (
    /(?:合計|共計|總計|合共|共)[為達有]?$/u.test(between) &&
    between.length <= 14 &&
    !/全年|累計|歷年|其他|全國/u.test(between)
  );
}

/** 31館，其中29館已完工，其餘2館: the rest and what goes before it are the whole. */
function* withRemainder(text: Text, figures: readonly Figure[]): Iterable<Sum> {
  for (const [i, rest] of figures.entries()) {
    if (i < 2 || !/(?:其餘|剩餘|餘)(?:之)?$/u.test(text.text.slice(Math.max(0, rest.start - 4), rest.start))) continue;
    const before = figures.slice(0, i).filter((figure) => sameUnit(figure, rest));
    const [whole, ...parts] = before.slice(-Math.max(2, before.length));
    if (whole === undefined || parts.length === 0 || whole.kind === 'money') continue;
    const sums = parts.map((_, k) => total([...parts.slice(k), rest]));
    if (
      sums.some((sum) => same(sum, whole.value)) ||
      before.some((one, k) => k + 1 < before.length && same(total([...before.slice(k + 1), rest]), one.value))
    )
      continue;
    if (parts.length === 1) yield { total: whole, parts: [...parts, rest], complete: true };
  }
}

function fault({ total: whole, parts }: Sum, says: Says): Fault<Says> {
  const computed = total(parts);
  return {
    says,
    words: { stated: whole.words, parts: parts.map(({ words }) => words).join('、'), computed: written(computed, 4) },
    at: together([whole, ...parts]),
    stated: asNumber(whole.value),
    computed: asNumber(computed),
    expression: parts.map(bare).join('+'),
  };
}
