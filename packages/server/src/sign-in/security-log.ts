import { Refusal } from '@guankao/domain';
import type { Office, SecurityEntry } from '@guankao/store';
import { accountPolicy, may, type Actor } from '@guankao/workflow';
import type { Administering } from './administer.ts';

/** For which signing in and out is kept. */
export const securityLogDays = 180;
/** Entries at a time. */
export const entriesAPage = 200;

/**
 * Of the accounts that one administers, as accounts are listed; attempts at logins that are nobody's are shown to
 * whoever administers a head. Newest first.
 */
export async function securityEntries(
  office: Office,
  before: number | null,
  { actor }: Administering,
): Promise<readonly SecurityEntry[]> {
  const accounts = await administeredAccounts(office, actor, notAnAdministrator());
  const tree = await office.tree();
  return office.securityLog({
    accounts: accounts.map(({ id }) => id),
    unknown: actor.grants.some(({ role, agency }) => role === 'administrator' && tree.isHead(agency)),
    before,
    most: entriesAPage,
  });
}

/** Accounts that one administers, as they are listed. Throws `refusal` where one administers none. */
export async function administeredAccounts(
  office: Office,
  actor: Actor,
  refusal: Refusal,
): Promise<Awaited<ReturnType<Office['accounts']>>> {
  if (!actor.grants.some(({ role }) => role === 'administrator')) throw refusal;
  const tree = await office.tree();
  const sees = (agency: string) => may(accountPolicy, 'read', actor, { id: null, agency }, tree);
  return (await office.accounts()).filter(({ grants }) => grants.some(({ agency }) => sees(agency)));
}

function notAnAdministrator(): Refusal {
  return new Refusal('not-an-administrator', 403, {
    'zh-Hant': '登入紀錄由系統管理者查看。若應由您辦理，請洽系統管理者調整角色。',
    en: 'the log of sign-ins is shown to administrators. If it is yours to do, ask one for the role.',
  });
}
