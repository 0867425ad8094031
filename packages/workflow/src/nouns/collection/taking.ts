import type { CellAddress, CollectionRecord, Receiver } from './collection.ts';
import type { WrittenElsewhere } from '../row/commands/take-texts.ts';
import type { RowTexts } from '../row/row.ts';
import { inRoc } from '../../days.ts';
import type { StandingCell } from './standing.ts';

/** What one row takes in at once. */
export interface RowTaking {
  readonly row: string;
  /** The version that was looked at. */
  readonly shown: number;
  readonly input: { readonly texts: Partial<RowTexts> } & WrittenElsewhere;
}

/** The commands of rows that go with taking these cells in: one for each row and writer, in order. */
export function takingsOf(collection: CollectionRecord, cells: readonly StandingCell[]): readonly RowTaking[] {
  const groups = Map.groupBy(cells, ({ cell, file }) => `${file.number}/${cell.row}`);
  return [...groups.values()].map((own): RowTaking => {
    const [{ file, cell, rowVersion }] = own as [StandingCell, ...StandingCell[]];
    const texts = Object.fromEntries(own.flatMap(({ field, cell }) => (field === null ? [] : [[field, cell.text]])));
    const { person, name } = writerOf(collection, cell.row);
    const document = `收集表 ${collection.id}，檔案「${file.name}」（SHA-256 ${file.sha256.slice(0, 12)}），${inRoc(file.came)}以${file.way}收到`;
    return { row: cell.row, shown: rowVersion, input: { texts, person, agency: name, document } };
  });
}

/** The person whom the collection names for the row's agency. */
function writerOf({ rows, receivers }: CollectionRecord, row: string): Receiver & { readonly name: string } {
  const agency = rows.find((one) => one.row === row)?.agency;
  const receiver = receivers.find((one) => one.agency === agency);
  if (receiver === undefined) throw new Error(`${row} was sent to nobody`);
  return receiver;
}

export function addressOf({ file, cell, field }: StandingCell): CellAddress {
  if (field === null) throw new Error(`${cell.place} is no answer`);
  return { file: file.number, row: cell.row, field };
}
