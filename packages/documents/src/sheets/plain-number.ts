/** A stored number without the noise of binary fractions: 0.7273999999999999 is 0.7274 (15 digits, as spreadsheets show). */
export function plainNumber(stored: string): string {
  const value = Number(stored);
  if (!Number.isFinite(value)) return stored;
  if (Number.isSafeInteger(value)) return `${value}`;
  const rounded = Number(value.toPrecision(15));
  return Math.abs(rounded) >= 1e15 ? BigInt(Math.round(rounded)).toString() : `${rounded}`;
}
