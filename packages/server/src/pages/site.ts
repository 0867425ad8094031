import type { Pool } from '@guankao/pool';
import type { Catalogue } from '@guankao/store';
import type { Assets } from '@guankao/web';
import type { KeptTasks } from '../work/kept-tasks.ts';

/** What every page needs of the server. */
export interface Site {
  readonly catalogue: Catalogue;
  /** Works on every text and file that comes from outside. */
  readonly pool: Pool;
  /** Work whose askers were sent to a waiting page. */
  readonly tasks: KeptTasks;
  /** Milliseconds that a page is waited for, before its asker is sent to a waiting page. */
  readonly patience: number;
  readonly assets: Assets;
  readonly clock: () => Date;
  /** Whether officials work here too. */
  readonly hasOffice: boolean;
  /** Whether what it gives out can be verified. */
  readonly hasLog: boolean;
  /** Of the program. */
  readonly version: string;
}
