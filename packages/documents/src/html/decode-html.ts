import { decodeBig5 } from '../big5.ts';
import { decodeText } from '../decode.ts';

/**
 * By the byte-order mark; else UTF-8 where the bytes are that, whatever the page says of itself; else what it says, where
 * its bytes fit that; else by what they fit.
 * null for what is no text.
 */
export function decodeHtml(bytes: Uint8Array): string | null {
  const said = declaredEncoding(bytes);
  const guessed = decodeText(bytes);
  if (said === null || hasMark(bytes)) return guessed?.text ?? null;
  // What fits UTF-8 with characters beyond ASCII is UTF-8: other encodings make its sequences by no accident.
  if (guessed?.encoding === 'utf-8' && damageOf(guessed.text) === 0 && /[^\0-\x7f]/.test(guessed.text))
    return guessed.text;
  const text = said.encoding.startsWith('big5') ? decodeBig5(bytes) : said.decode(bytes);
  if (guessed === null) return damageOf(text) * 20 < text.length ? text : null;
  if (damageOf(text) !== damageOf(guessed.text)) return damageOf(text) < damageOf(guessed.text) ? text : guessed.text;
  // Both fit. A page of one byte a character holds no Chinese; between two that do, the words of forms decide.
  return wordsOfForms(guessed.text) > wordsOfForms(text) ? guessed.text : text;
}

function wordsOfForms(text: string): number {
  return text.match(/計畫|年度|經費|預算|執行|目標|單位|機關|名稱|說明/g)?.length ?? 0;
}

function declaredEncoding(bytes: Uint8Array): TextDecoder | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const name =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1] ??
    /^<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(start)?.[1];
  if (name === undefined || /^utf-?16/i.test(name)) return null;
  try {
    return new TextDecoder(name);
  } catch {
    return null;
  }
}

function hasMark([a, b, c]: Uint8Array): boolean {
  return (a === 0xef && b === 0xbb && c === 0xbf) || (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
}

function damageOf(text: string): number {
  return text.match(/\ufffd/g)?.length ?? 0;
}
