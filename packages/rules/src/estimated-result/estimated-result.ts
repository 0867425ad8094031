import { rowRule } from '../engine/rule.ts';
import { place, resultColumns, textsIn } from '../facts/filing-facts.ts';
import { clauseAround } from '../facts/figure.ts';

const meta = {
  id: 'estimated-result',
  title: { 'zh-Hant': '實績為估計值', en: 'The result is an estimate' },
  category: 'plausibility',
  severity: 'question',
  authority: '數據來源與性質應敘明',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: { 'zh-Hant': '估計值不宜據以判定達成。', en: 'An estimate is weak ground for calling a target met.' },
  messages: {
    estimated: {
      fault: { 'zh-Hant': '文中寫「{words}」。', en: 'The text says “{words}”.' },
      settle: {
        'zh-Hant': '請註明估計方法與正式數據公布時間。',
        en: 'Say how it was estimated and when the final figure will be out.',
      },
    },
  },
} as const;

const estimate =
  /人工估算|(?:初步|暫)估(?:算|計)?|估計[數值]|可能會?(?:產生|有)誤差|為估計值|暫估|概估|尚未(?:有|公布)(?:正式|完整)?(?:統計|數據)/u;

export const rule = rowRule(meta, function* (row) {
  for (const text of textsIn(row, ...resultColumns)) {
    const match = estimate.exec(text.text);
    if (match === null) continue;
    const [start, end] = clauseAround(text.text, match.index, match.index + match[0].length);
    yield {
      says: 'estimated',
      words: { words: text.text.slice(start, end) },
      at: [place(text, start, Math.min(end, start + 40))],
    };
    return;
  }
});
