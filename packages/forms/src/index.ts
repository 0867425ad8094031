export { exportForm, exportFormats, exportFileName, type ExportFormat } from './export.ts';
export { diffForms } from './diff.ts';
