import type { Transaction } from 'kysely';
import { Refusal } from '@guankao/domain';
import type { Reading } from '@guankao/reading';
import { AgencyTree, type Agency, type RowRecord, type WorkflowEvent, type YearRecord } from '@guankao/workflow';
import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';
import type { Deed, RecordEvent } from '../events/event.ts';
import { append, asEvent, writing } from '../events/journal.ts';
import { importWithin, signed, type GivenBytes, type Imported } from '../imports/take-in.ts';
import { project } from '../projections/project.ts';
import { accountsOn, type Accounts } from './accounts.ts';
import { desksOn, type Desks } from './desks.ts';

/** A form that is frozen goes to the public at the same moment, or neither happens. */
interface Publication {
  readonly reading: Reading;
  readonly file: GivenBytes;
}

/** What a command decided, and what it publishes. */
export interface Decision {
  readonly events: readonly WorkflowEvent[];
  readonly publish?: Publication;
}

export interface YearAndRows {
  readonly year: YearRecord;
  readonly rows: readonly RowRecord[];
}

/**
 * The year's work. Commands decide (room `workflow`), this keeps: a command is run on the newest record with no other
 * writer beside it, and its events are appended and projected whole or not at all.
 */
export interface Office extends Accounts, Desks {
  agencies(): Promise<readonly Agency[]>;
  tree(): Promise<AgencyTree>;
  addAgency(agency: Agency, at: Date): Promise<void>;
  years(): Promise<readonly YearRecord[]>;
  year(id: string): Promise<YearAndRows | null>;
  row(id: string): Promise<RowRecord | null>;
  /** Throws a Refusal where there is no such row, or where the command refuses. Gives the row as it then stands. */
  decideRow(id: string, deed: Deed, command: (row: RowRecord) => readonly WorkflowEvent[]): Promise<RowRecord>;
  decideYear(
    id: string,
    deed: Deed,
    command: (form: YearAndRows) => Decision | Promise<Decision>,
  ): Promise<YearAndRows & { readonly published: Imported | null }>;
  /** For what does not exist yet: opening a year. Throws a Refusal where the year is open already. */
  open(deed: Deed, events: readonly WorkflowEvent[]): Promise<void>;
  /** All that happened to a row or a year, oldest first. */
  history(subject: string): Promise<readonly RecordEvent[]>;
}

export function officeOn(db: Database, program: string): Office {
  return {
    ...accountsOn(db),
    ...desksOn(db),
    agencies: () => agencies(db),
    tree: async () => new AgencyTree(await agencies(db)),
    async addAgency(agency, at) {
      await db
        .insertInto('agencies')
        .values({ ...agency, created_at: at })
        .execute();
    },
    async years() {
      const rows = await db.selectFrom('years').select('body').orderBy('fiscal_year', 'desc').orderBy('id').execute();
      return rows.map(({ body }) => body);
    },
    year: (id) => yearAndRows(db, id),
    row: (id) => rowOf(db, id),
    decideRow: (id, deed, command) =>
      writing(db, async (tx) => {
        const row = (await rowOf(tx, id)) ?? missing('row', id);
        await keep(tx, deed, command(row));
        return (await rowOf(tx, id)) ?? missing('row', id);
      }),
    decideYear: (id, deed, command) =>
      writing(db, async (tx) => {
        const form = (await yearAndRows(tx, id)) ?? missing('year', id);
        const { events, publish } = await command(form);
        await keep(tx, deed, events);
        const published =
          publish === undefined ? null : await importWithin(tx, publish.reading, publish.file, deed, program);
        return { ...((await yearAndRows(tx, id)) ?? missing('year', id)), published };
      }),
    open: (deed, events) =>
      writing(db, async (tx) => {
        for (const event of events) {
          if (event.kind === 'year-opened' && (await yearAndRows(tx, event.subject)) !== null)
            throw alreadyOpen(event.subject);
        }
        await keep(tx, deed, events);
      }),
    async history(subject) {
      const rows = await db.selectFrom('events').selectAll().where('subject', '=', subject).orderBy('number').execute();
      return rows.map(asEvent);
    },
  };
}

async function agencies(db: Database): Promise<readonly Agency[]> {
  return db.selectFrom('agencies').select(['id', 'name', 'parent']).orderBy('created_at').orderBy('id').execute();
}

async function keep(tx: Transaction<Tables>, deed: Deed, events: readonly WorkflowEvent[]): Promise<void> {
  for (const event of events) await project(tx, await append(tx, { ...signed(deed), ...event }));
}

async function rowOf(db: Database, id: string): Promise<RowRecord | null> {
  return (await db.selectFrom('rows').select('body').where('id', '=', id).executeTakeFirst())?.body ?? null;
}

async function yearAndRows(db: Database, id: string): Promise<YearAndRows | null> {
  const year = await db.selectFrom('years').select('body').where('id', '=', id).executeTakeFirst();
  if (year === undefined) return null;
  const rows = await db.selectFrom('rows').select('body').where('year', '=', id).orderBy('position').execute();
  return { year: year.body, rows: rows.map(({ body }) => body) };
}

function missing(kind: 'row' | 'year', id: string): never {
  throw new Refusal(`no-such-${kind}`, 404, {
    'zh-Hant': kind === 'row' ? `找不到「${id}」這一列。` : `找不到「${id}」這個年度的表。`,
    en: kind === 'row' ? `there is no row ${id}.` : `there is no year's form ${id}.`,
  });
}

function alreadyOpen(id: string): Refusal {
  return new Refusal('year-already-open', 409, {
    'zh-Hant': `「${id}」已經開辦，不會再開一次。請直接進入該年度的表。`,
    en: `${id} is open already and is not opened again. Go to that year's form.`,
  });
}
