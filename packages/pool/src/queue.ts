import type { Lane } from './kinds.ts';

/** Who asks: a reader by network address, a person by account, or the program itself. */
export interface Asker {
  readonly kind: 'public' | 'signed-in' | 'job';
  /** Of one kind, no two have the same. */
  readonly id: string;
}

export interface Waiting {
  readonly asker: Asker;
  readonly lane: Lane;
}

/** How much may wait. */
export interface QueueLimits {
  /** By kind of asker. */
  readonly ofKind: Readonly<Record<Asker['kind'], number>>;
  /** Of one asker. */
  readonly ofAsker: Readonly<Record<Asker['kind'], number>>;
}

export const queueLimits: QueueLimits = {
  ofKind: { public: 40, 'signed-in': 80, job: 200 },
  ofAsker: { public: 8, 'signed-in': 16, job: 200 },
};

/** Of the children's time, where all of them want some. */
const shares: Readonly<Record<Asker['kind'], number>> = { public: 2, 'signed-in': 3, job: 1 };

/** After so many milliseconds half of what an asker used is forgotten. */
const halfLife = 30_000;
/** Charged as work is taken, in milliseconds; made right when it ends. Without it two tasks of one asker would go together. */
const advance = 500;

interface Account<T> {
  readonly waiting: T[];
  /** Milliseconds of children's time, fading. */
  used: number;
  /** When `used` was last made to fade. */
  at: number;
}

/**
 * What waits for a child. Next is always work of whoever used least of late, first among the kinds of askers, then
 * among the askers of a kind: who sends one text goes before who sent twenty, and before whose texts took long.
 * Where a kind's queue is full, room is made by whoever has most waiting there, so that many texts of one keep no other out.
 */
export class FairQueue<T extends Waiting> {
  private readonly accounts: Readonly<Record<Asker['kind'], Map<string, Account<T>>>> = {
    public: new Map(),
    'signed-in': new Map(),
    job: new Map(),
  };
  private readonly limits: QueueLimits;
  private readonly now: () => number;

  /** `now` in milliseconds. */
  constructor(limits: QueueLimits, now: () => number) {
    this.limits = limits;
    this.now = now;
  }

  /** Takes it in. Gives what has no place in the queue then: nothing, the last of whoever has most waiting, or the new one itself. */
  add(one: T): T | null {
    const { kind, id } = one.asker;
    const own = this.account(one.asker);
    if (own.waiting.length >= this.limits.ofAsker[kind]) return one;
    own.waiting.push(one);
    const all = [...this.accounts[kind].values()];
    if (all.reduce((sum, { waiting }) => sum + waiting.length, 0) <= this.limits.ofKind[kind]) return null;
    const [longest] = all.toSorted((a, b) => b.waiting.length - a.waiting.length);
    const most = longest !== undefined && longest.waiting.length > own.waiting.length ? longest : own;
    const out = most.waiting.pop() ?? one;
    this.forget(kind, id);
    return out;
  }

  /** The next work of these lanes; null where there is none. */
  take(lanes: readonly Lane[]): T | null {
    const next = this.inOrder(lanes)[0];
    if (next === undefined) return null;
    this.remove(next);
    this.account(next.asker).used += advance;
    return next;
  }

  /** Writes down what it cost, in milliseconds, once it has ended. */
  charge({ asker }: Waiting, milliseconds: number): void {
    const account = this.account(asker);
    account.used = Math.max(0, account.used + milliseconds - advance);
    this.forget(asker.kind, asker.id);
  }

  /** Whether it was still waiting. */
  remove(one: T): boolean {
    const { waiting } = this.account(one.asker);
    const at = waiting.indexOf(one);
    if (at >= 0) waiting.splice(at, 1);
    this.forget(one.asker.kind, one.asker.id);
    return at >= 0;
  }

  /** How many of its lane go before it, were nobody to come or go: 0 is next. */
  placeOf(one: T): number {
    let before = 0;
    const { used, waiting } = this.account(one.asker);
    const turn = waiting.filter(({ lane }) => lane === one.lane).indexOf(one);
    for (const account of this.everyAccount()) {
      const ahead = account.waiting.filter(({ lane }) => lane === one.lane).length;
      if (account.waiting === waiting) before += turn;
      else before += Math.min(ahead, turn + (account.used <= used ? 1 : 0));
    }
    return before;
  }

  countOf(lane: Lane): number {
    return [...this.everyAccount()].reduce(
      (sum, { waiting }) => sum + waiting.filter((one) => one.lane === lane).length,
      0,
    );
  }

  /** Everything that waits, taken out. */
  clear(): T[] {
    return [...this.everyAccount()].flatMap(({ waiting }) => waiting.splice(0));
  }

  /** The first of each asker that is of these lanes, in the order in which they would be taken. */
  private inOrder(lanes: readonly Lane[]): T[] {
    const byKind = (Object.keys(shares) as Asker['kind'][]).map((kind) => {
      for (const id of this.accounts[kind].keys()) this.forget(kind, id);
      const accounts = [...this.accounts[kind].values()];
      const ready = accounts
        .toSorted((a, b) => a.used - b.used)
        .flatMap(({ waiting }) => waiting.find(({ lane }) => lanes.includes(lane)) ?? []);
      return { ready, used: accounts.reduce((sum, { used }) => sum + used, 0) / shares[kind] };
    });
    return byKind.toSorted((a, b) => a.used - b.used).flatMap(({ ready }) => ready);
  }

  private *everyAccount(): Generator<Account<T>> {
    for (const accounts of Object.values(this.accounts)) yield* accounts.values();
  }

  private account({ kind, id }: Asker): Account<T> {
    const known = this.accounts[kind].get(id);
    if (known !== undefined) return known;
    const account: Account<T> = { waiting: [], used: 0, at: this.now() };
    this.accounts[kind].set(id, account);
    return account;
  }

  private fade(account: Account<T>): void {
    const now = this.now();
    const left = account.used * 0.5 ** ((now - account.at) / halfLife);
    account.used = left < 1 ? 0 : left;
    account.at = now;
  }

  /** An asker with nothing waiting, who used next to nothing, is a newcomer again. */
  private forget(kind: Asker['kind'], id: string): void {
    const account = this.accounts[kind].get(id);
    if (account === undefined) return;
    this.fade(account);
    if (account.used === 0 && account.waiting.length === 0) this.accounts[kind].delete(id);
  }
}
