import { rowRule } from '../engine/rule.ts';
import { place } from '../facts/filing-facts.ts';
import type { Text } from '@guankao/passages';

const meta = {
  id: 'sentence-repeated',
  title: { 'zh-Hant': '語句重複', en: 'A sentence written twice' },
  category: 'text',
  severity: 'warning',
  authority: '《文書處理手冊》：文字應簡淺明確',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: { 'zh-Hant': '重複的語句可能占去了另一句的位置。', en: 'The second may stand where another sentence belongs.' },
  messages: {
    twice: {
      fault: { 'zh-Hant': '「{words}」連寫兩次。', en: '“{words}” is written twice in a row.' },
      settle: { 'zh-Hant': '請刪去其一，或補上原句。', en: 'Delete one, or put back the sentence that belongs there.' },
    },
  },
} as const;

/** Shorter ones are said again on purpose: 如期完成。如期完成。 of two works. */
const shortest = 8;

export const rule = rowRule(meta, function* ({ texts }) {
  for (const text of texts) {
    for (const { first, second } of repeated(text)) {
      yield {
        says: 'twice',
        words: { words: text.text.slice(second.start, second.end) },
        at: [place(text, first.start, second.end)],
        perhapsConversion: true,
      };
    }
  }
});

interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** Neighbours that say the same, character for character. */
function* repeated(text: Text): Iterable<{ readonly first: Sentence; readonly second: Sentence }> {
  const sentences = Array.from(text.text.matchAll(/[^。；;\n]+/gu), (match): Sentence => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  for (const [at, second] of sentences.entries()) {
    const first = sentences[at - 1];
    if (first !== undefined && second.end - second.start >= shortest && said(text, first) === said(text, second))
      yield { first, second };
  }
}

const said = ({ text }: Text, { start, end }: Sentence): string => text.slice(start, end).replace(/\s/gu, '');
