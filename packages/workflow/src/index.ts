export * from './actors.ts';
export * from './events.ts';
export * from './nouns/row/events.ts';
export * from './nouns/year/events.ts';
export * from './machine.ts';
export * from './nouns/row/machine.ts';
export * from './nouns/year/machine.ts';
export * from './policy.ts';
export * from './nouns/row/policy.ts';
export * from './nouns/year/policy.ts';
export * from './nouns/account/policy.ts';
export * from './nouns/filing/policy.ts';
export { roleTable } from './role-table.ts';
export * from './nouns/row/money.ts';
export * from './nouns/row/plan-version.ts';
export * from './nouns/row/row.ts';
export * from './nouns/row/target-changes.ts';
export * from './nouns/row/disclosure.ts';
export * from './nouns/row/personal-data.ts';
export * from './nouns/year/year.ts';
export * from './context.ts';
export { dayInTaipei, weekdayOf } from './days.ts';
export * from './workdays.ts';
export * from './nouns/year/commands/open.ts';
export { lastDayOfMonth } from './nouns/year/commands/lock-month.ts';
export * from './nouns/row/commands/save-texts.ts';
export * from './nouns/row/commands/move.ts';
export * from './nouns/row/commands/record-money.ts';
export * from './nouns/row/commands/record-plan-version.ts';
export * from './nouns/year/commands/report.ts';
export * from './nouns/year/money-import/mapping.ts';
export * from './nouns/year/money-import/money-table.ts';
export * from './nouns/year/money-import/reconcile.ts';
export * from './nouns/year/money-import/recordable.ts';
export * from './nouns/row/commands/indicators.ts';
export { textsFromIndicators } from './nouns/row/commands/draw-texts.ts';
export * from './nouns/collection/collection.ts';
export * from './nouns/collection/machine.ts';
export * from './nouns/collection/policy.ts';
export * from './nouns/collection/events.ts';
export * from './nouns/collection/noun.ts';
export * from './nouns/collection/sheet.ts';
export * from './nouns/collection/standing.ts';
export * from './nouns/collection/taking.ts';
export * from './nouns/collection/commands/send.ts';
export * from './nouns/collection/commands/receive.ts';
export * from './nouns/collection/coming-back/hold-against.ts';
export * from './nouns/collection/coming-back/mail.ts';
export * from './nouns/comment/comment.ts';
export * from './nouns/comment/events.ts';
export * from './nouns/comment/machine.ts';
export * from './nouns/deputy/deputy.ts';
export * from './nouns/deputy/policy.ts';
export * from './nouns/deputy/events.ts';
export * from './nouns/mapping/mapping.ts';
export * from './nouns/mapping/share.ts';
export * from './nouns/mapping/proposals.ts';
export * from './nouns/mapping/policy.ts';
export * from './nouns/mapping/events.ts';
export { AddPartsInput, noSuchMapping } from './nouns/mapping/noun.ts';
export * from './nouns/mapping/apportion.ts';
export * from './nouns/mapping/drawing.ts';
export * from './nouns/mapping/commands/accounts.ts';
export * from './nouns/mapping/commands/parts.ts';
export { demandDrawable } from './nouns/mapping/commands/draw.ts';
export * from './nouns/year/money-import/account-table.ts';
export * from './nouns/periodic-report/report.ts';
export * from './nouns/periodic-report/machine.ts';
export * from './nouns/periodic-report/policy.ts';
export * from './nouns/periodic-report/events.ts';
export * from './nouns/periodic-report/progress.ts';
export * from './nouns/periodic-report/schedule.ts';
export * from './nouns/periodic-report/overdue.ts';
export { newlyReported, nothingReported } from './nouns/periodic-report/commands/write.ts';
export * from './nouns/cause/cause.ts';
export { rowCausesPolicy } from './nouns/cause/noun.ts';
export * from './nouns/paper-approval/paper-approval.ts';
export { paperApprovalPolicy } from './nouns/paper-approval/noun.ts';
export * from './nouns/office-calendar/calendar.ts';
export * from './nouns/office-calendar/read.ts';
export * from './nouns/office-calendar/deadlines.ts';
export { officeCalendarPolicy, type CalendarFile } from './nouns/office-calendar/noun.ts';
export * from './nouns/carry-over/carry-over.ts';
export * from './nouns/carry-over/machine.ts';
export * from './nouns/carry-over/policy.ts';
export * from './nouns/carry-over/events.ts';
export {
  carryOverGrounds,
  carryOverLimit,
  deadlineMoving,
  lagCauses,
  attributables,
  causesOrigin,
  proposedCauses,
  type ProposedCause,
  controlLevels,
  type ControlLevel,
} from '@guankao/regulations';
export * from './nouns/work-plan/work-plan.ts';
export * from './nouns/work-plan/import/read-sheet.ts';
export * from './nouns/work-plan/import/fit.ts';
export * from './nouns/work-plan/machine.ts';
export * from './nouns/work-plan/policy.ts';
export * from './nouns/work-plan/events.ts';
export * from './nouns/work-plan/progress.ts';
export { daysOf, moneyLimit, type MoneyLimit } from './nouns/work-plan/commands/sound.ts';
export { noticeRule, type NoticeRule } from '@guankao/regulations';
export * from './notices/notice.ts';
export * from './notices/notices.ts';
export * from './schema.ts';
export * from './fields.ts';
export * from './noun.ts';
export { nouns } from './nouns.ts';
export type { ReportedForm } from './nouns/year/noun.ts';
