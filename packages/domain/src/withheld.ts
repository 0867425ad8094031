import { rowFields, type Withheld } from './row-field.ts';
import type { TypedForm, TypedRow } from './typed-form.ts';

/** The form as the public sees it: of a field that is withheld nothing is left but what is printed in its place. */
export function withoutWithheld(form: TypedForm, withheld: Readonly<Record<string, Withheld>>): TypedForm {
  return { ...form, rows: form.rows.map((row) => rowWithout(row, withheld[row.id] ?? {})) };
}

function rowWithout(row: TypedRow, withheld: Withheld): TypedRow {
  const fields = rowFields.filter((field) => withheld[field] !== undefined);
  if (fields.length === 0) return row;
  const empty = Object.fromEntries(fields.map((field) => [field, typeof row[field] === 'string' ? '' : null]));
  const said = Object.fromEntries(fields.map((field) => [field, withheld[field]]));
  return { ...row, ...empty, withheld: said };
}
