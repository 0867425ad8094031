import { Refusal } from '@guankao/domain';
import { describe, expect, test } from 'vitest';
import { AgencyTree, type Actor } from '../../actors.ts';
import { noMoney } from '../row/money.ts';
import type { RowRecord } from '../row/row.ts';
import { moveWorkPlan } from './commands/move.ts';
import { daysOf, demandSound, moneyLimit } from './commands/sound.ts';
import { openWorkPlan, saveWorkPlan } from './commands/write.ts';
import { applyToWorkPlan, type WorkPlanEvent } from './events.ts';
import type { WorkPlanMove } from './machine.ts';
import { movesOfWorkPlan } from './policy.ts';
import { plannedAt, sumOfWeights, weighted } from './progress.ts';
import { contentInForce, type GivenContent, type WorkPlan } from './work-plan.ts';

const tree = new AgencyTree([{ id: 'bureau', name: '範例署', parent: null }]);
const actor = (id: string, ...roles: Actor['grants'][number]['role'][]): Actor => ({
  id,
  name: id,
  grants: roles.map((role) => ({ role, agency: 'bureau' })),
});
const [officer, supervisor, both] = [
  actor('officer', 'officer'),
  actor('supervisor', 'supervisor'),
  actor('both', 'officer', 'supervisor'),
];
const now = new Date('2025-01-05T01:00:00Z');

const row = {
  id: '範例部-114-01',
  year: '範例部-114',
  agency: 'bureau',
  fiscalYear: 2025,
  position: 1,
  state: 'drafting',
  texts: { name: '步道整建計畫', period: '113年1月至114年9月' },
  money: { ...noMoney, ownTotal: 5_000_000 },
} as unknown as RowRecord;

const byMonth = (...values: number[]) => Array.from({ length: 12 }, (_, at) => values[at] ?? values.at(-1) ?? 0);
const content: GivenContent = {
  items: [
    { name: '設計', weight: 33.33, planned: byMonth(0, 50, 100) },
    { name: '施工', weight: 66.67, planned: byMonth(0, 0, 0, 20, 40, 60, 80, 100) },
  ],
  checkPoints: [{ name: '完成決標', due: '2025-03-31', evidence: '決標公告' }],
  spending: byMonth(0, 0, 1_000_000, 2_000_000, 4_000_000),
};

function opened(): WorkPlan {
  return fold(null, openWorkPlan(row));
}

function fold(plan: WorkPlan | null, events: readonly WorkPlanEvent[]): WorkPlan {
  const folded = events.reduce<WorkPlan | null>(applyToWorkPlan, plan);
  if (folded === null) throw new Error('nothing happened');
  return folded;
}

const save = (plan: WorkPlan, given: GivenContent, by = officer) =>
  fold(plan, saveWorkPlan(plan, given, row, plan.version, { actor: by, tree, now }));
const move = (plan: WorkPlan, name: WorkPlanMove, by = officer, reason = '') =>
  fold(plan, moveWorkPlan(plan, name, reason, row, plan.version, { actor: by, tree, now }));
const refused = (work: () => unknown): readonly [string, string | null] => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return [error.id, error.field];
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('what is written', () => {
  test('is saved with ids of its own, folded, and the same again is no event', () => {
    const plan = save(opened(), content);
    expect(plan.content.items.map(({ id, name }) => [id, name])).toEqual([
      ['w1', '設計'],
      ['w2', '施工'],
    ]);
    expect(saveWorkPlan(plan, plan.content, row, plan.version, { actor: officer, tree, now })).toEqual([]);
    const without = save(plan, { ...plan.content, items: plan.content.items.slice(1) });
    const again = save(without, {
      ...without.content,
      items: [...without.content.items, { name: '監造', weight: 33.33, planned: byMonth(0) }],
    });
    // An id that was taken away is never another's.
    expect(again.content.items.map(({ id }) => id)).toEqual(['w2', 'w3']);
  });

  test.each<readonly [string, Partial<GivenContent>, string, string]>([
    [
      'weights over 100',
      {
        items: [
          { name: '甲', weight: 60, planned: byMonth(0) },
          { name: '乙', weight: 40.01, planned: byMonth(0) },
        ],
      },
      'weights-not-100',
      'item-2-weight',
    ],
    [
      'three digits after the point',
      { items: [{ name: '甲', weight: 33.333, planned: byMonth(0) }] },
      'not-a-percent',
      'item-1-weight',
    ],
    [
      'a curve that falls',
      { items: [{ name: '甲', weight: 60, planned: byMonth(0, 30, 20) }] },
      'planned-progress-falls',
      'item-1-m3',
    ],
    [
      'a milestone after the plan’s end',
      { checkPoints: [{ name: '甲', due: '2025-10-01', evidence: '' }] },
      'check-point-outside',
      'point-1-due',
    ],
    [
      'a milestone of another year',
      { checkPoints: [{ name: '甲', due: '2024-12-31', evidence: '' }] },
      'check-point-outside',
      'point-1-due',
    ],
    [
      'a day that is none',
      { checkPoints: [{ name: '甲', due: '2025-02-30', evidence: '' }] },
      'check-point-outside',
      'point-1-due',
    ],
    ['spending that falls', { spending: byMonth(0, 5, 4) }, 'planned-spending-falls', 'spending-m3'],
    ['spending over the row’s', { spending: byMonth(0, 5_000_001) }, 'planned-spending-over', 'spending-m2'],
    [
      'an id of another plan',
      { items: [{ id: 'w9', name: '甲', weight: 1, planned: byMonth(0) }] },
      'no-such-line',
      'item-1-name',
    ],
  ])('%s is refused at its cell', (_what, given, id, field) => {
    expect(refused(() => save(opened(), { ...content, ...given }))).toEqual([id, field]);
  });

  test('a plan past its end is held to the year alone, and one whose period is not read', () => {
    const last = (period: string) => daysOf({ ...row, texts: { ...row.texts, period } });
    expect(last('113年1月至114年9月')).toEqual({ first: '2025-01-01', last: '2025-09-30' });
    expect(last('114年3月15日至116年2月')).toEqual({ first: '2025-03-15', last: '2025-12-31' });
    for (const period of ['110年1月至112年12月', '本年度', ''])
      expect(last(period)).toEqual({ first: '2025-01-01', last: '2025-12-31' });
  });

  test('the limit is the year’s money once it is recorded', () => {
    const money = {
      budget: 100,
      supplementary: 20,
      carriedIn: 3,
      realised: 0,
      payable: 0,
      carriedOver: 0,
      lapsed: 0,
      prepaid: 0,
    };
    expect(moneyLimit(row)).toEqual({ twd: 5_000_000, of: 'ownTotal' });
    expect(moneyLimit({ ...row, money: noMoney })).toBe(null);
    const years = [{ fiscalYear: 2025, money }];
    expect(moneyLimit({ ...row, money: { ...row.money, years } })).toEqual({ twd: 123, of: 'available' });
    expect(() => demandSound({ ...content, spending: byMonth(9e12) }, { ...row, money: noMoney })).not.toThrow();
  });
});

