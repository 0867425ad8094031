import { rowRule } from '../engine/rule.ts';
import { place, textsIn } from '../facts/filing-facts.ts';
import { clauseAround } from '../facts/figure.ts';

const meta = {
  id: 'results-in-goals',
  title: { 'zh-Hant': '績效目標欄寫了執行結果', en: 'Results written in the goals column' },
  category: 'layout',
  severity: 'question',
  authority: '本表「績效目標及本年度目標值」欄',
  validFrom: null,
  validTo: null,
  why: {
    'zh-Hant': '目標欄寫成果，原訂目標就看不出來。',
    en: 'With results there, what had been promised cannot be told.',
  },
  messages: {
    result: {
      fault: {
        'zh-Hant': '績效目標欄寫「{words}」，是結果而非目標。',
        en: 'The goals column says “{words}”: a result, not a target.',
      },
      settle: {
        'zh-Hant': '請將結果移至說明欄，並補原訂目標值。',
        en: 'Move it to the explanation, and give the target that had been set.',
      },
    },
  },
} as const;

const result =
  /(?:業|已)(?:如期|全數|於[^，。；]{0,14})?(?:達成|完成|納入|辦理完)|[皆均](?:已|如期)(?:達成|完成)|達成[率度]\d|爰保留|致影響|仍無法|未及於|執行率已達\d|截至\d{2,3}年/u;
/** 已 in what is to be reached: 應完成已…, 目標為已完成…. */
const aim = /應|須|目標為|預計|預定/u;

export const rule = rowRule(meta, function* (row) {
  for (const text of textsIn(row, 'goals')) {
    const match = result.exec(text.text);
    if (match === null) continue;
    const [start, end] = clauseAround(text.text, match.index, match.index + match[0].length);
    const words = text.text.slice(start, end);
    if (aim.test(words)) continue;
    yield { says: 'result', words: { words }, at: [place(text, start, Math.min(end, start + 40))] };
    return;
  }
});
