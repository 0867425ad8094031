import { Type } from '@sinclair/typebox';
import { rules } from '@guankao/rules';
import { may } from '../../policy.ts';
import type { Actor, AgencyTree } from '../../actors.ts';
import type { AnyRecord } from '../../noun.ts';
import { Moment, nullable, oneOf, Who, type Of } from '../../schema.ts';
import { periodicReportPolicy } from '../periodic-report/policy.ts';
import type { PeriodicReport } from '../periodic-report/report.ts';
import { rowPolicy } from '../row/policy.ts';
import { textFieldNames, type RowRecord } from '../row/row.ts';
import { workPlanPolicy } from '../work-plan/policy.ts';
import type { WorkPlan } from '../work-plan/work-plan.ts';

/** What can be commented on. */
export const commented = ['row', 'work-plan', 'periodic-report'] as const;
export type Commented = (typeof commented)[number];

/** Of a row: what a comment can stand beside. */
export const commentedFields = [...textFieldNames, 'money', 'indicators'] as const;

const AccountJson = Type.Object({ account: Type.String({ description: 'Id' }), login: Type.String(), name: Who });

export const CommentJson = Type.Object(
  {
    id: Type.String(),
    version: Type.Integer(),
    on: Type.Object({
      noun: oneOf(commented),
      id: Type.String(),
      row: Type.String({ description: 'Id of the row that it belongs to' }),
      field: nullable(oneOf(commentedFields), { description: 'Of a row; null: on the whole of it' }),
      finding: nullable(Type.String(), { description: 'Id of the rule whose finding it is about' }),
    }),
    agency: Type.String(),
    state: oneOf(['open', 'resolved']),
    text: Type.String(),
    by: Who,
    account: Type.String({ description: 'Id of whoever wrote it' }),
    at: Moment,
    mentions: Type.Array(AccountJson, { description: 'Those whom it or an answer names by @login' }),
    assignee: nullable(AccountJson),
    replies: Type.Array(
      Type.Object({
        text: Type.String(),
        by: Who,
        account: Type.Optional(Type.String({ description: 'Id of whoever answered; of old ones it is not known' })),
        at: Moment,
      }),
    ),
    closed: nullable(Type.Object({ by: Who, at: Moment }), { description: 'Who resolved it' }),
  },
  { $id: 'Comment' },
);

/** 意見 on a field, a finding, a report or a work plan: for those who may see the record, and never public. */
export type CommentRecord = Of<typeof CommentJson>;

const prefix = 'comment:';

/** No code of an agency and no id of a row can be the same: a history is found by the id alone. */
export function commentId(number: number): string {
  return `${prefix}${number}`;
}

/** In the order in which they were written, from 1. */
export function numberOfComment({ id }: Pick<CommentRecord, 'id'>): number {
  return Number(id.slice(prefix.length));
}

/** May this person see the record that is commented on? */
export function maySee(
  noun: Commented,
  record: AnyRecord,
  person: Pick<Actor, 'id' | 'name' | 'grants'>,
  tree: AgencyTree,
): boolean {
  switch (noun) {
    case 'row':
      return may(rowPolicy, 'read', person, record as unknown as RowRecord, tree);
    case 'work-plan':
      return may(workPlanPolicy, 'read', person, record as unknown as WorkPlan, tree);
    case 'periodic-report':
      return may(periodicReportPolicy, 'read', person, record as unknown as PeriodicReport, tree);
  }
}

const ruleIds: ReadonlySet<string> = new Set(rules.map(({ meta }) => meta.id));

export function isRule(id: string): boolean {
  return ruleIds.has(id);
}
