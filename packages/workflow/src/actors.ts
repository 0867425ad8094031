/** 承辦 · 單位主管 · 主計 · 彙整 · 審計 · 系統管理. The public has no role: it reads what is published. */
export type Role = 'officer' | 'supervisor' | 'accountant' | 'compiler' | 'auditor' | 'administrator';
export const roles: readonly Role[] = ['officer', 'supervisor', 'accountant', 'compiler', 'auditor', 'administrator'];

/** A role in an agency and in all below it. */
export interface Grant {
  readonly role: Role;
  readonly agency: string;
}

export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly grants: readonly Grant[];
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

  /** Is `agency` `above` itself, or somewhere below it? */
  within(agency: string, above: string): boolean {
    const seen = new Set<string>();
    for (
      let at: string | null | undefined = agency;
      at !== null && at !== undefined && !seen.has(at);
      at = this.parents.get(at)
    ) {
      if (at === above) return true;
      seen.add(at);
    }
    return false;
  }
}

export function holds(actor: Actor, role: Role, agency: string, tree: AgencyTree): boolean {
  return actor.grants.some((grant) => grant.role === role && tree.within(agency, grant.agency));
}
