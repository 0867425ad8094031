/** Minus signs of running text. Between words they are dashes. */
export const minus = /[-−－–]/;
/** Minus signs of the accounts: △1,234千元. Before a word they are bullets. */
export const triangle = /[△▲]/;

const opensNumber = /^$|[\s（(：:，,、；;。＝=達為至到約由率溫及]/;
/** What may fall short: a dash before its figure is a minus. */
const maybeBelowZero =
  /(?:增減|差額|差異|差短|短差|短絀|餘絀|賸餘|盈餘|盈虧|損益|虧損|損失|淨額|淨利|成長|成長率|增率|幅|變動|[比與]較|較.{1,6})數?$/;

/** Whether a figure that begins at `at`, its sign included, may be below zero by what stands before it. */
export function maySayMinus(text: string, at: number): boolean {
  return opensNumber.test(text.charAt(at - 1)) || speaksOfBalance(text, at);
}

export function speaksOfBalance(text: string, at: number): boolean {
  return maybeBelowZero.test(text.slice(Math.max(0, at - 8), at));
}
