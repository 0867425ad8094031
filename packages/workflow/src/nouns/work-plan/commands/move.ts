import { cleanText } from '../../../fields.ts';
import { demandVersion, type Context } from '../../../context.ts';
import { moved } from '../../../machine.ts';
import { reasonOwed } from '../../row/commands/move.ts';
import type { RowRecord } from '../../row/row.ts';
import type { WorkPlanEvent } from '../events.ts';
import { workPlanMachine, type WorkPlanMove } from '../machine.ts';
import type { WorkPlan } from '../work-plan.ts';
import { demandSound, demandWhole } from './sound.ts';
import { demandStillTheirs } from './write.ts';

/** Moves a work plan on or back. What is submitted or approved is held anew to the row as it stands now. */
export function moveWorkPlan(
  plan: WorkPlan,
  name: WorkPlanMove,
  reason: string,
  row: RowRecord,
  shown: number,
  { actor, now }: Context,
): readonly WorkPlanEvent[] {
  const move = moved(workPlanMachine, plan.state, name);
  demandVersion(plan.version, shown);
  demandStillTheirs(plan, row);
  const why = cleanText(reason.trim(), reasonLabel, 'reason');
  if (move.reason && why === '') throw reasonOwed(move.label);
  if (name === 'submit' || name === 'approve') {
    demandSound(plan.content, row);
    demandWhole(plan.content);
  }
  const payload = {
    move: name,
    from: plan.state,
    to: move.to,
    by: actor.id,
    name: actor.name,
    at: now.toISOString(),
    why: why === '' ? null : why,
  };
  return [{ kind: 'work-plan-moved', subject: plan.id, payload }];
}

const reasonLabel = { 'zh-Hant': '理由', en: 'reason' } as const;
