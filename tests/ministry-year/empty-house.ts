import { createServer, firstAdministratorSecret } from '@guankao/server';
import { openStore } from '@guankao/store';
import { testPool } from '../built-child.ts';
import { startTestServer } from '../integration/database.ts';
import type { Carrier } from './described-api.ts';
import type { House } from './play.ts';

/** A program that was just installed: an empty record, its clock in hand, and the secret that its console shows. */
export async function openEmptyHouse(): Promise<House & { close(): Promise<void> }> {
  const database = await startTestServer();
  const work = await testPool();
  const store = await openStore({ url: await database.emptyDatabase(), folder: '', program: 'guankao test' });
  const clock = () => house.now;
  const { catalogue, office } = store;
  const server = await createServer({ catalogue, office, pool: work.pool, clock, patience: 60_000 });
  const carry: Carrier = async ({ method, url, headers, body }) => {
    // Limits by the minute are another test's.
    await store.connection.pool.query('delete from guankao.request_counts');
    const answer = await server.inject({
      method: method as 'GET',
      url,
      headers,
      ...(body === undefined ? {} : { payload: body as object }),
    });
    return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload };
  };
  const now = new Date('2026-01-05T01:00:00Z');
  const house = {
    carry,
    now,
    setupSecret: (await firstAdministratorSecret(office, now)) ?? '',
    async close() {
      await server.close();
      await work.close();
      await store.close();
      await database.stop();
    },
  };
  return house;
}
