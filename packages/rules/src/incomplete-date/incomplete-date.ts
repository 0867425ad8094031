import { rowRule } from '../engine/rule.ts';
import { place } from '../facts/filing-facts.ts';

const meta = {
  id: 'incomplete-date',
  title: { 'zh-Hant': '日期缺字', en: 'A date with a character missing' },
  category: 'text',
  severity: 'warning',
  authority: '《文書處理手冊》：日期應書明年月日',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: {
    'zh-Hant': '缺「年」「月」或「日」，讀者只能猜。',
    en: 'With the character for year, month or day missing the reader can only guess.',
  },
  messages: {
    incomplete: {
      fault: { 'zh-Hant': '「{words}」缺「{missing}」字。', en: '“{words}” lacks {missing}.' },
      settle: { 'zh-Hant': '請補正日期。', en: 'Complete the date.' },
    },
  },
} as const;

const around = '[^\\d，。；：、]{0,4}';
/** Each way of losing a character, with what was lost. 113年5完成; 113年5月12完成; 113年月; 113 5月12日 is too unsure. */
const broken: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`\\d{3}年(?:1[0-2]|[1-9])(?=[完辦開竣決核啟上動驗簽發召取起])${around}`, 'gu'), '月'],
  [
    new RegExp(`\\d{3}年(?:1[0-2]|[1-9])月(?:3[01]|[12]\\d|[1-9])(?=[完辦開竣決核啟上動驗簽發召取])${around}`, 'gu'),
    '日',
  ],
  [/\d{3}年月(?:\d{1,2}日)?[^\d，。；：、]{0,2}/gu, '月份'],
];

export const rule = rowRule(meta, function* ({ texts }) {
  for (const text of texts) {
    for (const [pattern, missing] of broken) {
      for (const match of text.text.matchAll(pattern)) {
        const start = match.index - (text.text[match.index - 1] === '於' ? 1 : 0);
        const end = match.index + match[0].length;
        yield {
          says: 'incomplete',
          words: { words: text.text.slice(start, end), missing },
          at: [place(text, start, end)],
          perhapsConversion: true,
        };
      }
    }
  }
});
