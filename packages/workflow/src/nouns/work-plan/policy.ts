import { terms } from '@guankao/terms';
import { holds, type Actor, type AgencyTree, type Role } from '../../actors.ts';
import { may, type Permission, type Policy } from '../../policy.ts';
import { notOwnWork } from '../row/policy.ts';
import { workPlanMachine, workPlanMoves, type WorkPlanMove } from './machine.ts';
import type { WorkPlan } from './work-plan.ts';

export type WorkPlanAction = 'read' | 'write' | WorkPlanMove;

type Subject = Pick<WorkPlan, 'agency' | 'state' | 'writers'>;

function only(
  roles: readonly Role[],
  label: Permission<Subject>['label'],
  and: (actor: Actor, plan: Subject) => boolean = () => true,
): Permission<Subject> {
  return {
    label,
    roles,
    allows: (actor, plan, tree) => roles.some((role) => holds(actor, role, plan.agency, tree)) && and(actor, plan),
  };
}

/** As of a row: written by its officer, approved by a supervisor who wrote nothing of it. */
export const workPlanPolicy: Policy<Subject, WorkPlanAction> = {
  noun: { 'zh-Hant': '這份年度作業計畫', en: 'this annual work plan' },
  actions: {
    read: only(['officer', 'supervisor', 'accountant', 'compiler', 'auditor'], { 'zh-Hant': '查看', en: 'read' }),
    write: only(
      ['officer'],
      { 'zh-Hant': '填寫', en: 'write' },
      (_, { state }) => state === 'drafting' || state === 'returned',
    ),
    submit: only(['officer'], terms.submit),
    withdraw: only(['officer'], terms.withdraw),
    approve: only(['supervisor'], terms.finalApproval, notOwnWork),
    return: only(['supervisor'], terms.return, notOwnWork),
    adjust: only(['officer'], terms.adjustment),
    lock: only(['compiler'], terms.lockYear),
  },
};

/** The moves that this person may ask for, of the plan as it stands. */
export function movesOfWorkPlan(plan: WorkPlan, actor: Actor, tree: AgencyTree): readonly WorkPlanMove[] {
  return workPlanMoves.filter(
    (name) =>
      workPlanMachine.moves.some((move) => move.name === name && move.from.includes(plan.state)) &&
      may(workPlanPolicy, name, actor, plan, tree),
  );
}
