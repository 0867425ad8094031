import type { Recipe } from '@guankao/reading';
import type { WorkflowEvent } from '@guankao/workflow';

/**
 * Something that happened, as it is kept for ever. What a kind's payload holds may grow; what it means may not change:
 * a new meaning is a new kind.
 */
export type RecordEvent = FilingImported | FilingReread | FilingSettled | WorkflowHappening;

/** Who, when and why: the same around every event. */
interface Circumstances {
  /** Rises in the order in which events became visible. */
  readonly number: number;
  readonly at: Date;
  readonly actor: string;
  readonly role: string;
  readonly reason: string | null;
}

interface Happening<Kind extends string, Payload> extends Circumstances {
  readonly kind: Kind;
  /** What it is about: a filing's id. */
  readonly subject: string;
  readonly payload: Payload;
}

/** A file was taken in: the first edition of its filing, or the next. */
export type FilingImported = Happening<
  'filing-imported',
  {
    readonly edition: number;
    readonly file: { readonly name: string; readonly mediaType: string; readonly sha256: string };
    /** sha256 of the reading's JSON. */
    readonly reading: string;
    /** Name and version of what read it. */
    readonly program: string;
  }
>;

/** The same bytes, read anew by another version of the program. */
export type FilingReread = Happening<
  'filing-reread',
  { readonly edition: number; readonly reading: string; readonly program: string }
>;

/** What a command of the workflow decided; `subject` is a year's or a row's id. */
export type WorkflowHappening = WorkflowEvent & Circumstances;

/** A person settled what the reading left in doubt: the whole recipe as it then stood, and what was read by it. */
export type FilingSettled = Happening<
  'filing-settled',
  {
    readonly edition: number;
    readonly sha256: string;
    readonly recipe: Recipe;
    readonly reading: string;
    readonly program: string;
  }
>;

/** An event that has not happened yet: the store gives it its number. */
export type NewEvent = RecordEvent extends infer Event
  ? Event extends RecordEvent
    ? Omit<Event, 'number'>
    : never
  : never;

/** Who does something, and why where a reason is owed. */
export interface Deed {
  readonly actor: string;
  readonly role: string;
  readonly reason?: string;
  /** The moment, from the clock of whoever asks. */
  readonly at: Date;
}
