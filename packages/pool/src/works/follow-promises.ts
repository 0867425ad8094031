import { followPromises, type FollowedPromise } from '@guankao/comparison';
import type { Reading } from '@guankao/reading';

export interface TwoYears {
  readonly before: Reading;
  /** Of the same agency, for a later year. */
  readonly now: Reading;
}

/** What the later filing says of the earlier one's promises. */
export function follow({ before, now }: TwoYears): Promise<readonly FollowedPromise[]> {
  return followPromises(before, now);
}
