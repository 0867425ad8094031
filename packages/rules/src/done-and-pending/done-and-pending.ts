import type { Span } from '@guankao/domain';
import { rowRule, type Fault } from '../engine/rule.ts';
import { clauseAround } from '../facts/figure.ts';
import { columnNames, place, resultColumns, textsIn, type Row } from '../facts/filing-facts.ts';
import type { Text } from '@guankao/passages';
import { longestShared } from '../facts/likeness.ts';

const meta = {
  id: 'done-and-pending',
  title: { 'zh-Hant': '一欄稱完成，他欄稱尚待辦理', en: 'Done in one column, pending in another' },
  category: 'contradiction',
  severity: 'warning',
  authority: '同列各欄應一致',
  validFrom: null,
  validTo: null,
  why: {
    'zh-Hant': '年底究竟完成與否，決定目標是否達成。',
    en: 'Whether it was done by the end of the year decides the target.',
  },
  messages: {
    contradicts: {
      fault: {
        'zh-Hant': '{doneColumn}寫「{done}」，{pendingColumn}寫「{pending}」。',
        en: '{doneColumn} says “{done}”, {pendingColumn} says “{pending}”.',
      },
      settle: {
        'zh-Hant': '請寫明年底狀態；若為不同標的，請分別敘明。',
        en: 'State how it stood at the end of the year; if these are different works, tell them apart.',
      },
    },
  },
} as const;

/** The steps of a work that are either behind it or before it. */
const steps = [
  '驗收',
  '決標',
  '招標',
  '完工',
  '竣工',
  '上線',
  '啟用',
  '核定',
  '結算',
  '點交',
  '發包',
  '開工',
  '結案',
] as const;

const doneOf = (step: string): RegExp =>
  new RegExp(
    `${step}(?:合格|完成|完畢|完竣|通過)|(?:已|業|全數)?完成[^，。；：、]{0,10}${step}(?!準備|前|資料|申請|規劃)|(?:已|業(?:已|於[^，。；]{0,12}))${step}|於\\d{2,3}年\\d{1,2}月\\d{1,2}日(?:正式|完成)?${step}`,
    'u',
  );
const pendingOf = (step: string): RegExp =>
  new RegExp(
    `(?:待|尚未|未能|俟|尚待|刻正(?:辦理)?|仍未|未及)[^，。；：、]{0,8}${step}|${step}(?:作業)?(?:辦理中|中$|停滯|停擺)|(?:接續|後續)辦理[^，。；：、]{0,4}${step}|預[計定][^，。；：、]{0,14}(?<!完成)${step}(?=$|[，。；])`,
    'u',
  );
const patterns = steps.map((step) => ({ step, done: doneOf(step), pending: pendingOf(step) }));

/** 預計114年3月完成驗收 is not yet done. */
const withoutPromises = (words: string): string => words.replace(/預[計定][^，。；]*/gu, '');

interface Said {
  readonly text: Text;
  readonly start: number;
  readonly end: number;
  readonly sentence: string;
}

export const rule = rowRule(meta, function* (row): Iterable<Fault<keyof typeof meta.messages>> {
  for (const { step, done, pending } of patterns) {
    if (textsIn(row, ...resultColumns).filter(({ text }) => text.includes(step)).length < 2) continue;
    const said = statements(row, done, pending);
    // What an item first tells as pending and then as done is done.
    const open = statements(row, pending, null).filter(
      ({ text, end }) => !done.test(withoutPromises(text.text.slice(end))),
    );
    const pair = said.flatMap((a) =>
      open.filter((b) => a.text.column !== b.text.column && sameWork(a, b)).map((b) => [a, b] as const),
    )[0];
    if (pair === undefined) continue;
    const [a, b] = pair;
    const words = ({ text, start, end }: Said): string => text.text.slice(start, end);
    yield {
      says: 'contradicts',
      words: {
        doneColumn: columnNames[a.text.column],
        pendingColumn: columnNames[b.text.column],
        done: words(a),
        pending: words(b),
      },
      at: [a, b].map(({ text, start, end }): Span => place(text, start, end)),
    };
    return;
  }
});

function statements(row: Row, pattern: RegExp, unless: RegExp | null): readonly Said[] {
  return textsIn(row, ...resultColumns).flatMap((text): Said[] => {
    const match = pattern.exec(text.text);
    if (match === null) return [];
    const [start, end] = clauseAround(text.text, match.index, match.index + match[0].length);
    const clause = text.text.slice(start, end);
    return /預計|預定|前完成|除/u.test(clause) && unless !== null
      ? []
      : unless?.test(clause) === true
        ? []
        : [{ text, start, end, sentence: text.text }];
  });
}

/**
 * The whole work cannot be accepted while a part of it is not; otherwise both must name the same thing.
 * Stages and phases told apart (第1階段, 第2階段) are different works.
 */
function sameWork(a: Said, b: Said): boolean {
  const [stagesA, stagesB] = [stages(a.sentence), stages(b.sentence)];
  if (stagesA.length > 0 && stagesB.length > 0 && !stagesA.some((stage) => stagesB.includes(stage))) return false;
  if (/^(?:本工程|本案|全案|本計畫|本項工程)/u.test(a.sentence)) return true;
  // 113年8月5日完成驗收 names nothing: it speaks of the row's one work.
  if (!/[\u4e00-\u9fff]{3}/u.test(nameOf(a.sentence))) return true;
  const subject = (sentence: string): string =>
    /^[\u4e00-\u9fff]{2,8}?(?=已|業|刻正|尚|仍|待|於)/u.exec(sentence)?.[0] ?? '';
  if (subject(a.sentence) !== '' && subject(a.sentence) === subject(b.sentence)) return true;
  return longestShared(nameOf(a.sentence), nameOf(b.sentence)).length >= 4;
}

const stages = (text: string): readonly string[] =>
  text.match(/第[\d一二三四五]+(?:階段|期|標|次)|[A-Z甲乙丙]標/gu) ?? [];
/** Words that every work has say nothing about which it is. */
const nameOf = (sentence: string): string =>
  sentence.replace(/辦理|完成|驗收|合格|作業|工程採購案|採購案|相關事宜|\d+年\d*月?\d*日?|刻正|預計|契約|規範/gu, '｜');
