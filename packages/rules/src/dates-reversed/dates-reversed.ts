import { rowRule, type Fault } from '../engine/rule.ts';
import { datesIn, type PrintedDate } from '../facts/dates.ts';
import { place } from '../facts/filing-facts.ts';
import { proofOfOrder } from '../proofs/of-figures.ts';
import { clauseAround, type CalendarPoint, type DateMention, type Text } from '@guankao/passages';

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

export const rule = rowRule(meta, function* ({ texts }, { fiscalYear }): Iterable<Fault<keyof typeof meta.messages>> {
  for (const text of texts) {
    yield* stagesReversed(text);
    yield* timesReversed(text);
    yield* coursesReversed(text, fiscalYear);
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

/** Things that can only be done one after the other, each course in its order. */
const courses: readonly (readonly RegExp[])[] = [
  [/安放龍骨|開工建造/u, /下水/u, /交船/u, /首航|啟航服役|成軍/u],
  [/招標公告|公告招標|上網招標/u, /等標期間?|投標截止|截止投標|截標/u, /(?<!未|流)開標/u, /決標/u],
  [/開工|動工/u, /竣工|完工/u, /驗收/u],
  [/截止(?:收件|報名|受理|申請)|(?:收件|報名|受理|申請)截止/u, /公告結果|結果公告|放榜|公布(?:名單|結果)|揭曉/u],
  [/啟用|開辦|開館|開幕|揭牌|成立/u, /停辦|停用|閉館|閉幕|裁撤|結束營運|熄燈/u],
  [/送校正|送驗|送檢|送測|採樣/u, /取得[^，。；]{0,6}(?:報告|證書)|報告出爐|出具報告/u],
  [/會勘|現勘|勘查|勘災/u, /(?:會勘|勘查|現勘)?(?:結果)?紀錄[^，。；]{0,4}(?:函發|函送)|據以核定/u],
  [/入院|住院/u, /出院/u],
  [/起訴/u, /一審(?:判決|宣判)/u, /定讞/u],
  [/草案預告|預告草案/u, /三讀/u, /公布施行|施行/u],
  [/開訓|開課/u, /結訓|結業/u],
  [/借出|出借/u, /歸還/u],
];

/** Each clause tells one thing of one course, and nothing in it is of another thing. */
function* coursesReversed(text: Text, year: number | null): Iterable<Fault<keyof typeof meta.messages>> {
  const dates = text.dates.filter(({ lacks, from }) => lacks === null && from.day !== null);
  for (const [i, first] of dates.entries()) {
    const second = dates[i + 1];
    if (second === undefined) continue;
    const [one, other] = [first, second].map((date) => clauseAround(text, date.start, date.end));
    if (one === undefined || other === undefined || one.start === other.start || one.end + 1 < other.start - 1)
      continue;
    const [a, b] = [one, other].map(({ start, end }) => text.text.slice(start, end));
    if (
      a === undefined ||
      b === undefined ||
      isOfAnother(a) ||
      isOfAnother(b) ||
      stopBetween.test(text.text.slice(one.end, other.start))
    )
      continue;
    const course = courses.find((stagesOf) => placeIn(stagesOf, a) >= 0 && placeIn(stagesOf, b) >= 0);
    if (course === undefined) continue;
    const [from, to] = [placeIn(course, a), placeIn(course, b)];
    if (from === to || namesAnother(b, course)) continue;
    const [earlier, later] = from < to ? [first, second] : [second, first];
    const [x, y] = [dayOf(earlier.from), dayOf(later.to ?? later.from)];
    if (x === null || y === null || x <= y) continue;
    const [start, end] = [one.start, other.end];
    yield {
      says: 'back',
      words: { words: text.text.slice(start, end) },
      at: [place(text, start, end)],
      expression: `${x}<=${y}`,
      proof: proofOfOrder('stage-before-stage', printedDate(text, earlier, year), printedDate(text, later, year)),
    };
  }
}

/** A date with the year that the filing is of, where it tells none. */
const printedDate = (text: Text, date: DateMention, year: number | null): Parameters<typeof proofOfOrder>[1] => ({
  text,
  start: date.start,
  end: date.end,
  ...date.from,
  year: date.from.year ?? year,
});

const stopBetween = /[。；]/u;
const isOfAnother = (clause: string): boolean =>
  /第|期|批|梯|另|前次|上次|同[型類款]|他[案船館]|其他|原(?!訂)|部分|新[址館站廠舊]|舊[址館站廠]|擴充|後續|追加|變更|再次|重新|預定|預計|原訂|甲|乙|丙|首[座批]|復|至少|應於|須於/u.test(
    clause.replaceAll(/等標期間?/gu, ''),
  );

/** A subject of its own before the date is another thing: 乙館於…停用. */
function namesAnother(clause: string, course: readonly RegExp[]): boolean {
  const lead = /^[^\d同]*/u.exec(clause)?.[0] ?? '';
  const bare = course.reduce((words, stage) => words.replace(stage, ''), lead);
  return !/^(?:並|復|嗣|後|惟|但|而|則|已|業|業已|始|本案|該案|同案|工程|採購|案|本標|該|其)*(?:日|日期|期間|時間)?(?:為|係|是|自|於|在|則|即|至)*$/u.test(
    bare,
  );
}

function placeIn(course: readonly RegExp[], clause: string): number {
  const found = course.flatMap((stage, at) => (stage.test(clause) ? [at] : []));
  return found.length === 1 ? (found[0] ?? -1) : -1;
}

const dayOf = ({ year, month, day }: CalendarPoint): string | null =>
  year === null && month === null
    ? null
    : `${year ?? '----'}-${String(month).padStart(2, '0')}-${String(day ?? 1).padStart(2, '0')}`;

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
