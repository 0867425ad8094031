import type { Finding, Severity, SeverityCounts, TextColumn, Verdict } from '@guankao/domain';
import type { PlanReading, PlanSummary, Reading } from '@guankao/reading';

/** What is shown to everybody: now, or as it was at a time before. */
export interface Shown {
  filings(): Promise<readonly FilingRecord[]>;
  /** The current edition, or the one asked for. null where there is none. */
  filing(id: string, edition?: number): Promise<FilingEdition | null>;
  /** Of a filing that was taken back: when, and on what ground. */
  withdrawn(id: string): Promise<{ readonly at: string; readonly ground: string } | null>;
  plans(query: PlanQuery): Promise<PlanPage>;
  plan(id: string, edition?: number): Promise<PlanEdition | null>;
  findings(query: FindingQuery): Promise<FindingPage>;
  /** What it was before, and what became of it, between editions that are shown. */
  lineage(plan: Pick<PlanEdition, 'filing' | 'row' | 'edition'>): Promise<Lineage>;
}

/**
 * What the public saw after one event, as far as it may be seen now: what was taken back since is not shown, and what is
 * withheld now is withheld here too.
 */
export interface Past extends Shown {
  /** Changes with every event that binds what was before: a withdrawal, a publication anew, an erasure. */
  readonly binding: number;
  /** When something was shown first, of all that was ever shown; null where nothing was. */
  readonly first: Position | null;
  /** When a filing was shown first, by what is known now; null where it never was. */
  firstShown(filing: string): Position | null;
  /** Whether any edition of a filing is shown now. */
  isShownNow(filing: string): boolean;
}

/** An event's place in the journal and in the log. */
export interface Position {
  /** 1-based. */
  readonly number: number;
  /** ISO 8601 with offset. */
  readonly at: string;
}

/**
 * What the pages and the API may ask of the record. All of it is a projection of the events;
 * `guankao rebuild` makes it anew and proves that it comes out the same.
 */
export interface Catalogue extends Shown {
  /** What was shown after the event at this position. */
  asOf(position: number): Promise<Past>;
  /** The event at this position; null where none is. */
  position(number: number): Promise<Position | null>;
  /** The last event before this time; null where there was none. */
  lastBefore(time: Date): Promise<Position | null>;
  /** An edition in a format in which it was given out, byte for byte; null where it is made anew for whoever asks. */
  rendering(filing: string, edition: number, format: string): Promise<RenderingRecord | null>;
  /** Formats in which an edition that is shown was kept. */
  renderedFormats(filing: string, edition: number): Promise<readonly string[]>;
  /** A source file, byte for byte as it was given. */
  source(sha256: string): Promise<SourceRecord | null>;
  /** Throws where the database does not answer. */
  health(): Promise<{ readonly schema: number; readonly events: number }>;
}

/**
 * A filing is known by agency and ROC year, `範例部-113`, or by the first digits of its file's hash where it prints neither.
 * A corrected file of the same agency and year is a new edition of it.
 */
export interface FilingRecord {
  readonly id: string;
  readonly form: string | null;
  readonly agency: string | null;
  /** Gregorian. */
  readonly fiscalYear: number | null;
  readonly moneyUnit: 'TWD' | 'thousand TWD' | null;
  /** Oldest first; the last one is current. */
  readonly editions: readonly EditionRecord[];
  readonly plans: number;
  readonly findings: SeverityCounts;
  /** sha256 of the current edition's reading. */
  readonly reading: string;
}

export interface RenderingRecord {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** That says that it was made. */
  readonly event: number;
}

export interface EditionRecord {
  /** 1-based. */
  readonly number: number;
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  /** ISO 8601 with offset. */
  readonly importedAt: string;
  /** In which role (`operator`: at the machine), of which agency. Persons are named inside only. */
  readonly importedBy: { readonly role: string; readonly agency: string | null };
  /** The event that took it in. */
  readonly event: string;
  /** Why it replaces the one before it. */
  readonly reason: string | null;
  /** A person settled by hand what the reading left in doubt, or corrected it; null where nobody did. */
  readonly settled: { readonly at: string; readonly role: string; readonly reason: string | null } | null;
}

export interface FilingEdition {
  readonly filing: FilingRecord;
  readonly edition: EditionRecord;
  readonly reading: Reading;
}

/** One plan row of one filing's current edition, as lists show it. */
export interface PlanRecord {
  /** Provisional: the filing's id and the row's, `範例部-113-r01`. */
  readonly id: string;
  readonly filing: string;
  readonly agency: string | null;
  readonly fiscalYear: number | null;
  readonly moneyUnit: 'TWD' | 'thousand TWD' | null;
  readonly row: PlanSummary;
  readonly findings: SeverityCounts;
}

export interface PlanEdition extends PlanRecord {
  readonly row: PlanReading;
  readonly edition: EditionRecord;
  readonly editions: readonly EditionRecord[];
  /** The filing whole, to show a value's place and what was found in it. */
  readonly reading: Reading;
}

export type PlanSort = 'filing' | 'name' | 'approved' | 'budgeted' | 'executed' | 'rate' | 'findings';

