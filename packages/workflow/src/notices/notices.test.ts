import { describe, expect, test } from 'vitest';
import { AgencyTree, type Actor, type Grant } from '../actors.ts';
import type { CommentRecord } from '../nouns/comment/comment.ts';
import type { RowRecord } from '../nouns/row/row.ts';
import { noWork, type WorkPlan } from '../nouns/work-plan/work-plan.ts';
import { noticesOf, type AtHand } from './notices.ts';

const tree = new AgencyTree([
  { id: 'ministry', name: '範例部', parent: null },
  { id: 'bureau', name: '範例署', parent: 'ministry' },
  { id: 'section', name: '範例組', parent: 'bureau' },
]);
const year = { id: 'y', ministry: 'ministry', fiscalYear: 2025, state: 'open', version: 1, editions: [] } as const;
const row = {
  id: 'r',
  year: 'y',
  agency: 'section',
  state: 'filed',
  writers: [],
  disclosure: {},
  texts: { name: '步道整建計畫' },
} as unknown as RowRecord;
const content = {
  ...noWork,
  level: 'ministry',
  checkPoints: [{ id: 'c1', name: '決標', due: '2025-05-30', evidence: '' }],
};
const plan = {
  id: 'r-作業計畫-section',
  row: 'r',
  year: 'y',
  agency: 'section',
  state: 'locked',
  writers: [],
  approvals: [{ adjustment: 0, reason: null, content, by: '', at: '2025-01-05T00:00:00Z' }],
} as unknown as WorkPlan;

const person = (grant: Grant): Actor => ({ id: grant.role, name: grant.role, grants: [grant] });
const officer = person({ role: 'officer', agency: 'section' });
const compiler = person({ role: 'compiler', agency: 'ministry' });

function at(day: string, actor: Actor, more: { readonly others?: readonly Grant[]; readonly locked?: number[] } = {}) {
  const { others = [], locked = [2, 3, 4] } = more;
  const of: AtHand = {
    years: [
      {
        year: { ...year, lockedMonths: locked },
        rows: [row],
        workPlans: [plan],
        reports: [],
        collections: [],
        comments: [],
      },
    ],
    moves: new Map(),
    grants: [...officer.grants, ...compiler.grants, ...actor.grants, ...others],
  };
  return noticesOf(of, { actor, tree, now: new Date(`${day}T04:00:00Z`) }).map(({ kind, days, key }) => ({
    kind,
    days,
    key,
  }));
}

describe('a report of January, due on 20 February', () => {
  test.each([
    ['2025-01-31', []],
    ['2025-02-12', []],
    ['2025-02-13', ['report-due -7 due 7']],
    ['2025-02-18', ['report-due -2 due 7']],
    ['2025-02-19', ['report-due -1 due 1']],
    ['2025-02-20', ['report-due 0 due 1']],
    ['2025-02-21', ['report-late 1 late 1']],
    ['2025-02-23', ['report-late 3 late 1']],
    ['2025-02-24', ['report-late 4 late 4']],
    ['2025-03-30', ['report-late 38 late 30']],
  ])('%s', (day, said) => {
    const told = at(day, officer).map(({ kind, days, key }) => `${kind} ${days} ${key.split(' ').slice(2).join(' ')}`);
    expect(told).toEqual(said);
  });

  test('a month that is locked owes nothing', () => {
    expect(at('2025-03-01', officer, { locked: [1] }).filter(({ kind }) => kind === 'report-late')).toEqual([]);
  });
});

describe('it goes up', () => {
  const inBureau = person({ role: 'supervisor', agency: 'bureau' });
  const inSection: Grant = { role: 'supervisor', agency: 'section' };
  const kinds = (...asked: Parameters<typeof at>) => at(...asked).map(({ kind }) => kind);

  test('after three days to the supervisor, after seven to the compiler', () => {
    expect(kinds('2025-02-22', inBureau)).toEqual([]);
    expect(kinds('2025-02-23', inBureau)).toEqual(['report-escalated']);
    expect(kinds('2025-02-26', compiler)).toEqual([]);
    expect(kinds('2025-02-27', compiler)).toEqual(['report-escalated']);
  });

  test('to the nearest only: one in the section itself comes before the bureau’s', () => {
    expect(kinds('2025-02-27', inBureau, { others: [inSection] })).toEqual([]);
    expect(kinds('2025-02-27', person(inSection), { others: inBureau.grants })).toEqual(['report-escalated']);
  });

  test('to nobody of another ministry, and to no auditor', () => {
    for (const grant of [
      { role: 'supervisor', agency: 'elsewhere' },
      { role: 'auditor', agency: 'ministry' },
      { role: 'administrator', agency: 'ministry' },
    ] as const)
      expect(kinds('2025-02-27', person(grant))).toEqual([]);
  });
});

test('a milestone comes up a week and a day before; when its day is past, reports tell of it', () => {
  const points = (day: string) =>
    at(day, officer, { locked: [1, 2, 3, 4, 5] }).map(({ kind, key }) => `${kind} ${key.split(' ').at(-1)}`);
  expect(points('2025-05-22')).toEqual([]);
  expect(points('2025-05-23')).toEqual(['check-point-due 7']);
  expect(points('2025-05-30')).toEqual(['check-point-due 1']);
  expect(points('2025-05-31')).toEqual([]);
});

