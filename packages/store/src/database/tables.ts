import type { ColumnType, Generated } from 'kysely';
import type { Recipe } from '@guankao/reading';
import type { Severity } from '@guankao/domain';
import type { FoundFinding, PlanRecord } from '../catalogue.ts';
import type { AnyRecord } from '@guankao/workflow';
import type { Passage } from '../projections/words.ts';

/** The schema `guankao` as Kysely sees it. The migrations are what makes it. */
export interface Tables {
  sources: SourcesTable;
  readings: ReadingsTable;
  events: EventsTable;
  payloads: PayloadsTable;
  renderings: RenderingsTable;
  log_entries: LogEntriesTable;
  log_tiles: LogTilesTable;
  log_checkpoints: LogCheckpointsTable;
  filings: FilingsTable;
  editions: EditionsTable;
  plans: PlansTable;
  plan_texts: PlanTextsTable;
  findings: FindingsTable;
  shown_states: ShownStatesTable;
  past_filings: PastFilingsTable;
  past_plans: PastPlansTable;
  past_plan_texts: Omit<PlanTextsTable, 'id'>;
  past_findings: FindingsTable;
  agencies: AgenciesTable;
  accounts: AccountsTable;
  grants: GrantsTable;
  sessions: SessionsTable;
  tokens: TokensTable;
  security_log: SecurityLogTable;
  links: LinksTable;
  records: RecordsTable;
  sign_in_attempts: SignInAttemptsTable;
  request_counts: RequestCountsTable;
  signing_keys: SigningKeysTable;
  drafts: DraftsTable;
  evidence: EvidenceTable;
  evidence_of_rows: EvidenceOfRowsTable;
  money_mappings: MoneyMappingsTable;
  idempotency_keys: IdempotencyKeysTable;
  recipes: RecipesTable;
  mail_people: MailPeopleTable;
  mail_outbox: MailOutboxTable;
  mail_told: MailToldTable;
  mail_days: MailDaysTable;
  projection: ProjectionTable;
  migrations: MigrationsTable;
}

interface SourcesTable {
  sha256: string;
  name: string;
  media_type: string;
  bytes: Buffer;
  received_at: Date;
}

interface ReadingsTable {
  sha256: string;
  body: string;
}

interface EventsTable {
  number: number;
  at: Date;
  actor: string;
  account: string | null;
  role: string;
  reason: string | null;
  kind: string;
  subject: string;
  /** Of the payload, by kind. */
  v: number;
  /** 32 random bytes; the database makes them. */
  salt: ColumnType<Buffer, never, never>;
}

interface PayloadsTable {
  number: number;
  /** JSON, as it was written. */
  body: string;
  /** null: what stood here was erased. */
  salt: ColumnType<Buffer | null, never, never>;
  /** The event that says why. */
  erased_by: ColumnType<number | null, never, never>;
}

interface RenderingsTable {
  filing: string;
  edition: number;
  format: string;
  name: string;
  media_type: string;
  sha256: string;
  bytes: Buffer;
  event: number;
}

interface LogEntriesTable {
  /** The event's number less one. */
  index: number;
  entry: Buffer;
}

interface LogTilesTable {
  level: number;
  index: number;
  hashes: Buffer;
}

interface LogCheckpointsTable {
  origin: string;
  size: number;
  note: string;
  signed_at: Date;
}

interface FilingsTable {
  id: string;
  form: string | null;
  agency: string | null;
  fiscal_year: number | null;
  money_unit: string | null;
  edition: number;
  plans: number;
  errors: number;
  warnings: number;
  questions: number;
  /** That last changed its rows. */
  event: number;
  withdrawn_at: Date | null;
  withdrawn_ground: string | null;
  /** That its rows are of. */
  reading: string;
  found: ColumnType<Found, string, string>;
}

/** What the public was shown of an edition, from one event to another. */
interface ShownStatesTable {
  filing: string;
  edition: number;
  from_position: number;
  /** null: it is shown so now. */
  until_position: number | null;
  withdrawn_ground: string | null;
  reading: string;
  sha256: string;
  file_name: string;
  event: number;
  withheld: boolean;
  settled_at: Date | null;
  settled_role: string | null;
  settled_reason: string | null;
}

interface PastFilingsTable extends Omit<FilingsTable, 'edition' | 'withdrawn_at' | 'withdrawn_ground'> {
  /** The event with which its rows came here. */
  ended: number;
}

interface PastPlansTable extends PlansTable {
  /** That made its filing's rows. */
  event: number;
}

interface EditionsTable {
  filing: string;
  number: number;
  sha256: string;
  file_name: string;
  media_type: string;
  imported_at: Date;
  imported_role: string;
  imported_agency: string | null;
  event: number;
  reason: string | null;
  reading: string;
  published: boolean;
  shown_sha256: string | null;
  shown_file_name: string | null;
  shown_reading: string | null;
  shown_event: number | null;
  settled_at: Date | null;
  settled_role: string | null;
  settled_reason: string | null;
}

