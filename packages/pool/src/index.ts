export { Pool, poolIsBuilt, type PoolEvent, type PoolOptions, type Request, type Stage } from './pool.ts';
export { busy } from './refusals.ts';
export type { Asker } from './queue.ts';
export type { Input, Output } from './kinds.ts';
