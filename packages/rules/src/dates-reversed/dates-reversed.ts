import { rowRule, type Fault } from '../engine/rule.ts';
import { datesIn, type PrintedDate } from '../facts/dates.ts';
import { place } from '../facts/filing-facts.ts';
import { proofOfOrder } from '../proofs/of-figures.ts';
import type { Text } from '@guankao/passages';

const meta = {
  id: 'dates-reversed',
  title: { 'zh-Hant': '起迄日期顛倒', en: 'A span of dates that runs backwards' },
  category: 'period',
  severity: 'error',
  authority: '曆法：起日不晚於迄日；工程依決標、開工、竣工、驗收、啟用之序',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: { 'zh-Hant': '起迄顛倒，期間不明。', en: 'Run backwards, the span is unknown.' },
  messages: {
    reversed: {
      fault: { 'zh-Hant': '「{words}」迄日早於起日。', en: '“{words}” ends before it begins.' },
      settle: { 'zh-Hant': '請更正日期。', en: 'Correct the dates.' },
    },
    stages: {
      fault: {
        'zh-Hant': '「{words}」後一階段早於前一階段。',
        en: '“{words}”: the later stage comes before the earlier one.',
      },
      settle: { 'zh-Hant': '請更正日期。', en: 'Correct the dates.' },
    },
    back: {
      severity: 'warning',
      fault: {
        'zh-Hant': '「{words}」依序應在前之階段，日期反而在後。',
        en: '“{words}”: the stage that should come first is dated last.',
      },
      settle: {
        'zh-Hant': '請更正日期，或寫明所指為不同標案。',
        en: 'Correct the dates, or say that they are of two works.',
      },
    },
    ordinals: {
      fault: {
        'zh-Hant': '「{words}」後一次早於前一次。',
        en: '“{words}”: the later time comes before the earlier one.',
      },
      settle: { 'zh-Hant': '請更正日期。', en: 'Correct the dates.' },
    },
  },
} as const;

export const rule = rowRule(meta, function* ({ texts }): Iterable<Fault<keyof typeof meta.messages>> {
  for (const text of texts) {
    yield* stagesReversed(text);
    yield* timesReversed(text);
    const dates = datesIn(text);
    for (const [i, from] of dates.entries()) {
      const to = dates[i + 1];
      if (to === undefined || !/^(?:起)?至(?:同年)?$/u.test(text.text.slice(from.end, to.start))) continue;
      // A month without a year may be the next year's: 113年11月至2月.
      if (!from.said || !(to.said || to.day !== null)) continue;
      const [a, b] = [order(from), order(to)];
      if (a === null || b === null || b >= a || !to.said) continue;
      yield {
        says: 'reversed',
        words: { words: text.text.slice(from.start, to.end) },
        at: [place(text, from.start, to.end)],
        expression: `${a}<=${b}`,
        proof: proofOfOrder('from-before-to', { text, ...from }, { text, ...to }),
      };
    }
  }
});

/** The stages of a work, in their order. */
const stages = [
  /公告招標|公開招標|招標公告|上網公告/u,
  /(?<!未|流)開標|資格審查/u,
  /決標/u,
  /簽約|訂約/u,
  /開工|動工/u,
  /試運轉|試車/u,
  /竣工|完工|建置完成|系統建置|裝設完成|交車|交貨|交船/u,
  /驗收/u,
  /啟用|開館|通車|營運/u,
] as const;

