import type { Pool } from '@guankao/pool';
import type { Catalogue } from '@guankao/store';
import type { Assets } from '@guankao/web';

/** What every page needs of the server. */
export interface Site {
  readonly catalogue: Catalogue;
  /** Works on every text and file that comes from outside. */
  readonly pool: Pool;
  readonly assets: Assets;
  readonly clock: () => Date;
  /** Whether officials work here too. */
  readonly hasOffice: boolean;
}
