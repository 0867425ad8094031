import type { Pool } from '@guankao/pool';
import type { Catalogue, Office } from '@guankao/store';

/** What the office's routes need of the server. */
export interface OfficeSite {
  readonly office: Office;
  readonly catalogue: Catalogue;
  /** Works on every text and file that comes from outside. */
  readonly pool: Pool;
  readonly clock: () => Date;
}
