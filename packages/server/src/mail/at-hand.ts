import type { Office } from '@guankao/store';
import {
  noticesOf,
  type AtHand,
  type CollectionRecord,
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
  const years = await Promise.all((await office.years()).map((year) => yearAtHand(office, year)));
  const ids = years.flatMap(({ rows, workPlans, reports }) => [...rows, ...workPlans, ...reports].map(({ id }) => id));
  const grants = (await office.accounts())
    .filter(({ state }) => state !== 'deactivated')
    .flatMap((account) => account.grants);
  return { years, moves: await office.lastMoves(ids), grants, workdays: await workdaysOf(office) };
}

async function yearAtHand(office: Office, year: YearRecord): Promise<YearAtHand> {
  const of = (noun: string) => office.records(noun, year.id);
  return {
    year,
    rows: (await office.year(year.id))?.rows ?? [],
    workPlans: (await of('work-plan')) as readonly WorkPlan[],
    reports: (await of('periodic-report')) as readonly PeriodicReport[],
    collections: (await of('collection')) as readonly CollectionRecord[],
  };
}

/** What one person should know now. */
export async function ownNotices(office: Office, who: Context): Promise<readonly Notice[]> {
  return noticesOf(await atHand(office), who);
}
