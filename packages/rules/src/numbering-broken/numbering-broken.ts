import { textColumns } from '@guankao/domain';
import type { TextColumn } from '@guankao/domain';
import { rowRule, type Fault } from '../engine/rule.ts';
import { beginning, columnNames, textsIn } from '../facts/filing-facts.ts';
import type { Text } from '@guankao/passages';

const meta = {
  id: 'numbering-broken',
  title: { 'zh-Hant': '項次跳號、重號或顛倒', en: 'Item numbers skip, repeat or run backwards' },
  category: 'layout',
  severity: 'question',
  authority: '《文書處理手冊》：分項標號依序',
  validFrom: null,
  validTo: null,
  why: {
    'zh-Hant': '項次是目標與說明對照的依據，斷號可能表示漏列。',
    en: 'Goals and explanations are matched by these numbers; a gap may be an item lost.',
  },
  messages: {
    skips: {
      fault: {
        'zh-Hant': '{column}項次由 {from} 跳到 {to}。',
        en: 'In {column} the numbering jumps from {from} to {to}.',
      },
      settle: { 'zh-Hant': '請確認是否漏列或誤編。', en: 'See whether an item is missing or misnumbered.' },
    },
    restarts: {
      fault: {
        'zh-Hant': '{column}項次由 {from} 又回到 {to}。',
        en: 'In {column} the numbering goes from {from} back to {to}.',
      },
      settle: {
        'zh-Hant': '請確認是否併入他案文字或誤編。',
        en: 'See whether another plan’s text was joined in, or the number is wrong.',
      },
    },
  },
} as const;

type Says = keyof typeof meta.messages;

export const rule = rowRule(meta, function* (row, { document }): Iterable<Fault<Says>> {
  for (const column of textColumns) {
    const broken = firstBreak(textsIn(row, column));
    if (broken === null) continue;
    const { from, to, says } = broken;
    yield {
      says,
      words: wordsOf(column, from, to),
      at: [from, to].map((text) => beginning(text, 12, document.text)),
      stated: to.passage.marker,
      perhapsConversion: true,
    };
  }
});

interface Break {
  readonly says: Says;
  readonly from: Text;
  readonly to: Text;
}

/** Levels are told by their style, 1. (1) 一、: one level's count begins anew under each item above it. */
function firstBreak(texts: readonly Text[]): Break | null {
  const open: { readonly style: string; last: number; at: Text }[] = [];
  for (const text of texts) {
    const number = numberOf(text.passage.marker);
    if (number === null) continue;
    const level = open.findIndex(({ style }) => style === number.style);
    if (level < 0) {
      if (number.value !== 1 && open.length > 0) {
        const above = open.at(-1);
        if (above !== undefined) return { says: 'skips', from: above.at, to: text };
      }
      open.push({ style: number.style, last: number.value, at: text });
      continue;
    }
    open.length = level + 1;
    const current = open[level];
    if (current === undefined) continue;
    if (number.value !== current.last + 1)
      return { says: number.value > current.last ? 'skips' : 'restarts', from: current.at, to: text };
    current.last = number.value;
    current.at = text;
  }
  return null;
}

const chinese = '一二三四五六七八九十';

function numberOf(marker: string | null): { readonly style: string; readonly value: number } | null {
  const printed = marker?.normalize('NFKC').trim() ?? '';
  const digits = /\d+/u.exec(printed)?.[0];
  if (digits !== undefined) return { style: printed.replace(/\d+/u, '1'), value: Number(digits) };
  const word = /[一二三四五六七八九十]+/u.exec(printed)?.[0];
  if (word === undefined) return null;
  const value =
    word.length === 1
      ? chinese.indexOf(word) + 1
      : word.startsWith('十')
        ? 10 + chinese.indexOf(word[1] ?? '') + 1
        : null;
  return value === null ? null : { style: printed.replace(word, '一'), value };
}

const wordsOf = (column: TextColumn, from: Text, to: Text): Fault<Says>['words'] => ({
  column: columnNames[column],
  from: from.passage.marker ?? '',
  to: to.passage.marker ?? '',
});
