import type { MailPerson, Office, OutboxMail } from '@guankao/store';
import { confirmationLetter, inLocale } from '@guankao/web';
import { confirmationDays } from './addresses.ts';
import { writeDigest } from './digest.ts';
import type { MailSettings, Written } from './mailer.ts';

/** The letter of a mail as it is to be sent now: to nobody who may not have it any more. */
export function writerOn(
  office: Office,
  clock: () => Date,
): (mail: OutboxMail, settings: MailSettings) => Promise<Written | null> {
  return async (mail, settings) => {
    const person = await receiverOf(office, mail);
    if (person === null) return null;
    return mail.kind === 'confirmation'
      ? confirmation(person, settings)
      : writeDigest(office, mail, person, settings, clock());
  };
}

/** null: the account has ended, or its address is another by now, or was given up. */
async function receiverOf(office: Office, { account, address }: OutboxMail): Promise<MailPerson | null> {
  const person = await office.mailPerson(account);
  if (person === null || person.address !== address || person.refused !== null) return null;
  return (await office.actor(account)) === null ? null : person;
}

function confirmation({ confirmedAt, locale, confirmSecret }: MailPerson, { origin }: MailSettings): Written | null {
  if (confirmedAt !== null) return null;
  const link = `${origin}${inLocale(`/mail/confirm/${confirmSecret}`, locale)}`;
  return { letter: confirmationLetter(locale, link, confirmationDays), stop: null };
}
