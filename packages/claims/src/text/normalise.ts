/** Pairs that officials use for one another, and Simplified forms that conversions leave behind. */
const variants: Readonly<Record<string, string>> = {
  台: '臺', 区: '區', 护: '護', 达: '達', 个: '個', 计: '計', 标: '標',
  '－': '-', '—': '-', '–': '-', '‐': '-', '～': '-', '~': '-', '〜': '-', '﹣': '-',
  ';': '；', ':': '：', '﹪': '%', '﹔': '；', '﹕': '：',
};

const toChange = /[！-～台区护达个计标—–‐~〜﹣;:﹪﹔﹕\s]|(?<![0-9０-９]),|,(?![0-9０-９])/g;

/**
 * Writes the same words the same way, character for character, so that every offset still holds:
 * full-width letters and brackets become half-width, variants of one character become one,
 * and the comma of a sentence stays another character than the comma in 1,309.
 */
export function normalise(text: string): string {
  const changed = text.replace(toChange, variantOf);
  const lower = changed.toLowerCase();
  // Some letters of other scripts grow when they are made small.
  return lower.length === text.length ? lower : changed;
}

function variantOf(character: string): string {
  if (character === ',') return '，';
  const variant = variants[character];
  if (variant !== undefined) return variant;
  if ('，；：！？'.includes(character)) return character;
  const code = character.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : ' ';
}
