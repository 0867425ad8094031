import type { Catalogue, Office } from '@guankao/store';

/** What the office's routes need of the server. */
export interface OfficeSite {
  readonly office: Office;
  readonly catalogue: Catalogue;
  readonly clock: () => Date;
}
