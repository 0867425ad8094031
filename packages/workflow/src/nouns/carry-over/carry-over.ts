import { Type } from '@sinclair/typebox';
import { carryOverLimit, type CarryOverLimit } from '@guankao/regulations';
import { Day, FiscalYear, Moment, nullable, oneOf, Who, type Of } from '../../schema.ts';
import { available } from '../row/money.ts';
import type { RowRecord } from '../row/row.ts';
import { carryOverMachine, type CarryOverState } from './machine.ts';

const Amount = (description: string) => Type.Integer({ description: `TWD: ${description}` });
const Text = (maxLength: number, description: string) => Type.String({ maxLength, description });

const lineFields = {
  ground: Text(40, '保留事由: a code'),
  cause: nullable(Type.String({ maxLength: 40 }), { description: '原因: a code of causes; null: not given yet' }),
  contract: Text(500, '契約, or the document of the debt: name, number, day, counterpart'),
  since: Type.Integer({ description: 'Gregorian year in which the money was budgeted first' }),
  budget: Amount('of the year’s 法定預算'),
  supplementary: Amount('of the year’s 追加預算'),
  carriedIn: Amount('of what was 以前年度保留轉入; a line of its own, by `since`'),
  finish: nullable(Day, { description: '預定完成日期; null: not given yet' }),
  explanation: Text(4_000, 'Why it could not be spent, and what is to be done'),
};

/** One contract, or one ground, with its money by component. */
const CarryOverLineJson = Type.Object(
  { id: Type.String({ description: 'Within the application: k1' }), ...lineFields },
  { $id: 'CarryOverLine' },
);
export type CarryOverLine = Of<typeof CarryOverLineJson>;

export const CarryOverInput = Type.Object({
  lines: Type.Array(
    Type.Object({
      id: Type.Optional(nullable(Type.String({ maxLength: 20 }), { description: 'null: a new line' })),
      ...lineFields,
    }),
    { maxItems: 50 },
  ),
});
export type GivenCarryOver = Of<typeof CarryOverInput>;

const ApprovedJson = Type.Object({
  line: Type.String({ description: 'Id of the line' }),
  amount: Type.Integer({ description: 'TWD that may be carried over; 0: none' }),
});

/** Money of a row that is carried into the next year: asked for, decided by a document, realised or cancelled. */
export const CarryOverJson = Type.Object(
  {
    id: Type.String({ description: '範例部-114-01-保留-bureau' }),
    row: Type.String({ description: 'Id of the row' }),
    share: Type.String({ description: 'Id of the share of a plan: the same in every year' }),
    year: Type.String({ description: 'Id of the year’s form' }),
    agency: Type.String({ description: 'Id of the executing agency' }),
    fiscalYear: FiscalYear,
    position: Type.Integer({ description: 'Of the row in the form' }),
    state: oneOf(Object.keys(carryOverMachine.labels) as CarryOverState[]),
    version: Type.Integer({ description: 'Rises by one with every change; send it as `If-Match`' }),
    lines: Type.Array(CarryOverLineJson),
    linesEver: Type.Integer({ description: 'How many lines it ever had' }),
    reviewed: nullable(Type.Object({ by: Who, at: Moment }), { description: '審核; null: not, or not any more' }),
    decision: nullable(
      Type.Object({
        number: Type.String({ description: '核定文號' }),
        date: Day,
        reason: nullable(Type.String(), { description: 'Why not all of it' }),
        lines: Type.Array(ApprovedJson),
        by: Who,
        at: Moment,
      }),
      { description: 'The document by which it was decided; null: not yet' },
    ),
    settlements: Type.Array(
      Type.Object({
        line: Type.String(),
        kind: oneOf(['realised', 'cancelled'], { description: '實現 or 註銷' }),
        amount: Type.Integer({ description: 'TWD' }),
        day: Day,
        document: Type.String({ description: '傳票 or 文號' }),
        by: Who,
        at: Moment,
      }),
    ),
    remarks: Type.Array(Type.Object({ text: Type.String(), by: Who, at: Moment })),
    writers: Type.Array(Type.String({ description: 'Id of an account' })),
  },
  { $id: 'CarryOver' },
);
export type CarryOver = Of<typeof CarryOverJson>;

export function carryOverId(row: string, agency: string): string {
  return `${row}-保留-${agency}`;
}

export const lineComponents = ['budget', 'supplementary', 'carriedIn'] as const;
export type LineComponent = (typeof lineComponents)[number];

/** TWD of a line, of all its components. */
export function lineTotal(line: Pick<CarryOverLine, LineComponent>): number {
  return lineComponents.reduce((sum, name) => sum + line[name], 0);
}

/** TWD that is asked for. */
export function askedTotal({ lines }: Pick<CarryOver, 'lines'>): number {
  return lines.reduce((sum, line) => sum + lineTotal(line), 0);
}

/** TWD that was approved; null: not decided. */
export function approvedTotalOf({ decision }: Pick<CarryOver, 'decision'>): number | null {
  return decision === null ? null : decision.lines.reduce((sum, { amount }) => sum + amount, 0);
}

/** TWD of a line that was approved, and what of it is neither realised nor cancelled. */
export function standingOfLine(
  { decision, settlements }: Pick<CarryOver, 'decision' | 'settlements'>,
  line: string,
): { readonly approved: number; readonly realised: number; readonly cancelled: number; readonly open: number } {
  const approved = decision?.lines.find((one) => one.line === line)?.amount ?? 0;
  const of = (kind: 'realised' | 'cancelled') =>
    settlements.filter((one) => one.line === line && one.kind === kind).reduce((sum, { amount }) => sum + amount, 0);
  const [realised, cancelled] = [of('realised'), of('cancelled')];
  return { approved, realised, cancelled, open: approved - realised - cancelled };
}

/** What is left of a row's money in its year: 可支用 − 實現 − 應付; null where the year's money is not recorded. */
export function unspentOf({ money, fiscalYear }: Pick<RowRecord, 'money' | 'fiscalYear'>) {
  const own = money.years.find((year) => year.fiscalYear === fiscalYear)?.money;
  if (own === undefined) return null;
  return {
    available: available(own),
    realised: own.realised,
    payable: own.payable,
    unspent: available(own) - own.realised - own.payable,
    /** 保留數 as it is recorded. */
    carriedOver: own.carriedOver,
    // What was cut is no longer there of the legal budget.
    budget: own.budget + Math.min(0, own.supplementary),
    supplementary: Math.max(0, own.supplementary),
    carriedIn: own.carriedIn,
  };
}

/** A line whose money nears the end of the years in which it may stand. */
export interface CarryOverAlert {
  readonly line: CarryOverLine;
  readonly limit: CarryOverLimit;
  /** TWD that is neither realised nor cancelled. */
  readonly open: number;
  /** The last day is past. */
  readonly isPast: boolean;
}

/** Lines that are open while their fourth year ends, or has ended; `today` ISO. */
export function carryOverAlerts(one: CarryOver, today: string): readonly CarryOverAlert[] {
  if (one.state === 'refused' || one.state === 'closed') return [];
  return one.lines.flatMap((line) => {
    const limit = carryOverLimit(line.since);
    const open = one.decision === null ? lineTotal(line) : standingOfLine(one, line.id).open;
    return open > 0 && today >= limit.alertFrom ? [{ line, limit, open, isPast: today > limit.lastDay }] : [];
  });
}
