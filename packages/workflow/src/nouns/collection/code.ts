import { keyOf } from './collection.ts';

/**
 * The code by which a row of a file is known: 範例部-114-07/KFMB. Its letters follow from collection and row, so that a
 * code that was typed over, filled down by a spreadsheet or left from another round is none of this one.
 */
export function codeOfRow(collection: string, row: string): string {
  return `${row}/${lettersOf(collection, row)}`;
}

export interface ReadCode {
  /** As it stands in the code. */
  readonly row: string;
  /** Which of the collections gave it out; null: none of them. */
  readonly collection: string | null;
}

/** null: what stands there is no code. */
export function readCode(text: string, collections: readonly string[]): ReadCode | null {
  const [, row, letters] = /^(.+)\/([A-Z]{4})$/.exec(keyOf(text)) ?? [];
  if (row === undefined || letters === undefined) return null;
  return { row, collection: collections.find((one) => lettersOf(one, row) === letters) ?? null };
}

/** Without I and O, which are read as 1 and 0. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** FNV-1a, 32 bits, as four letters: against slips, not against malice. */
function lettersOf(collection: string, row: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(keyOf(`${collection}/${row}`))) hash = Math.imul(hash ^ byte, 0x01000193);
  let rest = hash >>> 0;
  let letters = '';
  for (let at = 0; at < 4; at += 1) {
    letters += alphabet.charAt(rest % alphabet.length);
    rest = Math.floor(rest / alphabet.length);
  }
  return letters;
}
