import { countBySeverity, isAboutFiling, textColumns, type Finding, type TextColumn } from '@guankao/domain';
import { planId, type PlanReading, type Reading } from '@guankao/reading';
import { readyLists, type Lineage, type PlanEdition, type PlanPage, type PlanRecord } from '@guankao/store';
import {
  executionRate,
  type CitedPlace,
  type Facet,
  type FilingName,
  type FindingView,
  type IndicatorView,
  type OriginView,
  type PlanLine,
  type PlanListQuery,
  type PlanListView,
  type PlanName,
  type PlanView,
  type TextItem,
} from '@guankao/web';
import { Places, presentEdition, presentFilingName } from '../sources/presenter.ts';
import { gravity, marksIn, standsIn } from './evidence.ts';

const none: NonNullable<PlanPage['snippets']> = new Map();

export function presentLine(record: PlanRecord, snippets: PlanPage['snippets'] = none): PlanLine {
  const { id, filing, agency, fiscalYear, moneyUnit, row, findings } = record;
  const found = snippets.get(id);
  return {
    ...(found !== undefined && { snippets: found }),
    id,
    filing: presentFilingName({ id: filing, agency, fiscalYear, moneyUnit }),
    row,
    rate: executionRate(row),
    findings,
  };
}

/** All rows of a reading, as lists show them. */
export function presentRows(
  filing: string,
  { filing: { agency, fiscalYear, moneyUnit }, plans, findings }: Reading,
): readonly PlanLine[] {
  const findingsOf = Map.groupBy(findings, (finding) => finding.plan);
  return plans.map((row) =>
    presentLine({
      id: planId(filing, row.id),
      filing,
      agency,
      fiscalYear,
      moneyUnit,
      row,
      findings: countBySeverity(findingsOf.get(row.id) ?? []),
    }),
  );
}

export function presentList(
  found: PlanPage,
  query: PlanListQuery,
  page: number,
  size: number,
  filings: readonly FilingName[],
): PlanListView {
  const { counts } = found;
  return {
    lines: found.rows.map((row) => presentLine(row, found.snippets)),
    total: found.total,
    query,
    facets: {
      type: inOrder(counts.type, ['社會發展', '科技發展', '公共建設']),
      verdict: inOrder(counts.verdict, ['achieved', 'partly', 'not_achieved', 'undetermined']),
      severity: inOrder(counts.severity, ['error', 'warning', 'question']),
      finding: inOrder(counts.finding, []),
      list: inOrder(counts.list, readyLists),
      filing: inOrder(
        counts.filing,
        filings.map(({ id }) => id),
      ),
    },
    filings,
    page,
    pages: Math.max(1, Math.ceil(found.total / size)),
  };
}

/** Choices in the order that the house always names them; what it has no order for, the most frequent first. */
function inOrder(counts: Readonly<Record<string, number>>, order: readonly string[]): readonly Facet[] {
  const facet = (value: string): Facet => ({ value, count: counts[value] ?? 0 });
  const ordered = order.filter((value) => Object.hasOwn(counts, value));
  const values = Object.keys(counts);
  // Of filings there are thousands, all of them in order.
  if (ordered.length === values.length) return ordered.map(facet);
  const named = new Set(order);
  const others = values.filter((value) => !named.has(value)).map(facet);
  return [...ordered.map(facet), ...others.sort((a, b) => b.count - a.count || a.value.localeCompare(b.value))];
}

