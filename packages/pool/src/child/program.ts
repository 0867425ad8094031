import { works } from '../works/index.ts';
import { serveOrders } from './serve-orders.ts';

/** What a child of the pool runs: `scripts/build.mjs` makes dist/pool-child.mjs of it. */

const empty = { name: '', type: '', period: '', approvedTotal: '', budgetedToDate: '', executedToDate: '' };
const texts = { plannedWork: '完成1案。', execution: '完成1案。', goals: '完成1案。', explanation: '完成1案。' };
// Tables and expressions are made when they are first used: here, and not while the first reader waits.
await works['check-pasted']({ agency: '', fiscalYear: 2024, unit: '千元', rows: [{ ...empty, ...texts }] });

serveOrders(works);
