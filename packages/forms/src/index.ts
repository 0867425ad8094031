export { exportForm, exportFormats, exportFileName, exportNotices, type ExportFormat } from './export.ts';
export { disarmed } from './csv.ts';
export { diffForms } from './diff.ts';
export { fillInFormats, packFillIns, writeFillIn, type FillInFormat } from './fill-in/package.ts';
export { escapeXml } from './odf/package.ts';
export { clarifications } from './clarifications.ts';
export { sheetFormats, writeSheet, type SheetFormat } from './sheet/write.ts';
