import type { Answer, Order } from '../work/messages.ts';

/** Where the worker's program and the tables for PDFs are. */
export interface Program {
  readonly worker: () => Worker;
  readonly tables: () => Promise<Uint8Array>;
}

/** One worker, that is made anew when it died or was stopped; one order at a time. */
export class WorkerRoom {
  private readonly program: Program;
  private worker: Worker | null = null;
  private settle: ((answer: Answer | 'died' | 'stopped') => void) | null = null;

  constructor(program: Program) {
    this.program = program;
  }

  /** 'died': it took all memory, or its program failed outside of what it tells. */
  async run(order: Order): Promise<Answer | 'died' | 'stopped'> {
    const worker = this.worker ?? (await this.start());
    const { promise, resolve } = Promise.withResolvers<Answer | 'died' | 'stopped'>();
    this.settle = resolve;
    // eslint-disable-next-line unicorn/require-post-message-target-origin -- a worker has one page only
    worker.postMessage(order);
    return promise;
  }

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
