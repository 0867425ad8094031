import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openProof } from '@guankao/log';
import { sha256, verifyEd25519 } from '@guankao/log/node';
import type { Grant } from '@guankao/workflow';
import { fingerprint, newSecret } from '../../packages/server/src/sign-in/secrets.ts';
import { openHouse, someMoney, someTexts, type Answer, type House, withoutTags } from './house.ts';

/**
 * 職務代理 over HTTP: naming a deputy, acting in another's name, and every way that we could think of to get more out of
 * it than the roles that were handed over, in the days for which they were.
 */

let house: House;
const began = new Date('2026-01-05T01:00:00Z');
const year = '範例部-114';
let rows = 0;

beforeAll(async () => {
  house = await openHouse();
}, 240_000);
afterAll(() => house.close());
afterEach(() => {
  house.now = began;
});

const supervisorInBureau: Grant = { role: 'supervisor', agency: 'bureau' };
const officerInBureau: Grant = { role: 'officer', agency: 'bureau' };
const wanted = {
  deputy: 'officer2',
  grants: [supervisorInBureau],
  from: '2026-01-05',
  until: '2026-01-09',
  reason: '休假',
};
type Wanted = Partial<Omit<typeof wanted, 'grants'>> & { readonly for?: string; readonly grants?: readonly Grant[] };

const appoint = (who: string, more: Wanted = {}, headers = {}) =>
  house.ask(who, 'POST', '/api/deputies', { ...wanted, ...more }, headers);
const revoke = (who: string, id: string) =>
  house.ask(who, 'POST', `/api/deputies/${id}/revoke`, {}, { 'if-match': '1' });

/** A person of the house with a name of its own, so that no test finds another's deputyships. */
let people = 0;
async function someone(grants: readonly Grant[]): Promise<string> {
  people += 1;
  await house.person(`p${people}`, grants);
  return `p${people}`;
}

/** The clock goes on, and these people sign in anew: a session that nobody used has ended. */
async function goesOnTo(moment: string, ...who: readonly string[]): Promise<void> {
  house.now = new Date(moment);
  for (const login of who) {
    const secret = newSecret();
    const end = new Date(house.now.getTime() + 36_000_000);
    await house.store.office.openSession(fingerprint(secret), house.idOf(login), house.now, end);
    house.use(login, secret);
  }
}

/** A deputyship for today, by its principal. Gives its id. */
async function deputyOf(
  principal: string,
  deputy: string,
  grants: readonly Grant[],
  more: Wanted = {},
): Promise<string> {
  const made = await appoint(principal, { deputy, grants, ...more });
  if (made.status !== 201) throw new Error(made.body);
  return made.json().record.id as string;
}

async function newRow(): Promise<string> {
  rows += 1;
  const plan = { name: `第${rows}號計畫`, agency: 'bureau' };
  if (rows === 1) await house.openYear([plan]);
  else {
    const version = await house.version('compiler', `/api/years/${year}`);
    const made = await house.ask('compiler', 'POST', `/api/years/${year}/add-row`, plan, { 'if-match': version });
    if (made.status !== 200) throw new Error(made.body);
  }
  return `${year}-${String(rows).padStart(2, '0')}`;
}

const versionOf = async (row: string) => String((await house.store.office.row(row))?.version ?? 0);
const as = (deputyship: string | null) => (deputyship === null ? {} : { 'acting-for': deputyship });

/** A request about a row, with the version that now stands, in one's own name or by a deputyship. */
async function on(
  row: string,
  who: string,
  by: string | null,
  path: string,
  body: object,
  method: 'POST' | 'PATCH' | 'PUT' = 'POST',
) {
  const headers = { 'if-match': await versionOf(row), ...as(by) };
  return house.ask(who, method, `/api/rows/${row}/${path}`, body, headers);
}
const write = (row: string, who: string, by: string | null = null, texts: object = someTexts) =>
  on(row, who, by, 'texts', texts, 'PATCH');
const move = (row: string, name: string, who: string, by: string | null = null) =>
  on(row, who, by, 'moves', { move: name, comments: [{ field: 'goals', text: '請補正' }] });
const stateOf = async (row: string) => (await house.store.office.row(row))?.state;
const expectStatus = (answer: Answer, status: number) => expect(answer.status, answer.body.slice(0, 400)).toBe(status);

