/**
 * While a reader puts a paragraph together, raised text stands between these two; no file can hold them. What it is
 * shows only in its line: the mark of a note, or an exponent.
 */
const opens = '\u0001';
const closes = '\u0002';

export function raised(text: string): string {
  return text === '' ? '' : `${opens}${text.replace(/[\u0001\u0002]/g, '')}${closes}`;
}

const stretch = /\u0001([^\u0002]*)\u0002/g;
const oneMark =
  '(?:[(（\\[〔【]?(?:註|注|附註)?\\s?(?:\\d{1,2}|[a-zA-Z]|[①-⑳⑴-⒇㈠-㈩]|[一二三四五六七八九十]{1,2}|[ivx]{1,4})[)）\\]〕】]?|[(（]?(?:註|注)[)）]?|[*＊†‡§#※◎]{1,3})';
const noteMark = new RegExp(`^\\s*${oneMark}(?:\\s*[,，、;；-]\\s*${oneMark})*\\s*$`);
/** Square and cubic measures, and powers of ten. */
const takesExponent = /(?:^|[^A-Za-z])(?:[kcdmμnh]?m|10|ft|in)$|公尺$|公里$|公分$|米$/;
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The paragraph with its raised text settled: exponents as ²; marks of notes are left out and handed to `note`; other words stay. */
export function withRaisedSettled(text: string, note: (mark: string) => void): string {
  if (!text.includes(opens)) return text;
  const joined = text.replaceAll(`${closes}${opens}`, '');
  return joined.replace(stretch, (_, words: string, at: number) => {
    const kind = kindOfRaised(words, joined.slice(Math.max(0, at - 8), at));
    if (kind === 'exponent') return asExponent(words);
    if (kind === 'words') return words;
    note(words);
    return '';
  });
}

export function asExponent(digits: string): string {
  return digits.replace(/\d/g, (digit) => superscripts.charAt(Number(digit))).replace(/[-−]/, '⁻');
}

/** Whether raised words are the mark of a note, an exponent of what stands before them, or words like others. */
export function kindOfRaised(words: string, before: string): 'note' | 'exponent' | 'words' {
  if (/^[-−]?\d{1,2}$/.test(words) && takesExponent.test(before)) return 'exponent';
  return noteMark.test(words) ? 'note' : 'words';
}
