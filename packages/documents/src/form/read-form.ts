import { Type, type Static } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { Refusal, rowFields, type Document, type TypedForm } from '@guankao/domain';
import { decodeText } from '../decode.ts';
import { sha256Of } from '../fingerprint.ts';
import type { SourceFile } from '../reader.ts';
import { binaryFile } from '../refusals.ts';
import { formSchemaName } from './form-file.ts';
import { documentOf } from './typed-document.ts';

const closed = { additionalProperties: false };
const Amount = Type.Union(
  [Type.Integer({ minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }), Type.Null()],
  { description: 'Whole New Taiwan dollars; null where the form prints nothing' },
);
const id = (description: string) =>
  Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\u0000-\\u001f\\u007f]+$', description });
const Said = Type.String({ minLength: 1, maxLength: 200 });
const Words = Type.String({ description: 'Exactly as typed; one item a line' });

/** The form file, as docs/form-file.md prints it. */
export const FormFile = Type.Object(
  {
    schema: Type.Literal(formSchemaName),
    agency: Type.String({ description: 'Name of the ministry' }),
    fiscalYear: Type.Integer({ minimum: 1912, maximum: 2200, description: 'Gregorian: ROC 114 is 2025' }),
    printedUnit: Type.Union([Type.Literal('TWD'), Type.Literal('thousand TWD')], {
      description: 'The unit in which the form prints its amounts, rounded half up',
    }),
    edition: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()], {
      description: '1: as first reported, rising with each correction; null: it has not gone out',
    }),
    rows: Type.Array(
      Type.Object(
        {
          id: id('The row’s own id, unique in the form'),
          marker: Type.Union([Type.String(), Type.Null()], { description: 'Printed before the name: (1)' }),
          parent: Type.Union([id('Id of the row that it is a part of'), Type.Null()]),
          name: Words,
          type: Words,
          period: Words,
          approvedTotal: Amount,
          budgetedToDate: Amount,
          executedToDate: Amount,
          withheld: Type.Optional(
            Type.Object(Object.fromEntries(rowFields.map((field) => [field, Type.Optional(Said)])), {
              ...closed,
              description: 'Fields that are not shown: empty above, with what is printed in their place',
            }),
          ),
          yearMoneyMissing: Type.Optional(
            Type.Literal(true, {
              description: 'Nothing is recorded of the form’s own year: both sums to date are those of earlier years',
            }),
          ),
          plannedWork: Words,
          execution: Words,
          goals: Words,
          explanation: Words,
        },
        closed,
      ),
      { description: 'In the order of the form' },
    ),
  },
  closed,
);

/** Reads a form file. Throws a Refusal that names the place where it is none. */
export async function readForm({ name, bytes }: SourceFile): Promise<Document> {
  const decoded = decodeText(bytes);
  if (decoded === null) throw binaryFile(name);
  return documentOf(formIn(decoded.text, name), name, await sha256Of(bytes));
}

function formIn(text: string, name: string): TypedForm {
  const { schema: _, ...form } = checked(parsed(text, name), name);
  const ids = new Set<string>();
  for (const [at, { id }] of form.rows.entries()) {
    if (ids.has(id)) throw notAForm(name, `rows/${at}/id`);
    ids.add(id);
  }
  // Rows are looked up under their form's name and a dash: 01 and 範例部-114-01 would be one plan.
  for (const [at, { id }] of form.rows.entries()) {
    if (endingsOf(id).some((ending) => ids.has(ending))) throw notAForm(name, `rows/${at}/id`);
  }
  for (const [at, { id, parent }] of form.rows.entries()) {
    if (parent !== null && (parent === id || !ids.has(parent))) throw notAForm(name, `rows/${at}/parent`);
  }
  return form;
}

function endingsOf(id: string): readonly string[] {
  return Array.from(id.matchAll(/-/g), ({ index }) => id.slice(index + 1));
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notAForm(name, 'JSON');
  }
}

function checked(value: unknown, name: string): Static<typeof FormFile> {
  if (Value.Check(FormFile, value)) return value;
  throw notAForm(name, Value.Errors(FormFile, value).First()?.path.slice(1) || 'JSON');
}

function notAForm(name: string, where: string): Refusal {
  return new Refusal('not-a-form-file', 422, {
    'zh-Hant': `「${name}」自稱情形表資料檔（${formSchemaName}），但「${where}」不合格式，無法讀取。請用本系統匯出的檔案，不要手改；若由別的程式產生，請照 docs/form-file.md 修正。`,
    en: `“${name}” says that it is a form file (${formSchemaName}), but “${where}” is not as its schema asks. Use the file as this program wrote it; if another program made it, mend it after docs/form-file.md.`,
  });
}
