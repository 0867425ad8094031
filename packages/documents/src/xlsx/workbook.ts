import { mostSheets } from '../build/bounds.ts';
import { damaged, tooManySheets } from '../build/refusals.ts';
import { child, childrenNamed, readXmlTree } from '../xml/tree.ts';
import type { Zip } from '../zip/zip.ts';
import { relationshipsOf } from './relationships.ts';

export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly part: string }[];
  /** Days are counted from 1904 (old Macintosh files), not from 1900. */
  readonly since1904: boolean;
  readonly sharedStrings: string | null;
  readonly styles: string | null;
}

/** Sheets in the order of their tabs. Chart sheets hold no cells and are left out. */
export function readWorkbook(zip: Zip, file: string): Workbook {
  const part = workbookPart(zip, file);
  const root = readXmlTree(zip, { file, format: 'XLSX', part });
  const relations = relationshipsOf(zip, file, 'XLSX', part);
  const partOf = (kind: string): string | null =>
    [...relations.values()].find((relation) => relation.kind === kind && zip.has(relation.part))?.part ?? null;
  const sheets = childrenNamed(child(root, 'x:sheets'), 'x:sheet');
  if (sheets.length > mostSheets) throw tooManySheets(file, part);
  const date1904 = child(root, 'x:workbookPr')?.attributes['date1904'];
  return {
    sheets: sheets.flatMap(({ attributes }) => {
      const relation = relations.get(attributes['r:id'] ?? '');
      if (relation?.kind !== 'worksheet') return [];
      return [
        {
          name: attributes['name'] ?? '',
          hidden: (attributes['state'] ?? 'visible') !== 'visible',
          part: relation.part,
        },
      ];
    }),
    since1904: date1904 === '1' || date1904 === 'true',
    sharedStrings: partOf('sharedStrings'),
    styles: partOf('styles'),
  };
}

function workbookPart(zip: Zip, file: string): string {
  const stated = [...relationshipsOf(zip, file, 'XLSX', '').values()].find(
    (relation) => relation.kind === 'officeDocument',
  )?.part;
  for (const part of [stated, 'xl/workbook.xml']) if (part !== undefined && zip.has(part)) return part;
  throw damaged(file, 'XLSX', 'it has no workbook');
}
