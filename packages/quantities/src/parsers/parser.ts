import type { Draft } from '../draft.ts';
import type { ExtractOptions } from '../options.ts';
import type { Numeral } from '../scan/numeral.ts';

export interface Scene {
  readonly text: string;
  readonly options: ExtractOptions;
  /** Where the last reading ended: nothing before it may be taken again. */
  readonly floor: number;
}

/** One surface form and one name. It is shown each numeral and either reads it, with what belongs to it, or passes. */
export interface Parser {
  readonly name: string;
  read(scene: Scene, numeral: Numeral): Draft | null;
}
