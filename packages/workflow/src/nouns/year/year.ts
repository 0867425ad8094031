import { Type } from '@sinclair/typebox';
import { FiscalYear, Moment, nullable, oneOf, Who, type Of } from '../../schema.ts';
import { yearMachine, type YearState } from './machine.ts';

/** A form as it went out, frozen. */
const FormEditionJson = Type.Object(
  {
    number: Type.Integer({ description: '1: as first submitted' }),
    at: Moment,
    by: Who,
    sha256: Type.String({ description: 'Of the canonical JSON of its rows, hexadecimal' }),
    reason: nullable(Type.String(), { description: 'What changed against the edition before; null for the first' }),
  },
  { $id: 'FormEdition' },
);
export type FormEdition = Of<typeof FormEditionJson>;

/** A ministry's form of one year. */
export const YearRecordJson = Type.Object(
  {
    id: Type.String({ description: '範例部-114' }),
    ministry: Type.String({ description: 'Id of the agency' }),
    fiscalYear: FiscalYear,
    state: oneOf(Object.keys(yearMachine.labels) as YearState[]),
    version: Type.Integer({ description: 'Rises with every change; send it as `If-Match`' }),
    editions: Type.Array(FormEditionJson, { description: 'Oldest first; the last one is current' }),
  },
  { $id: 'YearRecord' },
);
export type YearRecord = Of<typeof YearRecordJson>;
