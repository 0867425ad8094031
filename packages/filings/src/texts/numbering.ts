import { rankOf, type Marker, type MarkerStyle } from './markers.ts';

/**
 * How an item stands to the numbering before it:
 * `first` opens the text's first run; `continues` is the next number; `nests` opens a run within an item;
 * `restarts` begins again at 1 where a run was open; `breaks` is a number out of order; `plain` has none.
 */
export type Step = 'first' | 'continues' | 'nests' | 'restarts' | 'breaks' | 'plain';

interface Run {
  readonly style: MarkerStyle;
  last: number;
}

/** Follows the numbering of a text, item by item, with the runs that are open: `1.` within it `(2)`. */
export class Numbering {
  #open: Run[] = [];

  /** What step a marker would be, nothing changed. */
  stepOf(marker: Marker | null): Step {
    if (marker === null) return 'plain';
    if (this.#open.length === 0) return 'first';
    const run = this.#open.find(({ style }) => style === marker.style);
    if (run === undefined) return this.#isDeeper(marker) ? 'nests' : 'restarts';
    if (marker.style === 'bullet' || marker.value === run.last + 1) return 'continues';
    return marker.value === 1 ? 'restarts' : 'breaks';
  }

  take(marker: Marker | null): Step {
    const step = this.stepOf(marker);
    if (marker === null) return step;
    // An outer number closes the runs within it: (1) under 3. begins anew, it does not restart what stood under 2.
    this.#open = this.#open.filter(({ style }) => rankOf[style] < rankOf[marker.style]);
    this.#open.push({ style: marker.style, last: marker.value });
    return step;
  }

  /** 1 for an outer item, 2 for one within it. */
  get depth(): number {
    return this.#open.length;
  }

  /** Whether the next number of an open run is this one. */
  awaits(marker: Marker): boolean {
    return this.#open.some(
      ({ style, last }) => style === marker.style && marker.value === last + 1 && marker.style !== 'bullet',
    );
  }

  #isDeeper(marker: Marker): boolean {
    return this.#open.every(({ style }) => rankOf[style] < rankOf[marker.style]);
  }
}
