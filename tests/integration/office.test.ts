import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pastedForm, readDocument, typedDocument } from '@guankao/reading';
import { openStore, type IdempotencyKey, type Store } from '@guankao/store';
import { run, startTestServer, type TestServer } from './database.ts';

const at = new Date('2026-01-10T02:00:00Z');

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
    for (const [role, name, agency] of [
      ['compiler', '彙整一', 'ministry'],
      ['officer', '承辦一', 'bureau'],
      ['supervisor', '主管一', 'bureau'],
    ] as const) {
      await store.office.addAccount({ id: role, login: role, name, password: null }, at);
      await store.office.grant(role, { role, agency });
    }
  });
  afterAll(async () => {
    await store.close();
    await server.stop();
  });

  test('a year is opened from last year’s filing, once', async () => {
    const { reading } = readDocument(
      await typedDocument(
        pastedForm('範例部', 2024, '千元', [
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
        ]).form,
      ),
    );
    const facts = { reading, document: '範例部113年度情形表', agencies: { r01: 'bureau' }, left: {}, records: {} };
    const input = { ministry: 'ministry', ministryName: '範例部', fiscalYear: 2025 };
    const step = { noun: 'year', command: 'open', id: null, shown: null, input, facts };
    const open = () => store.office.perform([step], { account: 'compiler', at });
    expect((await open()).records).toMatchObject([{ id: '範例部-114', version: 1 }]);
    expect((await store.office.year('範例部-114'))?.rows.map(({ texts }) => texts.name)).toEqual(['海岸復育計畫']);
    await expect(open()).rejects.toMatchObject({ id: 'year-already-open' });
  });

  const row = '範例部-114-01';
  const perform = (account: string, command: string, input: unknown, shown: number, key?: IdempotencyKey) =>
    store.office.perform([{ noun: 'row', command, id: row, shown, input }], { account, at, key: key ?? null });
  const saveAs = (account: string, texts: object, shown: number) => perform(account, 'save-texts', texts, shown);
  const versionNow = async () => (await store.office.row(row))?.version ?? 0;

  test('a command’s events are kept, and the row stands as they say; its history reads by itself', async () => {
    const { records } = await saveAs('officer', { execution: '完成植生3公頃。' }, 1);
    expect(records).toMatchObject([{ version: 2, texts: { execution: '完成植生3公頃。' }, writers: ['officer'] }]);
    const history = await store.office.history(row);
    expect(history.map(({ kind, actor, account, role }) => [kind, actor, account, role])).toEqual([
      ['row-opened', '彙整一', 'compiler', 'compiler'],
      ['row-texts-saved', '承辦一', 'officer', 'officer'],
    ]);
  });

  test('a refused command leaves nothing behind, and neither do those that came with it', async () => {
    const events = (await store.catalogue.health()).events;
    await expect(perform('supervisor', 'approve', {}, 2)).rejects.toMatchObject({ id: 'illegal-move' });
    const steps = [
      { noun: 'row', command: 'save-texts', id: row, shown: 2, input: { goals: '完成植生9公頃。' } },
      { noun: 'row', command: 'withdraw', id: row, shown: 2, input: {} },
    ];
    await expect(store.office.perform(steps, { account: 'officer', at })).rejects.toMatchObject({ id: 'illegal-move' });
    expect((await store.catalogue.health()).events).toBe(events);
  });

  test('what is typed and what is asked for go together: saved and submitted, or neither', async () => {
    const steps = (goals: string, shown: number) => [
      { noun: 'row', command: 'save-texts', id: row, shown, input: { goals } },
      { noun: 'row', command: 'submit', id: row, shown, input: {} },
    ];
    const { records } = await store.office.perform(steps('完成植生5公頃。', await versionNow()), {
      account: 'officer',
      at,
    });
    expect(records).toMatchObject([{ state: 'submitted', texts: { goals: '完成植生5公頃。' } }]);
    await perform('officer', 'withdraw', {}, await versionNow());
    await expect(store.office.perform(steps('第二次', 2), { account: 'officer', at })).rejects.toMatchObject({
      id: 'stale-version',
    });
    expect(await store.office.row(row)).toMatchObject({ state: 'drafting', texts: { goals: '完成植生5公頃。' } });
  });

  test('a command that has nothing to change gives the row as it stands', async () => {
    const before = await store.office.row(row);
    const goals = before?.texts.goals ?? '';
    const { records } = await saveAs('officer', { goals }, await versionNow());
    expect(records).toEqual([before]);
  });

  test('two who save at once: the second is told', async () => {
    const shown = await versionNow();
    const save = (goals: string) => saveAs('officer', { goals }, shown);
    const outcomes = await Promise.allSettled([save('植生3公頃'), save('植生4公頃')]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('eight twins under one key: carried out once, each is answered, and none can be used for anything else', async () => {
    const shown = await versionNow();
    const key = { key: 'twins', request: 'fingerprint' };
    const twins = await Promise.all(
      Array.from({ length: 8 }, () => perform('officer', 'save-texts', { goals: '植生6公頃' }, shown, key)),
    );
    expect(twins.map(({ records }) => records[0]?.version)).toEqual(Array.from({ length: 8 }, () => shown + 1));
    expect(twins.filter(({ replayed }) => !replayed)).toHaveLength(1);
    await expect(
      perform('officer', 'save-texts', { goals: '別的' }, shown + 1, { ...key, request: 'another' }),
    ).rejects.toMatchObject({ id: 'idempotency-key-reused' });
  });

  test('positions have no gap, whatever was refused, and time never runs backwards', async () => {
    const shown = await versionNow();
    const early = new Date(at.getTime() - 3_600_000);
    await store.office.perform(
      [{ noun: 'row', command: 'save-texts', id: row, shown, input: { goals: '植生7公頃' } }],
      { account: 'officer', at: early },
    );
    const events = await store.eventsAfter(0, 1000);
    expect(events.map(({ number }) => number)).toEqual(events.map((_, index) => index + 1));
    expect(events.every((event, index) => index === 0 || event.at >= (events[index - 1]?.at ?? event.at))).toBe(true);
  });

  test('the database cut off in the middle of a save: told as such, nothing half done, and the next save goes through', async () => {
    const before = await store.office.row(row);
    const { events } = await store.catalogue.health();
    // Somebody is at the journal: the save has decided and waits for its turn when its connection dies.
    const busy = await store.connection.pool.connect();
    await busy.query('select pg_advisory_lock($1)', [0x77726974]);
    const cut = expect(saveAs('officer', { goals: '完成植生9公頃。' }, before?.version ?? 0)).rejects.toMatchObject({
      id: 'database-down',
      status: 503,
    });
    const waiting = `select count(*)::int as count from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    while ((await busy.query<{ count: number }>(waiting)).rows[0]?.count === 0)
      await new Promise((go) => setTimeout(go, 20));
    await run(
      url,
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await cut;
    busy.release(true);
    // Connections that lay idle were cut, too, and tell of it a moment later.
    await expect.poll(() => store.connection.pool.idleCount).toBe(0);
    expect(await store.office.row(row)).toEqual(before);
    expect((await store.catalogue.health()).events).toBe(events);
    const { records } = await saveAs('officer', { goals: '完成植生9公頃。' }, before?.version ?? 0);
    expect(records).toMatchObject([{ texts: { goals: '完成植生9公頃。' } }]);
  });

  test('a rebuild makes years and rows the same again', async () => {
    const rebuilt = await store.rebuild();
    expect(rebuilt.tables.filter(({ table }) => table === 'records')).toMatchObject([
      { rows: 2, missing: 0, extra: 0, changed: 0 },
    ]);
  });

  test('a one-time link is used once; a login belongs to one account', async () => {
    const later = new Date(at.getTime() + 1000);
    await store.office.addLink('first', null, later);
    expect(await store.office.usableLink('first', at)).toEqual({ account: null });
    expect(await store.office.usableLink('first', later)).toBeNull();
    await store.office.addAccount({ id: 'a1', login: 'wang', name: '王小範', password: null }, at);
    await expect(
      store.office.addAccount({ id: 'a2', login: 'wang', name: '另一人', password: null }, at),
    ).rejects.toMatchObject({ id: 'login-taken' });
    await store.office.addLink('welcome', 'a1', later);
    expect(await store.office.usableLink('welcome', at)).toEqual({
      account: { id: 'a1', login: 'wang', name: '王小範' },
    });
    const both = await Promise.all([
      store.office.setPasswordByLink('welcome', 'argon2 one', at),
      store.office.setPasswordByLink('welcome', 'argon2 two', at),
    ]);
    expect(both.toSorted()).toEqual(['a1', null]);
    expect(await store.office.usableLink('welcome', at)).toBeNull();
    // There are accounts: the console's link makes no second administrator, and stays as it is.
    const account = { id: 'a9', login: 'late', name: '遲到者', password: 'argon2' };
    expect(await store.office.makeFirstAdministrator('first', { agency: { id: 'x', name: '某部' }, account }, at)).toBe(
      false,
    );
    await store.office.grant('a1', { role: 'officer', agency: 'bureau' });
    expect(await store.office.actor('a1')).toEqual({
      id: 'a1',
      name: '王小範',
      grants: [{ role: 'officer', agency: 'bureau' }],
    });
  });
});
