import { rowRule } from '../engine/rule.ts';
import { beginning, textsIn } from '../facts/filing-facts.ts';

const meta = {
  id: 'goals-repeat-execution',
  title: { 'zh-Hant': '績效目標與執行情形逐字相同', en: 'Goals word for word the execution' },
  category: 'target',
  severity: 'question',
  authority: '目標應於年度開始前訂定',
  validFrom: null,
  validTo: null,
  why: {
    'zh-Hant': '逐字相同，目標可能事後抄自成果。',
    en: 'Word for word the same, the goals may have been copied from the results.',
  },
  messages: {
    repeated: {
      fault: {
        'zh-Hant': '績效目標「{words}」與執行情形逐字相同{more}。',
        en: 'The goal “{words}” is word for word the execution{more}.',
      },
      settle: { 'zh-Hant': '請附年度作業計畫所訂目標。', en: 'Show the target set in the annual work plan.' },
    },
  },
} as const;

/** Shorter sentences are alike by chance. */
const longEnough = 12;

export const rule = rowRule(meta, function* (row, { document }) {
  const done = new Set(textsIn(row, 'execution').map(({ text }) => plain(text)));
  const same = textsIn(row, 'goals').filter(({ text }) => plain(text).length >= longEnough && done.has(plain(text)));
  const goals = textsIn(row, 'goals').length;
  const [first] = same;
  // One repeated item among many may be a plan carried out to the letter.
  if (first === undefined || same.length * 2 < goals) return;
  const others = same.length - 1;
  yield {
    says: 'repeated',
    words: {
      words: first.text.slice(0, 30),
      more: { 'zh-Hant': others === 0 ? '' : `（另 ${others} 項）`, en: others === 0 ? '' : ` (and ${others} more)` },
    },
    at: same.slice(0, 3).map((text) => beginning(text, 30, document.text)),
  };
});

const plain = (text: string): string => text.replace(/[\s，。；：、]/gu, '');
