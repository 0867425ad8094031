import { Refusal, type Message } from '@guankao/domain';
import { refuseText } from '../row/commands/save-texts.ts';
import type { RowRecord } from '../row/row.ts';
import { asComesBack, type AskedField, type CameCell, type CameFile, type CollectionRecord } from './collection.ts';

/**
 * How a cell that came back differently stands against its row now.
 * - same: the row says the same already
 * - changed: the row says what was sent, and the file says something else
 * - conflict: the row was changed meanwhile, or two files say different things
 * - taken, left: decided
 * - not-asked: it stands in a column that is not to be filled in
 */
export const standings = ['same', 'changed', 'conflict', 'taken', 'left', 'not-asked'] as const;
export type Standing = (typeof standings)[number];

export interface StandingCell {
  readonly file: CameFile;
  readonly cell: CameCell;
  readonly field: AskedField | null;
  /** What was sent. */
  readonly sent: string;
  /** What the row says now; what was sent, where it is of no field. */
  readonly now: string;
  readonly standing: Standing;
  /** Why the row cannot take it as it stands: it was submitted, or the text can be no row's. */
  readonly refused: Message | null;
  /** The version of the row that this was found out of. */
  readonly rowVersion: number;
}

/** Every cell that came back differently, file by file, as it stands against these rows. */
export function standingOf(collection: CollectionRecord, rows: readonly RowRecord[]): readonly StandingCell[] {
  const rowsById = new Map(rows.map((row) => [row.id, row]));
  const sentById = new Map(collection.rows.map((row) => [row.row, row]));
  const told = tellings(collection);
  return collection.files.flatMap((file) =>
    file.cells.map((cell): StandingCell => {
      const field = collection.columns[cell.column]?.field ?? null;
      const sent = sentById.get(cell.row)?.cells[cell.column] ?? '';
      const row = rowsById.get(cell.row);
      const now = field === null || row === undefined ? sent : row.texts[field];
      const standing =
        field === null ? 'not-asked' : standingOfCell(told.get(`${cell.row}/${field}`) ?? [], file, sent, now);
      const refused = field === null || row === undefined ? null : whyNot(row, field, cell.text);
      return { file, cell, field, sent, now, standing, refused, rowVersion: row?.version ?? 0 };
    }),
  );
}

/** What a file tells of a field of a row, and what was decided about it. */
interface Telling {
  readonly file: CameFile;
  readonly text: string;
  readonly decided: CollectionRecord['decisions'][number] | null;
}

function tellings({ files, columns, decisions }: CollectionRecord): ReadonlyMap<string, readonly Telling[]> {
  const decided = new Map(decisions.map((one) => [`${one.file}/${one.row}/${one.field}`, one]));
  const all = files.flatMap((file) =>
    file.cells.flatMap(({ row, column, text }) => {
      const field = columns[column]?.field ?? null;
      return field === null
        ? []
        : [{ of: `${row}/${field}`, file, text, decided: decided.get(`${file.number}/${row}/${field}`) ?? null }];
    }),
  );
  return Map.groupBy(all, ({ of }) => of);
}

function standingOfCell(told: readonly Telling[], file: CameFile, sent: string, now: string): Standing {
  const own = told.find((one) => one.file.number === file.number);
  if (own === undefined) return 'same';
  if (own.decided !== null) return own.decided.as;
  const says = asComesBack(own.text);
  if (says === asComesBack(now)) return 'same';
  // What another file said and somebody decided before this one came is known to those who sent this one.
  const before = told.filter(({ decided }) => decided !== null && decided.filesThen < file.number);
  if (before.some(({ text, decided }) => decided?.as === 'left' && asComesBack(text) === says)) return 'left';
  const others = told.filter((one) => one !== own && !before.includes(one));
  if (others.some(({ text }) => asComesBack(text) !== says)) return 'conflict';
  const known = [sent, ...before.filter(({ decided }) => decided?.as === 'taken').map(({ text }) => text)];
  return known.some((text) => asComesBack(text) === asComesBack(now)) ? 'changed' : 'conflict';
}

/** Null where the row takes the text as it stands. */
function whyNot(row: RowRecord, field: AskedField, text: string): Message | null {
  if (row.state !== 'drafting' && row.state !== 'returned')
    return {
      'zh-Hant': '這一列已陳核或已核可，不能改；請先撤回或退回後再併入。',
      en: 'the row was submitted or approved and is not changed; have it withdrawn or returned first.',
    };
  try {
    refuseText(row, field, text);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.inBothLanguages;
  }
}

/** Those that a person still has to decide. */
export function isOpen({ standing }: StandingCell): boolean {
  return standing === 'changed' || standing === 'conflict';
}

/** Those that can be taken in together: nobody else changed the row, one file says so, and nothing was left out of it. */
export function isPlain({ standing, refused, cell }: StandingCell): boolean {
  return standing === 'changed' && refused === null && cell.remark === null && cell.text !== '';
}
