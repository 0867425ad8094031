import type { FastifyInstance, FastifyRequest } from 'fastify';
import { busy, type Asker } from '@guankao/pool';
import { askerOf } from './asker.ts';

/** Bytes of bodies that are held at once: what comes in, what waits, what is worked on. */
const roomForBodies = 96 * 1024 * 1024;
/** Smaller ones are not counted. */
const small = 64 * 1024;
/** Seconds after which a body that found no room is worth another try. */
const comeBack = 10;
/** Bytes that a body may have that does not say how long it is. */
const largestUnsaid = 30 * 1024 * 1024;

/** A body's place in memory, free when nobody needs it any more. */
class Hold {
  private users = 1;
  private readonly free: () => void;

  constructor(free: () => void) {
    this.free = free;
  }

  use(): void {
    this.users += 1;
  }

  readonly leave = (): void => {
    this.users -= 1;
    if (this.users === 0) this.free();
  };
}

/** How much of the room is taken, and by whom. One asker gets half of it at most, and so do all readers together. */
export class BodyRoom {
  private readonly room: number;
  private held = 0;
  private readonly heldBy = new Map<string, number>();

  constructor(room: number) {
    this.room = room;
  }

  /** null where there is no room. What would be alone always has room. */
  take(bytes: number, { kind, id }: Asker): Hold | null {
    const shares = kind === 'public' ? ['public', `public ${id}`] : [`${kind} ${id}`];
    const fits = (taken: number, room: number) => taken === 0 || taken + bytes <= room;
    if (!fits(this.held, this.room)) return null;
    if (!shares.every((share) => fits(this.heldBy.get(share) ?? 0, this.room / 2))) return null;
    this.add(bytes, shares);
    return new Hold(() => this.add(-bytes, shares));
  }

  private add(bytes: number, shares: readonly string[]): void {
    this.held += bytes;
    for (const share of shares) {
      const now = (this.heldBy.get(share) ?? 0) + bytes;
      if (now === 0) this.heldBy.delete(share);
      else this.heldBy.set(share, now);
    }
  }
}

const holds = new WeakMap<FastifyRequest, Hold>();

/**
 * Before a large body is taken in, room is made for it, until its request is answered and its work is done: ten uploads
 * at once would otherwise be held ten times in full. One that finds no room is told to come back.
 */
export function limitBodies(server: FastifyInstance): void {
  const room = new BodyRoom(roomForBodies);
  server.addHook('preParsing', async (request, reply) => {
    const bytes = bytesOf(request);
    if (bytes <= small) return;
    const hold = room.take(bytes, askerOf(request));
    if (hold === null) throw busy(comeBack);
    holds.set(request, hold);
    if (reply.raw.closed) hold.leave();
    else reply.raw.once('close', hold.leave);
  });
}

/** The body is in use beyond the answer, until `work` is done. */
export function holdBodyFor(request: FastifyRequest, work: Promise<unknown>): void {
  const hold = holds.get(request);
  if (hold === undefined) return;
  hold.use();
  void work.then(hold.leave, hold.leave);
}

function bytesOf({ headers }: FastifyRequest): number {
  if (headers['content-length'] !== undefined) return Number(headers['content-length']);
  return headers['transfer-encoding'] === undefined ? 0 : largestUnsaid;
}
