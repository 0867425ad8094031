import {
  columnTitles,
  formName,
  inPrintedUnit,
  isTextColumn,
  printedAmount,
  rowFields,
  type Document,
  type FieldPlace,
  type Paragraph,
  type RowField,
  type Span,
  type TypedForm,
  type TypedPlaces,
  type TypedRow,
} from '@guankao/domain';
import { sha256Of } from '../fingerprint.ts';
import { formFile, formMediaType } from './form-file.ts';

/** A typed form as a document, with the hash of its file. `name` is the file's. */
export async function typedDocument(form: TypedForm, name = formFileName(form)): Promise<Document> {
  return documentOf(form, name, await sha256Of(formFile(form)));
}

/** 範例部-114.json */
function formFileName({ agency, fiscalYear }: TypedForm): string {
  return `${agency}-${fiscalYear - 1911}.json`;
}

/**
 * The form's fields in their order, one after another, each after the title of its column. What is typed stands in the
 * text character for character, so that every place in it is a place in the field; nothing in it is looked at as layout.
 */
export function documentOf(form: TypedForm, name: string, sha256: string): Document {
  const writer = new Writer();
  const heads: TypedPlaces['heads'] = {
    agency: writer.line(form.agency),
    form: writer.line(formName),
    fiscalYear: writer.line(`中華民國${form.fiscalYear - 1911}年度`),
    moneyUnit: writer.line(`單位：新臺幣${form.printedUnit === 'TWD' ? '元' : '千元'}`),
  };
  const rows = form.rows.map((row) => {
    writer.line('');
    return Object.fromEntries(
      rowFields.map((field) => [field, writer.field(columnTitles[field], printedField(row, field, form))]),
    ) as Record<RowField, FieldPlace>;
  });
  return {
    name,
    sha256,
    mediaType: formMediaType,
    pages: null,
    text: writer.text,
    blocks: writer.blocks,
    notices: [],
    typed: { form, heads, rows },
  };
}

/** What a field prints: a name with its marker, an amount in the printed unit, a text as typed, or why it is not shown. */
function printedField(row: TypedRow, field: RowField, { printedUnit }: Pick<TypedForm, 'printedUnit'>): string {
  const instead = row.withheld?.[field];
  if (instead !== undefined) return instead;
  if (field === 'name') return `${row.marker ?? ''}${row.name}`;
  if (field === 'type' || field === 'period' || isTextColumn(field)) return row[field];
  const twd = row[field];
  return printedAmount(twd === null ? null : inPrintedUnit(twd, printedUnit));
}

class Writer {
  text = '';
  readonly blocks: Paragraph[] = [];

  line(words: string): Span {
    const span = this.#write(words);
    if (words !== '') this.blocks.push({ kind: 'paragraph', span });
    this.text += '\n';
    return span;
  }

  field(title: string, words: string): FieldPlace {
    const titleAt = this.#write(title);
    this.text += '\t';
    const value = this.#write(words);
    this.blocks.push({ kind: 'paragraph', span: { start: titleAt.start, end: value.end } });
    this.text += '\n';
    return { title: titleAt, value };
  }

  #write(words: string): Span {
    const start = this.text.length;
    this.text += words;
    return { start, end: this.text.length };
  }
}
