const token =
  /"([^"]*)"|\\(.)|\[\$-[^\]]*\]|\[(h+|m+|s+)\]|\[[^\]]*\]|AM\/PM|上午\/下午|y+|e+|g+|m+|d+|h+|s+|a{3,4}|_.|\*.|[^"\\]/gi;

/** Whether the code shows a date or a time: a date letter outside quotes, brackets and escapes. */
export function isDateFormat(code: string): boolean {
  const [first = ''] = code.split(';');
  const bare = first.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|General/gi, '');
  return /[ymdhseg]/i.test(bare) && !/[0#?]/.test(bare.replace(/s\.?0+/gi, 's')) ? !/^E[+-]/i.test(bare) : false;
}

/**
 * How days show under a code: null for days that no calendar has. `e` and `g` are the year and era of the ROC calendar
 * ([$-404], or alone).
 */
export function dateFormat(code: string, since1904: boolean): (days: number) => string | null {
  const parts = partsOf(code);
  return (days) => {
    const date = dateOf(days, since1904);
    if (date === null) return null;
    return parts
      .map((part) =>
        typeof part === 'string' ? part : (shownPart(date, part.letter, part.length, part.minutes) ?? part.whole),
      )
      .join('')
      .trim();
  };
}

/** A stretch of letters that stands for a part of the date. */
interface DatePart {
  readonly whole: string;
  readonly letter: string;
  readonly length: number;
  /** Of `m`: the minutes, not the month. */
  readonly minutes: boolean;
}

function partsOf(code: string): (string | DatePart)[] {
  const [first = ''] = code.split(';');
  const tokens = [...first.matchAll(token)];
  const next = nextLetters(tokens);
  let hourSeen = false;
  return tokens.map(([whole, quoted, escaped], index) => {
    if (quoted !== undefined) return quoted;
    if (escaped !== undefined) return escaped;
    if (whole.startsWith('[') || whole.startsWith('_') || whole.startsWith('*')) return '';
    const letter = (whole[0] ?? '').toLowerCase();
    if (letter === 'h') hourSeen = true;
    const minutes = letter === 'm' && (hourSeen || next[index] === 's');
    if (minutes) hourSeen = false;
    return { whole, letter, length: whole.length, minutes };
  });
}

/** For each token the letter of the next one that stands for a part of a date or time; '' where none follows. */
function nextLetters(tokens: readonly RegExpMatchArray[]): string[] {
  const letters: string[] = [];
  let next = '';
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    letters[at] = next;
    const [whole = ''] = tokens[at] ?? [];
    if (/^[ymdhse]/i.test(whole)) next = (whole[0] ?? '').toLowerCase();
  }
  return letters;
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
