import { sql } from 'kysely';
import { planId, type PlanReading } from '@guankao/reading';
import type { Lineage, LineageLink, PlanEdition, Succession } from '../catalogue.ts';
import type { Database } from '../database/connect.ts';
import { inTaipei } from './filings.ts';
import type { Readings } from './readings.ts';

/** A row as it was opened: its share and those that it follows never change after. */
interface OpenedRow {
  readonly id: string;
  readonly filing: string;
  readonly share: string;
  readonly follows: readonly string[];
}

/** A row in an edition that is shown. */
interface Shown {
  readonly row: OpenedRow;
  readonly plan: PlanReading;
  readonly agency: string | null;
  readonly fiscalYear: number;
  readonly edition: number;
  readonly at: string;
  /** The event that took the edition in. */
  readonly event: number;
}

/** A row as it stood, alike, in one edition after another. */
interface Stage {
  readonly first: Shown;
  readonly last: Shown;
}

interface RowEventAt {
  readonly number: number;
  readonly kind: string;
  readonly subject: string;
}

const none: Lineage = { predecessors: [], successors: [], discontinued: null };

/**
 * What a plan row was before and what became of it, between rows of editions that are shown. Names, years and dates are
 * those that the editions print; what was done since in the office counts once an edition shows its outcome.
 */
export async function findLineage(
  db: Database,
  readings: Readings,
  editionsOf: ShownEditions,
  { filing, row, edition }: Pick<PlanEdition, 'filing' | 'row' | 'edition'>,
): Promise<Lineage> {
  const rows = await family(db, filing, row.id);
  if (rows.length === 0) return none;
  const editions = await editionsOf([...new Set(rows.map((one) => one.filing))]);
  const shown = await shownRows(readings, editions, rows);
  const events = await eventsOf(db, rows);
  const stages = stagesByShare(shown, events);
  const all = [...stages.values()].flat();
  const here = all.find(
    ({ first, last }) => last.row.id === row.id && first.edition <= edition.number && edition.number <= last.edition,
  );
  if (here === undefined) return none;
  const link = (stage: Stage, how: readonly Succession[], since: Shown) => linkTo(stage, all, how, since);
  const before = (stage: Stage) => stagesBefore(stage, stages, rows);
  const successors = all
    .filter((stage) => before(stage).includes(here))
    .map((stage) => link(stage, howFrom(here, stage, events), stage.first));
  return {
    predecessors: before(here).map((stage) => link(stage, howFrom(stage, here, events), here.first)),
    successors,
    discontinued: successors.length > 0 ? null : goneSince(editions, here.last),
  };
}

/** The rows of its share, and of all shares that it follows or that follow it. */
async function family(db: Database, filing: string, id: string): Promise<readonly OpenedRow[]> {
  const [own] = await opened(db, sql`id = ${id} and parent = ${filing}`);
  if (own === undefined) return [];
  const rows = new Map<string, OpenedRow>();
  const walk = async (share: string, next: (rows: readonly OpenedRow[]) => Promise<readonly string[]>) => {
    const waiting = [share];
    const seen = new Set(waiting);
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      const ofShare = await opened(db, sql`body ->> 'share' = ${at}`);
      for (const row of ofShare) rows.set(row.id, row);
      const further = (await next(ofShare)).filter((one) => !seen.has(one));
      for (const one of further) seen.add(one);
      waiting.push(...(seen.size > mostShares ? [] : new Set(further)));
    }
  };
  await walk(own.share, async (ofShare) => ofShare.flatMap(({ follows }) => follows));
  await walk(own.share, async ([first]) => (first === undefined ? [] : followersOf(db, first.share)));
  return [...rows.values()];
}

/** Of a plan split and merged further than this, the nearest are shown. */
const mostShares = 200;

async function followersOf(db: Database, share: string): Promise<readonly string[]> {
  const followers = await opened(db, sql`body -> 'predecessors' @> ${JSON.stringify([{ share }])}::jsonb`);
  return followers.map((row) => row.share);
}

async function opened(db: Database, where: ReturnType<typeof sql>): Promise<readonly OpenedRow[]> {
  const { rows } = await sql<OpenedRow>`
    select id, parent as filing, body ->> 'share' as share,
      jsonb_path_query_array(body, '$.predecessors[*].share') as follows
    from guankao.records where noun = 'row' and ${where} order by id`.execute(db);
  return rows;
}

/** Oldest first: by year, then by edition. */
async function shownRows(
  readings: Readings,
  editions: readonly EditionShown[],
  rows: readonly OpenedRow[],
): Promise<readonly Shown[]> {
  const found: Shown[] = [];
  for (const { filing, number, event, at, reading: sha256 } of editions) {
    const reading = await readings.of(sha256);
    const { agency, fiscalYear } = reading.filing;
    if (fiscalYear === null) continue;
    for (const row of rows.filter((one) => one.filing === filing)) {
      const plan = reading.plans.find(({ id }) => id === row.id);
      if (plan !== undefined) found.push({ row, plan, agency, fiscalYear, edition: number, at, event });
    }
  }
  return found.toSorted(byTime);
}

