import type { Noun } from './noun.ts';
import { carryOver } from './nouns/carry-over/noun.ts';
import { rowCauses } from './nouns/cause/noun.ts';
import { collection } from './nouns/collection/noun.ts';
import { comment } from './nouns/comment/noun.ts';
import { deputy } from './nouns/deputy/noun.ts';
import { mapping } from './nouns/mapping/noun.ts';
import { paperApproval } from './nouns/paper-approval/noun.ts';
import { officeCalendar } from './nouns/office-calendar/noun.ts';
import { periodicReport } from './nouns/periodic-report/noun.ts';
import { row } from './nouns/row/noun.ts';
import { workPlan } from './nouns/work-plan/noun.ts';
import { year } from './nouns/year/noun.ts';

/** All that the record holds. Adding a noun is a folder and a line here; nothing else knows the list. */
export const nouns: readonly Noun[] = [
  year,
  row,
  collection,
  mapping,
  workPlan,
  periodicReport,
  deputy,
  comment,
  carryOver,
  officeCalendar,
  paperApproval,
  rowCauses,
];
