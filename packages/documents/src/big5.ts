/**
 * Big5 as Windows in Taiwan writes it (code page 950), the same in every engine: pairs that each office fills with
 * characters of its own (造字) become the private-use characters that code page 950 gives them. Engines differ: some take
 * them for the characters of Hong Kong, which would be wrong without a sign.
 */
export function decodeBig5(bytes: Uint8Array): string {
  const decoder = new TextDecoder('big5');
  let text = '';
  let from = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const lead = bytes[i] as number;
    if (lead < 0x81) continue;
    const own = privateCharacter(lead, bytes[i + 1] ?? 0);
    if (own !== null) {
      text += decoder.decode(bytes.subarray(from, i)) + own;
      from = i + 2;
    }
    i += 1;
  }
  return withNumberSigns(text + decoder.decode(bytes.subarray(from)));
}

/** Rows of private characters: from the first lead byte to the last, and the first character that they stand for. */
const rows: readonly (readonly [first: number, last: number, character: number])[] = [
  [0xfa, 0xfe, 0xe000],
  [0x8e, 0xa0, 0xe311],
  [0x81, 0x8d, 0xeeb8],
];
/** C6A1 to C8FE: the first row begins in its middle. */
const [firstOfSigns, lastOfSigns, signs, inHalfRow] = [0xc6, 0xc8, 0xf6b1, 94];
const inRow = 157;

function privateCharacter(lead: number, tail: number): string | null {
  const column = tail >= 0xa1 && tail <= 0xfe ? tail - 0x62 : tail >= 0x40 && tail <= 0x7e ? tail - 0x40 : -1;
  if (column < 0) return null;
  if (lead >= firstOfSigns && lead <= lastOfSigns) {
    if (lead === firstOfSigns) return tail < 0xa1 ? null : String.fromCharCode(signs + tail - 0xa1);
    return String.fromCharCode(signs + inHalfRow + (lead - firstOfSigns - 1) * inRow + column);
  }
  const row = rows.find(([first, last]) => lead >= first && lead <= last);
  return row === undefined ? null : String.fromCharCode(row[2] + (lead - row[0]) * inRow + column);
}

/** `FA40` for U+E000: how an office's tables of its own characters list them; null for characters that Big5 has no place for. */
export function big5CodeOf(character: string): string | null {
  const code = character.charCodeAt(0);
  for (const [first, last, base] of rows) {
    const at = code - base;
    if (at < 0 || at >= (last - first + 1) * inRow) continue;
    const column = at % inRow;
    const tail = column < 0x3f ? column + 0x40 : column + 0x62;
    return hex((first + Math.floor(at / inRow)) * 256 + tail);
  }
  return null;
}

function hex(code: number): string {
  return code.toString(16).toUpperCase();
}

const numberSigns = '①②③④⑤⑥⑦⑧⑨⑩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ';

/** The signs of the ETEN extension (C6A1 on), with which items are numbered, are no private characters. */
function withNumberSigns(text: string): string {
  return text.replace(/[\uf6b1-\uf6ce]/g, (sign) => numberSigns.charAt(sign.charCodeAt(0) - 0xf6b1));
}
