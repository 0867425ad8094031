import { Type } from '@sinclair/typebox';
import { Day, FiscalYear, Moment, nullable, oneOf, Sha256, Who, type Of } from '../../schema.ts';
import { rowTextFields, type TextField } from '../row/row.ts';
import { collectionMachine, type CollectionState } from './machine.ts';

/** What agencies may be asked for: the texts of a row but its name, by which it is known. */
export type AskedField = Exclude<TextField, 'name'>;
export const askableFields = (Object.keys(rowTextFields) as readonly TextField[]).filter(
  (field): field is AskedField => field !== 'name',
);

/** To whom an agency's file goes. Nobody of them needs an account. */
export const ReceiverJson = Type.Object({
  agency: Type.String({ minLength: 1, maxLength: 100, description: 'Id of the agency' }),
  person: Type.String({ minLength: 1, maxLength: 200, description: 'Who fills it in, by name' }),
  to: Type.String({ maxLength: 300, description: 'Where it is sent: an address of mail, a number of a letter' }),
});
export type Receiver = Of<typeof ReceiverJson>;

const ColumnJson = Type.Object({
  heading: Type.String({ description: 'As it stands in the file' }),
  kind: oneOf(['code', 'shown', 'money', 'beside', 'answer'], {
    description:
      'code: by which its row is known; shown: to be read only; money: locked, in thousand TWD; beside: what was told last year; answer: to be filled in',
  }),
  field: nullable(oneOf(askableFields), { description: 'Of an answer' }),
});
export type CollectionColumn = Of<typeof ColumnJson>;

const SentRowJson = Type.Object({
  row: Type.String({ description: 'Its id' }),
  agency: Type.String({ description: 'Id of the agency' }),
  cells: Type.Array(Type.String(), { description: 'As they were sent, one for each column' }),
});
export type SentRow = Of<typeof SentRowJson>;

const unreadReasons = [
  'no-row',
  'name-twice',
  'not-as-sent',
  'another-row',
  'agency-of-another',
  'other-year',
  'other-round',
  'row-twice',
  'merged-cells',
  'column-unknown',
  'column-twice',
  'formula',
  'outside',
  'letter',
] as const;
export type UnreadReason = (typeof unreadReasons)[number];

const CameCellJson = Type.Object({
  row: Type.String({ description: 'Id of the row' }),
  column: Type.Integer({ description: '0-based, of the columns that were sent' }),
  place: Type.String({ description: 'In the file: Sheet1!C7' }),
  text: Type.String(),
  remark: nullable(Type.Object({ 'zh-Hant': Type.String(), en: Type.String() }), {
    description: 'What the reader left out of it, such as text struck out: a person looks before it is taken in',
  }),
});
export type CameCell = Of<typeof CameCellJson>;

const UnreadCellJson = Type.Object({
  place: Type.String({ description: 'In the file: Sheet1!C7' }),
  row: nullable(Type.String(), { description: 'Id of the row, where it is known' }),
  heading: nullable(Type.String(), { description: 'Of its column, where there is one' }),
  text: Type.String(),
  why: oneOf(unreadReasons),
});
export type UnreadCell = Of<typeof UnreadCellJson>;

/** What one file holds, held against what was sent. Each of its filled cells is in one of the three, or is as it was sent. */
const FileReadingJson = Type.Object({
  agency: nullable(Type.String(), { description: 'Id of the agency whose file it is; null where it does not say' }),
  problem: nullable(Type.Object({ id: Type.String(), 'zh-Hant': Type.String(), en: Type.String() }), {
    description: 'Why nothing of it could be read',
  }),
  notices: Type.Array(Type.Object({ place: Type.String(), 'zh-Hant': Type.String(), en: Type.String() })),
  same: Type.Integer({ description: 'Cells that are as they were sent' }),
  cells: Type.Array(CameCellJson, { description: 'Cells that are not' }),
  unread: Type.Array(UnreadCellJson, { description: 'Cells of which is not known where they belong' }),
  missingRows: Type.Array(Type.String(), { description: 'Ids of rows of the agency that did not come back' }),
  missingColumns: Type.Array(Type.Integer(), { description: 'Columns that are gone' }),
});
export type FileReading = Of<typeof FileReadingJson>;

const CameFileJson = Type.Composite([
  Type.Object({
    number: Type.Integer({ description: '1-based, in the order of coming in' }),
    name: Type.String(),
    sha256: Sha256,
    size: Type.Integer({ description: 'Bytes' }),
    came: Type.String({ description: 'Day on which it came: 2026-01-20' }),
    way: Type.String({ description: 'How it came: 電子郵件' }),
    at: Moment,
    by: Who,
  }),
  FileReadingJson,
]);
export type CameFile = Of<typeof CameFileJson>;

export const CellAddressJson = Type.Object({
  file: Type.Integer({ minimum: 1, description: 'Number of the file' }),
  row: Type.String({ maxLength: 300 }),
  field: oneOf(askableFields),
});
export type CellAddress = Of<typeof CellAddressJson>;

export const decisions = ['taken', 'left'] as const;

const DecisionJson = Type.Composite([
  CellAddressJson,
  Type.Object({
    as: oneOf(decisions, { description: 'taken into the row, or left: the row stays as it is' }),
    filesThen: Type.Integer({ description: 'How many files had come: those of a later number know of it' }),
    by: Who,
    at: Moment,
  }),
]);
export type Decision = Of<typeof DecisionJson>;

/** One round of collection files: what was sent to whom, what came back, what was taken in. */
export const CollectionRecordJson = Type.Object(
  {
    id: Type.String({ description: '範例部-114-收集-1' }),
    year: Type.String({ description: 'Id of the year’s form' }),
    ministry: Type.String({ description: 'Id of the agency' }),
    fiscalYear: FiscalYear,
    round: Type.Integer({ description: '1: the first of the year' }),
    state: oneOf(Object.keys(collectionMachine.labels) as CollectionState[]),
    version: Type.Integer({ description: 'Rises by one with every change' }),
    due: Day,
    note: Type.String({ description: 'What the covering text says besides' }),
    sentAt: Moment,
    sentBy: Who,
    receivers: Type.Array(
      Type.Composite([ReceiverJson, Type.Object({ name: Type.String({ description: 'Of the agency' }) })]),
    ),
    columns: Type.Array(ColumnJson),
    rows: Type.Array(SentRowJson),
    files: Type.Array(CameFileJson),
    decisions: Type.Array(DecisionJson),
  },
  { $id: 'CollectionRecord' },
);
export type CollectionRecord = Of<typeof CollectionRecordJson>;

/**
 * A text as it comes back through a file: blanks at the ends of lines, runs of them, empty lines and signs that nobody
 * sees are the program's that wrote it, and tell nothing.
 */
export function asComesBack(text: string): string {
  return text
    .split(/\r\n|[\n\r\v\f\u0085\u2029]/)
    .map((line) =>
      line
        .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\ufeff\ufffe\uffff]/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '')
    .join('\n');
}

/** Names and headings: width and blanks do not count. */
export function keyOf(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}
