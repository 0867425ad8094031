import { rowRule, type Fault } from '../engine/rule.ts';
import { place } from '../facts/filing-facts.ts';
import { proofOfPeriod } from '../proofs/of-figures.ts';
import { begunBefore } from './begun-before.ts';
import type { PlanRow, Span } from '@guankao/domain';
import type { Text } from '@guankao/passages';

const meta = {
  id: 'period-broken',
  title: { 'zh-Hant': '計畫期程殘缺或起迄顛倒', en: 'The period is incomplete or runs backwards' },
  category: 'period',
  severity: 'error',
  authority: '期程欄：起年月至迄年月',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: {
    'zh-Hant': '期程不明，就無法判斷進度與逾期。',
    en: 'Without a period neither progress nor delay can be judged.',
  },
  messages: {
    broken: {
      severity: 'warning',
      fault: {
        'zh-Hant': '計畫期程寫「{words}」，{missing}缺漏。',
        en: 'The period says “{words}”: {missing} is missing.',
      },
      settle: { 'zh-Hant': '請補正起迄年月。', en: 'Give the months of start and end.' },
    },
    told: {
      severity: 'warning',
      fault: {
        'zh-Hant': '文中寫「{words}」，期程欄為「{period}」，兩者不同。',
        en: 'The text says “{words}”; the period column says “{period}”.',
      },
      settle: {
        'zh-Hant': '請擇一更正；若期程已修正，請寫明。',
        en: 'Correct one, or say that the period was revised.',
      },
    },
    begun: {
      severity: 'warning',
      fault: {
        'zh-Hant': '文中「{words}」早於計畫期程「{period}」之起月。',
        en: '“{words}” comes before the period begins (“{period}”).',
      },
      settle: {
        'zh-Hant': '請更正日期；若屬前期計畫或先期作業，請寫明。',
        en: 'Correct the date; if it belongs to an earlier plan or to preparations, say so.',
      },
    },
    reversed: {
      fault: {
        'zh-Hant': '計畫期程寫「{words}」，迄月早於起月。',
        en: 'The period says “{words}”: it ends before it begins.',
      },
      settle: { 'zh-Hant': '請核對核定計畫書之期程。', en: 'Check it against the approved plan.' },
    },
  },
} as const;

type Says = keyof typeof meta.messages;

export const rule = rowRule(meta, function* ({ plan, texts }): Iterable<Fault<Says>> {
  yield* toldOtherwise(plan, texts);
  const { period } = plan;
  const at = period?.spans ?? [];
  if (period === null || at.length === 0) return;
  const { start, end } = period.value;
  const words = period.text.replace(/\s/gu, '');
  if (start === null || end === null) {
    if (words === '') return;
    const missing =
      start === null ? { 'zh-Hant': '起始年月', en: 'the start' } : { 'zh-Hant': '結束年月', en: 'the end' };
    yield { says: 'broken', words: { words, missing }, at, stated: words, perhapsConversion: true };
    return;
  }
  const [span] = at;
  if (end >= start || span === undefined) return;
  const proof = proofOfPeriod(span, start, end);
  yield { says: 'reversed', words: { words }, at, stated: words, expression: `${start}<=${end}`, proof };
});

/** 計畫期程自111年1月起至113年12月止: the plan's own period, told in prose with both of its ends. */
const ownPeriod =
  /(?<![子分前各])計畫(?:期程|期間|執行期間|執行期程)(?:係|為|自|原定|：|:)*(?=\d)(?<ends>\d{2,3}年\d{1,2}月起?(?:至|～|~|-)\d{2,3}年\d{1,2}月)(?!\d)/gu;
/** 本計畫自112年3月起執行, where the column begins later. */
const ownStart =
  /本計畫(?:係|已)?自(?<start>\d{2,3}年\d{1,2}月)起(?!即?(?:規劃|研擬|籌備|籌劃|籌組|研議|陳報|報核|先期|前置|醞釀|評估|構想|調查需求|委託))(?:開始)?[^，。；、\d]{2,6}(?=[，。；])/gu;
/** 本計畫為113年至116年之4年期計畫 */
const ownYears = /(?<![子分前各])本計畫(?:為|係)(?<years>\d{2,3}年至\d{2,3}年)(?:之|，為)?[^，。；]{0,4}計畫/gu;
const changed = /原|修正|展延|延長|變更|調整|第[一二三四\d]+期|前期/u;

function* toldOtherwise({ period }: PlanRow, texts: readonly Text[]): Iterable<Fault<Says>> {
  const [column] = period?.spans ?? [];
  const [start, end] = [period?.value.start ?? null, period?.value.end ?? null];
  if (period === null || column === undefined || start === null || end === null) return;
  for (const text of texts) {
    for (const { start: at, end: until } of begunBefore(text, start))
      yield {
        says: 'begun',
        words: { words: text.text.slice(at, until), period: period.text.replace(/\s/gu, '') },
        at: [place(text, at, until), column],
        stated: text.text.slice(at, until),
      };
    for (const match of text.text.matchAll(ownYears)) {
      const [from, to] = [...match[0].matchAll(/\d{2,3}(?=年)/gu)].map(([year]) => String(Number(year) + 1911));
      const agrees = start.startsWith(from ?? '') && end.startsWith(to ?? '');
      if (!agrees && !changed.test(sentenceWords(text, match.index, match[0])))
        yield toldFault(text, match, period, column);
    }
    for (const match of [...text.text.matchAll(ownPeriod), ...text.text.matchAll(ownStart)]) {
      const words = sentenceWords(text, match.index, match[0]);
      const told = match[0].match(/(\d{2,3})年(\d{1,2})月/gu)?.map(monthOfWords) ?? [];
      const [from = start, to = end] = told;
      // A later start may be that of a stage.
      const agrees = told.length === 1 ? from >= start : from === start && to === end;
      if (told.length === 0 || changed.test(words) || agrees) continue;
      yield toldFault(text, match, period, column);
    }
  }
}

function sentenceWords(text: Text, at: number, alone: string): string {
  const sentence = text.sentences.find((one) => one.start <= at && at < one.end);
  return sentence === undefined ? alone : text.text.slice(sentence.start, sentence.end);
}

const toldFault = (
  text: Text,
  { 0: words, index }: RegExpExecArray,
  period: NonNullable<PlanRow['period']>,
  column: Span,
): Fault<'told'> => ({
  says: 'told',
  words: { words, period: period.text.replace(/\s/gu, '') },
  at: [place(text, index, index + words.length), column],
  stated: words,
  computed: period.text,
});

function monthOfWords(words: string): string {
  const [, year = '0', month = '0'] = /(\d+)年(\d+)月/u.exec(words) ?? [];
  return `${Number(year) + 1911}-${month.padStart(2, '0')}`;
}
