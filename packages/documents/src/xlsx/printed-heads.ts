/**
 * The texts of a sheet's printed heading, left, centre, right: `&L範例部&C附表&R第 &P 頁`.
 * Codes for fonts, sizes and colours fall away; a part that holds a page number or a date of printing is no text of the filing.
 */
export function printedHeads(code: string): string[] {
  return code
    .split(/&[LCR]/)
    .filter((part) => !/&[PNDTFAZ]/.test(part))
    .flatMap((part) => part.split(/\r?\n/))
    .map((part) =>
      part
        .replace(/&"[^"]*"|&K[0-9A-Fa-f]{6}|&\d+|&[BIUESXYGH]/g, '')
        .replaceAll('&&', '&')
        .trim(),
    )
    .filter((part) => part !== '');
}
