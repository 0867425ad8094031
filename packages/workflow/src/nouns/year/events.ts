import type { Changed } from '../../noun.ts';
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
    }
  | {
      readonly kind: 'year-months-locked';
      readonly subject: string;
      readonly payload: Changed<readonly number[]> & { readonly by: string };
    }
  | {
      readonly kind: 'year-approved-on-paper';
      readonly subject: string;
      readonly payload: {
        /** Its id. */
        readonly approval: string;
        readonly edition: number;
        readonly hash: string;
        readonly date: string;
        readonly number: string;
        readonly by: string;
      };
    }
  | {
      readonly kind: 'year-published';
      readonly subject: string;
      readonly payload: { readonly edition: number; readonly published: NonNullable<FormEdition['published']> };
    };

/** A year's form after an event. */
export function applyToYear(year: YearRecord | null, event: YearEvent): YearRecord {
  if (event.kind === 'year-opened') return event.payload.year;
  if (year === null) throw new Error(`${event.kind} before the year ${event.subject} was opened`);
  const next = { ...year, version: year.version + 1 };
  if (event.kind === 'year-published') {
    const { edition, published } = event.payload;
    return { ...next, editions: year.editions.map((one) => (one.number === edition ? { ...one, published } : one)) };
  }
  if (event.kind === 'year-approved-on-paper') return next;
  if (event.kind === 'year-months-locked') return { ...next, lockedMonths: event.payload.after };
  const { to, edition } = event.payload;
  return {
    ...next,
    state: to,
    editions: edition === null ? year.editions : [...year.editions, whole(edition)],
  };
}

/** Editions of 0.1.0 were public at the moment they were submitted, with no letter named. */
function whole(edition: FormEdition): FormEdition {
  const { at, by } = edition;
  return {
    ...edition,
    letter: edition.letter ?? null,
    published: edition.published === undefined ? { at, by, ground: '' } : edition.published,
  };
}
