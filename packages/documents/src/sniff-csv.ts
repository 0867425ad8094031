/**
 * CSV, or text? Text turned from PDF has tabs between its cells and commas inside them (1,234);
 * CSV has a delimiter that cuts most records into the same number of fields, or fields in quotes that hold line breaks.
 */
export function looksLikeCsv(text: string, name: string): boolean {
  const sample = text.slice(0, 20_000);
  if (/\.csv$/i.test(name)) return true;
  if (hasQuotedTabs(sample)) return true;
  if (sample.includes('\t')) return false;
  return [',', ';'].some((delimiter) => isRegular(sample, delimiter));
}

/** A spreadsheet saved as tab-separated text quotes the cells that hold line breaks. */
function hasQuotedTabs(sample: string): boolean {
  return /(?:^|\t)"(?:[^"]|"")*\n(?:[^"]|"")*"(?:\t|\r?\n|$)/m.test(sample);
}

function isRegular(sample: string, delimiter: string): boolean {
  const records = recordsOf(sample).slice(0, 50);
  const widths = records.map((record) => fieldsIn(record, delimiter));
  const usual = Math.max(...widths);
  if (usual < 3 || records.length < 2) return false;
  return widths.filter((width) => width === usual).length >= 0.6 * widths.length;
}

/** Lines, with those inside quotes held together. */
function recordsOf(sample: string): string[] {
  const records: string[] = [];
  let open = '';
  for (const line of sample.split(/\r?\n/)) {
    open = open === '' ? line : `${open}\n${line}`;
    if ((open.match(/"/g)?.length ?? 0) % 2 === 1) continue;
    if (open.trim() !== '') records.push(open);
    open = '';
  }
  return records;
}

function fieldsIn(record: string, delimiter: string): number {
  const bare = record.replace(/"(?:[^"]|"")*"/g, '');
  return bare.split(delimiter).length;
}