/** 6月11日開工，同年5月28日申報竣工: one work's stages, told clause by clause, each beginning with its date. */
function* stagesReversed(text: Text): Iterable<Fault<keyof typeof meta.messages>> {
  const dates = datesIn(text);
  for (const [i, first] of dates.entries()) {
    const second = dates[i + 1];
    if (second === undefined || first.day === null || second.day === null) continue;
    const between = text.text.slice(first.end, second.start);
    // Another subject before the second date is another work: 甲館9月竣工，乙館8月驗收.
    const isRun = /^(?:並|即|申報)?[^，。；;、]{2,4}、$/u.test(between);
    if (!/^[^，。；;]{0,10}，(?:並|復|續|嗣|同案|該案|業|已|業已)*於?$/u.test(between) && !isRun) continue;
    const after = text.text.slice(second.end, second.end + 12).split(/[，。；;、]/u)[0] ?? '';
    const [from, to] = [stageIn(between), stageIn(after)];
    const [a, b] = [order(first), order(second)];
    if (from < 0 || to < 0 || a === null || b === null) continue;
    // 7月20日開工、6月30日完工之乙館: of another work.
    if (isRun && !/^[^之的及與和]{0,6}$/u.test(after)) continue;
    const reversed = to > from && b < a;
    const toldBack = !isRun && isToldBack(from, to) && b > a && !anotherPart.test(between + after);
    if (!reversed && !toldBack) continue;
    const end = second.end + after.length;
    const [earlier, later] = reversed ? [first, second] : [second, first];
    yield {
      says: reversed ? 'stages' : 'back',
      words: { words: text.text.slice(first.start, end) },
      at: [place(text, first.start, end)],
      expression: `${order(earlier)}<=${order(later)}`,
      proof: proofOfOrder('stage-before-stage', { text, ...earlier }, { text, ...later }),
    };
  }
}

/** 8月14日完成驗收，並於9月2日完成系統建置; 5月25日交車，6月20日始簽約: what came first is dated last. */
function isToldBack(from: number, to: number): boolean {
  const [contracted, begun, finished, accepted] = [[0, 1, 2, 3], 4, 6, 7] as const;
  if (from === accepted) return to === finished || to === begun || contracted.some((stage) => stage === to);
  return (from === finished || from === begun) && contracted.some((stage) => stage === to);
}

/** Of another part of the work, or of another contract. */
const anotherPart = /第|期|批|階段|擴充|後續|另|追加|變更|契約變更/u;

const numerals = '一二三四五六';

/** 第一次公告5月6日流標，第二次於4月9日決標: one thing done again, told right behind. */
function* timesReversed(text: Text): Iterable<Fault<keyof typeof meta.messages>> {
  const dates = datesIn(text);
  for (const [i, first] of dates.entries()) {
    const second = dates[i + 1];
    if (second === undefined || first.day === null || second.day === null) continue;
    const lead = /第(?<many>[一二三四五1-5])次(?<what>[^，。；、]{0,8}?)於?$/u.exec(text.text.slice(0, first.start));
    const next = /^[^，。；、]{0,8}，第(?<many>[二三四五六2-6])次(?<what>[^，。；、]{0,8}?)於?$/u.exec(
      text.text.slice(first.end, second.start),
    );
    const [n, m] = [lead, next].map((match) => countOf(match?.groups?.['many']));
    if (lead === null || n === undefined || m === undefined || n === 0 || m !== n + 1) continue;
    // 第一次會議…，第二次訪查…: of two things.
    const [what, again] = [lead.groups?.['what'] ?? '', next?.groups?.['what'] ?? ''];
    if (again !== '' && again !== what) continue;
    const [a, b] = [order(first), order(second)];
    if (a === null || b === null || b >= a) continue;
    yield {
      says: 'ordinals',
      words: { words: text.text.slice(first.start - lead[0].length, second.end) },
      at: [place(text, first.start - lead[0].length, second.end)],
      expression: `${a}<=${b}`,
      proof: proofOfOrder('once-before-again', { text, ...first }, { text, ...second }),
    };
  }
}

const countOf = (word: string | undefined): number =>
  word === undefined ? 0 : /\d/u.test(word) ? Number(word) : numerals.indexOf(word) + 1;

function stageIn(words: string): number {
  return stages.findLastIndex((stage) => stage.test(words));
}

const order = ({ year, month, day }: PrintedDate): string | null =>
  year === null ? null : `${year}-${String(month).padStart(2, '0')}-${String(day ?? 1).padStart(2, '0')}`;
