import { Refusal } from '@guankao/domain';
import type { MailLocale, MailPerson, NewMail, Office } from '@guankao/store';
import type { Actor } from '@guankao/workflow';
import { fingerprint, newSecret } from '../sign-in/secrets.ts';
import type { Mailer } from './mailer.ts';

/** Within which an address is confirmed. */
export const confirmationDays = 7;

/** Where a person's mail goes, as asked for; whoever reads mail there is asked first. Throws a Refusal for what is no address. */
export async function setAddress(
  office: Office,
  { address, locale }: { readonly address: string; readonly locale: MailLocale },
  { id: account }: Actor,
  now: Date,
): Promise<void> {
  const asked = demandAddress(address);
  const known = await office.mailPerson(account);
  const isTheSame = known !== null && known.address === asked && known.confirmedAt !== null && known.refused === null;
  if (isTheSame) return office.setMailLocale(account, locale);
  const person = { account, address: asked, locale, confirmSecret: newSecret(), stopSecret: newSecret() };
  await office.keepMailPerson(person, now);
  await office.enqueueMail([confirmationOf(person, now)], now);
}

function confirmationOf(
  { account, address, locale, confirmSecret }: Pick<MailPerson, 'account' | 'address' | 'locale' | 'confirmSecret'>,
  now: Date,
): NewMail {
  return {
    key: `confirmation ${fingerprint(confirmSecret)}`,
    kind: 'confirmation',
    account,
    address,
    locale,
    until: new Date(now.getTime() + confirmationDays * 86_400_000),
  };
}

/** Whose link it is. Throws a Refusal where it is too old, or of an address that was given up. */
export async function demandConfirmLink(office: Office, secret: string, now: Date): Promise<MailPerson> {
  const person = await office.mailToConfirm(secret, new Date(now.getTime() - confirmationDays * 86_400_000));
  if (person === null) throw spentMailLink();
  return person;
}

/** Whose link it is. Throws a Refusal where the address was given up or changed. */
export async function demandStopLink(office: Office, secret: string): Promise<MailPerson> {
  const person = await office.mailOfStopLink(secret);
  if (person === null) throw spentMailLink();
  return person;
}

/** Mail as the operator set it up. Throws a Refusal where nobody did. */
export function demandMail(mail: Mailer | null): Mailer {
  if (mail !== null) return mail;
  throw new Refusal('mail-off', 409, {
    'zh-Hant': '本系統沒有設定郵件，不寄任何信。請系統維運人員依維運說明「Mail」設定 GUANKAO_SMTP。',
    en: 'mail is not set up here and nothing is sent. Ask the operator to set GUANKAO_SMTP: see Mail in the operations guide.',
  });
}

/** A plain address of ASCII, as all mail servers take it. */
export function demandAddress(text: string): string {
  const address = text.trim();
  if (
    address.length <= 254 &&
    /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])$/.test(address)
  )
    return address;
  throw new Refusal('not-an-address', 422, {
    'zh-Hant': `「${address.slice(0, 80)}」不是電子郵件信箱。請填像 name@agency.gov.tw 的信箱。`,
    en: `"${address.slice(0, 80)}" is no address of mail. Write one like name@agency.gov.tw.`,
  });
}

function spentMailLink(): Refusal {
  return new Refusal('spent-mail-link', 410, {
    'zh-Hant': '這個連結已失效：信箱已改過、不再使用，或確認期限已過。請登入後在「我的帳號」的「通知信」查看。',
    en: 'this link works no more: the address was changed or given up, or it was not confirmed in time. Sign in and see Mail under My account.',
  });
}
