import { Refusal } from '@guankao/domain';
import type { Office } from '@guankao/store';
import {
  noticesOf,
  type Actor,
  type AtHand,
  type CollectionRecord,
  type CommentRecord,
  type Context,
  type Notice,
  type PeriodicReport,
  type WorkPlan,
  type YearAtHand,
  type YearRecord,
} from '@guankao/workflow';
import { workdaysOf } from '../office-calendar/calendar.ts';

/** All that notices are made of, as the record stands. */
export async function atHand(office: Office): Promise<AtHand> {
  const comments = (await office.records('comment', null)) as readonly unknown[] as readonly CommentRecord[];
  const years = await Promise.all((await office.years()).map((year) => yearAtHand(office, year, comments)));
  const ids = years.flatMap(({ rows, workPlans, reports }) => [...rows, ...workPlans, ...reports].map(({ id }) => id));
  const grants = (await office.accounts())
    .filter(({ state }) => state !== 'deactivated')
    .flatMap((account) => account.grants);
  return { years, moves: await office.lastMoves(ids), grants, workdays: await workdaysOf(office) };
}

async function yearAtHand(office: Office, year: YearRecord, comments: readonly CommentRecord[]): Promise<YearAtHand> {
  const of = (noun: string) => office.records(noun, year.id);
  const rows = (await office.year(year.id))?.rows ?? [];
  const ids = new Set(rows.map(({ id }) => id));
  return {
    year,
    rows,
    comments: comments.filter(({ on }) => ids.has(on.row)),
    workPlans: (await of('work-plan')) as readonly WorkPlan[],
    reports: (await of('periodic-report')) as readonly PeriodicReport[],
    collections: (await of('collection')) as readonly CollectionRecord[],
  };
}

/** What one person should know now; in their own name, what comes to them as a deputy, too. */
export async function ownNotices(office: Office, who: Context): Promise<readonly Notice[]> {
  return noticesOf(await atHand(office), who, await asDeputy(office, who));
}

/** This person in the name of each of those whose deputy they are now. */
export async function asDeputy(office: Office, { actor, now }: Context): Promise<readonly Actor[]> {
  if (actor.actingFor !== undefined) return [];
  const found: Actor[] = [];
  for (const { id } of await office.deputyshipsNow(actor.id, now)) {
    const acting = await actorBy(office, actor, id, now);
    if (acting !== null) found.push(acting);
  }
  return found;
}

/** null: the principal has no account any more. */
async function actorBy(office: Office, actor: Actor, deputyship: string, now: Date): Promise<Actor | null> {
  try {
    return await office.deputy(actor, deputyship, now);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
