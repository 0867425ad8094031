import type { Office } from '@guankao/store';
import type { Mailer } from '../mail/mailer.ts';
import type { Site } from '../pages/site.ts';

/** What the office's routes and pages need of the server. */
export interface OfficeSite extends Site {
  readonly office: Office;
  /** Sends notices; null: mail is not set up. */
  readonly mail: Mailer | null;
}
