/** As Excel on a Traditional Chinese Windows writes it; characters that it lacks are given as bytes. */
export function big5(text: string, own: readonly (readonly [string, readonly [number, number]])[] = []): Uint8Array {
  const table = big5Table();
  const bytes: number[] = [];
  for (const char of text) {
    const given = own.find(([placeholder]) => placeholder === char)?.[1];
    if (given !== undefined) bytes.push(...given);
    else if (char.charCodeAt(0) < 0x80) bytes.push(char.charCodeAt(0));
    else bytes.push(...(table.get(char) ?? [0x3f]));
  }
  return new Uint8Array(bytes);
}

let known: Map<string, readonly [number, number]> | undefined;
function big5Table(): Map<string, readonly [number, number]> {
  if (known !== undefined) return known;
  known = new Map();
  const decoder = new TextDecoder('big5');
  for (let lead = 0xa1; lead <= 0xf9; lead += 1) {
    for (let tail = 0x40; tail <= 0xfe; tail += 1) {
      if (tail > 0x7e && tail < 0xa1) continue;
      const char = decoder.decode(new Uint8Array([lead, tail]));
      if ([...char].length === 1 && char !== '\ufffd' && !known.has(char)) known.set(char, [lead, tail]);
    }
  }
  return known;
}
