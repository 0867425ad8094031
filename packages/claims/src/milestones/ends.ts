import { ends } from '../words/works.ts';

/** Which kind of end a text names last: built of 建置平臺, in use of 平臺上線. null where it names none. */
export function endOf(normalised: string): string | null {
  let last = -1;
  let name: string | null = null;
  for (const end of ends) {
    for (const match of normalised.matchAll(end.words)) {
      if (match.index >= last) [last, name] = [match.index, end.name];
    }
  }
  return name;
}

export function namesEnd(normalised: string, name: string): boolean {
  const end = ends.find((candidate) => candidate.name === name);
  return end !== undefined && normalised.search(end.words) >= 0;
}

/** It names that end, or one that implies it: 驗收 for 完工. */
export function reachesEnd(normalised: string, name: string): boolean {
  const implied = ends.find((candidate) => candidate.name === name)?.impliedBy ?? [];
  return [name, ...implied].some((one) => namesEnd(normalised, one));
}