interface PlansTable {
  id: string;
  filing: string;
  position: number;
  agency: string | null;
  fiscal_year: number | null;
  money_unit: string | null;
  name: string;
  type: string | null;
  verdict: string;
  approved: number | null;
  budgeted: number | null;
  executed: number | null;
  rate: number | null;
  findings: number;
  severities: string[];
  rules: string[];
  lists: string[];
  line: ColumnType<PlanLine, string, string>;
}

/** What lists show of a row, beside its columns. */
export type PlanLine = Pick<PlanRecord, 'row' | 'findings'>;

/** What lists show of a finding, beside its filing and its edition. */
export type FindingLine = Omit<FoundFinding, 'filing' | 'agency' | 'fiscalYear' | 'moneyUnit' | 'edition'>;

/** The findings of a filing by what lists narrow them by: of each the number of its kind. */
export interface Found {
  readonly kinds: readonly FindingKind[];
  readonly of: readonly number[];
}
export type FindingKind = readonly [rule: string, severity: Severity, isDoubt: boolean];

interface PlanTextsTable {
  id: string;
  /** See `placeOf`. */
  place: number;
  words: string;
  pairs: string;
  passages: ColumnType<readonly Passage[], string, string>;
}

interface FindingsTable {
  /** See `placeOf`: its filing's event, and its number less one. */
  place: number;
  line: ColumnType<FindingLine, string, string>;
  words: string;
  pairs: string;
}

interface AgenciesTable {
  id: string;
  name: string;
  parent: string | null;
  created_at: Date;
}

interface AccountsTable {
  id: string;
  login: string;
  name: string;
  password: string | null;
  deactivated_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  created_at: Date;
}

interface GrantsTable {
  account: string;
  role: string;
  agency: string;
}

interface SessionsTable {
  id: string;
  account: string;
  created_at: Date;
  expires_at: Date;
  seen_at: Date;
}

interface TokensTable {
  id: string;
  account: string;
  name: string;
  created_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
  /** null: all that its person has. */
  roles: string[] | null;
  read_only: boolean;
}

interface LinksTable {
  id: string;
  account: string | null;
  expires_at: Date;
  used_at: Date | null;
}

interface SignInAttemptsTable {
  subject: string;
  failures: number;
  last_at: Date;
  paused_until: Date | null;
}

interface RequestCountsTable {
  subject: string;
  since: Date;
  count: number;
}

interface SecurityLogTable {
  id: Generated<number>;
  at: Date;
  kind: string;
  account: string | null;
  network: string | null;
}

interface SigningKeysTable {
  name: string;
  key: Buffer;
}

interface RecordsTable {
  noun: string;
  id: string;
  parent: string | null;
  agency: string | null;
  position: number;
  state: string;
  version: number;
  body: ColumnType<AnyRecord, string, string>;
}

interface DraftsTable {
  row: string;
  account: string;
  row_version: number;
  body: ColumnType<unknown, string, string>;
  saved_at: Date;
}

interface EvidenceTable {
  sha256: string;
  name: string;
  media_type: string;
  bytes: Buffer;
  added_by: string;
  added_at: Date;
}

interface EvidenceOfRowsTable {
  row: string;
  sha256: string;
  name: string;
  added_by: string;
  added_at: Date;
}

interface MoneyMappingsTable {
  agency: string;
  body: ColumnType<unknown, string, string>;
  saved_at: Date;
}

interface IdempotencyKeysTable {
  account: string;
  key: string;
  request: string;
  status: number | null;
  answer: ColumnType<unknown, string | null, string>;
  at: Date;
}

interface RecipesTable {
  sha256: string;
  body: ColumnType<Recipe, string, string>;
}

interface MailPeopleTable {
  account: string;
  address: string;
  locale: string;
  asked_at: Date;
  confirmed_at: Date | null;
  confirm_secret: string;
  stop_secret: string;
  stopped_at: Date | null;
  refused_at: Date | null;
  refused_words: string | null;
}

interface MailOutboxTable {
  id: Generated<number>;
  key: string;
  kind: string;
  account: string;
  address: string;
  locale: string;
  state: string;
  made_at: Date;
  next_at: Date;
  until: Date;
  attempts: ColumnType<number, never, number>;
  marked_at: ColumnType<Date | null, never, Date | null>;
  ended_at: ColumnType<Date | null, never, Date | null>;
  words: ColumnType<string | null, never, string | null>;
  notices: ColumnType<number, never, number>;
}

interface MailToldTable {
  account: string;
  key: string;
  mail: string;
  at: Date;
}

interface MailDaysTable {
  day: string;
  planned_at: Date;
}

interface ProjectionTable {
  single: boolean;
  version: number;
  event: number;
}

interface MigrationsTable {
  number: number;
  name: string;
  checksum: string;
  applied_at: Date;
}
