export { Pool, type PoolEvent, type PoolOptions, type Request } from './pool.ts';
export type { Asker } from './queue.ts';
export type { Input, Output } from './kinds.ts';
