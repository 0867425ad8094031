/** Pairs that officials use for one another, and Simplified forms that conversions leave behind. */
const variants: Readonly<Record<string, string>> = {
  台: '臺',
  区: '區',
  护: '護',
  达: '達',
  个: '個',
  计: '計',
  标: '標',
  '－': '-',
  '—': '-',
  '–': '-',
  '‐': '-',
  '～': '-',
  '~': '-',
  '〜': '-',
  '﹣': '-',
  ';': '；',
  ':': '：',
  '﹪': '%',
  '﹔': '；',
  '﹕': '：',
  '\t': ' ',
  '\n': '\n',
  '\r': ' ',
  '\u3000': ' ',
  '\u00a0': ' ',
};

const kept = new Set('，；：！？');
const comma = 0x2c;

/**
 * Writes the same words the same way, character for character, so that every offset still holds:
 * full-width letters and brackets become half-width, variants of one character become one,
 * and the comma of a sentence stays another character than the comma in 1,309.
 */
export function normalise(text: string): string {
  let result = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const replacement = replacementOf(text, at, text.charCodeAt(at));
    if (replacement === null) continue;
    result += text.slice(from, at) + replacement;
    from = at + 1;
  }
  return from === 0 ? text : result + text.slice(from);
}

/** null for a character that stays: nearly all of them. */
function replacementOf(text: string, at: number, code: number): string | null {
  if (code >= 0x4e00 && code <= 0x9fff && !rareVariants.has(code)) return null;
  if (code === comma) return isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1)) ? null : '，';
  if (code >= 0x41 && code <= 0x5a) return String.fromCharCode(code + 0x20);
  const character = text.charAt(at);
  const variant = variants[character];
  if (variant !== undefined) return variant;
  if (code >= 0xff01 && code <= 0xff5e && !kept.has(character)) return String.fromCharCode(code - 0xfee0).toLowerCase();
  return null;
}

const rareVariants = new Set(Object.keys(variants).map((character) => character.charCodeAt(0)));

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}
