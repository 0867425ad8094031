import { Type } from '@sinclair/typebox';
import { roles, signatureOf, type Actor, type AgencyTree, holds, type Role } from '../../actors.ts';
import { dayInTaipei } from '../../days.ts';
import { Day, Moment, nullable, oneOf, Who, type Of } from '../../schema.ts';

/**
 * What can be handed over. Accounts and roles are not: what a deputy granted would outlast the deputyship; another
 * administrator is given the role instead.
 */
export const deputyRoles: readonly Role[] = roles.filter((role) => role !== 'administrator');

export const DeputyGrantJson = Type.Object({
  role: oneOf(deputyRoles),
  agency: Type.String({ minLength: 1, maxLength: 100, description: 'Id; the role holds there and below' }),
});

const AccountJson = Type.Object({
  account: Type.String({ description: 'Id of the account' }),
  login: Type.String(),
  name: Who,
});

export const DeputyshipJson = Type.Object(
  {
    id: Type.String(),
    version: Type.Integer(),
    principal: AccountJson,
    deputy: AccountJson,
    grants: Type.Array(DeputyGrantJson, { description: 'What the deputy may do in the principal’s name' }),
    from: Day,
    until: Type.String({ description: 'The last day, in Taipei' }),
    reason: Type.String({ description: 'Why the principal is away' }),
    appointed: Type.Object({ by: Who, at: Moment }),
    revoked: nullable(Type.Object({ by: Who, at: Moment }), { description: 'Ended before its last day' }),
  },
  { $id: 'Deputyship' },
);

/** 職務代理: who acts for whom, from when to when, in which roles. */
export type Deputyship = Of<typeof DeputyshipJson>;

const prefix = 'deputy:';

/** No code of an agency and no id of a row can be the same: a history is found by the id alone. */
export function deputyshipId(number: number): string {
  return `${prefix}${number}`;
}

/** In the order in which they were made, from 1. */
export function numberOfDeputyship({ id }: Pick<Deputyship, 'id'>): number {
  return Number(id.slice(prefix.length));
}

/** On the day of this moment: not begun, going on, over, or ended before its time. */
export type DeputyStanding = 'to-come' | 'acting' | 'ended' | 'revoked';

export function standingOfDeputy({ from, until, revoked }: Deputyship, now: Date): DeputyStanding {
  const day = dayInTaipei(now);
  if (revoked !== null) return 'revoked';
  if (day < from) return 'to-come';
  return day > until ? 'ended' : 'acting';
}

/**
 * The deputy in the principal's name: with the roles that were named and that the principal still has, and none of their
 * own. null where the deputyship is another's, or not of now.
 */
export function actingFor(
  deputy: Actor,
  principal: Actor | null,
  deputyship: Deputyship,
  tree: AgencyTree,
  now: Date,
): Actor | null {
  const isTheirs = deputyship.deputy.account === deputy.id && deputyship.principal.account === principal?.id;
  if (!isTheirs || principal === null || standingOfDeputy(deputyship, now) !== 'acting') return null;
  return {
    id: deputy.id,
    name: signatureOf(deputy.name, principal.name),
    grants: deputyship.grants.filter(({ role, agency }) => holds(principal, role, agency, tree)),
    actingFor: { deputyship: deputyship.id, account: principal.id, name: principal.name, deputy: deputy.name },
  };
}
