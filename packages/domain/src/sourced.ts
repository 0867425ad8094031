import type { Message } from './document.ts';
import type { Span } from './span.ts';

/**
 * A value that can show where it came from (law 1 of the house).
 * `said`: the source prints it; `inferred`: we concluded it, and `spans` are what we concluded it from.
 */
export interface Sourced<T> {
  readonly value: T;
  /** As printed, blanks and mark-up included. */
  readonly text: string;
  readonly spans: readonly Span[];
  readonly basis: 'said' | 'inferred';
  /** The parser that read it, and the refiners that touched it, in order: `period`, `money-column`, … */
  readonly by: string;
  /** Why the value may be wrong: what stands beside it in print, or how it was told. Absent where nothing speaks against it. */
  readonly doubt?: Message;
}
