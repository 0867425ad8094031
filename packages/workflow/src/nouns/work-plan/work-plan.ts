import { Type } from '@sinclair/typebox';
import { controlLevels } from '@guankao/regulations';
import { Day, FiscalYear, Moment, nullable, oneOf, Who, type Of } from '../../schema.ts';
import { workPlanMachine, type WorkPlanState } from './machine.ts';

/** Of a year: January is the first, and stands at 0 in lists by month. */
export const monthsOfYear = 12;

/** Percent as people write it: up to two digits after the point. Sums are made in hundredths and are exact. */
const Percent = (description: string) => Type.Number({ minimum: 0, maximum: 100, description });

const ItemId = Type.String({ pattern: '^w\\d{1,5}$', description: 'Within the work plan: w1' });
const CheckPointId = Type.String({ pattern: '^c\\d{1,5}$', description: 'Within the work plan: c1' });

const itemFields = {
  name: Type.String({ minLength: 1, maxLength: 500, description: '工作項目' }),
  weight: Percent('權重, percent: of all items together 100'),
  planned: Type.Array(Percent('預定進度, percent of the item done by the end of the month'), {
    minItems: monthsOfYear,
    maxItems: monthsOfYear,
    description: 'January to December, cumulative: never falling',
  }),
};
const checkPointFields = {
  name: Type.String({ minLength: 1, maxLength: 500, description: '查核點: what is to be reached' }),
  due: Day,
  evidence: Type.String({ maxLength: 500, description: '佐證: what shows that it was reached; owed at submission' }),
};
const spendingByMonth = Type.Array(Type.Integer({ minimum: 0, description: 'TWD' }), {
  minItems: monthsOfYear,
  maxItems: monthsOfYear,
  description: '預定支用 of this row in this year, TWD, January to December, cumulative: never falling',
});

const WorkItemJson = Type.Object({ id: ItemId, ...itemFields }, { $id: 'WorkItem' });
export type WorkItem = Of<typeof WorkItemJson>;
const CheckPointJson = Type.Object({ id: CheckPointId, ...checkPointFields }, { $id: 'CheckPoint' });

const Level = oneOf(controlLevels, { description: '管制級別: 行政院管制, 部會管制, 自行管制' });

const WorkContentJson = Type.Object(
  { level: Level, items: Type.Array(WorkItemJson), checkPoints: Type.Array(CheckPointJson), spending: spendingByMonth },
  { $id: 'WorkContent', description: 'What is to be done in the year, when, and for how much' },
);
export type WorkContent = Of<typeof WorkContentJson>;

/** What is saved: an item or a check point with an id is the one that was there; without, a new one. */
export const WorkContentInput = Type.Object({
  level: Type.Optional(Level),
  items: Type.Array(Type.Object({ id: Type.Optional(nullable(ItemId)), ...itemFields }), { maxItems: 100 }),
  checkPoints: Type.Array(Type.Object({ id: Type.Optional(nullable(CheckPointId)), ...checkPointFields }), {
    maxItems: 200,
  }),
  spending: spendingByMonth,
});
export type GivenContent = Of<typeof WorkContentInput>;

const ApprovalJson = Type.Object({
  adjustment: Type.Integer({ description: '0: as first approved; 1: 調整(1)' }),
  reason: nullable(Type.String(), { description: 'Why it was adjusted; null for the first' }),
  content: WorkContentJson,
  by: Who,
  at: Moment,
});

/** 年度作業計畫 of one row of a year. */
export const WorkPlanJson = Type.Object(
  {
    id: Type.String({ description: '範例部-114-01-作業計畫-bureau' }),
    row: Type.String({ description: 'Id of the row' }),
    year: Type.String({ description: 'Id of the year’s form' }),
    agency: Type.String({ description: 'Id of the executing agency' }),
    fiscalYear: FiscalYear,
    position: Type.Integer({ description: 'Of the row in the form' }),
    state: oneOf(Object.keys(workPlanMachine.labels) as WorkPlanState[]),
    version: Type.Integer({ description: 'Rises by one with every change; send it as `If-Match`' }),
    content: WorkContentJson,
    adjustment: Type.Integer({ description: 'How many times it was opened again after an approval' }),
    reason: nullable(Type.String(), { description: 'Of the adjustment that is under way or was approved last' }),
    approvals: Type.Array(ApprovalJson, { description: 'Oldest first: the last one is in force' }),
    remarks: Type.Array(Type.Object({ text: Type.String(), by: Who, at: Moment }), {
      description: 'Of those who returned it, oldest first',
    }),
    writers: Type.Array(Type.String({ description: 'Id of an account' }), {
      description: 'Whoever wrote in it or submitted it: none of them may approve it',
    }),
    itemsEver: Type.Integer({ description: 'An id is never given twice' }),
    checkPointsEver: Type.Integer({ description: 'An id is never given twice' }),
  },
  { $id: 'WorkPlan' },
);
export type WorkPlan = Of<typeof WorkPlanJson>;

/** One for each row and agency: a row that was handed over begins a plan of its own. */
export function workPlanId(row: string, agency: string): string {
  return `${row}-作業計畫-${agency}`;
}

/** What was approved last: what reports are held against while an adjustment is being written. */
export function contentInForce({ approvals }: Pick<WorkPlan, 'approvals'>): WorkContent | null {
  return approvals.at(-1)?.content ?? null;
}

export const noWork: WorkContent = {
  level: 'agency',
  items: [],
  checkPoints: [],
  spending: Array.from({ length: monthsOfYear }, () => 0),
};