describe('comments', () => {
  const nobody: Actor = { id: 'nobody', name: 'nobody', grants: [] };
  const account = ({ id, name }: Actor) => ({ account: id, login: id, name });
  const written = (more: Partial<CommentRecord> = {}): CommentRecord => ({
    id: 'comment:1',
    version: 1,
    on: { noun: 'row', id: 'r', row: 'r', field: null, finding: null },
    agency: 'section',
    state: 'open',
    text: '請補佐證',
    by: compiler.name,
    account: compiler.id,
    at: '2025-02-10T01:00:00Z',
    mentions: [],
    assignee: null,
    replies: [],
    closed: null,
    ...more,
  });
  const told = (comment: CommentRecord, actor: Actor, day = '2025-02-11') => {
    const years = [
      {
        year: { ...year, lockedMonths: [1] },
        rows: [row],
        workPlans: [],
        reports: [],
        collections: [],
        comments: [comment],
      },
    ];
    const now = new Date(`${day}T04:00:00Z`);
    return noticesOf({ years, moves: new Map(), grants: [] }, { actor, tree, now }).map(({ kind, key }) => [kind, key]);
  };
  const reply = (actor: Actor) => ({ text: '已附', by: actor.name, account: actor.id, at: '2025-02-10T02:00:00Z' });

  test('to whom it is assigned, whom it names, and who had a word in it; to nobody else', () => {
    const assigned = written({ assignee: account(officer), mentions: [account(officer)] });
    expect(told(assigned, officer)).toEqual([['comment-assigned', 'comment-assigned comment:1 officer']]);
    expect(told(assigned, compiler)).toEqual([]);
    const named = written({ mentions: [account(officer), account(compiler)] });
    expect(told(named, officer)).toEqual([['comment-mentioned', 'comment-mentioned comment:1 officer']]);
    expect(told(named, compiler), 'one’s own mention of oneself').toEqual([]);
    const answered = written({ mentions: [account(officer)], replies: [reply(officer)] });
    expect(told(answered, compiler)).toEqual([['comment-answered', 'comment-answered comment:1 1']]);
    expect(told(answered, officer), 'whoever said the last word').toEqual([]);
    const again = { ...answered, replies: [reply(officer), reply(compiler)] };
    expect(told(again, officer)).toEqual([['comment-answered', 'comment-answered comment:1 2']]);
  });

  test('one that another resolved, for some days, to who wrote it', () => {
    const closed = { by: officer.name, at: '2025-02-10T03:00:00Z' };
    const resolved = written({ state: 'resolved', assignee: account(officer), closed });
    expect(told(resolved, compiler)).toEqual([['comment-resolved', `comment-resolved comment:1 ${closed.at}`]]);
    expect(told(resolved, officer)).toEqual([]);
    expect(told(resolved, compiler, '2025-06-01')).toEqual([]);
    expect(told(written({ state: 'resolved', closed: { ...closed, by: compiler.name } }), compiler)).toEqual([]);
  });

  test('of what one may not see nothing is told, named in it or not', () => {
    const named = written({ mentions: [account(nobody)], assignee: account(nobody) });
    expect(told(named, nobody)).toEqual([]);
    expect(told({ ...named, on: { ...named.on, noun: 'work-plan', id: 'gone' } }, officer)).toEqual([]);
  });
});

describe('a deputy is told what comes to their principal', () => {
  const deputy: Actor = { id: 'd', name: '乙', grants: [{ role: 'auditor', agency: 'ministry' }] };
  const acting: Actor = {
    id: 'd',
    name: '乙（代理甲）',
    grants: officer.grants,
    actingFor: { deputyship: 'deputy:1', account: officer.id, name: '甲', deputy: '乙' },
  };
  const of: AtHand = {
    years: [
      {
        year: { ...year, lockedMonths: [2, 3, 4] },
        rows: [row],
        workPlans: [plan],
        reports: [],
        collections: [],
        comments: [],
      },
    ],
    moves: new Map(),
    grants: officer.grants,
  };
  const at20 = { tree, now: new Date('2025-02-21T04:00:00Z') };
  const brief = (actor: Actor, principals: readonly Actor[]) =>
    noticesOf(of, { actor, ...at20 }, principals).map(({ kind, key, for: whose }) => [kind, key, whose?.name ?? null]);
  const key = 'report-late r-填報-section-01 late 1';

  test('beside their own, each said whose it is', () => {
    expect(brief(deputy, [])).toEqual([]);
    expect(brief(deputy, [acting])).toEqual([['report-late', `deputy:1 ${key}`, '甲']]);
  });

  test('what comes to both comes once, as one’s own; of two principals, once', () => {
    const colleague: Actor = { ...deputy, grants: officer.grants };
    expect(brief(colleague, [acting])).toEqual([['report-late', key, null]]);
    const other = { ...acting, actingFor: { deputyship: 'deputy:2', account: 'o', name: '丙', deputy: '乙' } };
    expect(brief(deputy, [acting, other]).map(([, , whose]) => whose)).toEqual(['甲']);
  });
});
