/** As CSS writes it: `U+4e00-4e03,U+4e07`. `characters` ascend. */
export function unicodeRange(characters: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const code of characters) {
    const run = runs.at(-1);
    if (run !== undefined && code === run[1] + 1) run[1] = code;
    else runs.push([code, code]);
  }
  const hex = (code: number): string => code.toString(16);
  return runs.map(([first, last]) => `U+${hex(first)}${last > first ? `-${hex(last)}` : ''}`).join(',');
}

/** The code points of a CSS `unicode-range` without wild cards. */
export function charactersOfRange(range: string): readonly number[] {
  return range.split(',').flatMap((part) => {
    const [first = 0, last = first] = part
      .trim()
      .replace(/^U\+/i, '')
      .split('-')
      .map((code) => Number.parseInt(code, 16));
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  });
}
