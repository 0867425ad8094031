const token =
  /"([^"]*)"|\\(.)|\[\$-[^\]]*\]|\[(h+|m+|s+)\]|\[[^\]]*\]|AM\/PM|上午\/下午|y+|e+|g+|m+|d+|h+|s+|a{3,4}|_.|\*.|[^"\\]/gi;

/** Whether the code shows a date or a time: a date letter outside quotes, brackets and escapes. */
export function isDateFormat(code: string): boolean {
  const [first = ''] = code.split(';');
  const bare = first.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|General/gi, '');
  return /[ymdhseg]/i.test(bare) && !/[0#?]/.test(bare.replace(/s\.?0+/gi, 's')) ? !/^E[+-]/i.test(bare) : false;
}

/** null for days that no calendar has. `e` and `g` are the year and era of the ROC calendar ([$-404], or alone). */
export function formatDate(days: number, code: string, since1904: boolean): string | null {
  const date = dateOf(days, since1904);
  if (date === null) return null;
  const [first = ''] = code.split(';');
  const tokens = [...first.matchAll(token)];
  let hourSeen = false;
  return tokens
    .map((match, index) => {
      const [whole, quoted, escaped] = match;
      if (quoted !== undefined) return quoted;
      if (escaped !== undefined) return escaped;
      if (whole.startsWith('[') || whole.startsWith('_') || whole.startsWith('*')) return '';
      const letter = (whole[0] ?? '').toLowerCase();
      if (letter === 'h') hourSeen = true;
      const minutes = letter === 'm' && (hourSeen || /^s/i.test(nextLetter(tokens, index)));
      if (letter === 'm' && minutes) hourSeen = false;
      return shownPart(date, letter, whole.length, minutes) ?? whole;
    })
    .join('')
    .trim();
}

function nextLetter(tokens: readonly RegExpMatchArray[], index: number): string {
  return tokens.slice(index + 1).find(([whole]) => /^[ymdhse]/i.test(whole))?.[0] ?? '';
}

function shownPart(date: Date, letter: string, length: number, minutes: boolean): string | null {
  const pad = (value: number): string => `${value}`.padStart(length > 1 ? 2 : 1, '0');
  const year = date.getUTCFullYear();
  switch (letter) {
    case 'y':
      return length > 2 ? `${year}` : `${year % 100}`.padStart(2, '0');
    case 'e':
      return `${year - 1911}`;
    case 'g':
      return length > 1 ? '民國' : '';
    case 'm':
      return pad(minutes ? date.getUTCMinutes() : date.getUTCMonth() + 1);
    case 'd':
      return length > 2 ? '' : pad(date.getUTCDate());
    case 'h':
      return pad(date.getUTCHours());
    case 's':
      return pad(date.getUTCSeconds());
    case 'a':
      return '';
    default:
      return null;
  }
}

/** Spreadsheets believe that 29 February 1900 existed: day 60. Days before it are off by one. */
function dateOf(days: number, since1904: boolean): Date | null {
  if (days < 0 || days > 2_958_466) return null;
  const epoch = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  return new Date(epoch + Math.round(days * 86_400) * 1000);
}
