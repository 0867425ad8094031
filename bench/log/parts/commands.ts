import type { Store } from '@guankao/store';
import { timed } from './processor.ts';
import { nextCheckpoints, type Delay } from './checkpoint-delay.ts';
import type { RowVersion, SaveOrder, SaveResult } from './save-rows.ts';
import { ordered } from '../../year/loading.ts';

/** Commands in turns, with the log and without: blocks of both kinds alternate, so that both have the same machine. */
export interface Rates {
  /** Commands a second, of each block. */
  readonly with: readonly number[];
  readonly without: readonly number[];
  /** Milliseconds of processor time a command, of each block: the program's and the database's. */
  readonly processor: { readonly with: readonly number[]; readonly without: readonly number[] };
}

export interface Writing {
  readonly store: Store;
  readonly origin: string;
  readonly token: string;
  rows: readonly RowVersion[];
}

const writers = 4;

/** As many as come through, `pairs` blocks of each kind; which comes first changes. */
export async function inTurns(writing: Writing, pairs: number, seconds: number): Promise<Rates> {
  const none = () => ({ with: [] as number[], without: [] as number[] });
  const rates = { ...none(), processor: none() };
  for (let pair = 0; pair < pairs; pair++) {
    const kinds = ['with', 'without'] as const;
    for (const kind of pair % 2 === 0 ? kinds : kinds.toReversed()) {
      const order = { seconds, perSecond: null };
      const { result, processor } = await timed(writing.store, async () => block(writing, kind === 'with', order));
      rates[kind].push(result.times.length / result.seconds);
      const used = processor === null ? Number.NaN : processor.program + processor.database;
      rates.processor[kind].push((used * 1000) / result.times.length);
    }
  }
  return rates;
}

export interface AtRate {
  /** Milliseconds from when each was due to its answer. */
  readonly times: readonly number[];
  readonly perSecond: number;
  /** Of each event; null without the log. */
  readonly delay: Delay | null;
}

/** So many a second, with the log or without; with it, how long each event waits for a signed head over it. */
export async function atRate(
  writing: Writing,
  hasLog: boolean,
  { seconds, perSecond }: Required<Pick<SaveOrder, 'seconds' | 'perSecond'>>,
): Promise<AtRate> {
  // Watched without the log too: looking has its price, and both pay it.
  const watch = nextCheckpoints(writing.store);
  const settled = async () => (hasLog ? watch.settled() : undefined);
  const { times, seconds: took } = await block(writing, hasLog, { seconds, perSecond }, settled);
  const delay = await watch.end();
  return { times, perSecond: times.length / took, delay: hasLog ? delay : null };
}

/** `after`: once all was saved, before the log stops following. */
async function block(
  writing: Writing,
  hasLog: boolean,
  order: Pick<SaveOrder, 'seconds' | 'perSecond'>,
  after: () => Promise<void> = async () => undefined,
): Promise<SaveResult> {
  const { store, origin, token, rows } = writing;
  // What the block before left without a leaf is not this one's.
  await store.log.signNow(new Date());
  const faults: Error[] = [];
  const sequencer = hasLog
    ? store.log.follow({ clock: () => new Date(), report: (why) => void faults.push(why) })
    : null;
  const result = await ordered<SaveResult>('bench/log/parts/save-rows.ts', { origin, token, rows, writers, ...order });
  await after();
  await sequencer?.stop();
  const [fault] = faults;
  if (fault !== undefined) throw fault;
  writing.rows = result.rows;
  return result;
}
