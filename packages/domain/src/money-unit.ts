/** The unit of the printed money columns. */
export type MoneyUnit = 'TWD' | 'thousand TWD';
