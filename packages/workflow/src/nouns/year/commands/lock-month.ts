import { Refusal } from '@guankao/domain';
import { Type } from '@sinclair/typebox';
import { demandVersion, type Context } from '../../../context.ts';
import { dayInTaipei } from '../../../days.ts';
import { defineCommand } from '../../../noun.ts';
import type { YearEvent } from '../events.ts';
import type { YearRecord } from '../year.ts';

const LockInput = Type.Object({
  month: Type.Integer({
    minimum: 1,
    maximum: 12,
    description: 'The last month of the period: 6 is June, and April to June',
  }),
});
const UnlockInput = Type.Composite([
  LockInput,
  Type.Object({ reason: Type.String({ minLength: 1, maxLength: 2_000 }) }),
]);

/** What was reported of a month is frozen, or opened again with a reason. */
export const monthCommands = [
  defineCommand<YearRecord, typeof LockInput>({
    name: 'lock-month',
    label: { 'zh-Hant': '鎖定填報月份', en: 'lock a month of reports' },
    may: 'lock-month',
    as: () => 'compiler',
    input: LockInput,
    decide: (year, { month }, call) => lockMonth(year, month, call.shown ?? 0, call),
  }),
  defineCommand<YearRecord, typeof UnlockInput>({
    name: 'unlock-month',
    label: { 'zh-Hant': '重開填報月份', en: 'open a month of reports again' },
    may: 'lock-month',
    as: () => 'compiler',
    input: UnlockInput,
    reason: ({ reason }) => reason,
    decide: (year, { month }, call) => unlockMonth(year, month, call.shown ?? 0, call),
  }),
];

function lockMonth(year: YearRecord, month: number, shown: number, context: Context): readonly YearEvent[] {
  const before = year.lockedMonths ?? [];
  if (before.includes(month)) return [];
  demandVersion(year.version, shown);
  if (dayInTaipei(context.now) <= lastDayOfMonth(year.fiscalYear, month)) throw notOver(month);
  return changed(
    year,
    [...before, month].toSorted((a, b) => a - b),
    context,
  );
}

function unlockMonth(year: YearRecord, month: number, shown: number, context: Context): readonly YearEvent[] {
  const before = year.lockedMonths ?? [];
  if (!before.includes(month)) return [];
  demandVersion(year.version, shown);
  return changed(
    year,
    before.filter((one) => one !== month),
    context,
  );
}

function changed(year: YearRecord, after: readonly number[], { actor }: Context): readonly YearEvent[] {
  const payload = { before: year.lockedMonths ?? [], after, by: actor.id };
  return [{ kind: 'year-months-locked', subject: year.id, payload }];
}

/** ISO: 2025-06-30. */
export function lastDayOfMonth(fiscalYear: number, month: number): string {
  return new Date(Date.UTC(fiscalYear, month, 0)).toISOString().slice(0, 10);
}

function notOver(month: number): Refusal {
  return new Refusal('month-not-over', 409, {
    'zh-Hant': `${month} 月還沒結束，不能鎖定。請等該月結束、各機關填報後再鎖定。`,
    en: `month ${month} is not over and cannot be locked. Lock it when it is and the agencies have reported.`,
  }).about('month');
}
