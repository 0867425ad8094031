import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import type { Store } from '@guankao/store';

/** A year that was played with 0.1.0, into an empty record. The program stands at the top of the checkout. */
export async function restorePlayedYear(store: Store): Promise<void> {
  const backup = gunzipSync(readFileSync('tests/integration/of-0.1.0/played-year.gz'));
  await store.restore(Readable.from(backup.toString().trimEnd().split('\n')));
}
