import type { SourceFile } from '@guankao/documents';
import { readOfficeCalendar, type ReadCalendar } from '@guankao/workflow';
import { readTableLines } from './people-list.ts';

/** The official calendar of offices (CSV, XLSX, ODS). Throws a Refusal that names the line. */
export async function readCalendarFile({ file }: { readonly file: SourceFile }): Promise<ReadCalendar> {
  return readOfficeCalendar(await readTableLines({ file }));
}
