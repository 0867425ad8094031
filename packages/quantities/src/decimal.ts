/** An exact decimal: `coefficient / 10 ** scale`. Money and ratios are compared in these, never in binary floats. */
export interface Decimal {
  readonly coefficient: bigint;
  readonly scale: number;
}