/** Written and submitted by the officer of the house. */
async function submitted(): Promise<string> {
  const row = await newRow();
  expectStatus(await write(row, 'officer'), 200);
  expectStatus(await move(row, 'submit', 'officer'), 200);
  return row;
}

describe('naming a deputy', () => {
  test('both are told, in the history, the API and the log; it ends by itself, and starts when it was said', async () => {
    const [principal, deputy] = [
      await someone([supervisorInBureau]),
      await someone([{ role: 'officer', agency: 'office' }]),
    ];
    const id = await deputyOf(principal, deputy, [supervisorInBureau], { from: '2026-01-06', until: '2026-01-07' });
    const row = await submitted();
    expectStatus(await move(row, 'approve', deputy, id), 403);
    await goesOnTo('2026-01-06T01:00:00Z', deputy, 'supervisor');
    expectStatus(await move(row, 'approve', deputy, id), 200);
    const { events } = (await house.ask('supervisor', 'GET', `/api/rows/${row}/history`)).json();
    expect(events.at(-1)).toMatchObject({
      actor: `${deputy}先生（代理${principal}先生）`,
      role: 'supervisor',
      actingFor: { deputyship: id, name: `${principal}先生`, account: house.idOf(principal) },
      payload: { move: 'approve' },
    });
    expect((await house.page('supervisor', `/office/rows/${row}/history`)).body).toContain(
      `${deputy}先生（代理${principal}先生）`,
    );
    await house.store.log.openAnew('', house.now);
    await house.store.log.signNow(house.now);
    const signed = await house.ask('supervisor', 'GET', `/api/rows/${row}/history/${events.at(-1).number}/proof`);
    const key = (await house.store.log.origins()).at(-1)?.verifier;
    if (key === undefined) throw new Error('no log was opened');
    const proven = await openProof({ sha256, verify: verifyEd25519 }, signed.body, key);
    if (typeof proven === 'string') throw new Error(proven);
    const said = (name: string) => Buffer.from(proven.opened.find((one) => one.name === name)?.value ?? []).toString();
    expect(said('actor')).toBe(`${deputy}先生（代理${principal}先生）`);
    expect(JSON.parse(said('payload'))).toMatchObject({ actingFor: { deputyship: id } });
    expect(await house.store.log.fsck([])).toMatchObject({ differences: [] });
    // The last day ends at midnight in Taipei.
    await goesOnTo('2026-01-07T15:59:59Z', deputy);
    expectStatus(await house.ask(deputy, 'GET', `/api/rows/${row}`, undefined, as(id)), 200);
    house.now = new Date('2026-01-07T16:00:00Z');
    expectStatus(await house.ask(deputy, 'GET', `/api/rows/${row}`, undefined, as(id)), 403);
    expectStatus(await move(row, 'return', deputy, id), 403);
  });

  test('who has the record made anew finds the same writers and the same names', async () => {
    const [principal, deputy] = [
      await someone([officerInBureau]),
      await someone([{ role: 'officer', agency: 'office' }]),
    ];
    const row = await newRow();
    const id = await deputyOf(principal, deputy, [officerInBureau]);
    expectStatus(await write(row, deputy, id), 200);
    expect((await house.store.office.row(row))?.writers.toSorted()).toEqual(
      [house.idOf(principal), house.idOf(deputy)].toSorted(),
    );
    expect(await house.store.rebuild()).toMatchObject({ identical: true });
  });

  test.each<[string, string, Wanted, number, string]>([
    ['from the past', 'supervisor', { from: '2026-01-04' }, 422, 'deputy-from-the-past'],
    ['ends before it begins', 'supervisor', { from: '2026-01-08', until: '2026-01-07' }, 422, 'deputy-ends-before'],
    ['a day that there is not', 'supervisor', { until: '2026-02-30' }, 422, 'not-a-date'],
    ['for a lifetime', 'supervisor', { until: '2126-01-09' }, 422, 'deputy-too-long'],
    [
      'a role that the principal does not hold',
      'supervisor',
      { grants: [{ role: 'compiler', agency: 'bureau' }] },
      422,
      'deputy-role-not-held',
    ],
    [
      'the role, above where it is held',
      'supervisor',
      { grants: [{ role: 'supervisor', agency: 'ministry' }] },
      422,
      'deputy-role-not-held',
    ],
    [
      'the role, in another agency',
      'supervisor',
      { grants: [{ role: 'supervisor', agency: 'office' }] },
      422,
      'deputy-role-not-held',
    ],
    [
      'an agency that there is not',
      'supervisor',
      { grants: [{ role: 'supervisor', agency: 'nowhere' }] },
      422,
      'deputy-role-not-held',
    ],
    ['no role at all', 'supervisor', { grants: [] }, 400, 'bad-request'],
    ['administration', 'admin', { grants: [{ role: 'administrator', agency: 'ministry' }] }, 400, 'bad-request'],
    ['oneself', 'supervisor', { deputy: 'supervisor' }, 422, 'own-deputy'],
    ['nobody', 'supervisor', { deputy: 'no-such' }, 422, 'no-such-colleague'],
    ['somebody without a role', 'supervisor', { deputy: 'nobody' }, 422, 'no-such-colleague'],
    ['somebody of another ministry', 'supervisor', { deputy: 'xsupervisor' }, 422, 'no-such-colleague'],
    ['without a reason', 'supervisor', { reason: '  ' }, 422, 'field-owed'],
    ['by whoever has no role', 'nobody', {}, 403, 'not-allowed'],
    ['for a colleague, by no administrator', 'officer', { for: 'supervisor' }, 403, 'not-allowed'],
    ['for somebody, by another ministry’s administrator', 'xadmin', { for: 'supervisor' }, 403, 'not-allowed'],
    [
      'for somebody of another ministry, by an administrator',
      'admin',
      { for: 'xsupervisor', deputy: 'officer' },
      422,
      'no-such-colleague',
    ],
    ['for nobody, by an administrator', 'admin', { for: 'no-such' }, 422, 'no-such-colleague'],
  ])('%s is refused', async (_name, who, more, status, problem) => {
    const before = (await house.store.catalogue.health()).events;
    const answer = await appoint(who, more);
    expect([answer.status, answer.problem]).toEqual([status, problem]);
    expect((await house.store.catalogue.health()).events).toBe(before);
  });

  test('a deputy who is deactivated; a circle; a deputy of a deputy, both ways round; the same twice', async () => {
    const [a, b, c, gone] = [
      await someone([supervisorInBureau]),
      await someone([supervisorInBureau]),
      await someone([supervisorInBureau]),
      await someone([supervisorInBureau]),
    ];
    await house.ask('admin', 'POST', `/api/accounts/${house.idOf(gone)}/deactivation`);
    expect((await appoint(a, { deputy: gone })).problem).toBe('deputy-deactivated');
    const first = await deputyOf(a, b, [supervisorInBureau]);
    expect((await appoint(b, { deputy: a })).problem).toBe('deputy-circle');
    expect((await appoint(b, { deputy: a, from: '2026-01-09', until: '2026-01-30' })).problem).toBe('deputy-circle');
    expect((await appoint(b, { deputy: c })).problem).toBe('deputy-of-deputy');
    expect((await appoint(c, { deputy: a })).problem).toBe('deputy-of-deputy');
    expect((await appoint(a, { deputy: b, from: '2026-01-07' })).problem).toBe('deputy-already');
    // A ring of three, all of them away at once.
    expect((await appoint('admin', { for: b, deputy: c })).problem).toBe('deputy-of-deputy');
    // After it, or once it was ended, both are free.
    expectStatus(await appoint(b, { deputy: a, from: '2026-01-10', until: '2026-01-12' }), 201);
    expectStatus(await revoke(a, first), 200);
    expectStatus(await appoint(b, { deputy: c }), 201);
    // Once it is past, too.
    await goesOnTo('2026-01-20T01:00:00Z', b);
    expectStatus(await appoint(b, { deputy: a, from: '2026-01-20', until: '2026-01-21' }), 201);
  });

  test('of two who name each other at the same moment, one is refused', async () => {
    const [a, b] = [await someone([supervisorInBureau]), await someone([supervisorInBureau])];
    const answers = await Promise.all([appoint(a, { deputy: b }), appoint(b, { deputy: a })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  test('no agency is its own superior, so superiors are no circle', async () => {
    const own = await house.ask('admin', 'POST', '/api/agencies', { id: 'ring', name: '環', parent: 'ring' });
    expectStatus(own, 403);
  });

  test('seen by the two, the administrator and the auditor, and by nobody else; ended by the principal or the administrator', async () => {
    const [principal, deputy] = [await someone([supervisorInBureau]), await someone([officerInBureau])];
    const id = await deputyOf(principal, deputy, [supervisorInBureau]);
    for (const who of [principal, deputy, 'admin', 'auditor'])
      expectStatus(await house.ask(who, 'GET', `/api/deputies/${id}`), 200);
    for (const who of ['officer2', 'compiler', 'xadmin', 'nobody']) {
      expectStatus(await house.ask(who, 'GET', `/api/deputies/${id}`), 404);
      expectStatus(await house.ask(who, 'GET', `/api/deputies/${id}/history`), 404);
      expectStatus(await revoke(who, id), 404);
      expect(
        (await house.ask(who, 'GET', '/api/deputies')).json().records.map((one: { id: string }) => one.id),
      ).not.toContain(id);
    }
    expectStatus(await house.ask(null, 'GET', '/api/deputies'), 401);
    for (const who of [deputy, 'auditor']) expectStatus(await revoke(who, id), 403);
    expectStatus(await revoke('admin', id), 200);
    expect((await house.ask(principal, 'GET', `/api/deputies/${id}`)).json().record.revoked).toMatchObject({
      by: 'admin先生',
    });
    const me = (await house.ask(deputy, 'GET', '/api/me')).json();
    expect([me.actingFor, me.deputyships]).toEqual([null, []]);
  });
});

describe('acting in another’s name', () => {
  test('with what was handed over and nothing of one’s own', async () => {
    const [principal, deputy] = [
      await someone([supervisorInBureau, { role: 'accountant', agency: 'bureau' }]),
      await someone([{ role: 'compiler', agency: 'ministry' }, officerInBureau]),
    ];
    const id = await deputyOf(principal, deputy, [supervisorInBureau]);
    const me = (await house.ask(deputy, 'GET', '/api/me', undefined, as(id))).json();
    expect([me.id, me.name, me.grants]).toEqual([
      house.idOf(deputy),
      `${deputy}先生（代理${principal}先生）`,
      [supervisorInBureau],
    ]);
    const row = await submitted();
    const refused = [
      // The principal's other role; the deputy's own; what a supervisor may not.
      await on(row, deputy, id, 'money', { approvedTotal: 1, ownTotal: null, opening: null, money: someMoney }, 'PUT'),
      await on(row, deputy, id, 'send-back', { comments: [{ field: 'goals', text: '退' }] }),
      await move(row, 'withdraw', deputy, id),
      await house.ask(deputy, 'POST', '/api/years', { ministry: 'ministry', fiscalYear: 2026, plans: [] }, as(id)),
    ];
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expectStatus(await move(row, 'approve', deputy, id), 200);
  });
});

/**
 * Each tries to get a row approved, or anything done, that must not be: `row` was written and submitted by the officer.
 * What it gives is refused, and the row stands as it stood.
 */
interface Cast {
  readonly row: string;
  /** Supervisor and officer of the bureau. */
  readonly chief: string;
  /** Officer of the bureau, with the chief's supervising handed over for today. */
  readonly aide: string;
  /** That deputyship. */
  readonly id: string;
}

const attacks: Readonly<Record<string, (cast: Cast) => Promise<Answer>>> = {
  'the deputy approves in the chief’s name what they wrote themselves': async ({ row, aide, id }) => {
    await move(row, 'withdraw', 'officer');
    expectStatus(await write(row, aide, null, { explanation: '完成4案。' }), 200);
    await move(row, 'submit', 'officer');
    return move(row, 'approve', aide, id);
  },
  'and returns it, to be rid of that': async ({ row, aide, id }) => {
    await move(row, 'withdraw', 'officer');
    await write(row, aide, null, { explanation: '完成4案。' });
    await move(row, 'submit', 'officer');
    return move(row, 'return', aide, id);
  },
  'the deputy approves in the chief’s name what the chief wrote': async ({ row, chief, aide, id }) => {
    await move(row, 'withdraw', 'officer');
    expectStatus(await write(row, chief, null, { explanation: '完成4案。' }), 200);
    await move(row, 'submit', 'officer');
    return move(row, 'approve', aide, id);
  },
  'the deputy approves what the chief only submitted': async ({ row, chief, aide, id }) => {
    await move(row, 'withdraw', 'officer');
    expectStatus(await move(row, 'submit', chief), 200);
    return move(row, 'approve', aide, id);
  },
  'the deputy approves what they only submitted': async ({ row, aide, id }) => {
    await move(row, 'withdraw', 'officer');
    await move(row, 'submit', aide);
    return move(row, 'approve', aide, id);
  },
  'the chief approves what the deputy wrote in the chief’s name': async ({ row, chief }) => {
    const second = await someone([{ role: 'officer', agency: 'office' }]);
    const writing = await deputyOf(chief, second, [officerInBureau]);
    await move(row, 'withdraw', 'officer');
    expectStatus(await write(row, second, writing, { explanation: '完成4案。' }), 200);
    await move(row, 'submit', 'officer');
    return move(row, 'approve', chief);
  },
  'the chief approves what the deputy submitted in the chief’s name': async ({ row, chief }) => {
    const second = await someone([{ role: 'officer', agency: 'office' }]);
    const writing = await deputyOf(chief, second, [officerInBureau]);
    await move(row, 'withdraw', 'officer');
    expectStatus(await move(row, 'submit', second, writing), 200);
    return move(row, 'approve', chief);
  },
  'one deputy of the chief writes, another approves': async ({ row, chief, aide, id }) => {
    const second = await someone([{ role: 'officer', agency: 'office' }]);
    const writing = await deputyOf(chief, second, [officerInBureau]);
    await move(row, 'withdraw', 'officer');
    expectStatus(await write(row, second, writing, { explanation: '完成4案。' }), 200);
    await move(row, 'submit', 'officer');
    return move(row, 'approve', aide, id);
  },
  'who wrote in another’s name approves in their own': async ({ row, chief }) => {
    const second = await someone([supervisorInBureau]);
    const writing = await deputyOf(chief, second, [officerInBureau]);
    await move(row, 'withdraw', 'officer');
    expectStatus(await write(row, second, writing, { explanation: '完成4案。' }), 200);
    await move(row, 'submit', 'officer');
    return move(row, 'approve', second);
  },
  'who wrote in one name approves in a third': async ({ row, aide, id }) => {
    const writer = await someone([officerInBureau]);
    const writing = await deputyOf(writer, aide, [officerInBureau]);
    await move(row, 'withdraw', 'officer');
    expectStatus(await write(row, aide, writing, { explanation: '完成4案。' }), 200);
    await move(row, 'submit', 'officer');
    return move(row, 'approve', aide, id);
  },
  'who emptied in another’s name what a third wrote approves': async ({ row, chief }) => {
    const second = await someone([supervisorInBureau]);
    const writing = await deputyOf(chief, second, [officerInBureau]);
    await move(row, 'withdraw', 'officer');
    expectStatus(await write(row, second, writing, { explanation: '' }), 200);
    await move(row, 'submit', 'officer');
    return move(row, 'approve', second);
  },
  'the principal approves after it was emptied in their name': async ({ row, chief }) => {
    const second = await someone([{ role: 'officer', agency: 'office' }]);
    const writing = await deputyOf(chief, second, [officerInBureau]);
    await move(row, 'withdraw', 'officer');
    expectStatus(await write(row, second, writing, { explanation: '' }), 200);
    await move(row, 'submit', 'officer');
    return move(row, 'approve', chief);
  },
  'an indicator written in the chief’s name, approved by the chief': async ({ row, chief }) => {
    const second = await someone([{ role: 'officer', agency: 'office' }]);
    const writing = await deputyOf(chief, second, [officerInBureau]);
    await move(row, 'withdraw', 'officer');
    const indicator = { label: '步道', comparator: '>=', unit: '公里', target: 3, text: '3公里' };
    expectStatus(await on(row, second, writing, 'indicators', indicator), 200);
    await move(row, 'submit', 'officer');
    return move(row, 'approve', chief);
  },
  'money recorded in the chief’s name, approved by the chief': async ({ row }) => {
    const both = await someone([supervisorInBureau, { role: 'accountant', agency: 'bureau' }]);
    const second = await someone([{ role: 'officer', agency: 'office' }]);
    const recording = await deputyOf(both, second, [{ role: 'accountant', agency: 'bureau' }]);
    const amounts = { approvedTotal: 9_000_000, ownTotal: null, opening: null, money: someMoney };
    expectStatus(await on(row, second, recording, 'money', amounts, 'PUT'), 200);
    return move(row, 'approve', both);
  },
  'an auditor’s deputy reviews what the auditor wrote': async ({ row }) => {
    const auditor = await someone([officerInBureau, { role: 'auditor', agency: 'bureau' }]);
    const second = await someone([{ role: 'officer', agency: 'office' }]);
    const reviewing = await deputyOf(auditor, second, [{ role: 'auditor', agency: 'bureau' }]);
    await move(row, 'withdraw', 'officer');
    const indicator = { label: '步道', comparator: '>=', unit: '公里', target: 3, text: '3公里' };
    expectStatus(await on(row, auditor, null, 'indicators', indicator), 200);
    await move(row, 'submit', 'officer');
    return on(row, second, reviewing, 'review-indicator', { indicator: 'i1', verdict: 'met', reason: '查核無誤' });
  },
  'by a deputyship of somebody else': async ({ row, id }) => move(row, 'approve', 'officer2', id),
  'by the principal, as a deputy of themself': async ({ row, chief, id }) => move(row, 'approve', chief, id),
  'by a deputyship that there is not': async ({ row, aide }) => move(row, 'approve', aide, 'deputy:99999'),
  'by another record’s id': async ({ row, aide }) => move(row, 'approve', aide, encodeURIComponent(row)),
  'by an id with a NUL': async ({ row, aide, id }) => move(row, 'approve', aide, `${id}\u0000`),
  'once it was ended': async ({ row, chief, aide, id }) => {
    expectStatus(await revoke(chief, id), 200);
    return move(row, 'approve', aide, id);
  },
  'once the principal lost the role': async ({ row, chief, aide, id }) => {
    await house.ask('admin', 'POST', `/api/accounts/${house.idOf(chief)}/revocations`, supervisorInBureau);
    return move(row, 'approve', aide, id);
  },
  'once the principal was deactivated': async ({ row, chief, aide, id }) => {
    await house.ask('admin', 'POST', `/api/accounts/${house.idOf(chief)}/deactivation`);
    return move(row, 'approve', aide, id);
  },
  'once the deputy was deactivated': async ({ row, aide, id }) => {
    await house.ask('admin', 'POST', `/api/accounts/${house.idOf(aide)}/deactivation`);
    return move(row, 'approve', aide, id);
  },
  'with a token that was given another role': async ({ row, aide, id }) => {
    const made = await house.ask(aide, 'POST', '/api/tokens', { name: 'script', roles: ['officer'] });
    house.use(`${aide}-script`, made.json().token);
    return move(row, 'approve', `${aide}-script`, id);
  },
  'with a token for reading only': async ({ row, aide, id }) => {
    const made = await house.ask(aide, 'POST', '/api/tokens', { name: 'script', readOnly: true });
    house.use(`${aide}-reader`, made.json().token);
    return move(row, 'approve', `${aide}-reader`, id);
  },
  'without saying in whose name': async ({ row, aide }) => move(row, 'approve', aide),
  'the deputy hands the role on': async ({ aide, id }) =>
    appoint(aide, { deputy: 'officer2', grants: [supervisorInBureau] }, as(id)),
  'the deputy hands the role on as if it were their own': async ({ aide }) =>
    appoint(aide, { deputy: 'officer2', grants: [supervisorInBureau] }),
  'the deputy ends another’s deputyship in the chief’s name': async ({ chief, aide, id }) => {
    const second = await someone([{ role: 'officer', agency: 'office' }]);
    const other = await deputyOf(chief, second, [officerInBureau]);
    return house.ask(aide, 'POST', `/api/deputies/${other}/revoke`, {}, { 'if-match': '1', ...as(id) });
  },
  'the deputy prolongs their own': async ({ aide, id }) =>
    appoint(aide, { deputy: aide, grants: [supervisorInBureau], until: '2026-06-30' }, as(id)),
  'an administrator’s deputy administers': async () => {
    const boss = await someone([supervisorInBureau, { role: 'administrator', agency: 'bureau' }]);
    const second = await someone([officerInBureau]);
    const id = await deputyOf(boss, second, [supervisorInBureau]);
    const grant = { role: 'supervisor', agency: 'bureau' };
    return house.ask(second, 'POST', `/api/accounts/${house.idOf(second)}/grants`, grant, as(id));
  },
  'a deputy sets the principal’s password': async ({ aide, id }) =>
    house.ask(aide, 'POST', '/api/me/password', { current: 'x', password: 'quite another set of words' }, as(id)),
  'a deputy takes an answer of the principal’s by their key': async ({ row, chief, aide, id }) => {
    const key = { 'idempotency-key': 'the-same-key' };
    await house.ask(chief, 'POST', `/api/rows/${row}/return`, { comments: [] }, { 'if-match': '0', ...key });
    return house.ask(
      aide,
      'POST',
      `/api/rows/${row}/save-texts`,
      { goals: '' },
      { 'if-match': '1', ...key, ...as(id) },
    );
  },
  'another ministry’s row, in the chief’s name': async ({ aide, id }) =>
    house.ask(aide, 'GET', '/api/years/他部-114', undefined, as(id)),
};

/** What is said, where it is not that one may not. */
const refusals: Readonly<Record<string, string>> = {
  'by a deputyship of somebody else': 'not-deputy',
  'by the principal, as a deputy of themself': 'not-deputy',
  'by a deputyship that there is not': 'not-deputy',
  'by another record’s id': 'not-deputy',
  'by an id with a NUL': 'control-character',
  'once it was ended': 'not-deputy',
  'once the principal lost the role': 'no-such-row',
  'once the principal was deactivated': 'not-deputy',
  'once the deputy was deactivated': 'not-signed-in',
  'with a token that was given another role': 'no-such-row',
  'with a token for reading only': 'token-reads-only',
  'the deputy hands the role on as if it were their own': 'deputy-role-not-held',
  'the deputy ends another’s deputyship in the chief’s name': 'no-such-deputy',
  'an administrator’s deputy administers': 'no-such-account',
  'a deputy sets the principal’s password': 'wrong-password',
  'another ministry’s row, in the chief’s name': 'no-such-year',
};

describe('ways round it', () => {
  test.each(Object.entries(attacks))('%s', async (name, attack) => {
    const row = await submitted();
    const chief = await someone([supervisorInBureau, officerInBureau]);
    const aide = await someone([officerInBureau]);
    const id = await deputyOf(chief, aide, [supervisorInBureau]);
    const answer = await attack({ row, chief, aide, id });
    expect(answer.problem, answer.body.slice(0, 400)).toBe(refusals[name] ?? 'not-allowed');
    expect(await stateOf(row)).toBe('submitted');
    // Nothing of it keeps the right person from approving.
    expectStatus(await move(row, 'approve', 'supervisor'), 200);
  });
});

describe('in a browser', () => {
  /** With the session's cookie and whatever else the browser holds. */
  async function browse(who: string, url: string, fields: Readonly<Record<string, string>> | null, more = '') {
    const cookie = [`guankao_session=${house.secretOf(who)}`, more].filter((part) => part !== '').join('; ');
    const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
    return house.server.inject(
      fields === null
        ? { method: 'GET', url: encodeURI(url), headers: { cookie } }
        : {
            method: 'POST',
            url: encodeURI(url),
            headers: { cookie, ...form },
            payload: new URLSearchParams(fields).toString(),
          },
    );
  }
  const chosenBy = ({ headers }: { readonly headers: Readonly<Record<string, unknown>> }) =>
    String(headers['set-cookie']).split(';')[0] ?? '';

  test('the page says in whose name, a form counts in the name in which it was shown, another session begins anew', async () => {
    const row = await submitted();
    const [chief, aide] = [await someone([supervisorInBureau]), await someone([officerInBureau])];
    const id = await deputyOf(chief, aide, [supervisorInBureau]);
    const path = `/office/rows/${row}`;
    expect((await browse(aide, path, null)).body).not.toContain('您正代理');
    const chosen = await browse(aide, '/office/acting', { as: id });
    expect([chosen.statusCode, chosen.headers.location]).toEqual([303, '/office']);
    const acting = chosenBy(chosen);
    const page = (await browse(aide, path, null, acting)).body;
    expect(page).toContain(`您正代理 ${chief}先生（至 115 年 1 月 9 日）`);
    expect(withoutTags((await browse(aide, `/en${path}`, null, acting)).body)).toContain(
      `You are acting for ${chief}先生`,
    );
    const once = /name="once" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const approve = { version: await versionOf(row), move: 'approve', comment: '', field: '', once };
    // Sent from a window that was left open, after the name was changed back in another.
    const stray = await browse(aide, `${path}/moves`, approve);
    expect([stray.statusCode, stray.body.includes('辦理的名義已改變')]).toEqual([409, true]);
    expect(await stateOf(row)).toBe('submitted');
    // The cookie alone opens nothing for another session, of the same person or of another.
    for (const who of [chief, 'officer2'])
      expect((await browse(who, '/office', null, acting)).body).not.toContain('您正代理');
    await goesOnTo('2026-01-05T01:10:00Z', aide);
    expect((await browse(aide, path, null, acting)).body).not.toContain('您正代理');
    const anew = chosenBy(await browse(aide, '/office/acting', { as: id }));
    expect((await browse(aide, `${path}/moves`, { ...approve, version: await versionOf(row) }, anew)).statusCode).toBe(
      303,
    );
    expect(await stateOf(row)).toBe('approved');
    expectStatus(await revoke(chief, id), 200);
    expect((await browse(aide, '/office', null, anew)).body).not.toContain('您正代理');
    expect((await browse(aide, '/office/acting', { as: id })).statusCode).toBe(403);
  });

  test('named and ended with plain forms; what is refused keeps what was typed; nobody names one in another’s name', async () => {
    const [chief, aide] = [await someone([supervisorInBureau, officerInBureau]), await someone([officerInBureau])];
    const wrong = {
      deputy: aide,
      grants: 'supervisor bureau',
      from: '115年1月5日',
      until: '115年1月3日',
      reason: '公差',
    };
    const refused = await browse(chief, '/office/deputies', wrong);
    expect(refused.statusCode).toBe(422);
    for (const kept of ['早於起日', '115年1月3日', '公差', `<option value="${aide}" selected`])
      expect(refused.body).toContain(kept);
    expect((await browse(chief, '/office/deputies', { ...wrong, deputy: '' })).body).toContain('「代理人」要填');
    expect((await browse(chief, '/office/deputies', { ...wrong, until: '115/1/6' })).statusCode).toBe(303);
    const shown = await browse(chief, '/office/deputies', null);
    const action = /action="(\/office\/deputies\/[^"]+\/revoke)"/.exec(shown.body)?.[1] ?? '';
    const revoking = decodeURIComponent(action);
    for (const [who, url] of [
      [chief, '/office/me'],
      ['admin', '/office/accounts'],
    ] as const)
      expect((await browse(who, url, null)).body).toContain('公差');
    const id = revoking.split('/')[3] ?? '';
    const acting = chosenBy(await browse(aide, '/office/acting', { as: id }));
    const inName = await browse(aide, '/office/deputies', null, acting);
    expect(inName.body).not.toContain('name="deputy"');
    expect(
      (await browse(aide, '/office/deputies', { ...wrong, deputy: 'officer2', until: '115/1/6' }, acting)).statusCode,
    ).toBe(403);
    expect((await browse(chief, revoking, { version: '1' })).statusCode).toBe(303);
    expect((await browse(chief, `/office/deputies/${id}/history`, null)).body).toContain('終止代理');
    expect((await browse('officer2', `/office/deputies/${id}/history`, null)).statusCode).toBe(404);
  });

  test('an administrator names one for somebody who is away, of the own ministry only', async () => {
    const [chief, aide] = [await someone([supervisorInBureau]), await someone([officerInBureau])];
    expect((await browse('admin', `/office/deputies?for=${chief}`, null)).body).toContain(`為 ${chief}先生 指定代理人`);
    expect((await browse('admin', '/office/deputies?for=xsupervisor', null)).statusCode).toBe(404);
    const form = {
      for: chief,
      deputy: aide,
      grants: 'supervisor bureau',
      from: '115/1/5',
      until: '115/1/6',
      reason: '病假',
    };
    expect((await browse('xadmin', '/office/deputies', form)).statusCode).toBe(404);
    expect((await browse('admin', '/office/deputies', form)).statusCode).toBe(303);
    const { records } = (await house.ask(aide, 'GET', '/api/deputies')).json();
    expect(records.at(-1)).toMatchObject({ reason: '病假', appointed: { by: 'admin先生' } });
  });
});
