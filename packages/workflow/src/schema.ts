import { Type, type SchemaOptions, type Static, type TSchema, type TUnsafe } from '@sinclair/typebox';

/**
 * The shapes of records, as schemas: the type of a record, what a request may hold, what an answer holds and what
 * /openapi.json shows all come from the one schema. One with `$id` stands in /openapi.json once, and answers point to it.
 */

/** What a schema describes, as nobody changes it. */
export type Of<Schema extends TSchema> = DeepReadonly<Static<Schema>>;

export type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

/** One of `values`. */
export function oneOf<const T extends string>(values: readonly T[], options?: SchemaOptions): TUnsafe<T> {
  return Type.Unsafe<T>({ type: 'string', enum: values, ...options });
}

/** As `type: [X, 'null']`: a union would be tried at each answer, and a value that is not of it would fail the whole. The `$id` stays with the schema without null. */
export function nullable<T extends TSchema>(
  { $id: _id, ...schema }: T,
  options?: SchemaOptions,
): TUnsafe<Static<T> | null> {
  const values: readonly string[] | undefined = schema['enum'];
  return Type.Unsafe<Static<T> | null>({
    ...schema,
    type: [schema['type'], 'null'],
    ...(values === undefined ? {} : { enum: [...values, null] }),
    ...options,
  });
}

export const Moment = Type.String({ description: 'ISO 8601, UTC: 2026-01-10T02:00:00.000Z' });
export const FiscalYear = Type.Integer({ description: 'Gregorian: ROC 114 is 2025' });
export const Twd = Type.Integer({ description: 'New Taiwan dollars' });
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Gregorian: 2026-01-20' });
export const Sha256 = Type.String({ description: 'Hexadecimal' });
export const Who = Type.String({ description: 'Name of the person' });