/** Ready lists: each a question that a reader of such filings asks first. */
export type ReadyList =
  /** Spent under half of the budget to date, yet said achieved. */
  | 'underspent-achieved'
  /** An indicator beaten by more than half. */
  | 'beaten-by-half'
  /** No measurable target. */
  | 'no-target'
  /** States no verdict and no result. */
  | 'nothing-stated'
  /** Results written in the goals column. */
  | 'results-in-goals'
  /** A missed target that the filing does not call so. */
  | 'missed-in-silence';

export const readyLists: readonly ReadyList[] = [
  'missed-in-silence',
  'underspent-achieved',
  'beaten-by-half',
  'no-target',
  'nothing-stated',
  'results-in-goals',
];

export interface PlanQuery {
  /** Every word must stand in the name or the texts. */
  readonly q?: string;
  readonly filing?: string;
  readonly agency?: string;
  /** Gregorian. */
  readonly year?: number;
  readonly type?: string;
  readonly verdict?: Verdict;
  /** A rule's id. */
  readonly finding?: string;
  readonly severity?: Severity;
  readonly list?: ReadyList;
  readonly sort?: PlanSort;
  readonly descending?: boolean;
  /** 1-based. */
  readonly page?: number;
  /** Rows a page, 1 to 2,000; 100 by default. */
  readonly size?: number;
  /** Where the words of `q` stand is shown, too. */
  readonly snippets?: boolean;
}

/** Words that were searched for, with what stands around them. */
export interface Snippet {
  readonly column: 'name' | 'code' | TextColumn;
  /** A stretch of a passage, as the filing has it. */
  readonly text: string;
  /** Something of the passage stands before it, and after it. */
  readonly before: boolean;
  readonly after: boolean;
  /** Where in `text` the words stand: in order, not overlapping. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

export interface PlanPage {
  readonly rows: readonly PlanRecord[];
  /** By id of the row, where they were asked for: at least one place of each word. */
  readonly snippets?: ReadonlyMap<string, readonly Snippet[]>;
  readonly total: number;
  /** How many rows each choice would leave, the other filters kept. */
  readonly counts: {
    readonly type: Readonly<Record<string, number>>;
    readonly verdict: Readonly<Record<string, number>>;
    readonly severity: Readonly<Record<string, number>>;
    readonly finding: Readonly<Record<string, number>>;
    readonly list: Readonly<Record<string, number>>;
    readonly filing: Readonly<Record<string, number>>;
  };
}

/** A finding of a filing's current edition, as lists show it. */
export interface FoundFinding {
  readonly filing: string;
  readonly agency: string | null;
  /** Gregorian. */
  readonly fiscalYear: number | null;
  readonly moneyUnit: 'TWD' | 'thousand TWD' | null;
  readonly edition: number;
  /** 1-based, among the findings of its filing. */
  readonly number: number;
  /** null: about the whole filing. */
  readonly plan: { readonly id: string; readonly name: string; readonly marker: string | null } | null;
  readonly finding: Omit<Finding, 'proof'>;
  /** In which line of the source each of its evidence stands, 1-based. */
  readonly lines: readonly number[];
}

export interface FindingQuery {
  /** Every word must stand in the plan's name, in what is said, or in the words it points to. */
  readonly q?: string;
  readonly rule?: string;
  readonly severity?: Severity;
  /** As the filing prints it; empty: where it prints none. */
  readonly ministry?: string;
  /** Gregorian. */
  readonly year?: number;
  readonly filing?: string;
  /** Doubts about the transcription, and nothing else; without it none of them. */
  readonly doubts?: boolean;
  /** 1-based. */
  readonly page?: number;
  /** Findings a page, 1 to 2,000; 100 by default. */
  readonly size?: number;
}

/** The newest year first, then by filing, each in its own order. */
export interface FindingPage {
  readonly findings: readonly FoundFinding[];
  readonly total: number;
  /** What the same question finds of the other sort: doubts, or all but these. */
  readonly others: number;
  /** How many each choice would leave, the other conditions kept. */
  readonly counts: Readonly<Record<'rule' | 'severity' | 'ministry' | 'year', Readonly<Record<string, number>>>>;
}

export interface SourceRecord {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** How a plan row comes from another. `continued`: the same, in the next year. */
export const successions = ['continued', 'renamed', 'handed-over', 'split', 'merged'] as const;
export type Succession = (typeof successions)[number];

export interface LineageLink {
  /** Of the plan row. */
  readonly id: string;
  /** null: the newest that has it. */
  readonly edition: number | null;
  readonly name: string;
  readonly agency: string | null;
  /** Gregorian. */
  readonly fiscalYear: number;
  readonly how: readonly Succession[];
  /** When the edition came that first shows what follows: ISO 8601 with offset. */
  readonly since: string;
}

export interface Lineage {
  readonly predecessors: readonly LineageLink[];
  readonly successors: readonly LineageLink[];
  /** When the edition came that first lacks the row, where nothing follows it. */
  readonly discontinued: string | null;
}
