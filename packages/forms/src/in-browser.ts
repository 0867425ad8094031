/** The writers that need no typesetter and no file system: for a browser too. */
export { formTable } from './form-table.ts';
export { writeOds } from './odf/ods.ts';
export { quoted, writeCsv } from './csv.ts';
export { clarifications } from './clarifications.ts';
export { writeSheetOdt } from './sheet/odt.ts';
export { diffForms, type CellDifference } from './diff.ts';
