import type { Draft } from '../draft.ts';
import type { ExtractOptions } from '../options.ts';

/** What a refiner may know besides the passage in hand. */
export interface Context {
  readonly options: ExtractOptions;
  /** The year of the last date that said its year, in this passage or an earlier one. */
  lastYear: number | null;
}

/** Takes the drafts of a passage, in order, and gives back what they are in one another's light. */
export interface Refiner {
  readonly name: string;
  refine(text: string, drafts: Draft[], context: Context): Draft[];
}
