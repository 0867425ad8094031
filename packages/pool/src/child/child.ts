import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Duplex } from 'node:stream';
import { frameOf, FrameReader, FrameTooLarge } from '../frames.ts';
import { pipe, type FromChild, type Order, type Told } from './messages.ts';
import { startChild, type ChildLimits } from './start-child.ts';

/** Why a child's work came to nothing. */
export type Ended = 'memory' | 'too-large' | 'deadline' | 'cancelled' | 'died';

export type Outcome = Exclude<Told, { readonly ended: unknown }> | { readonly ended: Ended };

/** Room for what a message says beside its answer. */
const envelope = 64 * 1024;
/** Of what a child writes on standard error, the last characters are kept, for the operator. */
const keptOfComplaint = 2_000;

/** A child process, as the pool sees it: it starts, works on one order at a time, and ends. */
export class Child {
  /** Orders that it was given. */
  orders = 0;
  /** Milliseconds that it worked. */
  worked = 0;
  /** Megabytes that it held after its last order. */
  resident = 0;
  state: 'starting' | 'idle' | 'busy' | 'ending' | 'ended' = 'starting';
  /** The system holds it to its memory; known once it is ready. */
  limited = false;
  /** It ended before it was given anything to do, and not because it was told to. */
  failedToStart = false;
  /** How it ended, and the last that it said. For the operator: never shown. */
  complaint = '';
  /** Resolves when nothing of it is left. */
  readonly ended: Promise<void>;
  private readonly process: ChildProcess;
  private readonly channel: Duplex;
  private readonly reader: FrameReader;
  private order: { readonly settle: (outcome: Outcome) => void; killedFor: Ended | null } | null = null;
  private readonly changed: (child: Child) => void;
  private readonly gone: () => void;

  /** `changed` is told when it is ready, and when it has ended. */
  constructor(program: string, limits: ChildLimits, changed: (child: Child) => void) {
    this.changed = changed;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.ended = promise;
    this.gone = resolve;
    this.process = startChild(program, limits);
    this.channel = this.process.stdio[pipe] as Duplex;
    this.reader = new FrameReader(envelope, (message) => this.hear(message as FromChild));
    this.channel.on('data', (piece: Uint8Array) => this.listen(piece));
    // A pipe breaks where a child ends while it is written to: what became of it comes by 'close'.
    this.channel.on('error', () => undefined);
    this.process.stderr?.on('data', (text: Buffer) => {
      this.complaint = (this.complaint + text.toString('utf8')).slice(-keptOfComplaint);
    });
    this.process.on('error', (error) => this.end(error.message));
    this.process.on('close', (code, signal) => this.end(signal === null ? `ended with ${code}` : `ended by ${signal}`));
  }

  get pid(): number | undefined {
    return this.process.pid;
  }

  /**
   * Works on it until it is done, the signal says that nobody waits for it, or the deadline is over: so many seconds of
   * processor time, and at most four times as many by the clock. A machine that is busy with other things is no fault
   * of a text. Never rejects.
   */
  async work(order: Order, deadline: number, signal: AbortSignal): Promise<Outcome> {
    if (this.state === 'ended') return { ended: 'died' };
    if (signal.aborted) return { ended: 'cancelled' };
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    this.orders += 1;
    this.order = { settle: resolve, killedFor: null };
    this.reader.largest = order.largestAnswer + envelope;
    const stopWatching = this.watch(deadline);
    const cancel = () => this.kill('cancelled');
    signal.addEventListener('abort', cancel, { once: true });
    for (const part of frameOf(order).parts) this.channel.write(part);
    try {
      return await promise;
    } finally {
      stopWatching();
      signal.removeEventListener('abort', cancel);
    }
  }

  /** Ends it at once, in the middle of whatever it does. */
  kill(why: Ended = 'cancelled'): void {
    if (this.state === 'ended') return;
    if (this.order !== null) this.order.killedFor ??= why;
    this.state = 'ending';
    this.process.kill('SIGKILL');
  }

  private watch(deadline: number): () => void {
    const [began, usedBefore] = [performance.now(), processorSeconds(this.pid)];
    const look = () => {
      const clock = (performance.now() - began) / 1_000;
      const used = usedBefore === null ? clock : (processorSeconds(this.pid) ?? Infinity) - usedBefore;
      const left = Math.min(deadline - used, deadline * 4 - clock);
      if (left <= 0) this.kill('deadline');
      else timer = setTimeout(look, Math.max(left, 0.05) * 1_000);
    };
    let timer = setTimeout(look, deadline * 1_000);
    return () => clearTimeout(timer);
  }

  private listen(piece: Uint8Array): void {
    try {
      this.reader.push(piece);
    } catch (error) {
      // Whatever else a child may send: it is no child of ours any more.
      this.kill(error instanceof FrameTooLarge ? 'too-large' : 'died');
    }
  }

  private hear(message: FromChild): void {
    if ('ready' in message) {
      this.state = 'idle';
      this.limited = message.limited;
      this.changed(this);
      return;
    }
    this.resident = message.resident;
    if (this.state === 'busy') this.state = 'idle';
    this.settle(message.told);
  }

  private end(how: string): void {
    if (this.state === 'ended') return;
    const asked = this.state === 'ending';
    this.state = 'ended';
    this.complaint = `${how}\n${this.complaint}`;
    this.settle({ ended: this.order?.killedFor ?? (ranOutOfMemory(this.complaint) ? 'memory' : 'died') });
    this.failedToStart = this.orders === 0 && !asked;
    this.gone();
    this.changed(this);
  }

  private settle(outcome: Outcome): void {
    const { order } = this;
    this.order = null;
    order?.settle(outcome);
  }
}

/** What V8, C++ and Rust say as they end for want of memory. */
function ranOutOfMemory(complaint: string): boolean {
  return /out of memory|allocation failed|bad_alloc|memory allocation of \d+ bytes failed/i.test(complaint);
}

/** That a process has used, its helpers' included, from Linux's /proc (in hundredths, on every Linux that Node runs on); null elsewhere. */
function processorSeconds(pid: number | undefined): number | null {
  if (process.platform !== 'linux' || pid === undefined) return null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name, which may hold anything: state is field 3, time of its own code 14, of the system for it 15.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch (error) {
    // It has just ended.
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return null;
    throw error;
  }
}
