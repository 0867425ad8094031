import { Type } from '@sinclair/typebox';
import { nullable, oneOf, Who, type Of } from '../schema.ts';

/** What people are told, the most urgent first: in this order it is listed. */
export const noticeKinds = [
  'report-escalated',
  'report-late',
  'row-returned',
  'work-plan-returned',
  'report-returned',
  'comment-assigned',
  'report-due',
  'check-point-due',
  'row-to-approve',
  'work-plan-to-approve',
  'report-to-review',
  'comment-mentioned',
  'comment-answered',
  'collection-late',
  'row-to-write',
  'row-approved',
  'work-plan-approved',
  'report-reviewed',
  'comment-resolved',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** One thing that one person should know of now. It holds no text of the form, nor of a comment. */
export const NoticeJson = Type.Object(
  {
    key: Type.String({
      description: 'The same for the same thing and the same step of reminding: what a mail told once it tells no more',
    }),
    kind: oneOf(noticeKinds),
    year: Type.String({ description: 'Id of the year’s form' }),
    row: nullable(Type.String(), { description: 'Id of the row; null where it is of no single one' }),
    record: Type.String({ description: 'Id of what it is about' }),
    name: nullable(Type.String(), { description: 'Of the plan; null where it is not to be shown, or there is none' }),
    agency: Type.String({ description: 'Id of the agency whose turn it is' }),
    month: nullable(Type.Integer(), { description: 'Last month of the period of a report' }),
    due: nullable(Type.String(), { description: 'ISO date; null: none is set' }),
    days: Type.Integer({ description: 'Late by so many; below 0: left; 0 on the day, and where none is set' }),
    count: Type.Integer({ description: 'How many it is about: files that did not come back; else 1' }),
    for: nullable(Type.Object({ deputyship: Type.String({ description: 'Id' }), name: Who }), {
      description: 'Whose it is, where it comes to their deputy; null: your own',
    }),
  },
  { $id: 'Notice' },
);
export type Notice = Of<typeof NoticeJson>;
