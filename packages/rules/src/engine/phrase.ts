import type { Message } from '@guankao/domain';
import type { Fault, RuleMeta, Word } from './rule.ts';

const languages = ['zh-Hant', 'en'] as const;

const checkThePage: Message = {
  'zh-Hant': '也可能是轉檔造成，請核對原印頁。',
  en: 'The conversion to text may have caused it: check the printed page.',
};

const notEarned: Readonly<Record<'rule' | 'way', Message>> = {
  rule: {
    'zh-Hant': '這條規則曾誤判，尚未證實，先列為警告。',
    en: 'Errors of this rule were found wrong: it is a warning until the rule has been proven.',
  },
  way: {
    'zh-Hant': '這種讀法見過的例子還少，尚未證實，先列為警告。',
    en: 'Few texts have borne out this way to read the words: it is a warning until more of them have.',
  },
};

/** Other ways to read the words were tried and fail too: said, so that nobody need try them again. */
function othersTried({ statement }: Fault): readonly Message[] {
  const tried = statement === undefined ? 0 : statement.readings.length - 1 + statement.alsoTried;
  if (tried <= 0) return [];
  return [
    {
      'zh-Hant': `另試 ${tried} 種讀法，亦不相符。`,
      en: `${tried} other ${tried === 1 ? 'reading was' : 'readings were'} tried; none holds.`,
    },
  ];
}

/** The fault, why it matters, what would settle it; in both languages. Throws where a word is missing. */
export function phrase(
  meta: RuleMeta,
  fault: Fault,
  { doubtful, unearned }: { readonly doubtful: boolean; readonly unearned: 'rule' | 'way' | null },
): Message {
  const message = meta.messages[fault.says];
  if (message === undefined) throw new RangeError(`${meta.id} has no message ${fault.says}`);
  const said = (language: (typeof languages)[number]): string => {
    const parts = [
      message.fault,
      ...othersTried(fault),
      meta.why,
      message.settle,
      ...(doubtful ? [checkThePage] : []),
      ...(unearned === null ? [] : [notEarned[unearned]]),
    ];
    const sentences = parts.map((part) => fill(part[language], fault.words, language));
    // A sentence may begin with the name of a column.
    return language === 'en'
      ? sentences.map((sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1)).join(' ')
      : sentences.join('');
  };
  return { 'zh-Hant': said('zh-Hant'), en: said('en') };
}

function fill(template: string, words: Readonly<Record<string, Word>>, language: keyof Message): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const word = words[name];
    if (word === undefined) throw new RangeError(`no word for {${name}} in “${template}”`);
    return typeof word === 'object' ? word[language] : String(word);
  });
}
