import type { Comparison } from '@guankao/comparison';
import type { Finding, Message } from '@guankao/domain';
import type { StandingCounts } from '@guankao/reading';
import type {
  Agency,
  Reconciled,
  MoneyLine,
  Notice,
  CommentRecord,
  RowRecord,
  RowMove,
  TextField,
  YearRecord,
  Actor,
  Grant,
} from '@guankao/workflow';
import type { CarryOverOfRow } from './carry-over-views.ts';
import type { MoneyOfAccounts, SentColumns } from './mapping-views.ts';
import type { MissingMoney } from './money-missing.tsx';
import type { DeputyLine } from './deputy-views.ts';
import type { PaperOfRow } from './paper-approval-views.ts';
import type { Refused } from './refused.tsx';
import type { ReportsOfRow } from './report-views.ts';
import type { WorkPlanLine } from './work-plan-views.ts';

/** What the workbench's pages are given. Nothing is decided in a page. */

export interface OfficeFrame {
  readonly actor: Actor;
  readonly agencies: readonly Agency[];
}

export interface RowLine {
  readonly row: RowRecord;
  readonly agencyName: string;
  /** On the row as it stands; null where the checks could not be made. */
  readonly findings: readonly Finding[] | null;
  readonly moves: readonly RowMove[];
  readonly mayWrite: boolean;
}

export interface YearView {
  readonly year: YearRecord;
  readonly ministryName: string;
  readonly rows: readonly RowLine[];
  /** Why the checks could not be made. */
  readonly unchecked: Refused | null;
  readonly maySubmit: boolean;
  readonly mayCorrect: boolean;
  readonly mayPublish: boolean;
  readonly mayDiscard: boolean;
  readonly mayAddPlan: boolean;
  readonly mayImportMoney: boolean;
  readonly mayCollect: boolean;
  /** May see account mappings. */
  readonly mayMap: boolean;
  /** The ministry and those below it. */
  readonly agencies: readonly Agency[];
}

/** With the name of the row that it belongs to. */
export interface OwnComment {
  readonly comment: CommentRecord;
  readonly row: string;
}

export interface OfficeHomeView {
  /** The most urgent first. */
  readonly notices: readonly Notice[];
  readonly years: readonly YearRecord[];
  readonly toDo: readonly RowLine[];
  /** Why the checks of a year could not be made. */
  readonly unchecked: Refused | null;
  readonly mayOpen: boolean;
  readonly mayInvite: boolean;
  /** How many texts this person typed and did not save. */
  readonly drafts: number;
  /** Open, and assigned to this person or naming them. */
  readonly comments: readonly OwnComment[];
}

/** What the checks looked at, and what they left out. */
export interface Checked {
  readonly lookedAt: Readonly<Record<'targets' | 'judged' | 'figures', number>> & { readonly coverage: StandingCounts };
  readonly notices: readonly { readonly message: Message }[];
}

/** What one person typed and did not save. */
export interface KeptDraft {
  /** Names it in addresses and forms. */
  readonly name: string;
  /** Id of the row that it was typed on. */
  readonly row: string;
  readonly texts: Partial<Readonly<Record<TextField, string>>>;
}

export interface OwnDraftsView {
  readonly drafts: readonly (KeptDraft & {
    readonly savedAt: Date;
    /** The row’s name; null: it may no longer be read, since it was handed over, or the role has ended. */
    readonly rowName: string | null;
  })[];
  /** Name of the draft that is to be discarded, once that is confirmed. */
  readonly toDiscard: string | null;
  readonly discarded: boolean;
}

/** Rows that wait for this person's approval, in the order of their forms. */
export interface ReviewsView {
  readonly lines: readonly RowLine[];
  /** Why the checks of a year could not be made. */
  readonly unchecked: Refused | null;
  /** How many were just approved; null: none was asked for. */
  readonly approved: number | null;
}

export interface RowView {
  readonly line: RowLine;
  readonly mayWriteMoney: boolean;
  readonly mayWriteVersion: boolean;
  readonly mayReview: boolean;
  /** What the fields show: the saved texts, or what was typed and could not be saved. */
  readonly shown: Readonly<Record<TextField, string>>;
  readonly note: 'saved' | 'draft' | 'stale' | null;
  /** This person's unsaved texts that are not in the fields: of this row as it was, or of rows that it follows. */
  readonly drafts: readonly KeptDraft[];
  /** Name of the draft that was put into the fields because it was asked for. */
  readonly takenDraft: string | null;
  /** Why the checks could not be made. */
  readonly unchecked: Refused | null;
  /** What the checks looked at, and what they left out; null where they could not be made. */
  readonly checked: Checked | null;
  readonly workPlan: WorkPlanLine;
  /** On the row and all that belongs to it: open ones first. */
  readonly comments: readonly CommentRecord[];
  /** null: its money is of no account, or this person may not see of which. */
  readonly accounts: MoneyOfAccounts | null;
  /** null: no work plan of it was approved. */
  readonly reports: ReportsOfRow | null;
  readonly carryOver: CarryOverOfRow;
  /** null: nothing that was sealed covers it. */
  readonly paper: PaperOfRow | null;
  /** Another row of the year waits for this person's approval, too. */
  readonly othersToApprove: boolean;
  /** The row before this one in the queue, which was just approved; null: none was. */
  readonly approvedBefore: RowRecord | null;
  /** What was typed into another form of the row and refused: nothing of it is lost. */
  readonly refused: { readonly form: 'money' | 'versions'; readonly fields: Readonly<Record<string, string>> } | null;
}

/** What a field of one of the row's forms shows: what was typed there and refused, or what is saved. */
export function shownIn(view: RowView, form: 'money' | 'versions', field: string, saved: string): string {
  return view.refused?.form === form ? (view.refused.fields[field] ?? saved) : saved;
}

export interface OpenYearView {
  readonly ministries: readonly Agency[];
  readonly filings: readonly {
    readonly id: string;
    readonly plans: readonly { readonly id: string; readonly name: string }[];
  }[];
  readonly chosen: string | null;
  readonly agencies: readonly Agency[];
}

export interface MoneyView {
  readonly year: YearRecord;
  readonly missing: MissingMoney;
  /** The file that was sent, and which of its columns is what. */
  readonly columns: SentColumns | null;
  readonly reconciled: {
    readonly rows: readonly Reconciled[];
    readonly unmatched: readonly MoneyLine[];
    readonly ambiguous: readonly MoneyLine[];
    /** Why single rows cannot be recorded as the file has them. */
    readonly refused: readonly { readonly row: string; readonly message: Message }[];
    readonly recorded: boolean;
  } | null;
  /** The form as it stands against a budget book. */
  readonly budget: { readonly name: string; readonly comparison: Comparison } | null;
}

export interface AccountsView {
  /** Who acts for whom in the agencies that are administered. */
  readonly deputies: readonly DeputyLine[];
  readonly agencies: readonly Agency[];
  readonly accounts: readonly {
    readonly id: string;
    readonly login: string;
    readonly name: string;
    readonly state: 'invited' | 'active' | 'deactivated';
    readonly grants: readonly Grant[];
  }[];
  /** A list of people that was read and is not invited yet, with what stands against each. */
  readonly people:
    | readonly {
        readonly line: number;
        readonly login: string;
        readonly name: string;
        readonly roles: string;
        readonly agency: string;
        readonly faults: readonly Message[];
      }[]
    | null;
  /** The one-time links just made. */
  readonly links: readonly { readonly login: string; readonly address: string }[];
}
