/**
 * A row's id among all filings: `範例部-113-r07` of a filing that was read, `範例部-114-01` of one that was typed here,
 * whose rows are named after their form already.
 */
export function planId(filing: string, row: string): string {
  return row.startsWith(`${filing}-`) ? row : `${filing}-${row}`;
}

/** The filings that a plan's id may be of, the longest name first: names have dashes of their own. */
export function filingsOfPlanId(id: string): readonly string[] {
  const dashes = Array.from(id.matchAll(/-/g), ({ index }) => index).filter((at) => at > 0);
  return dashes.toReversed().map((at) => id.slice(0, at));
}
