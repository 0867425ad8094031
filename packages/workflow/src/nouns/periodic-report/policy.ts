import { terms } from '@guankao/terms';
import { holds, type Actor, type AgencyTree, type Role } from '../../actors.ts';
import { may, type Permission, type Policy } from '../../policy.ts';
import { notOwnWork } from '../row/policy.ts';
import { reportMachine, reportMoves, type ReportMove } from './machine.ts';
import type { PeriodicReport } from './report.ts';

export type ReportAction = 'read' | 'write' | ReportMove;

type Subject = Pick<PeriodicReport, 'agency' | 'state' | 'writers'>;

function only(
  roles: readonly Role[],
  label: Permission<Subject>['label'],
  and: (actor: Actor, report: Subject) => boolean = () => true,
): Permission<Subject> {
  return {
    label,
    roles,
    allows: (actor, report, tree) =>
      roles.some((role) => holds(actor, role, report.agency, tree)) && and(actor, report),
  };
}

/** Written by the row's officer, reviewed by a supervisor who wrote nothing of it. */
export const periodicReportPolicy: Policy<Subject, ReportAction> = {
  noun: { 'zh-Hant': '這份填報', en: 'this report' },
  actions: {
    read: only(['officer', 'supervisor', 'accountant', 'compiler', 'auditor'], { 'zh-Hant': '查看', en: 'read' }),
    write: only(
      ['officer'],
      { 'zh-Hant': '填報', en: 'write' },
      (_, { state }) => state === 'filling' || state === 'returned',
    ),
    submit: only(['officer'], terms.submit),
    withdraw: only(['officer'], terms.withdraw),
    review: only(['supervisor'], terms.approve, notOwnWork),
    return: only(['supervisor'], terms.return, notOwnWork),
    reopen: only(['officer'], { 'zh-Hant': '更正填報', en: 'correct the report' }),
  },
};

/** The moves that this person may ask for, of the report as it stands. */
export function movesOfReport(report: PeriodicReport, actor: Actor, tree: AgencyTree): readonly ReportMove[] {
  return reportMoves.filter(
    (name) =>
      reportMachine.moves.some((move) => move.name === name && move.from.includes(report.state)) &&
      may(periodicReportPolicy, name, actor, report, tree),
  );
}
