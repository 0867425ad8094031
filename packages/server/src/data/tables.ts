import type { Table } from './table.ts';
import { editions } from './tables/editions.ts';
import { findings } from './tables/findings.ts';
import { money } from './tables/money.ts';
import { promises } from './tables/promises.ts';
import { rows } from './tables/rows.ts';
import { spentAndMet } from './tables/spent-and-met.ts';
import { targets } from './tables/targets.ts';

/** All tables that are given away: of what is published alone, and names of persons in none. */
export const tables: readonly Table[] = [editions, rows, money, targets, promises, findings, spentAndMet];
