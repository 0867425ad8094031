import type { Message } from '@guankao/domain';
import type {
  AccountLine,
  AccountMapping,
  Agency,
  BudgetAccount,
  CarriedOver,
  DrawnPlan,
  MoneyMapping,
  PartedAccount,
  Part,
  ProposedPlan,
  RowRecord,
  YearMoney,
  YearRecord,
} from '@guankao/workflow';

/** A file of money that was sent, and which of its columns is what. */
export interface SentColumns {
  readonly mapping: MoneyMapping;
  readonly headings: readonly string[];
  /** Its first lines. */
  readonly sample: readonly (readonly string[])[];
  readonly fileName: string;
  readonly base64: string;
}

/** Rows + 未歸屬 = accounts, component by component, in TWD. */
export interface MappingTotals {
  readonly accounts: YearMoney;
  readonly assigned: YearMoney;
  readonly unassigned: YearMoney;
  /** What overruled amounts add to or take from what the accounts give. */
  readonly overruled: YearMoney;
  /** On the rows of the agency, as it stands. */
  readonly recorded: YearMoney;
}

/** The account mappings of a year's form, one an agency. */
export interface MappingsView {
  readonly year: YearRecord;
  readonly agencies: readonly {
    readonly agency: Agency;
    /** null: no file was imported. */
    readonly mapping: AccountMapping | null;
    readonly totals: MappingTotals | null;
  }[];
  /** Those whose accounts this person may import; none: they may only read. */
  readonly own: readonly Agency[];
  /** A file that was sent and is not kept yet. */
  readonly sent: SentAccounts | null;
  /** Of how many agencies accounts were just kept. */
  readonly taken: number | null;
}

export interface SentAccounts {
  readonly columns: SentColumns;
  /** As typed. */
  readonly asOf: string;
  /** Id of the agency whose they are where the file does not say; empty: not chosen. */
  readonly agency: string;
  /** What was read; null where it could not be. */
  readonly read: readonly ReadAccounts[] | null;
}

/** The accounts of one agency in a file, beside those that are held. */
export interface ReadAccounts {
  readonly agencyName: string;
  readonly lines: readonly AccountLine[];
  readonly changes: Readonly<Record<'fresh' | 'changed' | 'same' | 'gone', number>>;
  /** Why they cannot be kept; null where they can. */
  readonly refused: Message | null;
}

export const accountFilters = ['all', 'open'] as const;
export type AccountFilter = (typeof accountFilters)[number];

/** Of a row: what is recorded of this year beside what its accounts come to. */
export interface MappedRow {
  readonly row: RowRecord;
  /** null: it takes of no account. */
  readonly drawn: DrawnPlan | null;
  readonly recorded: YearMoney | null;
  readonly standing: MoneyStanding;
}

/**
 * Whether what is recorded on a row is what its accounts come to: `budget-only` where these do not tell yet what became of
 * the money, `orphan` where it takes of no account any more, `by-hand` where it never did, `empty` without either.
 */
export type MoneyStanding = 'same' | 'none' | 'differs' | 'budget-only' | 'orphan' | 'by-hand' | 'empty';

/** What every page of one mapping is given. */
export interface MappingFrame {
  readonly mapping: AccountMapping;
  readonly agencyName: string;
  /** May assign, overrule and draw. */
  readonly mayChange: boolean;
  /** Of the agency, in the order of the form: those that stand, and those that a part is of. */
  readonly rows: readonly RowRecord[];
}

/** The mapping of one agency. */
export interface MappingView extends MappingFrame {
  readonly totals: MappingTotals;
  /** The day whose parts count: ISO. */
  readonly day: string;
  readonly accounts: readonly PartedAccount[];
  readonly filter: AccountFilter;
  readonly page: number;
  readonly pages: number;
  /** How many fit the filter. */
  readonly count: number;
  readonly proposals: readonly { readonly account: BudgetAccount; readonly plan: ProposedPlan }[];
  readonly plans: readonly MappedRow[];
  readonly carry: (CarriedOver & { readonly from: AccountMapping; readonly lastRows: readonly RowRecord[] }) | null;
  readonly note: { readonly did: 'assigned' | 'drawn'; readonly count: number } | null;
}

/** One account: its parts at all times, and the form by which it is assigned. */
export interface AccountView extends MappingFrame {
  readonly parted: PartedAccount;
  readonly parts: readonly Part[];
  /** ISO, as in `MappingView`. */
  readonly day: string;
  readonly proposed: readonly ProposedPlan[];
  /** How many plans the form has room for. */
  readonly lines: number;
  readonly note: { readonly did: 'assigned' | 'changed'; readonly count: number } | null;
}

/** One part, to be corrected or ended. */
export interface PartView extends MappingFrame {
  readonly account: BudgetAccount;
  readonly part: Part;
}

/** The money of one row: which accounts it comes from, component by component. */
export interface PlanMoneyView extends MappingFrame {
  readonly plan: MappedRow;
  readonly note: 'overruled' | null;
}

/** Of a row, for its own page: the accounts that its money is drawn from. */
export interface MoneyOfAccounts {
  readonly mapping: AccountMapping;
  readonly drawn: DrawnPlan;
  /** null: none of this year. */
  readonly recorded: YearMoney | null;
  readonly standing: MoneyStanding;
}
