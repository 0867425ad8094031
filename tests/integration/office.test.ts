import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDocument, typedDocument } from '@guankao/reading';
import { openStore, type Store } from '@guankao/store';
import { moveRow, openYear, saveTexts, type Actor, type Context, type Role } from '@guankao/workflow';
import { run, startTestServer, type TestServer } from './database.ts';

const at = new Date('2026-01-10T02:00:00Z');
const actor = (role: Role, agency: string): Actor => ({ id: role, name: role, grants: [{ role, agency }] });
const deed = (who: Actor) => ({ actor: who.name, role: who.grants[0]?.role ?? '', at });

describe('the year’s work in the record', () => {
  let server: TestServer;
  let store: Store;
  let url: string;
  beforeAll(async () => {
    server = await startTestServer();
    url = await server.emptyDatabase();
    store = await openStore({ url, folder: '', program: 'guankao test' });
    await store.office.addAgency({ id: 'ministry', name: '範例部', parent: null }, at);
    await store.office.addAgency({ id: 'bureau', name: '範例署', parent: 'ministry' }, at);
  });
  afterAll(async () => {
    await store.close();
    await server.stop();
  });

  const as = async (who: Actor): Promise<Context> => ({ actor: who, tree: await store.office.tree(), now: at });

  test('a year is opened from last year’s filing, once', async () => {
    const { reading } = readDocument(
      (
        await typedDocument({
          agency: '範例部',
          fiscalYear: 2024,
          unit: '千元',
          rows: [
            {
              name: '海岸復育計畫',
              type: '社會發展',
              period: '112年1月至115年12月',
              approvedTotal: '9,000',
              budgetedToDate: '700',
              executedToDate: '650',
              plannedWork: '植生',
              execution: '植生',
              goals: '植生3公頃',
              explanation: '植生3公頃',
            },
          ],
        })
      ).document,
    );
    const compiler = actor('compiler', 'ministry');
    const events = openYear(
      {
        ministry: 'ministry',
        ministryName: '範例部',
        fiscalYear: 2025,
        predecessor: { reading, document: '範例部113年度情形表', agencies: { r01: 'bureau' }, left: {}, records: {} },
      },
      await as(compiler),
    );
    await store.office.open(deed(compiler), events);
    expect((await store.office.year('範例部-114'))?.rows.map(({ texts }) => texts.name)).toEqual(['海岸復育計畫']);
    await expect(store.office.open(deed(compiler), events)).rejects.toMatchObject({ id: 'year-already-open' });
  });

  test('a command’s events are kept, and the row stands as they say; its history reads by itself', async () => {
    const officer = actor('officer', 'bureau');
    const context = await as(officer);
    const row = await store.office.decideRow('範例部-114-01', deed(officer), (current) =>
      saveTexts(current, { execution: '完成植生3公頃。' }, 1, context),
    );
    expect(row).toMatchObject({ version: 2, texts: { execution: '完成植生3公頃。' }, writers: ['officer'] });
    const history = await store.office.history('範例部-114-01');
    expect(history.map(({ kind, actor: who, role }) => [kind, who, role])).toEqual([
      ['row-opened', 'compiler', 'compiler'],
      ['row-texts-saved', 'officer', 'officer'],
    ]);
  });

  test('a refused command leaves nothing behind', async () => {
    const supervisor = actor('supervisor', 'bureau');
    const context = await as(supervisor);
    await expect(
      store.office.decideRow('範例部-114-01', deed(supervisor), (row) =>
        moveRow(row, 'approve', [], row.version, context),
      ),
    ).rejects.toMatchObject({ id: 'illegal-move' });
    expect(await store.office.history('範例部-114-01')).toHaveLength(2);
  });

  test('two who save at once: the second is told', async () => {
    const officer = actor('officer', 'bureau');
    const context = await as(officer);
    const save = (goals: string) =>
      store.office.decideRow('範例部-114-01', deed(officer), (row) => saveTexts(row, { goals }, 2, context));
    const outcomes = await Promise.allSettled([save('植生3公頃'), save('植生4公頃')]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('the database cut off in the middle of a save: told as such, nothing half done, and the next save goes through', async () => {
    const officer = actor('officer', 'bureau');
    const context = await as(officer);
    const before = await store.office.row('範例部-114-01');
    const events = (await store.catalogue.health()).events;
    // Within the save's own transaction, once it holds the record and has decided: its connection dies.
    const cut = store.office.decideYear('範例部-114', deed(officer), async ({ rows: [row] }) => {
      await run(
        url,
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      return { events: row === undefined ? [] : saveTexts(row, { goals: '完成植生9公頃。' }, row.version, context) };
    });
    await expect(cut).rejects.toMatchObject({ id: 'database-down', status: 503 });
    expect(await store.office.row('範例部-114-01')).toEqual(before);
    expect((await store.catalogue.health()).events).toBe(events);
    const saved = await store.office.decideRow('範例部-114-01', deed(officer), (row) =>
      saveTexts(row, { goals: '完成植生9公頃。' }, row.version, context),
    );
    expect(saved.texts.goals).toBe('完成植生9公頃。');
  });

  test('a rebuild makes years and rows the same again', async () => {
    const rebuilt = await store.rebuild();
    expect(rebuilt.tables.filter(({ table }) => table === 'rows' || table === 'years')).toMatchObject([
      { rows: 1, missing: 0, extra: 0, changed: 0 },
      { rows: 1, missing: 0, extra: 0, changed: 0 },
    ]);
  });

  test('a one-time link is used once; a login belongs to one account', async () => {
    await store.office.addLink('hash', null, new Date(at.getTime() + 1000));
    expect(await store.office.useLink('hash', at)).toEqual({ account: null });
    expect(await store.office.useLink('hash', at)).toBeNull();
    await store.office.addAccount({ id: 'a1', login: 'wang', name: '王小範', password: null }, at);
    await expect(
      store.office.addAccount({ id: 'a2', login: 'wang', name: '另一人', password: null }, at),
    ).rejects.toMatchObject({ id: 'login-taken' });
    await store.office.grant('a1', { role: 'officer', agency: 'bureau' });
    expect(await store.office.actor('a1')).toEqual({
      id: 'a1',
      name: '王小範',
      grants: [{ role: 'officer', agency: 'bureau' }],
    });
  });
});
