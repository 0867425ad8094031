import type { Join, Message } from '@guankao/domain';
import type { Placed } from './align.ts';

/** Why the texts were given to the row: why there are none for a row that has none. */
export function joinOf(
  placed: Placed,
  row: { readonly expects: boolean; readonly facing: boolean; readonly hasRightPage: boolean },
): Join {
  if (placed.parts.length > 0) return join(placed.confidence, reasons[placed.evidence](placed.sharers));
  if (!row.hasRightPage) return join(0, noRightPage);
  return row.expects ? join(placed.confidence, noText) : join(0.95, parent);
}

function join(confidence: number, message: Message): Join {
  return { confidence, reason: message['zh-Hant'], message };
}

const reasons: Readonly<Record<Placed['evidence'], (sharers: number) => Message>> = {
  'same-row': () => ({ 'zh-Hant': '與計畫同列', en: 'in the same row as the plan' }),
  'one-to-one': () => ({
    'zh-Hant': '左右頁列數相符，依序對應',
    en: 'as many rows on the right page as on the left, in order',
  }),
  'by-words': () => ({
    'zh-Hant': '左右頁列數不符，依用詞與順序對應',
    en: 'the pages differ in rows; matched by words and order',
  }),
  'merged-cell': (sharers) => ({
    'zh-Hant': `合併儲存格涵蓋 ${sharers} 列，依編號與用詞拆分`,
    en: `a cell merged over ${sharers} rows, split by numbering and words`,
  }),
  fused: (sharers) => ({
    'zh-Hant': `右頁一列併列 ${sharers} 項計畫，依編號重起、用詞與三欄段數拆分`,
    en: `one row on the right page holds ${sharers} plans; split by restarted numbering, words, and agreement of the columns`,
  }),
  continued: () => ({ 'zh-Hant': '前頁文字續至本頁', en: 'text that goes on from the page before' }),
  none: () => noText,
};

const noText: Message = {
  'zh-Hant': '右頁找不到屬於本列的文字',
  en: 'no text on the right page was found to belong to this row',
};
const noRightPage: Message = { 'zh-Hant': '缺少對應的右頁', en: 'the facing right page is missing' };
const parent: Message = {
  'zh-Hant': '未列預定工作，右頁無對應文字',
  en: 'no planned work, and no text on the right page',
};
