import { followPromises, type FollowedPromise, type RecordedRows } from '@guankao/comparison';
import type { Reading } from '@guankao/reading';

export interface TwoYears {
  readonly before: Reading;
  /** Of the same agency, for a later year. */
  readonly now: Reading;
  /** Of rows of the earlier filing, those that follow them by what the record holds. */
  readonly recorded: RecordedRows;
}

/** What the later filing says of the earlier one's promises. */
export function follow({ before, now, recorded }: TwoYears): Promise<readonly FollowedPromise[]> {
  return followPromises(before, now, recorded);
}