describe('its life', () => {
  test('草擬 → 陳核 → 核定 → 調整(1) → 核定; what was approved stays in force meanwhile', () => {
    const approved = move(move(save(opened(), content), 'submit'), 'approve', supervisor);
    expect([approved.state, approved.approvals.length]).toEqual(['approved', 1]);
    const adjusting = move(approved, 'adjust', officer, '設計變更');
    const changed = save(adjusting, { ...adjusting.content, spending: byMonth(0, 7) });
    expect([changed.adjustment, changed.reason, contentInForce(changed)?.spending[1]]).toEqual([1, '設計變更', 0]);
    const second = move(move(changed, 'submit'), 'approve', supervisor);
    expect(second.approvals.map(({ adjustment, reason }) => [adjustment, reason])).toEqual([
      [0, null],
      [1, '設計變更'],
    ]);
    expect(contentInForce(second)?.spending[1]).toBe(7);
  });

  test('what is not whole is not submitted: weights under 100, no item, a milestone without evidence', () => {
    const under = { ...content, items: content.items.slice(0, 1) };
    expect(refused(() => move(save(opened(), under), 'submit'))).toEqual(['weights-not-100', 'item-1-weight']);
    expect(refused(() => move(opened(), 'submit'))).toEqual(['work-items-owed', 'item-1-name']);
    const bare = { ...content, checkPoints: [{ name: '甲', due: '2025-03-31', evidence: ' ' }] };
    expect(refused(() => move(save(opened(), bare), 'submit'))).toEqual([
      'check-point-evidence-owed',
      'point-1-evidence',
    ]);
  });

  test('a return and an adjustment owe a reason; no other move is known', () => {
    const submitted = move(save(opened(), content), 'submit');
    expect(refused(() => move(submitted, 'return', supervisor))).toEqual(['reason-owed', 'reason']);
    expect(refused(() => move(submitted, 'adjust', officer, '理由'))[0]).toBe('illegal-move');
    expect(move(submitted, 'return', supervisor, '權重請說明').remarks.map(({ text }) => text)).toEqual(['權重請說明']);
  });

  test('nobody approves what they wrote or submitted', () => {
    const written = move(save(opened(), content, both), 'submit', officer);
    expect(movesOfWorkPlan(written, both, tree)).toEqual(['withdraw']);
    expect(movesOfWorkPlan(move(save(opened(), content), 'submit', both), both, tree)).toEqual(['withdraw']);
    expect(movesOfWorkPlan(written, supervisor, tree)).toEqual(['approve', 'return']);
  });

  test('a row that was handed over or retired takes nothing more', () => {
    const plan = save(opened(), content);
    const saving = (changed: Partial<RowRecord>) => () =>
      saveWorkPlan(plan, { ...content, spending: byMonth(0) }, { ...row, ...changed }, plan.version, {
        actor: officer,
        tree,
        now,
      });
    expect(refused(saving({ agency: 'office' }))[0]).toBe('row-handed-over');
    expect(refused(saving({ state: 'retired' }))[0]).toBe('plan-retired');
  });
});

describe('progress', () => {
  test('is summed exactly: 33.33 % and 66.67 % are 100 %', () => {
    expect(sumOfWeights(content.items)).toBe(10_000);
    expect(content.items.map((_, at) => at).map((month) => plannedAt(content.items, month))).toEqual([0, 1_667]);
    expect(plannedAt(content.items, 11)).toBe(10_000);
    expect(weighted(Array.from({ length: 3 }, () => ({ weight: 0.01, percent: 50 })))).toBe(2);
  });
});
