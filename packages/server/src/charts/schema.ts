import { Type, type Static } from '@sinclair/typebox';
import { AsOfQuestion } from '../as-of/as-of.ts';

/** What may be asked of a chart, on its page, as CSV, and by programs. */
export const Asked = Type.Composite([
  AsOfQuestion,
  Type.Object({
    of: Type.Optional(
      Type.String({
        maxLength: 300,
        description: 'A Gregorian year, or the id of a filing; as usual where it is left out',
      }),
    ),
    by: Type.Optional(Type.String({ maxLength: 20, description: 'By what it is grouped: ministry, agency or type' })),
    plan: Type.Optional(Type.String({ maxLength: 300, description: 'Id of a plan row: it alone' })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000, description: 'Of the table, 1-based' })),
  }),
]);
export type Asked = Static<typeof Asked>;