export function presentPlan(held: PlanEdition, lineage: Lineage): PlanView {
  const { row, reading, edition, editions } = held;
  const places = new Places(held.filing, edition.number, reading.document.text);
  const nameOf = (plan: PlanReading): PlanName => presentName(held.filing, plan);
  const findings = presentFindings(
    reading.findings.filter(({ plan }) => plan === row.id),
    reading,
    held.filing,
    places,
  );
  const sound = findings.filter(({ finding }) => isAboutFiling(finding));
  const texts = presentTexts(row, sound, places);
  const placed = new Set(textColumns.flatMap((column) => texts[column].flatMap((item) => item.findings)));
  const at = reading.plans.findIndex((plan) => plan.id === row.id);
  return {
    ...presentLine(held),
    row,
    lineage,
    number: at + 1,
    edition: presentEdition(editions, edition),
    editions: editions.map((each) => presentEdition(editions, each)),
    parent: optional(
      reading.plans.find((plan) => plan.id === row.parent),
      nameOf,
    ),
    children: presentRows(held.filing, reading).filter((line) => line.row.parent === row.id),
    before: optional(reading.plans[at - 1], nameOf),
    after: optional(reading.plans[at + 1], nameOf),
    origins: presentOrigins(row, places),
    whole: row.spans.length === 0 ? null : places.of(row.spans),
    statedAt:
      row.statedVerdictSpan === null
        ? null
        : { text: places.quote(row.statedVerdictSpan), place: places.of([row.statedVerdictSpan]) },
    texts,
    findingsElsewhere: sound.filter((finding) => !placed.has(finding)),
    doubts: findings.filter(({ finding }) => !isAboutFiling(finding)),
    indicators: row.indicators.map((indicator) => presentIndicator(indicator, places)),
    commitments: row.commitments.map((each) => ({ ...cited(each, places), due: each.due })),
    causes: row.causes.map((each) => cited(each, places)),
    remedies: row.remedies.map((each) => cited(each, places)),
    amounts: row.amounts.map(({ column, value, span }) => ({
      column,
      value,
      text: places.quote(span),
      place: places.of([span]),
    })),
  };
}

function optional<A, B>(value: A | undefined, make: (value: A) => B): B | null {
  return value === undefined ? null : make(value);
}

export function presentName(filing: string, plan: PlanReading): PlanName {
  return { id: planId(filing, plan.id), name: plan.name, marker: plan.marker };
}

export function presentIndicator(indicator: PlanReading['indicators'][number], places: Places): IndicatorView {
  return {
    indicator,
    target: places.of([indicator.target.span]),
    actual: indicator.actual === null ? null : places.of([indicator.actual.span]),
  };
}

function cited(
  { text, span }: { readonly text: string; readonly span: PlanReading['spans'][number] },
  places: Places,
): CitedPlace {
  return { text, place: places.of([span]) };
}

/** With anchors in the order given. */
export function presentFindings(
  findings: readonly Finding[],
  reading: Reading,
  filing: string,
  places: Places,
): readonly FindingView[] {
  return findings.map((finding, index) => ({
    anchor: `f${index + 1}`,
    finding,
    places: finding.evidence.map(({ span }) => places.of([span])),
    plan: optional(
      reading.plans.find((plan) => plan.id === finding.plan),
      (plan) => presentName(filing, plan),
    ),
  }));
}

function presentOrigins(row: PlanReading, places: Places): Readonly<Record<string, OriginView>> {
  const entries = Object.entries(row.origins).filter(([, origin]) => origin.spans.length > 0);
  return Object.fromEntries(entries.map(([field, origin]) => [field, { origin, place: places.of(origin.spans) }]));
}

/** Each finding stands at the first item that holds evidence of it; the graver above the lighter. */
function presentTexts(
  row: PlanReading,
  findings: readonly FindingView[],
  places: Places,
): Readonly<Record<TextColumn, readonly TextItem[]>> {
  const left = new Set([...findings].sort((a, b) => gravity(a.finding) - gravity(b.finding)));
  const column = (name: TextColumn): TextItem[] =>
    row[name]
      .filter((item) => item.spans.length > 0)
      .map((item) => {
        const here = [...left].filter(({ finding }) => finding.evidence.some(({ span }) => standsIn(item, span)));
        for (const finding of here) left.delete(finding);
        return {
          text: item.text,
          marker: item.marker,
          place: places.of(item.spans),
          marks: marksIn(item, findings),
          findings: here,
        };
      });
  return {
    plannedWork: column('plannedWork'),
    execution: column('execution'),
    goals: column('goals'),
    explanation: column('explanation'),
  };
}
