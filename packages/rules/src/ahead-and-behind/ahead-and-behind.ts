import { rowRule } from '../engine/rule.ts';
import { compare } from '@guankao/passages';
import { columnNames, place, type Row } from '../facts/filing-facts.ts';
import type { Text } from '@guankao/passages';

const meta = {
  id: 'ahead-and-behind',
  title: { 'zh-Hant': '一欄稱超前，他欄稱落後', en: 'Ahead in one column, behind in another' },
  category: 'contradiction',
  severity: 'warning',
  authority: '同列各欄應一致；進度差＝實際進度－預定進度',
  validFrom: null,
  validTo: null,
  why: {
    'zh-Hant': '超前與落後不能同時成立，可能基準不同。',
    en: 'Both cannot be true of one schedule; perhaps two baselines are meant.',
  },
  messages: {
    contradicts: {
      fault: {
        'zh-Hant': '{aheadColumn}寫「{ahead}」，{behindColumn}寫「{behind}」。',
        en: '{aheadColumn} says “{ahead}”, {behindColumn} says “{behind}”.',
      },
      settle: {
        'zh-Hant': '請寫明各以何時、何版預定進度為準。',
        en: 'Say against which date and version of the schedule each was measured.',
      },
    },
  },
} as const;

const ahead = /(?:進度)?超前(?:達|約)?(?:\d+(?:\.\d+)?(?:%|個百分點))?|較預定進度超前/u;
const behind =
  /(?:進度|工進|期程)(?:嚴重|略有|仍)?(?:落後|延遲|延宕)|未達(?:預期|預定)進度|不如預期進度|較預定進度落後/u;
const denied = /(?:無|未|免|避免|改善|弭平|追趕|趕上)[^，。；]{0,6}$/u;

export const rule = rowRule(meta, function* (row) {
  const [first, second] = [findIn(row, ahead), [...findIn(row, behind), ...progressMissed(row)]];
  const pair = first.flatMap((a) =>
    second.filter((b) => a.text.column !== b.text.column).map((b) => [a, b] as const),
  )[0];
  if (pair === undefined) return;
  const [a, b] = pair;
  yield {
    says: 'contradicts',
    words: {
      aheadColumn: columnNames[a.text.column],
      behindColumn: columnNames[b.text.column],
      ahead: a.words,
      behind: b.words,
    },
    at: [a, b].map(({ text, start, words }) => place(text, start, start + words.length)),
  };
});

/** 工程進度：目標值60%；實際值59.6%: behind in figures, whatever the words. */
function progressMissed(row: Row): readonly Found[] {
  return row.texts.flatMap((text): Found[] => {
    if (text.column !== 'explanation' || !/進度/u.test(text.text)) return [];
    const rates = text.figures.filter(({ kind }) => kind === 'percent');
    const at = rates.findIndex(
      (target, i) =>
        /目標值?(?:為)?$/u.test(target.lead) &&
        /實際|實績/u.test(rates[i + 1]?.lead ?? '') &&
        compare(rates[i + 1]?.value ?? target.value, target.value) < 0,
    );
    const [target, actual] = rates.slice(at, at + 2);
    if (at < 0 || target === undefined || actual === undefined) return [];
    const start = target.start - Math.min(target.lead.length, 4);
    return [{ text, start, words: text.text.slice(start, actual.end) }];
  });
}

interface Found {
  readonly text: Text;
  readonly start: number;
  readonly words: string;
}

/** Goals too: in some rows the execution is written there. */
function findIn(row: Row, pattern: RegExp): readonly Found[] {
  return row.texts.flatMap((text): Found[] => {
    if (text.column === 'plannedWork') return [];
    const match = pattern.exec(text.text);
    return match === null || denied.test(text.text.slice(0, match.index))
      ? []
      : [{ text, start: match.index, words: match[0] }];
  });
}
