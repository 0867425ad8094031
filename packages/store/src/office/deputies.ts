import { Refusal } from '@guankao/domain';
import { actingFor, standingOfDeputy, type Actor, type AgencyTree, type Deputyship } from '@guankao/workflow';
import type { Database } from '../database/connect.ts';
import { recordOf, recordsOf } from '../records/records.ts';
import { actorWithin } from './accounts.ts';

/** Deputyships by which this account can act at this moment, in the order in which they were made. */
export async function deputyshipsNow(db: Database, account: string, now: Date): Promise<readonly Deputyship[]> {
  const own = (await recordsOf(db, 'deputy', account)) as readonly unknown[] as readonly Deputyship[];
  return own.filter((one) => standingOfDeputy(one, now) === 'acting');
}

/**
 * Who acts by this deputyship, as the record stands: with what was handed over and is still the principal's. Throws a
 * Refusal where it is not theirs or not of now: nobody falls back to their own name unasked.
 */
export async function deputyWithin(
  db: Database,
  deputy: Actor,
  deputyship: string,
  tree: AgencyTree,
  now: Date,
): Promise<Actor> {
  const found = (await recordOf(db, 'deputy', deputyship)) as Deputyship | null;
  const principal = found === null ? null : await actorWithin(db, found.principal.account);
  const acting = found === null ? null : actingFor(deputy, principal, found, tree, now);
  if (acting === null) throw notDeputy();
  return acting;
}

function notDeputy(): Refusal {
  return new Refusal('not-deputy', 403, {
    'zh-Hant':
      '您現在不能以這項代理辦理：期間已過、已終止、尚未開始，或不是您的代理。沒有執行。請改以本人名義辦理，或請本人重新指定。',
    en: 'you cannot act by this deputyship now: it is over, was ended, has not begun, or is not yours. Nothing was done. Act in your own name, or have it renewed.',
  });
}
