import { rowRule } from '../engine/rule.ts';
import { around } from '../facts/pointing.ts';

const meta = {
  id: 'bracket-unpaired',
  title: { 'zh-Hant': '括號或引號不成對', en: 'A bracket or quotation mark without its other half' },
  category: 'text',
  severity: 'question',
  authority: '教育部《重訂標點符號手冊》：夾注號、引號成對使用',
  validFrom: null,
  validTo: null,
  why: {
    'zh-Hant': '看不出說明到哪裡為止，其中的數字算在誰身上也不明。',
    en: 'Where the remark ends, and whose its figures are, cannot be told.',
  },
  messages: {
    open: {
      fault: { 'zh-Hant': '「{words}」的「{mark}」沒有下半。', en: '“{mark}” in “{words}” is not closed.' },
      settle: { 'zh-Hant': '請補上或刪去。', en: 'Close it or delete it.' },
    },
    closed: {
      fault: { 'zh-Hant': '「{words}」的「{mark}」沒有上半。', en: '“{mark}” in “{words}” was never opened.' },
      settle: { 'zh-Hant': '請補上或刪去。', en: 'Open it or delete it.' },
    },
  },
} as const;

/** Each closing mark by its opening one; wide and narrow brackets close each other, as people type them. */
const pairs = new Map([
  ['（', ')'],
  ['(', ')'],
  ['「', '」'],
  ['『', '』'],
  ['【', '】'],
  ['〔', '〕'],
  ['《', '》'],
  ['〈', '〉'],
]);
const closing = new Set(pairs.values());

/** 1) and 甲） at the head of an item or a clause number it. */
const numbers = /(?:^|[\s，。；：、])[\dA-Za-z一二三四五六七八九十甲乙丙丁]{1,3}$/u;

export const rule = rowRule(meta, function* ({ texts }) {
  for (const text of texts) {
    const found = firstUnpaired(text.text);
    if (found === null) continue;
    const span = around(text, found.at, found.at + 1, 6);
    yield {
      says: found.says,
      words: { words: text.text.slice(Math.max(0, found.at - 6), found.at + 7), mark: text.text[found.at] ?? '' },
      at: [span],
      perhapsConversion: true,
    };
  }
});

/** An item is cut where the form breaks it: of several, the first is enough to look at. */
function firstUnpaired(text: string): { readonly at: number; readonly says: keyof typeof meta.messages } | null {
  const open: { readonly at: number; readonly closes: string }[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] === '）' ? ')' : (text[at] ?? '');
    const closes = pairs.get(mark);
    if (closes !== undefined) open.push({ at, closes });
    else if (closing.has(mark)) {
      if (open.at(-1)?.closes === mark) open.pop();
      else if (mark !== ')' || !numbers.test(text.slice(Math.max(0, at - 4), at))) return { at, says: 'closed' };
    }
  }
  const left = open[0];
  return left === undefined ? null : { at: left.at, says: 'open' };
}
