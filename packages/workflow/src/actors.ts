/** 承辦 · 單位主管 · 主計 · 彙整 · 審計 · 系統管理. The public has no role: it reads what is published. */
export type Role = 'officer' | 'supervisor' | 'accountant' | 'compiler' | 'auditor' | 'administrator';
export const roles: readonly Role[] = ['officer', 'supervisor', 'accountant', 'compiler', 'auditor', 'administrator'];

/** A role in an agency and in all below it. */
export interface Grant {
  readonly role: Role;
  readonly agency: string;
}

export interface Actor {
  /** Of the person who does it, also where they act for somebody else. */
  readonly id: string;
  /** As it is signed: 王小範, or 王小範（代理林大範） where the one acts for the other. */
  readonly name: string;
  /** Acting for somebody, what was handed over to them and nothing of their own. */
  readonly grants: readonly Grant[];
  readonly actingFor?: ActingFor;
}

/** In whose name somebody does something, by which deputyship. */
export interface ActingFor {
  readonly deputyship: string;
  /** Id of the principal's account. */
  readonly account: string;
  /** The principal's name, as it then was. */
  readonly name: string;
  /** The deputy's own. */
  readonly deputy: string;
}

/** How a deputy signs: both names, so that none is ever shown without the other. */
export function signatureOf(deputy: string, principal: string): string {
  return `${deputy}（代理${principal}）`;
}

/** Accounts that answer for what is written: of a deputy their own, and that of whoever they act for. */
export function accountsBehind(account: string, actingFor: ActingFor | undefined): readonly string[] {
  return actingFor === undefined ? [account] : [account, actingFor.account];
}

/** A record's writers after `account` wrote in it: a deputy writes, and whoever they act for, and neither of the two approves it. */
export function withWriter(
  writers: readonly string[],
  account: string,
  actingFor: ActingFor | undefined,
): readonly string[] {
  return [...new Set([...writers, ...accountsBehind(account, actingFor)])];
}

/** Somebody with an account, as it stands. */
export interface Person {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  /** invited: the one-time link was not used yet. */
  readonly state: 'invited' | 'active' | 'deactivated';
}

/** Whoever has not signed in. */
export const nobody: Actor = { id: 'public', name: 'public', grants: [] };

export interface Agency {
  readonly id: string;
  readonly name: string;
  /** null: a ministry or a local government. */
  readonly parent: string | null;
}

/** Agencies under their ministries. A parent that is not there ends the way up. */
export class AgencyTree {
  private readonly parents: ReadonlyMap<string, string | null>;
  private readonly names: ReadonlyMap<string, string>;

  constructor(agencies: readonly Agency[]) {
    this.parents = new Map(agencies.map(({ id, parent }) => [id, parent]));
    this.names = new Map(agencies.map(({ id, name }) => [id, name]));
  }

  /** As it is printed; the id of one that is not there. */
  nameOf(agency: string): string {
    return this.names.get(agency) ?? agency;
  }

  /** A ministry or a local government that works here. */
  isHead(agency: string): boolean {
    return this.parents.get(agency) === null;
  }

  /** The ministry or local government that it belongs to; null where there is none. */
  headOf(agency: string): string | null {
    const seen = new Set<string>();
    for (let at: string | null | undefined = agency; at !== null && at !== undefined && !seen.has(at);) {
      const parent = this.parents.get(at);
      if (parent === null) return at;
      seen.add(at);
      at = parent;
    }
    return null;
  }

  /** The agency, then those above it, from below. */
  upFrom(agency: string): readonly string[] {
    const seen = new Set<string>();
    for (
      let at: string | null | undefined = agency;
      at !== null && at !== undefined && !seen.has(at);
      at = this.parents.get(at)
    )
      seen.add(at);
    return [...seen];
  }

  /** Is `agency` `above` itself, or somewhere below it? */
  within(agency: string, above: string): boolean {
    return this.upFrom(agency).includes(above);
  }
}

export function holds(actor: Pick<Actor, 'grants'>, role: Role, agency: string, tree: AgencyTree): boolean {
  return actor.grants.some((grant) => grant.role === role && tree.within(agency, grant.agency));
}
