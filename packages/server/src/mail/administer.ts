import { randomUUID } from 'node:crypto';
import { Refusal } from '@guankao/domain';
import type { MailLocale, MailPerson, Office, OutboxMail } from '@guankao/store';
import { testLetter } from '@guankao/web';
import type { Actor } from '@guankao/workflow';
import { administeredAccounts } from '../sign-in/security-log.ts';
import { demandAddress, demandMail } from './addresses.ts';
import type { Mailer } from './mailer.ts';
import type { HandedOver } from './relay.ts';

/** Mails at a time. */
export const mailsAPage = 200;

/** What administrators are shown of mail: of the accounts that they administer. */
export interface MailStanding {
  /** null: nobody set it up, and nothing is sent. */
  readonly server: { readonly host: string; readonly port: number; readonly from: string } | null;
  /** What was wrong with the mail server when this program last asked it. */
  readonly trouble: Mailer['trouble'];
  readonly people: readonly (MailPerson & { readonly name: string; readonly login: string })[];
  /** Newest first. */
  readonly mails: readonly OutboxMail[];
}

export async function mailStanding(
  office: Office,
  mail: Mailer | null,
  actor: Actor,
  before: number | null,
): Promise<MailStanding> {
  const accounts = await mailAccounts(office, actor);
  const ids = [...accounts.keys()];
  const people = await office.mailPeople(ids);
  return {
    server: mail === null ? null : serverOf(mail),
    trouble: mail?.trouble ?? null,
    people: people.map((person) => ({ ...person, name: '', login: '', ...accounts.get(person.account) })),
    mails: await office.outbox({ accounts: ids, before, most: mailsAPage }),
  };
}

/** Sends a mail at once and tells what the server said. */
export async function sendTest(
  office: Office,
  mail: Mailer | null,
  { address, locale }: { readonly address: string; readonly locale: MailLocale },
  actor: Actor,
): Promise<HandedOver> {
  await mailAccounts(office, actor);
  const mailer = demandMail(mail);
  const to = demandAddress(address);
  return mailer.try(testLetter(locale, mailer.settings.origin), to, `test ${randomUUID()}`);
}

/** As it is told to whoever sent the test mail. */
export function testedIn(said: HandedOver) {
  return { became: said.is, words: said.words, why: said.is === 'later' ? said.why : null };
}

/** Addresses that the server refused are tried again with the next mail; one, or all of those that one administers. */
export async function tryRefusedAgain(office: Office, account: string | null, actor: Actor): Promise<number> {
  const accounts = await mailAccounts(office, actor);
  const ids = [...accounts.keys()].filter((id) => account === null || id === account);
  if (ids.length === 0) throw noSuchReceiver();
  const refused = (await office.mailPeople(ids)).filter((person) => person.refused !== null);
  for (const person of refused) await office.markRefused(person.account, person.address, null);
  return refused.length;
}

async function mailAccounts(
  office: Office,
  actor: Actor,
): Promise<ReadonlyMap<string, { readonly name: string; readonly login: string }>> {
  const accounts = await administeredAccounts(office, actor, notForYou());
  return new Map(accounts.map(({ id, name, login }) => [id, { name, login }]));
}

function serverOf({ settings: { relay, from } }: Mailer): MailStanding['server'] {
  return { host: relay.host, port: relay.port, from: from.address };
}

function notForYou(): Refusal {
  return new Refusal('mail-administrators-only', 403, {
    'zh-Hant': '郵件寄送情形由系統管理者查看。若應由您辦理，請洽系統管理者調整角色。',
    en: 'what became of mails is shown to administrators. If it is yours to do, ask one for the role.',
  });
}

function noSuchReceiver(): Refusal {
  return new Refusal('no-such-receiver', 404, {
    'zh-Hant': '找不到這個收信人，或不由您管理。請從清單選擇。',
    en: 'there is no such receiver, or they are not yours to administer. Choose one of the list.',
  });
}
