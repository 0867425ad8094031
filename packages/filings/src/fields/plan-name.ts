import { markerAt, type Marker } from '../texts/markers.ts';

export interface NameReading {
  readonly name: string;
  readonly marker: Marker | null;
}

/** A name without the number before it: (1) of a sub-plan, 3. of a list. */
export function readPlanName(line: string): NameReading {
  const marker = markerAt(line, 0);
  const name = marker === null ? line : line.slice(marker.length);
  return name === '' ? { name: line, marker: null } : { name, marker };
}
