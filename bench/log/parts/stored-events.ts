import type { Store } from '@guankao/store';
import { nouns } from '@guankao/workflow';
import { Findings } from '../../../packages/store/src/log/findings.ts';
import { checkLog } from '../../../packages/store/src/log/fsck.ts';
import { readHead } from '../../../packages/store/src/log/key-files.ts';
import { asOwner } from './owner.ts';
import { timed, type Timed } from './processor.ts';
import { restorePlayedYear } from './played-year.ts';

/** Copies of the played year's events that are written in one statement. */
const copiesAtOnce = 500;

/** A journal of at least so many events: those of the played year again and again, later each time. None has a leaf. */
export async function fillJournal(store: Store, folder: string, wanted: number): Promise<number> {
  await restorePlayedYear(store);
  const { pool } = await asOwner(store, folder);
  const { rows } = await pool.query<{ played: number; last: Date }>(
    'select max(number) as played, max(at) as last from guankao.events',
  );
  const { played = 0, last } = rows[0] ?? {};
  const copies = Math.ceil(wanted / played);
  for (let from = 1; from < copies; from += copiesAtOnce) {
    const copied = [played, last, from, Math.min(copies - 1, from + copiesAtOnce - 1)];
    await pool.query(
      `insert into guankao.events (number, at, actor, account, role, reason, kind, subject, v)
         select number + copy * $1::bigint, $2::timestamptz + make_interval(secs => number + copy * $1::bigint),
           actor, account, role, reason, kind, subject, v
         from guankao.events, generate_series($3::int, $4::int) copy where number <= $1::bigint order by 1`,
      copied,
    );
    await pool.query(
      `insert into guankao.payloads (number, body) select number + copy * $1::bigint, body
         from guankao.payloads, generate_series($2::int, $3::int) copy where number <= $1::bigint order by 1`,
      [played, copied[2], copied[3]],
    );
  }
  // As the server would by itself in a minute or two.
  await pool.query('vacuum (analyze) guankao.events, guankao.payloads');
  await pool.end();
  return copies * played;
}

/** Characters of a payload, on average. */
export async function payloadSize({ connection }: Store): Promise<number> {
  const { rows } = await connection.pool.query<{ characters: number }>(
    'select avg(length(body))::int as characters from guankao.payloads where number <= 1000',
  );
  return rows[0]?.characters ?? 0;
}

/** Until all that is stored has its leaf and a signed head stands over it. */
export async function integrate(store: Store): Promise<Timed<unknown>> {
  return timed(store, async () => store.log.signNow(new Date()));
}

interface Verified {
  readonly leaves: number;
  readonly differences: number;
}

/**
 * The log as `fsck` looks at it, with nothing known before: each leaf derived from its event and compared with the one
 * that stands, the tree from the leaves, each tile, each head. Not the files' bytes, and not the current state.
 */
export async function verify(store: Store): Promise<Timed<Verified>> {
  const { connection, log } = store;
  const head = log.files === null ? null : await readHead(log.files);
  const heads = head === null ? [] : [{ name: 'head', note: head }];
  return timed(store, async () => {
    const found = new Findings();
    const { leaves } = await checkLog(connection.db, nouns, heads, found, () => undefined);
    return { leaves, differences: found.all.length };
  });
}
