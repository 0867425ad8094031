import type { Locale } from './words/words.ts';

/**
 * The pages of rules are written in both languages, one after the other: `## 方法 Method`, a paragraph in Chinese, the same in English.
 * Keeps what the reader reads: of a pair its own half, and what has no other half whole.
 */
export function inOneLanguage(blocks: readonly string[], locale: Locale): readonly string[] {
  return blocks
    .filter((block, index) => !isOtherHalf(block, blocks[index - 1], blocks[index + 1], locale))
    .map((block) => heading(block, locale));
}

const han = /\p{Script=Han}/u;

function isOtherHalf(block: string, before: string | undefined, after: string | undefined, locale: Locale): boolean {
  if (!isProse(block)) return false;
  if (locale === 'en') return han.test(block) && after !== undefined && isProse(after) && !han.test(after);
  return !han.test(block) && before !== undefined && isProse(before) && han.test(before);
}

/** Neither a heading nor code: those stand for both languages. */
function isProse(block: string): boolean {
  return !block.startsWith('#') && !block.startsWith('```') && !block.startsWith('|');
}

function heading(block: string, locale: Locale): string {
  const [, marks, chinese, english] = /^(#+) (\S*\p{Script=Han}\S*) ([A-Za-z].*)$/u.exec(block) ?? [];
  return marks === undefined ? block : `${marks} ${locale === 'en' ? english : chinese}`;
}
