import type { Office } from '@guankao/store';
import type { Site } from '../pages/site.ts';

/** What the office's routes and pages need of the server. */
export interface OfficeSite extends Site {
  readonly office: Office;
}
