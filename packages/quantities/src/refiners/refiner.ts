import type { Draft } from '../draft.ts';
import type { ExtractOptions } from '../extract.ts';

/** Takes the drafts of a text, in order, and gives back what they are in one another's light. */
export interface Refiner {
  readonly name: string;
  refine(text: string, drafts: Draft[], options: ExtractOptions): Draft[];
}
