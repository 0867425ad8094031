import type { Recipe } from '@guankao/reading';
import type { ActingFor, NewHappening } from '@guankao/workflow';

/**
 * Something that happened, as it is kept for ever. What a kind's payload holds may grow; what it means may not change:
 * a new meaning is a new kind.
 */
export type RecordEvent = FilingEvent | LogEvent | NounEvent;

/** What is done to accounts and agencies. They are no projection (a password's hash has no place in events), yet each act is an event. */
export type AccountKind =
  | 'account-invited'
  | 'account-granted'
  | 'account-revoked'
  | 'account-link-issued'
  | 'account-password-set'
  | 'account-token-made'
  | 'account-token-revoked'
  | 'account-session-ended'
  | 'account-deactivated'
  | 'account-reactivated'
  | 'agency-added';

/** What happens to filings from elsewhere. */
export type FilingEvent =
  | FilingImported
  | FilingRendered
  | FilingReread
  | FilingSettled
  | FilingPublished
  | FilingWithdrawn;

/** What happens to the log of the record itself: see `log/`. */
export type LogEvent = LogOpened | PayloadErased;

/** Who, when and why: the same around every event. */
interface Circumstances {
  /** Rises in the order in which events became visible. */
  readonly number: number;
  readonly at: Date;
  /** By name, as it then was; both names where a deputy did it. */
  readonly actor: string;
  /** Its id; null for what the operator did at the machine, and for events of 0.1.0. */
  readonly account: string | null;
  readonly role: string;
  readonly reason: string | null;
  /** Of the payload, by kind. */
  readonly v: number;
  /** In whose name it was done, where a deputy did it: `actor` then holds both names. */
  readonly actingFor?: ActingFor;
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
    /** Kept and not shown until it is published; events of 0.1.0 do not say it: all were public. */
    readonly held?: boolean;
    /** Name of the agency in which the role is held, as it then was; absent for the operator and from events of 0.1.0. */
    readonly agency?: string;
  }
>;

/** What an edition is given out as, made once and kept, by format. */
export type FilingRendered = Happening<
  'filing-rendered',
  {
    readonly edition: number;
    readonly renderings: Readonly<
      Record<string, { readonly name: string; readonly mediaType: string; readonly sha256: string }>
    >;
  }
>;

/** An edition that was kept is shown to everybody; `reason` on the event is the ground. */
export type FilingPublished = Happening<
  'filing-published',
  {
    readonly edition: number;
    /** The file that is shown, and its reading, where something of the edition is withheld; absent where it is shown whole. */
    readonly file?: { readonly name: string; readonly sha256: string };
    readonly reading?: string;
  }
>;

/** A filing is taken back, all its editions: what stood there says when and on what ground. */
export type FilingWithdrawn = Happening<'filing-withdrawn', { readonly ground: string }>;

/** The same bytes, read anew by another version of the program. */
export type FilingReread = Happening<
  'filing-reread',
  { readonly edition: number; readonly reading: string; readonly program: string }
>;

/** From here on a log is signed by this key; what stood before is adopted. `reason` says why another follows the first. */
export type LogOpened = Happening<
  'log-opened',
  {
    /** As c2sp.org/signed-note writes it. */
    readonly verifier: string;
    /** The last head of the log before it, as it was signed. */
    readonly previous: string | null;
  }
>;

/** What stood in an event's payload was taken away, on the ground that `reason` names; written by the database itself. */
type PayloadErased = Happening<
  'payload-erased',
  {
    readonly event: number;
    /** Of what stands there now. */
    readonly sha256: string;
  }
>;

/** What a command of a noun decided; `subject` is the record's id. */
export type NounEvent = NewHappening & Circumstances;

const filingKinds: ReadonlySet<string> = new Set<FilingEvent['kind']>([
  'filing-imported',
  'filing-rendered',
  'filing-reread',
  'filing-settled',
  'filing-published',
  'filing-withdrawn',
]);

export function isFilingEvent(event: RecordEvent): event is FilingEvent {
  return filingKinds.has(event.kind);
}

const logKinds: ReadonlySet<string> = new Set<LogEvent['kind']>(['log-opened', 'payload-erased']);

export function isLogEvent(event: RecordEvent): event is LogEvent {
  return logKinds.has(event.kind);
}

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

/** An event that has not happened yet: the journal gives it its number. */
export type NewEvent = NewFilingEvent | Omit<LogEvent, 'number'> | Omit<NounEvent, 'number'>;
export type NewFilingEvent = FilingEvent extends infer Event
  ? Event extends FilingEvent
    ? Omit<Event, 'number'>
    : never
  : never;

/** Who does something, and why where a reason is owed. */
export interface Deed {
  /** By name. */
  readonly actor: string;
  /** Id; null for the operator at the machine. */
  readonly account?: string | null;
  readonly role: string;
  readonly reason?: string;
  /** The moment, from the clock of whoever asks. */
  readonly at: Date;
  readonly actingFor?: ActingFor;
}

export function isAccountEvent({ kind }: Pick<RecordEvent, 'kind'>): boolean {
  return kind.startsWith('account-') || kind === 'agency-added';
}
