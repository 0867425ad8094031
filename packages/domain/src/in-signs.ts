/** An expression as one writes it by hand: `69423/193020` → `69,423 ÷ 193,020`, `2<3` → `2 < 3`. */
export function inSigns(expression: string): string {
  return expression
    .replaceAll('>=', '≥')
    .replaceAll('<=', '≤')
    .replaceAll('!=', '≠')
    .replaceAll('*', '×')
    .replaceAll('/', ' ÷ ')
    .replaceAll(/(?<=[\d)])\s*([-+×≥≤≠=<>])\s*/g, ' $1 ')
    .replaceAll(/\d{4,}(?:\.\d+)?/g, (digits) => grouping.format(Number(digits)));
}

const grouping = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

/** A number as it is printed beside an expression, at most six decimals; words as they are. */
export function figureInSigns(value: number | string): string {
  return typeof value === 'number' ? grouping.format(value) : value;
}
