/** Text without any white space, and where each of its characters stood. Budget books break lines in the middle of words and figures. */
export interface Squeezed {
  readonly text: string;
  readonly offsets: readonly number[];
}

export function squeeze(text: string, start = 0, end = text.length): Squeezed {
  let squeezed = '';
  const offsets: number[] = [];
  for (let at = start; at < end; at++) {
    const character = text.charAt(at);
    if (/\s/.test(character)) continue;
    squeezed += character;
    offsets.push(at);
  }
  return { text: squeezed, offsets };
}

/** The printed place of `squeezed.text.slice(start, end)`. */
export function printedSpan({ offsets }: Squeezed, start: number, end: number): { start: number; end: number } {
  const first = offsets[start];
  const last = offsets[end - 1];
  if (first === undefined || last === undefined) throw new RangeError(`no characters ${start}–${end}`);
  return { start: first, end: last + 1 };
}
