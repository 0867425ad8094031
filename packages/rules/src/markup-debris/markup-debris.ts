import type { Span } from '@guankao/domain';
import { rowRule, type Fault } from '../engine/rule.ts';

const meta = {
  id: 'markup-debris',
  title: { 'zh-Hant': '文中殘留網頁標記', en: 'Mark-up left in the text' },
  category: 'layout',
  severity: 'question',
  authority: '表件應可閱讀：不含標記語法',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: { 'zh-Hant': '標記混入文字，印出與搜尋都會出錯。', en: 'Mark-up among the words spoils print and search.' },
  messages: {
    debris: {
      fault: { 'zh-Hant': '文中殘留「{words}」。', en: '“{words}” was left in the text.' },
      settle: { 'zh-Hant': '請刪去標記。', en: 'Remove it.' },
    },
  },
} as const;

/** Character entities, and tags of lists and styles. Paragraph tags in pairs are how the converter marks items, no fault. */
const debris =
  /&(?:nbsp|amp|lt|gt|quot|ensp|emsp|#\d{1,5});|<\/?(?:ol|ul|li|span|div|font|table|tr|td|style|b|i|u|strong|em)\b[^<>]{0,200}>/giu;

export const rule = rowRule(meta, function* ({ plan }, { document }): Iterable<Fault<keyof typeof meta.messages>> {
  const at: Span[] = [];
  for (const span of plan.spans) {
    const printed = document.text.slice(span.start, span.end);
    if (!/[&<]/u.test(printed)) continue;
    for (const match of printed.matchAll(debris)) {
      const start = span.start + match.index;
      at.push({ ...span, start, end: start + match[0].length });
    }
  }
  const first = at[0];
  if (first === undefined || balanced(at.map(({ start, end }) => document.text.slice(start, end)))) return;
  yield { says: 'debris', words: { words: document.text.slice(first.start, first.end) }, at, perhapsConversion: true };
});

/** A list that is opened and closed is mark-up doing its work. */
function balanced(tags: readonly string[]): boolean {
  const open = tags.filter((tag) => /^<[a-z]/iu.test(tag)).length;
  const closed = tags.filter((tag) => tag.startsWith('</')).length;
  return open === closed && open + closed === tags.length;
}
