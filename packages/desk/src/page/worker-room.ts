import type { Answer, Order } from '../work/messages.ts';

/** Where the worker's program and the tables for PDFs are. */
export interface Program {
  readonly worker: () => Worker;
  readonly tables: () => Promise<Uint8Array>;
}

type Outcome = Answer | 'died' | 'stopped';

/** One worker, that is made anew when it died or was stopped. Orders wait for the one before. */
export class WorkerRoom {
  private readonly program: Program;
  private worker: Worker | null = null;
  private settle: ((outcome: Outcome) => void) | null = null;
  private before: Promise<unknown> = Promise.resolve();

  constructor(program: Program) {
    this.program = program;
  }

  /** 'died': it took all memory, or its program failed outside of what it tells. */
  async run(order: Order): Promise<Outcome> {
    const outcome = this.before.then(async () => this.runNow(order));
    // Of a failure the one who asked is told; the next order has its own turn.
    this.before = outcome.catch(() => null);
    return outcome;
  }

  private async runNow(order: Order): Promise<Outcome> {
    const worker = this.worker ?? (await this.start());
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    this.settle = resolve;
    // eslint-disable-next-line unicorn/require-post-message-target-origin -- a worker has one page only
    worker.postMessage(order);
    return promise;
  }

  /** Ends the order that is being worked on. */
  stop(): void {
    this.end('stopped');
  }

  private async start(): Promise<Worker> {
    const worker = this.program.worker();
    this.worker = worker;
    // eslint-disable-next-line unicorn/require-post-message-target-origin -- a worker has one page only
    worker.postMessage({ kind: 'tables', bytes: await this.program.tables() });
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      // pdf.js greets whoever started it.
      if (['checked', 'form', 'refused', 'fault'].includes(data.kind)) this.settle?.(data);
    });
    worker.addEventListener('error', () => this.end('died'));
    return worker;
  }

  private end(how: 'died' | 'stopped'): void {
    this.worker?.terminate();
    this.worker = null;
    this.settle?.(how);
    this.settle = null;
  }
}
