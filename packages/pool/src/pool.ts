import { existsSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '@guankao/domain';
import { Child, type Ended, type Outcome } from './child/child.ts';
import type { ChildLimits } from './child/start-child.ts';
import { kinds, type Input, type Kind, type Lane, type Output } from './kinds.ts';
import { FairQueue, queueLimits, type Asker, type QueueLimits } from './queue.ts';
import { answerTooLarge, busy, cancelled, tookTooLong, tooMuchMemory, workDied } from './refusals.ts';

export interface PoolOptions {
  /** The built program of a child; without it, the one that lies beside this program. */
  readonly program?: string | undefined;
  /** Children that work at once: at least two, of which one does short work only. */
  readonly size?: number | undefined;
  /** Megabytes that a child may hold. */
  readonly memory?: number | undefined;
  readonly nice?: number;
  readonly queue?: QueueLimits;
  /** A child that has worked on so many orders is replaced. */
  readonly ordersOfChild?: number;
  /** For the operator: names neither files nor texts. */
  readonly report?: (event: PoolEvent) => void;
}

export type PoolEvent =
  | { readonly event: 'child-ended'; readonly kind: Kind; readonly why: Ended; readonly complaint: string }
  | { readonly event: 'child-did-not-start'; readonly complaint: string }
  /** Once: this system does not hold children to their memory, only V8 does. */
  | { readonly event: 'memory-limited-by-v8-alone' };

export interface Request {
  readonly asker: Asker;
  /** Of the file that it is about, as its asker calls it; null for what was typed. */
  readonly name?: string | null;
  /** Nobody waits for it once it is aborted: it leaves the queue, or its child is killed. */
  readonly signal?: AbortSignal | undefined;
  /** Seconds of processor time, instead of the kind's own. */
  readonly deadline?: number;
  /** Seconds that it may wait, instead of the kind's own. */
  readonly patience?: number;
  /** Is given what tells how far it is. */
  readonly watch?: (stage: () => Stage) => void;
}

export type Stage =
  /** `before` it are so many: 0 is next. */
  { readonly is: 'waiting'; readonly before: number } | { readonly is: 'working' } | { readonly is: 'done' };

interface Task {
  readonly kind: Kind;
  readonly lane: Lane;
  readonly asker: Asker;
  readonly name: string | null;
  /** Itself, or what fetches it. */
  readonly input: unknown;
  readonly deadline: number;
  readonly signal: AbortSignal;
  stage: 'waiting' | 'working' | 'done';
  readonly settle: (outcome: { readonly answer: unknown } | { readonly error: Error }) => void;
}

/** An idle child, beyond those that are wanted, is let go after so many milliseconds. */
const idleFor = 120_000;
/** After so many milliseconds of work a child is replaced: well before the system ends it (`start-child.ts`). */
const longestWork = 300_000;
/** Between two attempts to start a child, where the last one came to nothing. */
const startingPause = 1_000;

/**
 * Children that work on what comes from outside, each on one order at a time, held to memory and time. Lazily started,
 * one always ahead of those that are busy, so that a new order, or one after a child was killed, waits for no start.
 */
export class Pool {
  readonly size: number;
  readonly limits: ChildLimits;
  private program: string | undefined;
  private readonly ordersOfChild: number;
  private readonly report: (event: PoolEvent) => void;
  private readonly queue: FairQueue<Task>;
  private readonly children = new Set<Child>();
  /** By lane: milliseconds that an order took of late. */
  private readonly usual: Record<Lane, number> = { short: 300, long: 2_000 };
  private working: Record<Lane, number> = { short: 0, long: 0 };
  private startAgain: NodeJS.Timeout | null = null;
  private toldOfLimits = false;
  private closed = false;

  constructor(options: PoolOptions = {}) {
    this.size = Math.max(2, options.size ?? availableParallelism() - 1);
    this.limits = { memory: options.memory ?? usualMemory(this.size), nice: options.nice ?? 5 };
    this.program = options.program;
    this.ordersOfChild = options.ordersOfChild ?? 2_000;
    this.report = options.report ?? (() => undefined);
    this.queue = new FairQueue(options.queue ?? queueLimits, () => performance.now());
  }

  /** Starts the first child, so that the first order finds it ready. */
  warm(): void {
    this.keepAhead();
  }

  /**
   * Rejects with a Refusal where it came to nothing, or with an Error for a fault of ours. An input that is large and
   * that somebody else keeps is given as a function: it is fetched when its turn has come, and not held while it waits.
   */
  run<K extends Kind>(kind: K, input: Input<K> | (() => Promise<Input<K>>), request: Request): Promise<Output<K>> {
    const { promise, resolve, reject } = Promise.withResolvers<Output<K>>();
    const { lane, deadline } = kinds[kind];
    const patience = request.patience ?? kinds[kind].patience;
    const tired = () => this.drop(task, busy(this.secondsUntil(task)));
    const impatient = patience === Infinity ? undefined : setTimeout(tired, patience * 1_000);
    const signal = request.signal ?? new AbortController().signal;
    const cancel = () => this.drop(task, cancelled(task.name));
    const task: Task = {
      kind,
      lane,
      asker: request.asker,
      name: request.name ?? null,
      input,
      deadline: request.deadline ?? deadline,
      signal,
      stage: 'waiting',
      settle: (outcome) => {
        task.stage = 'done';
        clearTimeout(impatient);
        signal.removeEventListener('abort', cancel);
        if ('answer' in outcome) resolve(outcome.answer as Output<K>);
        else reject(outcome.error);
      },
    };
    signal.addEventListener('abort', cancel, { once: true });
    const stage = (): Stage =>
      task.stage === 'waiting' ? { is: 'waiting', before: this.queue.placeOf(task) } : { is: task.stage };
    request.watch?.(stage);
    this.admit(task);
    return promise;
  }

  /** Ends all children. What waits or is worked on is told that it was cancelled. */
  async close(): Promise<void> {
    this.closed = true;
    if (this.startAgain !== null) clearTimeout(this.startAgain);
    for (const task of this.queue.clear()) task.settle({ error: cancelled(task.name) });
    process.off('exit', this.endAtOnce);
    const ended = [...this.children].map((child) => child.ended);
    this.endAtOnce();
    await Promise.all(ended);
  }

  /** For those who watch the program: orders that are worked on and that wait, and the numbers of its processes. */
  state(): { readonly working: number; readonly waiting: number; readonly processes: readonly number[] } {
    return {
      working: this.working.short + this.working.long,
      waiting: this.queue.countOf('short') + this.queue.countOf('long'),
      processes: [...this.children].flatMap(({ pid }) => pid ?? []),
    };
  }

  private readonly endAtOnce = (): void => {
    for (const child of this.children) child.kill();
  };

  private admit(task: Task): void {
    if (this.closed || task.signal.aborted) return task.settle({ error: cancelled(task.name) });
    const out = this.queue.add(task);
    out?.settle({ error: busy(this.secondsUntil(out)) });
    this.proceed();
  }

  private drop(task: Task, why: Refusal): void {
    if (this.queue.remove(task)) task.settle({ error: why });
  }

  /** Gives waiting work to children that are free, for as long as there are both. */
  private proceed(): void {
    while (!this.closed) {
      const child = [...this.children].find(({ state }) => state === 'idle');
      const lanes = this.openLanes();
      const task = child === undefined || lanes.length === 0 ? null : this.queue.take(lanes);
      if (child === undefined || task === null) break;
      void this.work(child, task);
    }
    this.keepAhead();
  }

  private openLanes(): readonly Lane[] {
    const { short, long } = this.working;
    if (short + long >= this.size) return [];
    return long >= this.size - 1 ? ['short'] : ['short', 'long'];
  }

  private async work(child: Child, task: Task): Promise<void> {
    task.stage = 'working';
    this.working[task.lane] += 1;
    child.state = 'busy';
    const began = performance.now();
    task.settle(await this.resultFrom(child, task));
    const took = performance.now() - began;
    child.worked += took;
    this.working[task.lane] -= 1;
    this.usual[task.lane] += (took - this.usual[task.lane]) / 8;
    this.queue.charge(task, took);
    if (this.isWornOut(child)) child.kill();
    this.letGoLater(child);
    this.proceed();
  }

  private async resultFrom(child: Child, task: Task): Promise<Parameters<Task['settle']>[0]> {
    const { kind, deadline, signal } = task;
    try {
      const input = typeof task.input === 'function' ? await task.input() : task.input;
      const largestAnswer = kinds[kind].largestAnswer * 2 ** 20;
      const outcome = await child.work({ kind, input, largestAnswer }, deadline, signal);
      if ('ended' in outcome) child.kill();
      return this.resultOf(task, outcome, child);
    } catch (error) {
      // Its input could not be fetched: the child has seen nothing of it.
      if (child.state === 'busy') child.state = 'idle';
      return { error: error instanceof Error ? error : new Error(String(error)) };
    }
  }

  private isWornOut({ orders, resident, worked }: Child): boolean {
    return orders >= this.ordersOfChild || resident > this.limits.memory / 2 || worked > longestWork;
  }

  private resultOf(task: Task, outcome: Outcome, child: Child): Parameters<Task['settle']>[0] {
    if ('answer' in outcome) return outcome;
    if ('refused' in outcome) {
      const { id, status, message } = outcome.refused;
      return { error: new Refusal(id, status, message) };
    }
    if ('fault' in outcome) return { error: new Error(`in a child: ${outcome.fault}`) };
    const why = outcome.ended;
    if (why !== 'cancelled') this.report({ event: 'child-ended', kind: task.kind, why, complaint: child.complaint });
    const refusals: Record<Ended, () => Refusal> = {
      memory: () => tooMuchMemory(task.name),
      'too-large': () => answerTooLarge(task.name),
      deadline: () => tookTooLong(task.name, task.deadline),
      cancelled: () => cancelled(task.name),
      died: () => workDied(task.name),
    };
    return { error: refusals[why]() };
  }

  /** A busy hour is over when more than one child has had nothing to do for a while. */
  private letGoLater(child: Child): void {
    const { orders } = child;
    const timer = setTimeout(() => {
      const idle = [...this.children].filter(({ state }) => state === 'idle');
      if (child.state === 'idle' && child.orders === orders && idle.length > 1) child.kill();
    }, idleFor);
    timer.unref();
  }

  /** One child more than are busy, while there are fewer than may be busy at once and one. */
  private keepAhead(): void {
    if (this.closed || this.startAgain !== null) return;
    const free = [...this.children].some(({ state }) => state === 'idle' || state === 'starting');
    if (free || this.children.size > this.size) return;
    this.program ??= demandProgram();
    const child = new Child(this.program, this.limits, (changed) => this.follow(changed));
    this.children.add(child);
    // A child in the middle of its work does not hear that its pipe broke.
    if (this.children.size === 1) process.off('exit', this.endAtOnce).on('exit', this.endAtOnce);
  }

  private follow(child: Child): void {
    if (child.state === 'ended') {
      this.children.delete(child);
      if (child.failedToStart) this.pauseStarting(child);
    } else this.tellOfLimits(child);
    this.proceed();
  }

  /** A child that ended before it did anything: another will hardly fare better at once. */
  private pauseStarting({ complaint }: Child): void {
    if (this.closed) return;
    this.report({ event: 'child-did-not-start', complaint });
    this.startAgain = setTimeout(() => {
      this.startAgain = null;
      this.proceed();
    }, startingPause);
  }

  private tellOfLimits({ limited }: Child): void {
    if (limited || this.toldOfLimits) return;
    this.toldOfLimits = true;
    this.report({ event: 'memory-limited-by-v8-alone' });
  }

  /** Until an order of this lane that comes now would have its turn, by what orders took of late: 1 to 120 seconds. */
  private secondsUntil({ lane }: Task): number {
    const children = lane === 'short' ? this.size : this.size - 1;
    const before = this.queue.countOf(lane) + this.working[lane];
    return Math.min(120, Math.max(1, Math.ceil((before * this.usual[lane]) / children / 1_000)));
  }
}

/** Half of the machine for all children together, 384 MB to 1 GB each. */
function usualMemory(size: number): number {
  return Math.round(Math.min(1_024, Math.max(384, totalmem() / 2 ** 20 / 2 / size)));
}

/** In a checkout that was not built there is no program for children. */
export function poolIsBuilt(): boolean {
  return builtProgram() !== undefined;
}

/** Beside this program where it is built: `scripts/build.mjs` puts it into the folder above the chunks. */
function builtProgram(): string | undefined {
  const folders = [import.meta.dirname, join(import.meta.dirname, '..')];
  return folders.map((folder) => join(folder, 'pool-child.mjs')).find((path) => existsSync(path));
}

function demandProgram(): string {
  const program = builtProgram();
  if (program === undefined) throw new Error("the program of the pool's children is not built: npm run setup");
  return program;
}
