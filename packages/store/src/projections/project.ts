import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { RecordEvent } from '../events/event.ts';
import { projectImport, projectReread, projectSettled } from './filings.ts';
import { projectRow, projectYear } from './workflow.ts';

/**
 * Raised when projectors make something else of the same events: the next start then projects everything anew.
 */
export const projectorVersion = 3;

/** Tables that projectors write, and by what their rows are told apart. */
export const projections = {
  filings: ['id'],
  editions: ['filing', 'number'],
  plans: ['id'],
  plan_texts: ['id'],
  years: ['id'],
  rows: ['id'],
  recipes: ['sha256'],
} as const satisfies Partial<Record<keyof Tables, readonly string[]>>;

/** Brings the current state from before `event` to after it. Nothing but the event and what it points to is looked at. */
export async function project(tx: Transaction<Tables>, event: RecordEvent): Promise<void> {
  switch (event.kind) {
    case 'filing-imported':
      await projectImport(tx, event);
      break;
    case 'filing-reread':
      await projectReread(tx, event);
      break;
    case 'filing-settled':
      await projectSettled(tx, event);
      break;
    case 'year-opened':
    case 'year-moved':
      await projectYear(tx, event);
      break;
    case 'row-opened':
    case 'row-texts-saved':
    case 'row-indicators-saved':
    case 'row-money-recorded':
    case 'row-plan-versioned':
    case 'row-moved':
      await projectRow(tx, event);
      break;
    default:
      throw new Error(`no projector for events of kind ${(event satisfies never as RecordEvent).kind}`);
  }
  await tx
    .insertInto('projection')
    .values({ single: true, version: projectorVersion, event: event.number })
    .onConflict((conflict) => conflict.column('single').doUpdateSet({ version: projectorVersion, event: event.number }))
    .execute();
}
