import { Type } from '@sinclair/typebox';
import { FiscalYear, Moment, nullable, oneOf, Sha256, Who, type Of } from '../../schema.ts';
import { yearMachine, type YearState } from './machine.ts';

/** 報送公文: the letter with which a form is reported. */
export const LetterJson = Type.Object({
  date: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: '發文日期, Gregorian: 2026-02-05' }),
  number: Type.String({ minLength: 1, maxLength: 200, description: '發文字號' }),
  receiver: Type.String({ minLength: 1, maxLength: 200, description: '受文者' }),
});

/** A form as it went out, frozen. */
const FormEditionJson = Type.Object(
  {
    number: Type.Integer({ description: '1: as first submitted' }),
    at: Moment,
    by: Who,
    sha256: Sha256,
    hashOf: Type.Optional(
      oneOf(['file'], {
        description:
          'Of the published file. Absent from editions of 0.1, whose hash is of the canonical JSON of their rows',
      }),
    ),
    reason: nullable(Type.String(), { description: 'What changed against the edition before; null for the first' }),
    letter: nullable(LetterJson, { description: '報送公文; null where none was named' }),
    published: nullable(
      Type.Object({
        at: Moment,
        by: Who,
        ground: Type.String(),
        sha256: Type.Optional(
          Type.String({
            description: 'Of the file that is shown, where fields of it are withheld; else that of the edition',
          }),
        ),
      }),
      {
        description: '公開: when, by whom, on what ground; null: reported and shown to nobody outside',
      },
    ),
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
    lockedMonths: Type.Optional(
      Type.Array(Type.Integer({ minimum: 1, maximum: 12 }), {
        description: '已鎖定的填報月份, rising: a quarter goes by its last month. Absent: none',
      }),
    ),
    editions: Type.Array(FormEditionJson, { description: 'Oldest first; the last one is current' }),
  },
  { $id: 'YearRecord' },
);
export type YearRecord = Of<typeof YearRecordJson>;
