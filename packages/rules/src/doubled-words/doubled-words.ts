import { rowAmongRowsRule, type Fault } from '../engine/rule.ts';
import type { FilingFacts } from '../facts/filing-facts.ts';
import type { Text } from '@guankao/passages';
import { around } from '../facts/pointing.ts';

const meta = {
  id: 'doubled-words',
  title: { 'zh-Hant': '字詞重複', en: 'A word or character written twice' },
  category: 'text',
  severity: 'warning',
  authority: '《文書處理手冊》：文字應簡淺明確',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: { 'zh-Hant': '重複字詞使名稱與數字難以比對。', en: 'It makes names and figures hard to match.' },
  messages: {
    word: {
      fault: { 'zh-Hant': '「{words}」重複。', en: '“{words}” is written twice.' },
      settle: { 'zh-Hant': '請刪去其一。', en: 'Delete one.' },
    },
    character: {
      severity: 'question',
      fault: { 'zh-Hant': '「{words}」疑似重複。', en: '“{words}” seems to be written twice.' },
      settle: { 'zh-Hant': '請確認是否多字。', en: 'See whether one is too many.' },
    },
  },
} as const;

/** 一步一步, 逐年逐年 mean what they say; 了解了解 is how people speak. */
const meant = /^[一逐每層點]|^(?:研究|討論|了解|認識|分享)$/u;
/** Characters that end no word another one of them could begin: 趕趕工程, 之之, 於於. */
const neverTwice = new Set('趕購賡擬俾俟爰暨及之與於並已的將惟仍尚屬且，。、；');

export const rule = rowAmongRowsRule(meta, function* ({ texts }, filing): Iterable<Fault<keyof typeof meta.messages>> {
  for (const text of texts) {
    for (const { start, word } of repetitions(text.text)) {
      const end = start + 2 * word.length;
      if (word.length > 1) {
        if (meant.test(word) || isTwoUnits(word, text.text[end])) continue;
        yield { says: 'word', words: { words: word }, at: [around(text, start, end, 2)], perhapsConversion: true };
      } else if (neverTwice.has(word) || writtenOnceElsewhere(filing, text, start)) {
        yield { says: 'character', words: { words: word }, at: [around(text, start, end, 3)], perhapsConversion: true };
      }
    }
  }
});

/** In characters. */
const longestWord = 6;
const countable = /^[\u4e00-\u9fff]+$/u;

/** Each place where a run of one to six characters stands twice, the longest run first; the next search begins behind it. */
function* repetitions(text: string): Iterable<{ readonly start: number; readonly word: string }> {
  for (let i = 0; i + 1 < text.length; i++) {
    for (let length = longestWord; length >= 1; length--) {
      if (
        text.charCodeAt(i) !== text.charCodeAt(i + length) ||
        text.slice(i, i + length) !== text.slice(i + length, i + 2 * length)
      )
        continue;
      const word = text.slice(i, i + length);
      if (!(length === 1 && neverTwice.has(word)) && !countable.test(word)) continue;
      yield { start: i, word };
      i += 2 * length - 1;
      break;
    }
  }
}

/** 事務大隊大隊部, 審議委員委員會, 健康保險保險費: the second is the beginning of a longer word. */
const isTwoUnits = (word: string, next: string | undefined): boolean =>
  word.length === 2 && /[部長室員會費案人者金法局處署院所業權率量額期品系站]/u.test(next ?? '');

/** 移民署署南區 beside 移民署南區: the same words with one character fewer stand elsewhere in the filing. */
function writtenOnceElsewhere({ rows }: FilingFacts, { text }: Text, at: number): boolean {
  const before = text.slice(at - 2, at);
  const after = text.slice(at + 2, at + 4);
  if (!/^[\u4e00-\u9fff]{2}$/u.test(before) || !/^[\u4e00-\u9fff]{2}$/u.test(after)) return false;
  const once = `${before}${text[at]}${after}`;
  return rows.some(
    (row) =>
      row.plan.name.value.replace(/\s/gu, '').includes(once) || row.texts.some((other) => other.text.includes(once)),
  );
}
