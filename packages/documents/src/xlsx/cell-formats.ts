import { mostNumberFormats } from '../build/bounds.ts';
import { tooLong, tooManyNumberFormats } from '../build/refusals.ts';
import { child, childrenNamed, readXmlTree, type XmlElement } from '../xml/tree.ts';
import type { Zip } from '../zip/zip.ts';
import { numberFormat } from './number-format.ts';
import { isOn } from './rich-text.ts';
import type { Workbook } from './workbook.ts';

/** Number formats that a file may use without writing them out (ECMA-376, 18.8.30, with those of zh-TW). */
const builtIn: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: '[$-404]e/m/d',
  28: '[$-404]e"年"m"月"d"日"',
  29: '[$-404]e"年"m"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'hh"時"mm"分"',
  33: 'hh"時"mm"分"ss"秒"',
  36: '[$-404]e/m/d',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0',
  42: '#,##0',
  43: '#,##0.00',
  44: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: '[$-404]e/m/d',
  51: '[$-404]e"年"m"月"d"日"',
  54: '[$-404]e"年"m"月"d"日"',
  57: '[$-404]e/m/d',
  58: '[$-404]e"年"m"月"d"日"',
};

/** What a cell's format says of its text. */
export interface CellFormat {
  /** How a stored number is shown. */
  shows(stored: string): string;
  readonly struck: boolean;
}

export const general: CellFormat = { shows: numberFormat('General', false), struck: false };

/**
 * Formats by the number that a cell's `s` attribute gives. Throws a Refusal for more codes of the file's own than any program
 * takes, or longer ones.
 */
export function readCellFormats(
  zip: Zip,
  file: string,
  { styles: part, since1904 }: Pick<Workbook, 'styles' | 'since1904'>,
): readonly CellFormat[] {
  if (part === null) return [];
  const root = readXmlTree(zip, { file, format: 'XLSX', part });
  const shows = numberFormats(ownCodes(root, file, part), since1904);
  const struckFonts = childrenNamed(child(root, 'x:fonts'), 'x:font').map((font) => {
    const strike = child(font, 'x:strike');
    return strike !== undefined && isOn(strike.attributes['val']);
  });
  return childrenNamed(child(root, 'x:cellXfs'), 'x:xf').map(({ attributes }) => {
    const id = Number(attributes['numFmtId'] ?? 0);
    return {
      shows: (stored) => shows(id)(stored),
      struck: struckFonts[Number(attributes['fontId'] ?? 0)] ?? false,
    };
  });
}

function ownCodes(root: XmlElement, file: string, part: string): ReadonlyMap<number, string> {
  const codes = new Map<number, string>();
  for (const { attributes } of childrenNamed(child(root, 'x:numFmts'), 'x:numFmt')) {
    const code = attributes['formatCode'] ?? 'General';
    if (code.length > mostNumberFormats.characters) throw tooLong(file, part, mostNumberFormats.characters);
    codes.set(Number(attributes['numFmtId']), code);
  }
  if (codes.size > mostNumberFormats.codes) throw tooManyNumberFormats(file, part);
  return codes;
}

/** Each code is taken apart when a cell first needs it. */
function numberFormats(own: ReadonlyMap<number, string>, since1904: boolean): (id: number) => CellFormat['shows'] {
  const made = new Map<number, CellFormat['shows']>();
  return (id) => {
    const known = made.get(id);
    if (known !== undefined) return known;
    const shows = numberFormat(own.get(id) ?? builtIn[id] ?? 'General', since1904);
    made.set(id, shows);
    return shows;
  };
}
