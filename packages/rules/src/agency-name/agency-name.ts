import { municipalAgencies } from '@guankao/regulations';
import { rowRule } from '../engine/rule.ts';
import { place } from '../facts/filing-facts.ts';

const meta = {
  id: 'agency-name',
  title: { 'zh-Hant': '直轄市機關名稱缺「政府」', en: 'A municipal agency’s name that lacks the word for government' },
  category: 'text',
  severity: 'question',
  authority: '地方制度法第62條；各直轄市政府組織自治條例',
  validFrom: '2010-12-25',
  validTo: null,
  withinSentence: true,
  why: { 'zh-Hant': '機關全銜不一，就不能歸戶。', en: 'An agency under two names cannot be told to be one.' },
  messages: {
    short: {
      fault: { 'zh-Hant': '「{words}」全銜為「{right}」。', en: '“{words}” is in full “{right}”.' },
      settle: { 'zh-Hant': '請用全銜。', en: 'Use the full name.' },
    },
  },
} as const;

const { municipalities, bureaus } = municipalAgencies;
const short = new RegExp(`(?<city>${municipalities.join('|')})(?<bureau>${bureaus.join('|')})`, 'gu');

export const rule = rowRule(meta, function* ({ texts }) {
  for (const text of texts) {
    for (const match of text.text.matchAll(short)) {
      const { city, bureau } = match.groups ?? {};
      const right = `${city}政府${bureau}`;
      yield {
        says: 'short',
        words: { words: match[0], right },
        at: [place(text, match.index, match.index + match[0].length)],
        stated: match[0],
        computed: right,
      };
    }
  }
});
