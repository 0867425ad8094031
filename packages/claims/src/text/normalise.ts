/**
 * Writes the same words the same way, character for character, so that every offset still holds:
 * full-width letters and brackets become half-width, variants of one character become one,
 * and the comma of a sentence stays another character than the comma in 1,309.
 */
export function normalise(text: string): string {
  return Array.from(text.split(''), (character, at) => variantOf(character, text.charAt(at - 1), text.charAt(at + 1))).join('');
}

/** Pairs that officials use for one another, and Simplified forms that conversions leave behind. */
const variants: Readonly<Record<string, string>> = {
  台: '臺', 区: '區', 护: '護', 达: '達', 个: '個', 计: '計', 标: '標', 完: '完',
  '－': '-', '—': '-', '–': '-', '‐': '-', '～': '-', '~': '-', '〜': '-', '﹣': '-',
  ';': '；', ':': '：', '%': '%', '﹪': '%', '﹔': '；', '﹕': '：',
};

function variantOf(character: string, before: string, after: string): string {
  if (character === ',' && !(isDigit(before) && isDigit(after))) return '，';
  const variant = variants[character];
  if (variant !== undefined) return variant;
  const code = character.charCodeAt(0);
  if ('，；：。！？'.includes(character)) return character;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase();
  return /\s/.test(character) ? ' ' : character.toLowerCase();
}

function isDigit(character: string): boolean {
  return /[0-9０-９]/.test(character);
}
