import { Type } from '@sinclair/typebox';
import type { TypedRow } from '@guankao/domain';
import { Day, FiscalYear, Moment, nullable, oneOf, Sha256, Who, type Of } from '../../schema.ts';

/** A row as it was approved: its version, and a fingerprint of each of its cells. */
const CoveredRowJson = Type.Object({
  row: Type.String({ description: 'Its id' }),
  version: Type.Integer(),
  cells: Type.Record(Type.String(), Type.String({ description: 'First 16 digits of the SHA-256 of the cell' })),
});
export type CoveredRow = Of<typeof CoveredRowJson>;

/** 核章: a form that was printed as it stood, sealed on paper, and entered by its letter and a scan. */
export const PaperApprovalJson = Type.Object(
  {
    id: Type.String({ description: '範例部-114-核章-3f2a9c1b0d4e' }),
    year: Type.String({ description: 'Id of the year’s form' }),
    ministry: Type.String({ description: 'Id of the agency' }),
    fiscalYear: FiscalYear,
    state: oneOf(['in-force', 'withdrawn']),
    version: Type.Integer({ description: 'Rises by one with every change; send it as `If-Match`' }),
    edition: Type.Integer({ description: 'Of the form: the one that it is reported as, or was' }),
    hash: Type.String({ description: 'SHA-256 of the form as it stood: what the 送核單 prints' }),
    date: Day,
    number: Type.String({ description: '發文字號' }),
    scan: Type.Object(
      { sha256: Sha256, name: Type.String() },
      { description: 'Of the sealed 送核單; its bytes are at /api/evidence/{sha256}' },
    ),
    rows: Type.Array(CoveredRowJson),
    by: Who,
    at: Moment,
    withdrawn: nullable(Type.Object({ reason: Type.String(), by: Who, at: Moment }), {
      description: 'It was entered wrong; null: it holds',
    }),
  },
  { $id: 'PaperApproval' },
);
export type PaperApproval = Of<typeof PaperApprovalJson>;

export function paperApprovalId(year: string, hash: string): string {
  return `${year}-核章-${hash.slice(0, 12)}`;
}

/** The columns of a typed row that a seal covers. */
export const coveredCells = [
  'name',
  'type',
  'period',
  'approvedTotal',
  'budgetedToDate',
  'executedToDate',
  'plannedWork',
  'execution',
  'goals',
  'explanation',
] as const satisfies readonly (keyof TypedRow)[];
export type CoveredCell = (typeof coveredCells)[number];

/** What became of a row since it was approved on paper; null: it was not among those. */
export function changedSince(
  { rows }: Pick<PaperApproval, 'rows'>,
  { row, cells }: Pick<CoveredRow, 'row' | 'cells'>,
): readonly CoveredCell[] | null {
  const before = rows.find((one) => one.row === row);
  return before === undefined ? null : coveredCells.filter((cell) => before.cells[cell] !== cells[cell]);
}

/** The newest that holds. */
export function paperApprovalInForce(approvals: readonly PaperApproval[]): PaperApproval | null {
  return approvals.filter(({ state }) => state === 'in-force').toSorted((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null;
}
