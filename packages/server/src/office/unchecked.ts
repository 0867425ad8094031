import { Refusal } from '@guankao/domain';
import type { Refused } from '@guankao/web';

export type Checked<Found> =
  | { readonly found: Found; readonly unchecked: null }
  | { readonly found: null; readonly unchecked: Refused };

/**
 * What the checks find. Where they cannot be made (a text that takes too long, a busy hour), the page is shown all the
 * same and says why: whoever may mend the text must reach it.
 */
export async function orUnchecked<Found>(work: Promise<Found>): Promise<Checked<Found>> {
  try {
    return { found: await work, unchecked: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { found: null, unchecked: { message: error.inBothLanguages } };
  }
}
