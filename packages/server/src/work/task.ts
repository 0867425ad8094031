import { randomBytes } from 'node:crypto';
import type { Asker, Stage } from '@guankao/pool';

/** What comes of a task: a page, another address, or a file. */
export type TaskResult =
  | {
      readonly is: 'page';
      readonly status: number;
      readonly html: string;
      /** Seconds after which the same is worth another try. */
      readonly retryAfter: number | null;
    }
  | { readonly is: 'redirect'; readonly to: string }
  | { readonly is: 'file'; readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

/** Work that somebody asked for and may leave: it goes on, and what comes of it is kept for them for a while. */
export class Task {
  /** Cannot be guessed: whoever has it may see the result. */
  readonly id = randomBytes(18).toString('base64url');
  readonly asker: Asker;
  /** Of the file that it is about, or what is being made. */
  readonly name: string;
  /** Milliseconds, of the same clock as `endedAt`. */
  readonly began: number;
  endedAt: number | null = null;
  result: TaskResult | null = null;
  /** How far the pool is with it; null before it was asked and between two pieces of work. */
  stage: (() => Stage) | null = null;
  private readonly controller = new AbortController();

  constructor(asker: Asker, name: string, began: number) {
    this.asker = asker;
    this.name = name;
    this.began = began;
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  cancel(): void {
    this.controller.abort();
  }

  isOf({ kind, id }: Asker): boolean {
    // A reader's network may change on the way; the address of the task is secret enough for what anybody may ask for.
    return this.asker.kind === kind && (kind === 'public' || this.asker.id === id);
  }
}
