/** The writers that need no typesetter and no file system: for a browser too. */
export { formTable } from './form-table.ts';
export { writeOds } from './odf/ods.ts';
export { quoted, writeCsv } from './csv.ts';