/** An edition that is shown. */
export interface EditionShown {
  readonly filing: string;
  readonly number: number;
  /** The event that took it in. */
  readonly event: number;
  /** When: ISO 8601 with offset. */
  readonly at: string;
  /** sha256 of what is shown. */
  readonly reading: string;
}

/** The editions of these filings that are shown. */
export type ShownEditions = (filings: readonly string[]) => Promise<readonly EditionShown[]>;

/** Those that are shown now. */
export async function shownNow(db: Database, filings: readonly string[]): Promise<readonly EditionShown[]> {
  const rows = await db
    .selectFrom('editions')
    .innerJoin('filings', 'filings.id', 'editions.filing')
    .select(['editions.filing', 'editions.number', 'editions.event', 'editions.imported_at'])
    .select(({ fn }) => fn.coalesce('editions.shown_reading', 'editions.reading').as('reading'))
    .where('editions.published', '=', true)
    .where('filings.withdrawn_at', 'is', null)
    .where('editions.filing', 'in', filings)
    .execute();
  return rows.map(({ imported_at, ...row }) => ({ ...row, at: inTaipei(imported_at) }));
}

function byTime(a: Shown, b: Shown): number {
  return a.fiscalYear - b.fiscalYear || a.edition - b.edition;
}

async function eventsOf(db: Database, rows: readonly OpenedRow[]): Promise<readonly RowEventAt[]> {
  return db
    .selectFrom('events')
    .select(['number', 'kind', 'subject'])
    .where('kind', 'in', ['row-opened', 'row-handed-over'])
    .where(
      'subject',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
}

function stagesByShare(shown: readonly Shown[], events: readonly RowEventAt[]): ReadonlyMap<string, readonly Stage[]> {
  const byShare = new Map<string, Stage[]>();
  for (const one of shown) {
    const stages = byShare.get(one.row.share) ?? [];
    byShare.set(one.row.share, stages);
    const last = stages.at(-1);
    if (last !== undefined && last.last.row.id === one.row.id && changes(last.last, one, events).length === 0)
      stages.splice(-1, 1, { first: last.first, last: one });
    else stages.push({ first: one, last: one });
  }
  return byShare;
}

/** What differs between a share in one edition and in the next that shows it. */
function changes(a: Shown, b: Shown, events: readonly RowEventAt[]): readonly Succession[] {
  const isNamed = [a, b].every(({ plan }) => plan.withheld?.name === undefined);
  const renamed = isNamed && a.plan.name !== b.plan.name;
  return [...(renamed ? ['renamed' as const] : []), ...(isHandedOver(a, b, events) ? ['handed-over' as const] : [])];
}

/** A year goes on with the agency that its row had when the next was opened; what was decided of it later stays there. */
function isHandedOver(a: Shown, b: Shown, events: readonly RowEventAt[]): boolean {
  const openedAt = events.find(({ kind, subject }) => kind === 'row-opened' && subject === b.row.id)?.number ?? 0;
  const until = a.row.id === b.row.id ? b.event : openedAt;
  return events.some(
    ({ kind, subject, number }) =>
      kind === 'row-handed-over' &&
      ((subject === a.row.id && number > a.event && number < until) ||
        (subject === b.row.id && number > a.event && number < b.event)),
  );
}

/** That of its own share before it; of a share's first, those that it was split or merged from. */
function stagesBefore(
  stage: Stage,
  stages: ReadonlyMap<string, readonly Stage[]>,
  rows: readonly OpenedRow[],
): readonly Stage[] {
  const { row } = stage.first;
  const own = stages.get(row.share) ?? [];
  const earlier = own[own.indexOf(stage) - 1];
  if (earlier !== undefined) return [earlier];
  const seen = new Set<string>();
  const lastOf = (share: string): readonly Stage[] => {
    if (seen.has(share)) return [];
    seen.add(share);
    const held = stages.get(share);
    if (held !== undefined) return held.filter(({ last }) => byTime(last, stage.first) < 0).slice(-1);
    // No edition shows it: what it came from itself is what was there before.
    return [...new Set(rows.filter((one) => one.share === share).flatMap(({ follows }) => follows))].flatMap(lastOf);
  };
  return row.follows.flatMap(lastOf);
}

function howFrom(before: Stage, after: Stage, events: readonly RowEventAt[]): readonly Succession[] {
  const [a, b] = [before.last, after.first];
  if (a.row.share !== b.row.share) return [b.row.follows.length > 1 ? 'merged' : 'split'];
  const changed = changes(a, b, events);
  return changed.length === 0 ? ['continued'] : changed;
}

function linkTo({ last }: Stage, all: readonly Stage[], how: readonly Succession[], since: Shown): LineageLink {
  const isNewest = !all.some((one) => one.last.row.id === last.row.id && one.last.edition > last.edition);
  return {
    id: planId(last.row.filing, last.plan.id),
    edition: isNewest ? null : last.edition,
    name: last.plan.name,
    agency: last.agency,
    fiscalYear: last.fiscalYear,
    how,
    since: since.at,
  };
}

/** When the first edition came that does not have the row any more; null where the newest has it. */
function goneSince(editions: readonly EditionShown[], { row, edition }: Shown): string | null {
  const [next] = editions
    .filter(({ filing, number }) => filing === row.filing && number > edition)
    .toSorted((a, b) => a.number - b.number);
  return next?.at ?? null;
}
