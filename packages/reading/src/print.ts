import {
  rowFields,
  type Document,
  type Filing,
  type Finding,
  type Notice,
  type Passage,
  type PlanRow,
  type RowClaims,
  type RowField,
  type Sourced,
} from '@guankao/domain';
import type { FieldOrigin, PlanReading, Reading, TextReading } from './contract.ts';
import type { Coverage } from './coverage.ts';
import type { EvidenceOfRow } from './evidence/evidence.ts';
import { eventsOf } from './events/events.ts';
import { placeRuns } from './place-runs.ts';

/** What is left out where only the printing is asked for. */
interface Told {
  readonly coverage: Coverage;
  /** By row id. */
  readonly evidence: ReadonlyMap<string, EvidenceOfRow>;
}

/** Puts what the stages found into the shape of the contract. Nothing is decided here. */
export function printReading(
  document: Document,
  filing: Filing,
  claims: readonly RowClaims[],
  findings: readonly Finding[],
  notices: readonly Notice[],
  told?: Told,
): Reading {
  const claimsOf = new Map(claims.map((row) => [row.plan, row]));
  return {
    schema: 'guankao/reading@1',
    document: {
      name: document.name,
      sha256: document.sha256,
      mediaType: document.mediaType,
      pages: document.pages,
      text: document.text,
    },
    filing: {
      form: filing.form?.value ?? null,
      agency: filing.agency?.value ?? null,
      fiscalYear: filing.fiscalYear?.value ?? null,
      moneyUnit: filing.moneyUnit?.value ?? null,
      layout: filing.layout,
    },
    plans: filing.plans.map((row) => printPlan(row, claimsOf.get(row.id), told)),
    findings,
    unread: filing.unread,
    furniture: filing.furniture,
    notices,
    ...(told === undefined ? {} : { coverage: told.coverage.all }),
  };
}

function printPlan(row: PlanRow, claims: RowClaims | undefined, told: Told | undefined): PlanReading {
  const counts = told?.coverage.rows.get(row.id);
  const evidence = told?.evidence.get(row.id);
  return {
    id: row.id,
    name: row.name.value,
    marker: row.marker,
    parent: row.parent,
    type: row.type?.value ?? null,
    period: row.period && { text: row.period.text, ...row.period.value },
    approvedTotal: row.approvedTotal?.value ?? null,
    budgetedToDate: row.budgetedToDate?.value ?? null,
    executedToDate: row.executedToDate?.value ?? null,
    plannedWork: row.plannedWork.map(printPassage),
    execution: row.execution.map(printPassage),
    goals: row.goals.map(printPassage),
    explanation: row.explanation.map(printPassage),
    statedVerdict: claims?.statedVerdict ?? 'none',
    statedVerdictSpan: claims?.statedVerdictSpan ?? null,
    verdict: claims?.verdict ?? 'undetermined',
    indicators: (claims?.indicators ?? []).map((indicator, at) =>
      evidence === undefined ? indicator : { ...indicator, evidence: evidence[at] ?? null },
    ),
    commitments: claims?.commitments ?? [],
    causes: claims?.causes ?? [],
    remedies: claims?.remedies ?? [],
    events: eventsOf(row),
    join: row.join,
    spans: row.spans,
    executingAgency: row.executingAgency && { value: row.executingAgency.value, basis: row.executingAgency.basis },
    code: row.code?.value ?? null,
    amounts: row.amounts,
    origins: originsOf(row),
    ...(counts === undefined ? {} : { coverage: counts }),
    ...(row.cells === undefined ? {} : { cells: textsOf(row.cells) }),
    ...(row.yearMoneyMissing === true ? { yearMoneyMissing: true } : {}),
    ...(row.withheld === undefined ? {} : { withheld: row.withheld }),
  };
}

function textsOf(cells: NonNullable<PlanRow['cells']>): NonNullable<PlanReading['cells']> {
  return Object.fromEntries(rowFields.map((field) => [field, cells[field].text])) as Record<RowField, string>;
}

function printPassage({ text, marker, spans, offsets }: Passage): TextReading {
  return { text, marker, spans, places: placeRuns(offsets) };
}

const originFields = [
  'name',
  'type',
  'period',
  'approvedTotal',
  'budgetedToDate',
  'executedToDate',
  'executingAgency',
  'code',
] as const;

function originOf({ text, spans, basis, by, doubt }: Sourced<unknown>): FieldOrigin {
  return { text, spans, basis, by, ...(doubt === undefined ? {} : { doubt }) };
}

function originsOf(row: PlanRow): Record<string, FieldOrigin> {
  const origins: Record<string, FieldOrigin> = {};
  for (const field of originFields) {
    const sourced: Sourced<unknown> | null = row[field];
    if (sourced !== null) origins[field] = originOf(sourced);
  }
  return origins;
}
