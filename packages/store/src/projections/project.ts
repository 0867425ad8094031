import type { Transaction } from 'kysely';
import type { Noun } from '@guankao/workflow';
import type { Tables } from '../database/tables.ts';
import { isAccountEvent, isFilingEvent, isLogEvent, type FilingEvent, type RecordEvent } from '../journal/event.ts';
import { projectImport, projectPublished, projectReread, projectSettled, projectWithdrawn } from './filings.ts';
import { projectRecord } from './records.ts';
import { followShown } from './shown-states.ts';

/**
 * Raised when projectors make something else of the same events: the next start then projects everything anew.
 */
export const projectorVersion = 11;

/** Tables that projectors write, and by what their rows are told apart. */
export const projections = {
  filings: ['id'],
  editions: ['filing', 'number'],
  plans: ['id'],
  plan_texts: ['id'],
  findings: ['place'],
  shown_states: ['filing', 'edition', 'from_position'],
  past_filings: ['id', 'reading'],
  past_plans: ['event', 'position'],
  past_plan_texts: ['place'],
  past_findings: ['place'],
  records: ['noun', 'id'],
  recipes: ['sha256'],
} as const satisfies Partial<Record<keyof Tables, readonly string[]>>;

/** Brings the current state from before `event` to after it. Nothing but the event and what it points to is looked at. */
export async function project(tx: Transaction<Tables>, event: RecordEvent, nouns: readonly Noun[]): Promise<void> {
  if (isFilingEvent(event)) await projectFiling(tx, event);
  else if (!isLogEvent(event) && !isAccountEvent(event)) await projectRecord(tx, event, nouns);
  await stampProjection(tx, event.number);
}

/** The current state is that of all events up to `number`, made by these projectors. */
export async function stampProjection(tx: Transaction<Tables>, number: number): Promise<void> {
  await tx
    .insertInto('projection')
    .values({ single: true, version: projectorVersion, event: number })
    .onConflict((conflict) => conflict.column('single').doUpdateSet({ version: projectorVersion, event: number }))
    .execute();
}

export async function projectFiling(tx: Transaction<Tables>, event: FilingEvent): Promise<void> {
  await projectEdition(tx, event);
  await followShown(tx, event);
}

async function projectEdition(tx: Transaction<Tables>, event: FilingEvent): Promise<void> {
  switch (event.kind) {
    case 'filing-imported':
      return projectImport(tx, event);
    case 'filing-rendered':
      // Its bytes are kept, and nothing is made of them.
      return;
    case 'filing-reread':
      return projectReread(tx, event);
    case 'filing-settled':
      return projectSettled(tx, event);
    case 'filing-published':
      return projectPublished(tx, event);
    case 'filing-withdrawn':
      return projectWithdrawn(tx, event);
  }
}
