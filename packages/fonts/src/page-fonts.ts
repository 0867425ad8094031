import { charactersOfRange } from './unicode-range.ts';

/** One `@font-face` of the style sheet of the fonts. */
interface Face {
  readonly rule: string;
  readonly family: string;
  readonly weight: string;
  readonly characters: readonly number[];
}

interface Wanted {
  readonly family: string;
  readonly weight?: string;
}

/** In the order of site.css: from the first that has a character, a browser takes it. */
const stacks: readonly (readonly Wanted[])[] = [
  [{ family: 'Guankao Text', weight: '400' }, { family: 'Noto Sans TC Variable' }, { family: 'Noto Sans Supplement' }],
  [
    { family: 'Guankao Text', weight: '600 900' },
    { family: 'Noto Sans TC Variable' },
    { family: 'Noto Sans Supplement' },
  ],
  [{ family: 'Guankao Title' }, { family: 'Noto Serif TC Variable' }, { family: 'Noto Sans Supplement' }],
];

/**
 * Which faces of the style sheet of the fonts a page needs. All of them are 0.4 MB of style, before which nothing is
 * painted; those for the characters of one page are a twentieth. A set of faces is written as what an address may hold:
 * one bit for each, in base64url.
 */
export class PageFonts {
  readonly #rules: readonly string[];
  /** By character, the faces from which texts, semi-bold texts and titles take it. */
  readonly #byCharacter = new Map<number, readonly number[]>();

  /** `styleSheet` holds one face a line, as the build writes it. */
  constructor(styleSheet: string) {
    const faces = styleSheet.split('\n').flatMap((line) => faceOf(line) ?? []);
    this.#rules = faces.map(({ rule }) => rule);
    for (const stack of stacks) {
      const seen = new Set<number>();
      for (const wanted of stack)
        for (const [at, face] of faces.entries())
          if (answers(face, wanted))
            for (const code of face.characters) {
              if (!seen.has(code)) this.#byCharacter.set(code, [...(this.#byCharacter.get(code) ?? []), at]);
              seen.add(code);
            }
    }
  }

  /** The set of faces for every character of `text`. */
  setOf(text: string): string {
    const bits = Buffer.alloc(Math.ceil(this.#rules.length / 8));
    for (const character of new Set(text))
      for (const at of this.#byCharacter.get(character.codePointAt(0) ?? 0) ?? [])
        bits.writeUInt8(bits.readUInt8(at >> 3) | (1 << (at & 7)), at >> 3);
    return bits.toString('base64url');
  }

  /** The style sheet of a set. Bits beyond the last face say nothing. */
  styleOf(set: string): string {
    const bits = Buffer.from(set, 'base64url');
    return this.#rules
      .filter((_, at) => ((bits[at >> 3] ?? 0) & (1 << (at & 7))) !== 0)
      .map((rule) => `${rule}\n`)
      .join('');
  }
}

function answers(face: Face, { family, weight }: Wanted): boolean {
  return face.family === family && (weight === undefined || face.weight === weight);
}

function faceOf(rule: string): Face | null {
  const [, family, weight, range] =
    /^@font-face\{font-family:'([^']+)';font-weight:([^;]+);.*unicode-range:([^}]+)\}$/.exec(rule) ?? [];
  if (family === undefined || weight === undefined || range === undefined) return null;
  return { rule, family, weight, characters: charactersOfRange(range) };
}
