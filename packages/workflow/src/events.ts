import type { CarryOverEvent } from './nouns/carry-over/events.ts';
import type { RowCausesEvent } from './nouns/cause/noun.ts';
import type { CollectionEvent } from './nouns/collection/events.ts';
import type { CommentEvent } from './nouns/comment/events.ts';
import type { DeputyEvent } from './nouns/deputy/events.ts';
import type { MappingEvent } from './nouns/mapping/events.ts';
import type { OfficeCalendarEvent } from './nouns/office-calendar/noun.ts';
import type { PaperApprovalEvent } from './nouns/paper-approval/noun.ts';
import type { PeriodicReportEvent } from './nouns/periodic-report/events.ts';
import type { RowEvent } from './nouns/row/events.ts';
import type { WorkPlanEvent } from './nouns/work-plan/events.ts';
import type { YearEvent } from './nouns/year/events.ts';

/**
 * What happened to a record. `subject` is its id; who, in which role and when stand on the record's event around it.
 * Payloads hold what was before and after, so that the journal reads by itself.
 */
export type WorkflowEvent =
  | YearEvent
  | RowEvent
  | CollectionEvent
  | MappingEvent
  | RowCausesEvent
  | WorkPlanEvent
  | PeriodicReportEvent
  | DeputyEvent
  | CarryOverEvent
  | PaperApprovalEvent
  | OfficeCalendarEvent
  | CommentEvent;
