import type { PlanPage, PlanQuery } from '../catalogue.ts';
import type { PlanIndex } from './plan-index.ts';

const usualSize = 100;
const largestSize = 2000;

export async function findPlans(index: PlanIndex, query: PlanQuery): Promise<PlanPage> {
  const { offset, most } = windowOf(query);
  return index.find(query, offset, most);
}

/** Which of the rows that fit are asked for. */
export function windowOf(query: PlanQuery): { readonly offset: number; readonly most: number } {
  const most = clamp(query.size ?? usualSize, 1, largestSize);
  const page = clamp(query.page ?? 1, 1, 1_000_000);
  return { offset: (page - 1) * most, most };
}

function clamp(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(least, Math.trunc(value))) : least;
}
