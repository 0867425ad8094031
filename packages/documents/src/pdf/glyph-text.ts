import { commonIdeographs } from '@guankao/domain';

/**
 * Fonts often name a character by a look-alike made for other uses: Kangxi radicals (⾏ for 行), compatibility
 * ideographs, vertical forms of punctuation, ligatures. They are read as the characters that they look like.
 */
const lookAlike = /[\u2e80-\u2fd5\uf900-\ufaff\ufb00-\ufb06\ufe10-\ufe19\ufe30-\ufe44\u{2f800}-\u{2fa1f}]/gu;

export function readable(text: string): string {
  if (text.length === 1 && isPlain(text.charCodeAt(0))) return text;
  const plain = commonIdeographs(text).replace(lookAlike, (character) => character.normalize('NFKC'));
  return plain.replace(/[\u0000-\u001f\u007f\u00ad\u200b-\u200f\u2060\ufeff]/g, '').trim();
}

/** Printable ASCII, ideographs and CJK punctuation: nearly all there is. */
function isPlain(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code > 0x20 && code < 0x7f) || (code > 0x3000 && code <= 0x301f);
}
