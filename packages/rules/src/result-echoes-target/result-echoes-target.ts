import type { Span } from '@guankao/domain';
import { rowRule } from '../engine/rule.ts';
import { pointAt } from '../facts/pointing.ts';
import { locate } from '../facts/indicators.ts';
import { place, resultColumns, textsIn, type Row } from '../facts/filing-facts.ts';
import type { Text } from '@guankao/passages';
import { clauseAround, lead } from '../facts/figure.ts';

const meta = {
  id: 'result-echoes-target',
  title: { 'zh-Hant': '成果只重述目標門檻', en: 'The result only repeats the target’s bound' },
  category: 'target',
  severity: 'question',
  authority: '本表末欄應敘明實際達成值',
  validFrom: null,
  validTo: null,
  why: { 'zh-Hant': '只寫「以上」「至少」，看不出實際值。', en: 'With “at least” alone the actual value is not told.' },
  messages: {
    echo: {
      fault: {
        'zh-Hant': '成果寫「{words}」，只重述目標，未寫實際值。',
        en: 'The result says “{words}”: the target over again, no actual value.',
      },
      settle: { 'zh-Hant': '請填實際值與統計期間。', en: 'Give the actual value and the period counted.' },
    },
  },
} as const;

export const rule = rowRule(meta, function* (row) {
  const goals = row.texts.filter(({ column }) => column === 'goals').flatMap(({ figures }) => figures);
  const at: Span[] = [];
  let words = '';
  for (const text of textsIn(row, ...resultColumns)) {
    for (const figure of text.figures) {
      // A bound is no result: 達97%以上, 至少1個.
      const bound =
        figure.comparator === '>=' &&
        /以上|至少|不低於|不少於/u.test(text.text.slice(Math.max(0, figure.start - 4), figure.end + 3));
      if (/目標/u.test(lead(figure))) continue;
      const asked = goals.some(
        (goal) =>
          goal.kind === figure.kind &&
          goal.unit === figure.unit &&
          goal.value.of * figure.value.over === figure.value.of * goal.value.over,
      );
      if (!bound || !asked || boundsANoun(text, figure.end) || answeredElsewhere(row, figure.start, text)) continue;
      const [start, end] = clauseAround(text.text, figure.start, figure.end);
      if (at.length === 0) words = text.text.slice(start, end);
      at.push(pointAt(row, place(text, start, end)));
    }
  }
  if (at.length > 0) yield { says: 'echo', words: { words }, at };
});

/** 每週使用4節以上學校占比82.6%: the bound says whose share it is, and the share is told. */
const boundsANoun = (text: Text, end: number): boolean => {
  const [, until] = clauseAround(text.text, end, end);
  return text.figures.some(
    ({ start }) =>
      start > end &&
      start < until &&
      /^以上[之的]?[\u4e00-\u9fff]{2}/u.test(text.text.slice(text.text.startsWith('以上', end) ? end : end - 2, start)),
  );
};

/** Another indicator’s result stands at this very place: a true value with 以上 behind it. */
function answeredElsewhere(row: Row, start: number, text: Text): boolean {
  return (row.claims?.indicators ?? []).some(({ actual, target }) => {
    const found = actual === null ? null : locate(row, actual.span);
    return (
      found !== null &&
      found.text === text &&
      found.start <= start &&
      start < found.end &&
      actual?.value !== target.value
    );
  });
}
