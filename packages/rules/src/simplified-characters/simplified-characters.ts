import type { Span } from '@guankao/domain';
import { rowRule, type Fault } from '../engine/rule.ts';
import { around } from '../facts/pointing.ts';
import { simplifiedCharacters, simplifiedIn } from '../facts/simplified.ts';

const meta = {
  id: 'simplified-characters',
  title: { 'zh-Hant': '夾雜簡體字', en: 'Simplified characters' },
  category: 'text',
  severity: 'warning',
  authority: '《文書處理手冊》：公文用正體字；OpenCC 字表',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: { 'zh-Hant': '簡體字使搜尋與比對落空。', en: 'They make searches and comparisons miss.' },
  messages: {
    simplified: {
      fault: { 'zh-Hant': '「{words}」是簡體字，正體為「{right}」。', en: '“{words}” is Simplified for “{right}”.' },
      settle: { 'zh-Hant': '請改為正體字。', en: 'Write the Traditional form.' },
    },
  },
} as const;

export const rule = rowRule(meta, function* ({ texts }): Iterable<Fault<keyof typeof meta.messages>> {
  const table = simplifiedCharacters();
  const wrong = new Map<string, string>();
  const at: Span[] = [];
  for (const text of texts) {
    for (const place of simplifiedIn(text.text)) {
      const character = text.text.charAt(place);
      wrong.set(character, table.get(character) ?? '');
      at.push(around(text, place, place + 1, 2));
    }
  }
  // One slip of one hand: all of a row's together.
  if (at.length > 0)
    yield {
      says: 'simplified',
      words: { words: [...wrong.keys()].join('、'), right: [...wrong.values()].join('、') },
      at,
      perhapsConversion: true,
    };
});
