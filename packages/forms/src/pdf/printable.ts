import { coverage } from '@guankao/fonts';

/** A text as it is printed, and the code points in it that no bundled font holds, each once: `U+20BB7`. */
export interface Printable {
  readonly text: string;
  readonly unknown: readonly string[];
}

const clusters = new Intl.Segmenter('zh-Hant', { granularity: 'grapheme' });

/** Line ends, tabs, and characters that Unicode says are not to be seen: they need no glyph. */
const needsNone = /^[\t-\r\u0085\u2028\u2029\p{Default_Ignorable_Code_Point}]$/u;
/**
 * Of those, what turns the direction of writing: it would print other words than were typed (寫反 of 反寫), so it is shown.
 * No bundled font holds letters that are written from the right.
 */
const turnsDirection = /\p{Bidi_Control}/u;
/** Signs that format and that Unicode does not let vanish (U+FFF9): a font holds an empty glyph, and the print loses them. */
const formats = /[\p{Cf}--\p{Default_Ignorable_Code_Point}]/v;
/** Of those, the mark of byte order: the typesetter asks for a glyph all the same. */
const byteOrderMark = '\ufeff';

/**
 * What no bundled font holds is printed as its code point. An accent and its letter are one sign to the typesetter,
 * so one font must hold both; else the letter stays and the accent is printed as a code point.
 */
export function printable(text: string): Printable {
  if (isPlain(text)) return { text, unknown: [] };
  const unknown = new Set<string>();
  const whole = Array.from(clusters.segment(text.replaceAll(byteOrderMark, '')), ({ segment }) => {
    const characters = [...segment];
    if (inOneFont(characters)) return segment;
    return characters
      .map((character, at) => {
        if (inOneFont(at === 0 ? [character] : [characters[0] ?? '', character])) return character;
        const name = codePointOf(character);
        unknown.add(name);
        return name;
      })
      .join('');
  });
  return { text: whole.join(''), unknown: [...unknown] };
}

/** Every character known and none that joins with another: nearly every text, told without cutting it up. */
function isPlain(text: string): boolean {
  if (/[\p{M}\u200d\ufeff]/u.test(text)) return false;
  for (const character of text) if (!isPrintable(character)) return false;
  return true;
}

/** A form of 2,000 plans asks of a million characters, some thousand different ones: by character, what was answered. */
const answered = new Map<string, boolean>();

function isPrintable(character: string): boolean {
  const known = answered.get(character) ?? inOneFont([character]);
  answered.set(character, known);
  return known;
}

function inOneFont(characters: readonly string[]): boolean {
  if (characters.some((character) => turnsDirection.test(character) || formats.test(character))) return false;
  const codes = characters.filter((character) => !needsNone.test(character)).map((it) => it.codePointAt(0) ?? 0);
  return coverage().some((font) => codes.every((code) => font.characters.has(code)));
}

function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Every text of `value`, a tree of lists and records, made printable. */
export function printableTree<Tree>(value: Tree): { readonly tree: Tree; readonly unknown: readonly string[] } {
  const unknown = new Set<string>();
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') {
      const printed = printable(part);
      for (const name of printed.unknown) unknown.add(name);
      return printed.text;
    }
    if (Array.isArray(part)) return part.map(walk);
    if (part !== null && typeof part === 'object')
      return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]));
    return part;
  };
  return { tree: walk(value) as Tree, unknown: [...unknown] };
}
