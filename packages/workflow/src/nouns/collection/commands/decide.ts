import type { Context } from '../../../context.ts';
import { Refusal } from '@guankao/domain';
import { demand } from '../../../policy.ts';
import type { CellAddress, CollectionRecord, Decision } from '../collection.ts';
import type { CollectionEvent } from '../events.ts';
import { collectionPolicy } from '../policy.ts';

/** Cells are taken in or left. The rows change in the same transaction, each by a command of its own. */
export function decideCells(
  collection: CollectionRecord,
  cells: readonly CellAddress[],
  as: Decision['as'],
  { actor, tree, now }: Context,
): readonly CollectionEvent[] {
  demand(collectionPolicy, 'decide', actor, collection, tree);
  for (const cell of cells) if (!isThere(collection, cell)) throw noSuchCell(cell);
  const isDecided = ({ file, row, field }: CellAddress) =>
    collection.decisions.some((one) => one.file === file && one.row === row && one.field === field);
  const open = cells.filter((cell) => !isDecided(cell));
  if (open.length === 0) return [];
  const payload = { cells: open, as, by: actor.name, at: now.toISOString() };
  return [{ kind: 'collection-decided', subject: collection.id, payload }];
}

function isThere({ files, columns }: CollectionRecord, { file, row, field }: CellAddress): boolean {
  const cells = files.find(({ number }) => number === file)?.cells ?? [];
  return cells.some((cell) => cell.row === row && columns[cell.column]?.field === field);
}

function noSuchCell({ file, row, field }: CellAddress): Refusal {
  return new Refusal('no-such-cell', 422, {
    'zh-Hant': `第 ${file} 個檔案沒有「${row}」的「${field}」這一格可以併入。請重新整理頁面後再選。`,
    en: `file ${file} has no cell ${field} of ${row} to take in. Load the page again and choose anew.`,
  });
}
