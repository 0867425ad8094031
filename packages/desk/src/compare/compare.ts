import { Refusal, type Message } from '@guankao/domain';
import { diffForms, type CellDifference } from '@guankao/forms/in-browser';
import { read } from '@guankao/reading';

interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Two files of one form. */
export interface Pair {
  /** As it was issued. */
  readonly issued: NamedBytes;
  /** That is at hand. */
  readonly given: NamedBytes;
}

export type Compared =
  /** Cells whose content differs, by row; none: the same content in other bytes. */
  | { readonly kind: 'compared'; readonly differences: readonly CellDifference[] }
  /** No plan row can be read out of one of them. */
  | { readonly kind: 'no-rows' }
  | { readonly kind: 'refused'; readonly message: Message }
  | { readonly kind: 'fault' };

/** Reads both and compares them cell by cell, whatever their formats. Never rejects. */
export async function compareFiles({ issued, given }: Pair): Promise<Compared> {
  try {
    const [before, after] = [await read(issued), await read(given)];
    if (before.reading.plans.length === 0 || after.reading.plans.length === 0) return { kind: 'no-rows' };
    return { kind: 'compared', differences: diffForms(before.reading, after.reading) };
  } catch (error) {
    return error instanceof Refusal ? { kind: 'refused', message: error.inBothLanguages } : { kind: 'fault' };
  }
}
