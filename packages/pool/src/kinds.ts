import type { Works } from './works/index.ts';

/** What can be asked of the pool: the names of `works/index.ts`. */
export type Kind = keyof Works;
export type Input<K extends Kind> = Parameters<Works[K]>[0];
export type Output<K extends Kind> = Awaited<ReturnType<Works[K]>>;

/** Short work is what somebody waits for at a keyboard; one child is never given long work, so that short work goes on. */
export type Lane = 'short' | 'long';

export interface KindOfWork {
  readonly lane: Lane;
  /** Seconds of processor time that a child may work on it, or four times as many by the clock; then the child is killed. */
  readonly deadline: number;
  /** Seconds that it may wait for its turn; then its asker is told to come back. */
  readonly patience: number;
  /** Megabytes that its answer may have: what is larger would hold up the server that takes it in. */
  readonly largestAnswer: number;
}

export const kinds: Readonly<Record<Kind, KindOfWork>> = {
  'attachment-kind': { lane: 'short', deadline: 5, patience: 60, largestAnswer: 1 },
  'check-pasted': { lane: 'short', deadline: 5, patience: 20, largestAnswer: 4 },
  check: { lane: 'short', deadline: 5, patience: 20, largestAnswer: 4 },
  'check-anew': { lane: 'short', deadline: 5, patience: 20, largestAnswer: 4 },
  'read-form': { lane: 'short', deadline: 20, patience: 60, largestAnswer: 24 },
  'public-form': { lane: 'short', deadline: 20, patience: 60, largestAnswer: 48 },
  'office-calendar': { lane: 'short', deadline: 5, patience: 60, largestAnswer: 1 },
  'people-list': { lane: 'short', deadline: 5, patience: 60, largestAnswer: 1 },
  'share-picture': { lane: 'short', deadline: 10, patience: 60, largestAnswer: 1 },
  'page-picture': { lane: 'short', deadline: 10, patience: 60, largestAnswer: 16 },
  'reconcile-money': { lane: 'long', deadline: 20, patience: 600, largestAnswer: 2 },
  'read-work-plans': { lane: 'long', deadline: 20, patience: 600, largestAnswer: 2 },
  compare: { lane: 'long', deadline: 30, patience: 600, largestAnswer: 4 },
  'follow-promises': { lane: 'long', deadline: 60, patience: 600, largestAnswer: 8 },
  'export-form': { lane: 'long', deadline: 60, patience: 600, largestAnswer: 64 },
  'set-sheet': { lane: 'long', deadline: 60, patience: 600, largestAnswer: 32 },
  'pack-collection': { lane: 'long', deadline: 60, patience: 600, largestAnswer: 64 },
  'read-collection': { lane: 'long', deadline: 60, patience: 600, largestAnswer: 64 },
  'settle-page': { lane: 'long', deadline: 30, patience: 600, largestAnswer: 8 },
  'read-file': { lane: 'long', deadline: 30, patience: 600, largestAnswer: 24 },
};
