import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { htmlOfLetter, textOfLetter, type Letter } from '@guankao/web';

/** Whom mails come from. */
export interface Sender {
  readonly name: string;
  readonly address: string;
}

export interface Addressed {
  readonly to: string;
  /** Of the mail: one that is tried again is the same mail to whoever receives it. */
  readonly key: string;
  /** `https://…` by which it is stopped with one click (RFC 8058); null: it comes once, because it was asked for. */
  readonly stop: string | null;
  readonly at: Date;
}

/** A letter as the bytes of a mail: text and HTML that say the same. */
export async function mailOf(letter: Letter, { to, key, stop, at }: Addressed, from: Sender): Promise<Uint8Array> {
  const composer = new MailComposer({
    from,
    to: { name: '', address: to },
    subject: letter.subject,
    text: textOfLetter(letter),
    html: htmlOfLetter(letter),
    date: at,
    messageId: `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domainOf(from.address)}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': letter.locale,
      ...(stop === null
        ? {}
        : { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

function domainOf(address: string): string {
  return address.split('@').at(-1) ?? 'localhost';
}
