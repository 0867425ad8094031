import type { Layout } from '../layout.ts';
import { executionAndGoals } from './execution-and-goals.ts';
import { expenditureBudget } from './expenditure-budget.ts';

/** The forms that can be read. */
export const layouts: readonly Layout[] = [executionAndGoals, expenditureBudget];
