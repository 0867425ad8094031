export { exportForm, exportFormats, exportFileName, exportNotices, type ExportFormat } from './export.ts';
export { diffForms } from './diff.ts';
