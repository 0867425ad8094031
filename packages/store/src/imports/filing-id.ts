import type { Reading } from '@guankao/reading';

/** The layout that a filing is named after without further words. Others say theirs: a budget of the same year is no edition of it. */
const plainLayout = 'execution-and-goals';

/**
 * `範例部-113` by agency and ROC year; the first twelve digits of the file's hash where it does not print both.
 * A form of another layout carries its name: `範例部-114-expenditure-budget`.
 */
export function filingId({ document, filing }: Reading): string {
  const agency = (filing.agency ?? '').replace(/[\s/\\?#%&"'<>\u0000-\u001f\u007f]+/gu, '');
  if (agency === '' || filing.fiscalYear === null) return document.sha256.slice(0, 12);
  const name = `${agency}-${filing.fiscalYear - 1911}`;
  return filing.layout === null || filing.layout === plainLayout ? name : `${name}-${filing.layout}`;
}
