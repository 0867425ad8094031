/** The first of LC_ALL, LC_MESSAGES and LANG that names a language decides, then Traditional Chinese: as in the program itself. */
export function inEnglish() {
  for (const value of [process.env.LC_ALL, process.env.LC_MESSAGES, process.env.LANG]) {
    if (/^en(_|-|\b)/i.test(value ?? '')) return true;
    if (/^zh(_|-|\b)/i.test(value ?? '')) return false;
  }
  return false;
}
