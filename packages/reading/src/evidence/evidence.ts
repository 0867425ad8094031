import {
  contains,
  isAboutFiling,
  overlaps,
  spanIn,
  textColumns,
  type Finding,
  type Indicator,
  type Passage,
  type PlanRow,
  type RowClaims,
  type Span,
  type Stated,
} from '@guankao/domain';
import { asNumber, readText, sentenceAt, type Figure, type Text } from '@guankao/passages';
import { operandsOf, type Statement, type StatementKind } from '@guankao/statements';
import { executionRatesIn } from '../execution-rate.ts';

/**
 * Weakest first. `none`: no result is told. `own-statement`: the agency says it. `document`: the sentence that says it
 * names an official document by its number. `recomputable`: other figures of the row give it.
 */
export const evidenceGrades = ['none', 'own-statement', 'document', 'recomputable'] as const;
export type EvidenceGrade = (typeof evidenceGrades)[number];

export interface Evidence {
  readonly grade: EvidenceGrade;
  /** The documents' numbers, or the figures that give the result, as printed. */
  readonly by: readonly string[];
}

/** What of a row its results may be borne out by. */
interface OfRow {
  readonly row: PlanRow;
  readonly statements: readonly Statement[];
  readonly findings: readonly Finding[];
}

interface Filed {
  readonly plans: readonly PlanRow[];
  readonly claims: readonly RowClaims[];
  readonly findings: readonly Finding[];
  /** By row id. */
  readonly statements: ReadonlyMap<string, readonly Statement[]>;
}

/** By row id, what bears out the results of its targets, in their order. */
export function evidenceIn({ plans, claims, findings, statements }: Filed): ReadonlyMap<string, EvidenceOfRow> {
  const rows = new Map(plans.map((row) => [row.id, row]));
  const findingsOf = Map.groupBy(findings, ({ plan }) => plan);
  return new Map(
    claims.flatMap(({ plan, indicators }) => {
      const row = rows.get(plan);
      if (row === undefined) return [];
      const ofRow = { row, statements: statements.get(plan) ?? [], findings: findingsOf.get(plan) ?? [] };
      return [[plan, indicators.map((indicator) => evidenceOf(indicator, ofRow))]];
    }),
  );
}

export type EvidenceOfRow = readonly (Evidence | null)[];

/** null: a target of the whole plan, of which nothing is told and nothing owed yet. */
function evidenceOf({ actual, scope }: Indicator, ofRow: OfRow): Evidence | null {
  if (actual === null) return scope === 'plan' ? null : { grade: 'none', by: [] };
  const own: Evidence = { grade: 'own-statement', by: [] };
  // What the filing refutes itself in is borne out by nothing.
  if (isRefuted(actual.span, ofRow)) return own;
  const given = givenBy(actual, ofRow);
  if (given.length > 0) return { grade: 'recomputable', by: given };
  const documents = documentsAt(actual.span, ofRow.row);
  return documents.length === 0 ? own : { grade: 'document', by: documents };
}

function isRefuted(span: Span, { findings }: OfRow): boolean {
  return findings.some(
    (finding) =>
      isAboutFiling(finding) &&
      finding.severity !== 'question' &&
      refuting.has(finding.category) &&
      finding.evidence.some((evidence) => overlaps(evidence.span, span)),
  );
}

const refuting = new Set<Finding['category']>(['arithmetic', 'contradiction']);

/** Statements whose claim is worked out from other figures; a figure that is told twice is not. */
const workedOut = new Set<StatementKind>([
  'share',
  'change',
  'sum',
  'difference',
  'mean',
  'product',
  'formula',
  'ratio',
  'attainment',
  'listed',
]);

/** The figures that give the very number of a result; empty where none do. */
function givenBy(actual: Stated, { row, statements }: OfRow): readonly string[] {
  const isOfResult = ({ text, start, end, value }: Figure): boolean =>
    asNumber(value) === actual.value && contains(actual.span, spanIn(text.passage, start, end));
  for (const statement of statements) {
    if (!isOfResult(statement.claim)) continue;
    const figures = workedOutFrom(statement);
    if (figures.length > 0) return figures;
  }
  const rate = executionRatesIn(row).find(({ figure }) => isOfResult(figure));
  return rate === undefined ? [] : [rate.executed, rate.budgeted].map(withSeparators);
}

/** 69423 of a CSV is the 69,423 of the printed form. */
const withSeparators = (amount: string): string =>
  amount.replace(/^\d{4,}$/, (digits) => digits.replaceAll(/\B(?=(?:\d{3})+$)/g, ','));

/** By a reading that the words themselves suggest: that some two figures of a row come to a third proves nothing. */
function workedOutFrom({ kind, outcome, partial, readings }: Statement): readonly string[] {
  if (outcome !== 'borne-out' || partial === true || !workedOut.has(kind)) return [];
  const held = readings.find((reading) => reading.holds === true && reading.charitable !== true);
  return held === undefined ? [] : operandsOf(held.expression).map(({ words }) => words);
}

/** 發文字號: who sent it, 字第, at least five digits, 號. Case numbers of courts are shorter. */
const documentNumber = /[\p{Script=Han}A-Za-z]{1,15}字第\s*[\d０-９]{5,}(?:-[\d０-９]+)?\s*號/gu;

/** The documents that the sentence of a place names. */
function documentsAt(span: Span, row: PlanRow): readonly string[] {
  return textColumns.flatMap((column) =>
    row[column].flatMap((passage, index) => {
      const at = passage.spans.some((own) => overlaps(own, span)) ? placeIn(passage, span) : null;
      return at === null ? [] : namedIn(readText(column, index, passage), at);
    }),
  );
}

function namedIn(text: Text, at: number): readonly string[] {
  const { start, end } = sentenceAt(text, at);
  const named = text.text.slice(start, end).match(documentNumber) ?? [];
  return [...new Set(named.map((number) => number.replace(wordsBefore, '')))];
}

/** Of 業以, 業經 and 9日 before a number only the last characters match; 經 alone may begin the name of who sent it. */
const wordsBefore = /^(?:日|.*(?:以|依|奉|據)|(?:業|並|已|前)經)/u;

/** Where a stretch of the document begins in a passage; null where it is no part of it. */
function placeIn({ offsets }: Passage, { start, end }: Span): number | null {
  const at = offsets.findIndex((offset) => offset >= start);
  const offset = offsets[at];
  return offset === undefined || offset >= end ? null : at;
}
