import { wrongCharacters } from '@guankao/regulations';
import { rowRule } from '../engine/rule.ts';
import { around } from '../facts/pointing.ts';

const meta = {
  id: 'wrong-character',
  title: { 'zh-Hant': '錯別字', en: 'A wrong character' },
  category: 'text',
  severity: 'warning',
  authority: '教育部《重編國語辭典修訂本》；《文書處理手冊》',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: { 'zh-Hant': '錯字使搜尋落空，也可能改變意思。', en: 'It makes searches miss and may change the meaning.' },
  messages: {
    wrong: {
      fault: { 'zh-Hant': '「{words}」應為「{right}」。', en: '“{words}” should be “{right}”.' },
      settle: { 'zh-Hant': '請更正。', en: 'Correct it.' },
    },
  },
} as const;

const entries = new Map(wrongCharacters.words.map((word) => [word.wrong, word]));
// Without the u flag, which every place of every text would pay for: no word here is outside the basic plane.
const anyOfThem = new RegExp([...entries.keys()].toSorted((a, b) => b.length - a.length).join('|'), 'g');
const firsts = new Set([...entries.keys()].map((word) => word.charCodeAt(0)));
const beginnings = new Set([...entries.keys()].map((word) => word.slice(0, 2)));

export const rule = rowRule(meta, function* ({ texts }) {
  for (const text of texts) {
    if (!begins(text.text)) continue;
    for (const match of text.text.matchAll(anyOfThem)) {
      const entry = entries.get(match[0]);
      if (entry === undefined || isRight(text.text, match.index, entry.not)) continue;
      const at = [around(text, match.index, match.index + match[0].length, 2)];
      yield {
        says: 'wrong',
        words: { words: entry.wrong, right: entry.right },
        at,
        stated: entry.wrong,
        computed: entry.right,
        perhapsConversion: true,
      };
    }
  }
});

/** A cheap look first: few texts hold even the first two characters of a wrong word. */
function begins(text: string): boolean {
  for (let i = 0; i + 1 < text.length; i++)
    if (firsts.has(text.charCodeAt(i)) && beginnings.has(text.slice(i, i + 2))) return true;
  return false;
}

/** Does one of the right words that contain the wrong one stand over this place? */
const isRight = (text: string, at: number, right: readonly string[]): boolean =>
  right.some((word) => {
    const found = text.indexOf(word, Math.max(0, at - word.length));
    return found >= 0 && found <= at && at < found + word.length;
  });
