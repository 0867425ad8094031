export { exportForm, exportFormats, exportFileName, type ExportFormat } from './export.ts';
export { formTable, type FormTable, type FormRow } from './form-table.ts';
export { diffForms, type CellDifference } from './diff.ts';
