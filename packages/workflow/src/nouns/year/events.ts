import type { YearMove, YearState } from './machine.ts';
import type { FormEdition, YearRecord } from './year.ts';

/** What happened to a year's form. */
export type YearEvent =
  | { readonly kind: 'year-opened'; readonly subject: string; readonly payload: { readonly year: YearRecord } }
  | {
      readonly kind: 'year-moved';
      readonly subject: string;
      readonly payload: {
        readonly move: YearMove;
        readonly from: YearState;
        readonly to: YearState;
        readonly edition: FormEdition | null;
      };
    };

/** A year's form after an event. */
export function applyToYear(year: YearRecord | null, event: YearEvent): YearRecord {
  if (event.kind === 'year-opened') return event.payload.year;
  if (year === null) throw new Error(`${event.kind} before the year ${event.subject} was opened`);
  const { to, edition } = event.payload;
  return {
    ...year,
    version: year.version + 1,
    state: to,
    editions: edition === null ? year.editions : [...year.editions, edition],
  };
}
