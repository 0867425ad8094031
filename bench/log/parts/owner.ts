import { join } from 'node:path';
import type { Store } from '@guankao/store';
import { connect, type Connection } from '../../../packages/store/src/database/connect.ts';
import { passwordOf, superuser } from '../../../packages/store/src/embedded/cluster.ts';

/** Whoever may read an embedded database's folder is its owner. */
export async function asOwner({ server }: Store, folder: string): Promise<Connection> {
  if (server === null) throw new Error('not an embedded database');
  const password = await passwordOf(join(folder, 'database'));
  return connect({ host: '127.0.0.1', port: server.port, user: superuser, password, database: 'postgres' });
}
