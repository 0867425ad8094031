import type { ColumnType, GeneratedAlways } from 'kysely';
import type { Finding } from '@guankao/domain';
import type { PlanReading } from '@guankao/reading';

/** The schema `guankao` as Kysely sees it. The migrations are what makes it. */
export interface Tables {
  sources: SourcesTable;
  readings: ReadingsTable;
  events: EventsTable;
  filings: FilingsTable;
  editions: EditionsTable;
  plans: PlansTable;
  plan_texts: PlanTextsTable;
  findings: FindingsTable;
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

export interface EventsTable {
  number: GeneratedAlways<number>;
  at: Date;
  actor: string;
  role: string;
  reason: string | null;
  kind: string;
  subject: string;
  /** jsonb: parsed when read, text when written. */
  payload: ColumnType<unknown, string, never>;
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
}

interface EditionsTable {
  filing: string;
  number: number;
  sha256: string;
  file_name: string;
  media_type: string;
  imported_at: Date;
  imported_by: string;
  event: number;
  reason: string | null;
  reading: string;
}

export interface PlansTable {
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
}

interface PlanTextsTable {
  id: string;
  body: ColumnType<PlanReading, string, string>;
  words: string;
  pairs: string;
}

interface FindingsTable {
  filing: string;
  position: number;
  plan: string | null;
  rule: string;
  severity: string;
  body: ColumnType<Finding, string, string>;
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
