import { Socket } from 'node:net';
import { Refusal } from '@guankao/domain';
import { frameOf, FrameReader } from '../frames.ts';
import { pipe, type FromChild, type Order, type Told } from './messages.ts';

type Works = Readonly<Record<string, (input: never) => Promise<unknown>>>;

/**
 * Does one order after the other, and ends with the pipe, so that it never outlives the pool. A child is started by
 * `start-child.ts`, without environment, and may read nothing but itself and its packages.
 */
export function serveOrders(works: Works): void {
  // The pool ends its children itself: Ctrl-C at a terminal reaches the whole group and must not break what is being finished.
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);
  const pool = new Socket({ fd: pipe });
  const send = (parts: readonly Uint8Array[]) => {
    for (const part of parts) pool.write(part);
  };
  // How large an order may be is decided by whoever takes files in.
  const reader = new FrameReader(Number.MAX_SAFE_INTEGER, async (message) => {
    const order = message as Order;
    send(frameWithin(order.largestAnswer, await done(works, order)));
  });
  pool.on('data', (piece) => reader.push(piece));
  pool.on('close', () => process.exit(0));
  const limited = process.env['GUANKAO_LIMITED'] === 'yes';
  send(frameOf({ ready: true, limited } satisfies FromChild).parts);
}

/** An answer that is too large, or does not fit into what memory is left, is told as such. */
function frameWithin(largest: number, told: Told): readonly Uint8Array[] {
  try {
    const { parts, bytes } = frameOf({ told, resident: resident() } satisfies FromChild);
    return bytes <= largest ? parts : frameWithin(Infinity, { ended: 'too-large' });
  } catch (error) {
    return frameWithin(Infinity, trouble(error));
  }
}

async function done(works: Works, { kind, input }: Order): Promise<Told> {
  try {
    const work = works[kind];
    if (work === undefined) throw new Error(`there is no work of the kind ${kind}`);
    return { answer: await work(input as never) };
  } catch (error) {
    return trouble(error);
  }
}

function trouble(error: unknown): Told {
  if (error instanceof Refusal)
    return { refused: { id: error.id, status: error.status, message: error.inBothLanguages } };
  if (isOutOfMemory(error)) return { ended: 'memory' };
  return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

/** What V8 throws where it cannot get or hold a piece of memory; all else ends the process. */
function isOutOfMemory(error: unknown): boolean {
  return (
    error instanceof Error &&
    /allocation failed|out of memory|Invalid (?:array|string|typed array) length/i.test(error.message)
  );
}

function resident(): number {
  return Math.round(process.memoryUsage.rss() / 2 ** 20);
}
