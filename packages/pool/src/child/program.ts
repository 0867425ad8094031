import { works } from '../works/index.ts';
import { serveOrders } from './serve-orders.ts';
import { rows, warm } from './warming.ts';

/** What a child of the pool runs: `scripts/build.mjs` makes dist/pool-child.mjs of it. */

const check = works['check-pasted'];
await check(rows);
serveOrders(works);
await warm(check);
