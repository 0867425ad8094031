import characters from 'opencc-js/dict/STCharacters';

/**
 * Simplified characters that official Traditional text does not use, each with its Traditional form.
 * A character that Big5 holds may be a Traditional one too (台, 里, 后): it counts only where it stands in `strangers`.
 */
export function simplifiedCharacters(): ReadonlyMap<string, string> {
  table ??= readTable();
  return table;
}

/** Where a text has one of them. A table by character code: every character of every filing is looked up. */
export function* simplifiedIn(text: string): Iterable<number> {
  codes ??= codesOf(simplifiedCharacters().keys());
  for (let i = 0; i < text.length; i++) if (codes[text.charCodeAt(i)] === 1) yield i;
}

let codes: Uint8Array | undefined;

/** Those of the basic plane; the rarest of the others stand in no filing. */
function codesOf(characters: Iterable<string>): Uint8Array {
  const marked = new Uint8Array(0x10000);
  for (const character of characters) if (character.length === 1) marked[character.charCodeAt(0)] = 1;
  return marked;
}

let table: ReadonlyMap<string, string> | undefined;

/** In Big5, yet in official documents of Taiwan never meant as such. Surnames (范, 庄, 宁, 万) and 据, 并, 复 stay out. */
const strangers = new Set('体价优听坏圣异怀怜惊扰极构气洁离种确网胜触适党儿厂荐赶虫蚕吨筑灶');

function readTable(): ReadonlyMap<string, string> {
  const big5 = charactersOfBig5();
  const found = new Map<string, string>();
  for (const entry of characters.split('|')) {
    const [simplified = '', ...traditional] = entry.split(' ');
    if (traditional.includes(simplified) || traditional[0] === undefined) continue;
    if (!big5.has(simplified) || strangers.has(simplified)) found.set(simplified, traditional[0]);
  }
  return found;
}

function charactersOfBig5(): ReadonlySet<string> {
  const decoder = new TextDecoder('big5');
  const bytes: number[] = [];
  for (let high = 0xa4; high <= 0xf9; high++) {
    for (let low = 0x40; low <= 0xfe; low++) if (low <= 0x7e || low >= 0xa1) bytes.push(high, low);
  }
  return new Set(decoder.decode(new Uint8Array(bytes)));
}
