import type { Message } from '@guankao/domain';

/** What the pool and a child say to each other. */

export interface Order {
  readonly kind: string;
  readonly input: unknown;
  /** Bytes that the answer may have. */
  readonly largestAnswer: number;
}

/** What became of an order, as the child tells it. */
export type Told =
  | { readonly answer: unknown }
  /** Classes do not travel: a Refusal comes in its parts. */
  | { readonly refused: { readonly id: string; readonly status: number; readonly message: Message } }
  /** Our fault: a stack trace for the operator. */
  | { readonly fault: string }
  /** What the child could not hold, or what the pool should not. */
  | { readonly ended: 'memory' | 'too-large' };

export type FromChild =
  /** Everything is loaded. `limited`: the system holds the child to its memory, not only V8. */
  | { readonly ready: true; readonly limited: boolean }
  /** `resident` in megabytes, after the work. */
  | { readonly told: Told; readonly resident: number };

/** Of the pipe on which they speak. */
export const pipe = 3;
