import type { MailPerson, NewMail, Office, OutboxMail } from '@guankao/store';
import { digestLetter, inLocale } from '@guankao/web';
import { dayInTaipei, noticesOf, type Notice } from '@guankao/workflow';
import { workdaysOf } from '../office-calendar/calendar.ts';
import { asDeputy, atHand, ownNotices } from './at-hand.ts';
import type { MailSettings, Written } from './mailer.ts';

/** In Taipei: from this hour on a day's digests go out, on days on which offices work. */
const hourOfDigest = 8;

/** Puts the digests of today in, once for all programs, for everybody for whom there is anything new. */
export async function planDigests(office: Office, now: Date): Promise<void> {
  const day = dayInTaipei(now);
  if (!isTime(now) || !(await workdaysOf(office)).isWorkday(day) || (await office.dayIsEnqueued(day))) return;
  await office.enqueueDay(day, await digestsOf(office, day, now), now);
}

function isTime(now: Date): boolean {
  const there = new Date(now.getTime() + 8 * 3_600_000);
  return there.getUTCHours() >= hourOfDigest;
}

async function digestsOf(office: Office, day: string, now: Date): Promise<readonly NewMail[]> {
  const active = (await office.accounts()).filter(({ state }) => state !== 'deactivated');
  const people = (await office.mailPeople(active.map(({ id }) => id))).filter(wantsMail);
  if (people.length === 0) return [];
  const [at, tree] = [await atHand(office), await office.tree()];
  const mails: NewMail[] = [];
  for (const { account, address, locale } of people) {
    const actor = await office.actor(account);
    const who = actor === null ? null : { actor, tree, now };
    const notices = who === null ? [] : noticesOf(at, who, await asDeputy(office, who));
    if ((await newOf(office, account, notices)).length === 0) continue;
    mails.push({ key: `digest ${account} ${day}`, kind: 'digest', account, address, locale, until: endOf(day) });
  }
  return mails;
}

function wantsMail({ confirmedAt, stoppedAt, refused }: MailPerson): boolean {
  return confirmedAt !== null && stoppedAt === null && refused === null;
}

/** Those that no mail told this person. */
export async function newOf(office: Office, account: string, notices: readonly Notice[]): Promise<readonly Notice[]> {
  const told = await office.toldOf(account, keysOf(notices));
  return notices.filter(({ key }) => !told.has(key));
}

/** The digest as the record stands now: what was done since it was put in is not asked for. null: nothing is new. */
export async function writeDigest(
  office: Office,
  mail: OutboxMail,
  person: MailPerson,
  { origin }: MailSettings,
  now: Date,
): Promise<Written | null> {
  const actor = await office.actor(person.account);
  if (actor === null || !wantsMail(person)) return null;
  const notices = await ownNotices(office, { actor, tree: await office.tree(), now });
  // Kept before the mail goes: whatever becomes of it, no other mail tells them as well.
  const fresh = await office.tellOnce(mail, keysOf(notices), now);
  const told = notices.filter(({ key }) => fresh.has(key));
  if (told.length === 0) return null;
  const { locale, stopSecret } = person;
  const stop = `${origin}${inLocale(`/mail/stop/${stopSecret}`, locale)}`;
  const others = notices.length - told.length;
  return { letter: digestLetter({ locale, day: dayInTaipei(now), notices: told, others, origin, stop }), stop };
}

function keysOf(notices: readonly Notice[]): readonly string[] {
  return notices.map(({ key }) => key);
}

/** The end of a day in Taipei: the next digest says what is so then. */
function endOf(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 16 * 3_600_000);
}
