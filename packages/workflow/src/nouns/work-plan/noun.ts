import { Type } from '@sinclair/typebox';
import { heading, terms } from '@guankao/terms';
import { defineCommand, defineNoun, type Call } from '../../noun.ts';
import { moveNamed } from '../../machine.ts';
import type { RowRecord } from '../row/row.ts';
import { moveWorkPlan } from './commands/move.ts';
import { openWorkPlan, saveWorkPlan } from './commands/write.ts';
import { applyToWorkPlan, type WorkPlanEvent } from './events.ts';
import { workPlanMachine, workPlanMoves } from './machine.ts';
import { workPlanPolicy } from './policy.ts';
import { WorkContentInput, WorkPlanJson, type WorkPlan } from './work-plan.ts';

const OpenInput = Type.Object({ row: Type.String({ minLength: 1, maxLength: 300, description: 'Id of the row' }) });
const MoveInput = Type.Object({
  reason: Type.Optional(Type.String({ maxLength: 2_000, description: 'Owed by a return and by an adjustment' })),
});

/** Every command is decided from the row as it stands: its agency, its period, its money. */
const ownRow = [{ noun: 'row', id: (plan: WorkPlan) => plan.row }] as const;
const rowOf = ({ beside }: Pick<Call, 'beside'>) => beside[0] as unknown as RowRecord;

const moves = workPlanMoves.map((name) => {
  const move = moveNamed(workPlanMachine, name);
  return defineCommand<WorkPlan, typeof MoveInput>({
    name,
    label: move.label,
    may: name,
    as: () => move.who,
    input: MoveInput,
    beside: ownRow,
    reason: ({ reason = '' }) => (reason.trim() === '' ? null : reason.trim()),
    decide: (plan, { reason = '' }, call) => moveWorkPlan(plan, name, reason, rowOf(call), call.shown ?? 0, call),
  });
});

export const workPlan = defineNoun<WorkPlan, WorkPlanEvent>({
  name: 'work-plan',
  plural: 'work-plans',
  label: heading(terms.workPlan),
  record: WorkPlanJson,
  // Items and check points are lists; what a row says of its work is a field of the row.
  fields: {},
  values: () => ({}),
  machine: workPlanMachine,
  policy: workPlanPolicy,
  kinds: ['work-plan-opened', 'work-plan-saved', 'work-plan-moved'],
  apply: applyToWorkPlan,
  placeOf: ({ year, agency, position, state }) => ({ parent: year, agency, position, state }),
  commands: [
    defineCommand<null, typeof OpenInput>({
      name: 'open',
      label: { 'zh-Hant': '開始草擬', en: 'begin' },
      may: 'write',
      as: () => 'officer',
      input: OpenInput,
      beside: [{ noun: 'row', id: (_none, { row }) => row }],
      creates: (_input, beside) => ({ agency: rowOf({ beside }).agency, state: 'drafting', writers: [] }),
      decide: (_none, _input, call) => openWorkPlan(rowOf(call)),
    }),
    defineCommand<WorkPlan, typeof WorkContentInput>({
      name: 'save',
      label: { 'zh-Hant': '儲存', en: 'save' },
      may: 'write',
      as: () => 'officer',
      input: WorkContentInput,
      beside: ownRow,
      decide: (plan, content, call) => saveWorkPlan(plan, content, rowOf(call), call.shown ?? 0, call),
    }),
    ...moves,
  ],
});
