/** What the worker that compares two files is asked, and answers: `compare/` of the room `desk`. */

export interface Cell {
  /** 1-based. */
  readonly row: number;
  readonly name: string;
  readonly column: string;
  /** null: there is no such row. */
  readonly filed: string | null;
  readonly generated: string | null;
}

export type Compared =
  | { readonly kind: 'compared'; readonly differences: readonly Cell[] }
  | { readonly kind: 'no-rows' | 'fault' }
  | { readonly kind: 'refused'; readonly message: { readonly 'zh-Hant': string; readonly en: string } };

/** A worker that is there before the network is cut. It compares one pair after the other. */
export class Comparer {
  readonly #start: () => Worker;
  #worker: Worker;
  #before: Promise<unknown> = Promise.resolve();

  constructor(start: () => Worker) {
    this.#start = start;
    this.#worker = start();
  }

  async compare(issued: File, given: File): Promise<Compared> {
    const outcome = this.#before.then(async () => this.#compareNow(issued, given));
    this.#before = outcome.catch(() => null);
    return outcome;
  }

  async #compareNow(issued: File, given: File): Promise<Compared> {
    const order = { issued: await named(issued), given: await named(given) };
    const { promise, resolve } = Promise.withResolvers<Compared>();
    const heard = new AbortController();
    const { signal } = heard;
    const hear = ({ data }: MessageEvent<Compared>) => {
      // pdf.js greets whoever started it.
      if (['compared', 'no-rows', 'refused', 'fault'].includes(data.kind)) resolve(data);
    };
    // It took all memory, or never came.
    const miss = () => {
      this.#worker = this.#start();
      resolve({ kind: 'fault' });
    };
    this.#worker.addEventListener('message', hear, { signal });
    this.#worker.addEventListener('error', miss, { signal });
    // eslint-disable-next-line unicorn/require-post-message-target-origin -- a worker has one page only
    this.#worker.postMessage(order);
    return promise.finally(() => heard.abort());
  }
}

async function named(file: File): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** Where two texts differ: what they begin and end with alike is left out. */
export function middleOf(text: string, other: string): readonly [before: string, differing: string, after: string] {
  const [own, theirs] = [Array.from(text), Array.from(other)];
  const shorter = Math.min(own.length, theirs.length);
  let start = 0;
  while (start < shorter && own[start] === theirs[start]) start++;
  let end = 0;
  while (end < shorter - start && own.at(-1 - end) === theirs.at(-1 - end)) end++;
  const to = own.length - end;
  return [own.slice(0, start).join(''), own.slice(start, to).join(''), own.slice(to).join('')];
}
