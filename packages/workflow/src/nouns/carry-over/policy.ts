import { terms } from '@guankao/terms';
import { holds, type Actor, type AgencyTree, type Role } from '../../actors.ts';
import { may, type Permission, type Policy } from '../../policy.ts';
import { notOwnWork } from '../row/policy.ts';
import type { CarryOver } from './carry-over.ts';
import {
  carryOverDecisions,
  carryOverMachine,
  carryOverMoves,
  type CarryOverDecision,
  type CarryOverMove,
} from './machine.ts';

export type CarryOverAction = 'read' | 'write' | 'settle' | Exclude<CarryOverMove, 'close'>;

type Subject = Pick<CarryOver, 'agency' | 'state' | 'writers'>;

function only(
  roles: readonly Role[],
  label: Permission<Subject>['label'],
  and: (actor: Actor, carryOver: Subject) => boolean = () => true,
): Permission<Subject> {
  return {
    label,
    roles,
    allows: (actor, one, tree) => roles.some((role) => holds(actor, role, one.agency, tree)) && and(actor, one),
  };
}

const labelOf = (name: CarryOverMove) =>
  carryOverMachine.moves.find((move) => move.name === name)?.label ?? { 'zh-Hant': name, en: name };

/** Asked for by the row's officer; reviewed and approved by people who wrote nothing of it; settled by 主計. */
export const carryOverPolicy: Policy<Subject, CarryOverAction> = {
  noun: { 'zh-Hant': '這份保留申請', en: 'this carry-over' },
  actions: {
    read: only(['officer', 'supervisor', 'accountant', 'compiler', 'auditor'], { 'zh-Hant': '查看', en: 'read' }),
    write: only(
      ['officer'],
      { 'zh-Hant': '填寫', en: 'write' },
      (_, { state }) => state === 'drafting' || state === 'returned',
    ),
    submit: only(['officer'], terms.submit),
    withdraw: only(['officer'], terms.withdraw),
    review: only(['supervisor'], labelOf('review'), notOwnWork),
    return: only(['supervisor'], terms.return, notOwnWork),
    approve: only(['compiler'], labelOf('approve'), notOwnWork),
    'approve-partly': only(['compiler'], labelOf('approve-partly'), notOwnWork),
    refuse: only(['compiler'], labelOf('refuse'), notOwnWork),
    revoke: only(['compiler'], labelOf('revoke')),
    settle: only(['accountant'], { 'zh-Hant': '登錄實現或註銷', en: 'record what was realised or cancelled' }),
  },
};

/** What this person may ask for, of the carry-over as it stands. */
export function movesOfCarryOver(
  one: CarryOver,
  actor: Actor,
  tree: AgencyTree,
): readonly ((typeof carryOverMoves)[number] | CarryOverDecision)[] {
  return [...carryOverMoves, ...carryOverDecisions].filter(
    (name) =>
      carryOverMachine.moves.some((move) => move.name === name && move.from.includes(one.state)) &&
      may(carryOverPolicy, name, actor, one, tree),
  );
}
