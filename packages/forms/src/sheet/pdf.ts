import type { Sheet } from '@guankao/domain';
import { noticeOf, setPdf } from '../pdf/pdf.ts';
import { printableTree } from '../pdf/printable.ts';
import template from './sheet.typ';

/** The sheet as a tagged PDF (PDF/UA-1), A4 across. */
export function writeSheetPdf(sheet: Sheet): Uint8Array {
  const { tree, unknown } = printableTree(sheet);
  const input = {
    ...tree,
    lang: tree.language === 'en' ? 'en' : 'zh',
    region: tree.language === 'en' ? 'GB' : 'TW',
    facts: tree.facts.map(([name, value]) => `${name}${tree.language === 'en' ? ': ' : '：'}${value}`),
    columns: tree.columns.map(({ title }) => title),
    shares: tree.columns.map(({ share }) => share),
    seals: tree.seals ?? [],
    notice: noticeOf(unknown)?.[sheet.language] ?? null,
  };
  return setPdf(template, 'sheet', input, 'ua-1');
}
