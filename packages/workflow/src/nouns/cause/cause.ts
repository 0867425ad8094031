import { Type } from '@sinclair/typebox';
import { attributables } from '@guankao/regulations';
import { FiscalYear, Moment, nullable, oneOf, Who, type Of } from '../../schema.ts';

/** Of what it is the cause: 落後, 未達成, 保留. */
export const causeKinds = ['lag', 'unmet', 'carry-over'] as const;

/** Texts in which causes are told. */
export const causeFields = ['execution', 'explanation'] as const;

const ConfirmedJson = Type.Object({
  id: Type.String({ description: 'Within the row: r1' }),
  kind: oneOf(causeKinds, { description: '落後, 未達成 or 保留' }),
  code: Type.String(),
  attributable: oneOf(attributables, { description: 'To whom it is put down' }),
  place: nullable(
    Type.Object({
      field: oneOf(causeFields),
      start: Type.Integer({ description: 'In UTF-16 code units of the text as it stood' }),
      end: Type.Integer({ description: 'Exclusive' }),
      quote: Type.String(),
    }),
    { description: 'Where the text says so; null: it does not, and the reason does' },
  ),
  reason: Type.String({
    description: 'Owed where the text does not say it, or it is put down to another than is usual',
  }),
  by: Who,
  at: Moment,
});

/** Why a row is behind, misses a target or carries money over, as people confirmed it. */
export const RowCausesJson = Type.Object(
  {
    id: Type.String({ description: '範例部-114-01-原因' }),
    row: Type.String({ description: 'Id of the row' }),
    year: Type.String({ description: 'Id of the year’s form' }),
    agency: Type.String({ description: 'Id of the executing agency' }),
    fiscalYear: FiscalYear,
    position: Type.Integer({ description: 'Of the row in the form' }),
    state: Type.Literal('open'),
    version: Type.Integer({ description: 'Rises by one with every change; send it as `If-Match`' }),
    causes: Type.Array(ConfirmedJson),
    ever: Type.Integer({ description: 'How many were ever confirmed' }),
  },
  { $id: 'RowCauses' },
);
export type RowCauses = Of<typeof RowCausesJson>;
export type ConfirmedCause = RowCauses['causes'][number];

export function rowCausesId(row: string): string {
  return `${row}-原因`;
}
