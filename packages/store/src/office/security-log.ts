import type { Database } from '../database/connect.ts';

export type SecurityKind =
  | 'sign-in-failed'
  | 'sign-in-paused'
  | 'session-opened'
  | 'session-ended'
  | 'password-failed'
  | 'password-set'
  | 'token-made'
  | 'token-revoked';

interface SecurityNote {
  readonly kind: SecurityKind;
  /** Id; null: at a login that is nobody's. */
  readonly account: string | null;
  /** As limits count it; null where it is not known. */
  readonly network: string | null;
  readonly at: Date;
}

export interface SecurityEntry extends SecurityNote {
  /** Rises with time. */
  readonly id: number;
}

interface SecurityQuery {
  /** Of these accounts. */
  readonly accounts: readonly string[];
  /** Those at logins that are nobody's, too. */
  readonly unknown: boolean;
  /** Only those with a smaller id. */
  readonly before: number | null;
  readonly most: number;
}

/** Signing in and out, kept beside the journal for a set time: network addresses never enter events. */
export interface SecurityLog {
  noteSecurity(note: SecurityNote): Promise<void>;
  /** Newest first. */
  securityLog(query: SecurityQuery): Promise<readonly SecurityEntry[]>;
  sweepSecurityLog(before: Date): Promise<void>;
}

/** Refusals of one pause are one entry a minute: who keeps knocking does not fill the log. */
const pauseSeconds = 60;

export function securityLogOn(db: Database): SecurityLog {
  return {
    async noteSecurity({ kind, account, network, at }) {
      if (kind === 'sign-in-paused') {
        const known = await db
          .selectFrom('security_log')
          .select('id')
          .where('kind', '=', kind)
          .where('account', 'is not distinct from', account)
          .where('network', 'is not distinct from', network)
          .where('at', '>', new Date(at.getTime() - pauseSeconds * 1_000))
          .executeTakeFirst();
        if (known !== undefined) return;
      }
      await db.insertInto('security_log').values({ kind, account, network, at }).execute();
    },
    async securityLog({ accounts, unknown, before, most }) {
      let query = db.selectFrom('security_log').selectAll();
      query = query.where((entry) =>
        entry.or([
          ...(accounts.length === 0 ? [] : [entry('account', 'in', [...accounts])]),
          ...(unknown ? [entry('account', 'is', null)] : []),
        ]),
      );
      if (before !== null) query = query.where('id', '<', before);
      return (await query.orderBy('id', 'desc').limit(most).execute()) as readonly SecurityEntry[];
    },
    async sweepSecurityLog(before) {
      await db.deleteFrom('security_log').where('at', '<', before).execute();
    },
  };
}
