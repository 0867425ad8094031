import { longestCell, mostOfCsv, mostOfTables } from '../build/bounds.ts';
import { tooLarge, tooLong, tooManyColumns } from '../build/refusals.ts';

/** A quoted field may hold delimiters that part nothing: a line is beyond the bound only with several times as many. */
const quotedDelimiters = 5;

/**
 * Looks over a CSV before it is parsed, which takes a hundred times as long. Throws a Refusal that names the line where there
 * are more lines or fields than are taken, or one field is longer.
 */
export function refuseLargeCsv(name: string, text: string, delimiter: string): void {
  const parts = delimiter.charCodeAt(0);
  let [line, fields, inLine, field] = [1, 0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    field += 1;
    if (code !== parts && code !== 10 && code !== 13) {
      if (field > longestCell) throw tooLong(name, `line ${line}`, longestCell);
      continue;
    }
    field = 0;
    fields += 1;
    inLine += 1;
    if (inLine > mostOfTables.columns * quotedDelimiters) throw tooManyColumns(name, `line ${line}`);
    if (code === parts || (code === 10 && text.charCodeAt(at - 1) === 13)) continue;
    line += 1;
    inLine = 0;
    if (line > mostOfCsv.lines)
      throw tooLarge(name, `line ${line}`, { 'zh-Hant': `${mostOfCsv.lines} 列`, en: `${mostOfCsv.lines} lines` });
    if (fields > mostOfCsv.fields)
      throw tooLarge(name, `line ${line}`, {
        'zh-Hant': `${mostOfCsv.fields} 個欄位`,
        en: `${mostOfCsv.fields} fields`,
      });
  }
}
