import type { Office } from '@guankao/store';
import { planDigests } from './digest.ts';
import { Mailer, type MailSettings } from './mailer.ts';
import { writerOn } from './write.ts';

/** What sends this record's notices. It does nothing until it is started. */
export function mailerOn(
  office: Office,
  settings: MailSettings,
  clock: () => Date,
  report: (why: string) => void = () => undefined,
): Mailer {
  const write = writerOn(office, clock);
  return new Mailer({ office, settings, clock, report, write, plan: (now) => planDigests(office, now) });
}
