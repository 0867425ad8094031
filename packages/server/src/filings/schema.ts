import { Type } from '@sinclair/typebox';
import { AsOfJson } from '../as-of/as-of.ts';

export const FilingId = Type.Object({ id: Type.String({ minLength: 1, maxLength: 300 }) });

const EditionJson = Type.Object({
  number: Type.Integer({ description: '1-based; the highest is current' }),
  sha256: Type.String(),
  fileName: Type.String(),
  mediaType: Type.String(),
  importedAt: Type.String({ description: 'RFC 3339' }),
  importedBy: Type.String({ description: 'Agency and role: 範例部 compiler. Persons are not named' }),
  event: Type.String({ description: 'The event that took it in' }),
  reason: Type.Union([Type.String(), Type.Null()]),
  settled: Type.Union(
    [
      Type.Object({ at: Type.String(), role: Type.String(), reason: Type.Union([Type.String(), Type.Null()]) }),
      Type.Null(),
    ],
    { description: 'What a person settled of its reading: when, in which role, why' },
  ),
});

const FilingJson = Type.Object({
  id: Type.String(),
  form: Type.Union([Type.String(), Type.Null()]),
  agency: Type.Union([Type.String(), Type.Null()]),
  fiscalYear: Type.Union([Type.Integer({ description: 'Gregorian' }), Type.Null()]),
  moneyUnit: Type.Union([Type.String(), Type.Null()]),
  editions: Type.Array(EditionJson),
  plans: Type.Integer(),
  findings: Type.Object({ error: Type.Integer(), warning: Type.Integer(), question: Type.Integer() }),
});

export const FilingListJson = Type.Object({ asOf: Type.Optional(AsOfJson), filings: Type.Array(FilingJson) });
export const FilingEditionJson = Type.Object({
  asOf: Type.Optional(AsOfJson),
  filing: FilingJson,
  edition: EditionJson,
  reading: Type.Any({ description: 'guankao/reading@1, as `guankao read FILE --json` prints it' }),
});
