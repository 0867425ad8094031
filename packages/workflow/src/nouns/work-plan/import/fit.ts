import { Refusal } from '@guankao/domain';
import type { Context } from '../../../context.ts';
import type { RowRecord } from '../../row/row.ts';
import { demandSound } from '../commands/sound.ts';
import { openWorkPlan, saveWorkPlan } from '../commands/write.ts';
import { applyToWorkPlan } from '../events.ts';
import { workPlanMachine } from '../machine.ts';
import type { GivenContent, WorkContent, WorkPlan } from '../work-plan.ts';
import type { SheetPlan } from './read-sheet.ts';

/** What a sheet would make of a row's work plan. */
export interface FittedPlan {
  readonly content: GivenContent;
  /** As it would stand. */
  readonly after: WorkContent;
  readonly counts: Readonly<Record<'added' | 'changed' | 'removed', number>>;
}

/**
 * A sheet's plan held against the one that stands: items and milestones of the same name are the same ones; what the
 * sheet does not speak of (level, milestones, spending) stays. Throws the Refusal that saving it would.
 */
export function fitted(sheet: SheetPlan, plan: WorkPlan | null, row: RowRecord, context: Context): FittedPlan {
  if (plan !== null) demandOpen(plan);
  const before = plan ?? openWorkPlan(row).reduce<WorkPlan | null>(applyToWorkPlan, null);
  if (before === null) throw new Error('a work plan was not opened');
  const { content: held } = before;
  const content: GivenContent = {
    level: sheet.level ?? held.level,
    items: sheet.items.length === 0 ? held.items : withIds(sheet.items, held.items),
    checkPoints: sheet.checkPoints.length === 0 ? held.checkPoints : withIds(sheet.checkPoints, held.checkPoints),
    spending: sheet.spending ?? held.spending,
  };
  demandSound(content, row);
  const after = saveWorkPlan(before, content, row, before.version, context).reduce<WorkPlan>(applyToWorkPlan, before);
  return { content, after: after.content, counts: differences(held, after.content) };
}

function withIds<Line extends { readonly name: string }>(
  lines: readonly Line[],
  held: readonly { readonly id: string; readonly name: string }[],
): readonly (Line & { readonly id: string | null })[] {
  const left = [...held];
  return lines.map((line) => {
    const at = left.findIndex(({ name }) => name === line.name);
    const [same] = at < 0 ? [] : left.splice(at, 1);
    return { ...line, id: same?.id ?? null };
  });
}

function differences(before: WorkContent, after: WorkContent): FittedPlan['counts'] {
  const [old, now] = [before, after].map(
    ({ items, checkPoints }) => new Map([...items, ...checkPoints].map((one) => [one.id, JSON.stringify(one)])),
  ) as [Map<string, string>, Map<string, string>];
  const spending = JSON.stringify(before.spending) === JSON.stringify(after.spending) ? 0 : 1;
  const level = before.level === after.level ? 0 : 1;
  return {
    added: [...now.keys()].filter((id) => !old.has(id)).length,
    removed: [...old.keys()].filter((id) => !now.has(id)).length,
    changed: [...now].filter(([id, text]) => old.has(id) && old.get(id) !== text).length + spending + level,
  };
}

function demandOpen({ state }: WorkPlan): void {
  if (state === 'drafting' || state === 'returned') return;
  const label = workPlanMachine.labels[state];
  throw new Refusal('work-plan-not-open', 409, {
    'zh-Hant': `這份年度作業計畫現在是「${label['zh-Hant']}」，匯入的內容不會蓋過去。已核定的請先到該計畫按「調整」並寫理由，再匯入。`,
    en: `this work plan is "${label.en}" and is not written over. Where it was approved, adjust it first, with the reason, and import again.`,
  });
}
