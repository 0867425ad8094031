import { createHash } from 'node:crypto';
import { movedFinding, type Finding, type Span, type TypedForm, type TypedRow } from '@guankao/domain';
import { typedParents } from '@guankao/filings';
import type { Pool, Request } from '@guankao/pool';
import { settleFindings } from '@guankao/rules';
import { Recent } from './recent.ts';

/** Findings that are kept of forms, and of rows; each form and each row counts as one more. */
const mostOfForms = 20_000;
const mostOfRows = 40_000;

/** What rules over one row found in a row. */
interface FoundInRow {
  readonly findings: readonly Finding[];
  /** Where the rows began in the text that the findings' places are of, by row id. */
  readonly starts: ReadonlyMap<string, number>;
}

/** A row with what rules over one row see of the form: all that a finding of theirs depends on. */
interface RowInForm {
  readonly id: string;
  /** Hash of that. */
  readonly key: string;
  /** Ids of the row, its parent and its sub-plans. */
  readonly family: readonly string[];
}

/**
 * What the checks find in a year's form: the workbench, the year, the grid and the queue ask for the same again and again,
 * and 300 rows are a second's work. It is known by what it was found in, never by when: a form by all that stands in it;
 * of a form that was changed, each row by its own content, its parent's, its sub-plans', and the form's agency, year and
 * unit (by which thresholds are chosen). Only rows that are not known are looked at anew; what compares rows is asked of
 * the whole form each time. Kept in memory, so that another release of the rules finds nothing kept.
 */
export class CheckedForms {
  private readonly forms = new Recent<readonly Finding[]>(mostOfForms, (findings) => 1 + findings.length);
  private readonly rows = new Recent<FoundInRow>(mostOfRows, ({ findings }) => 1 + findings.length);
  private readonly pool: Pick<Pool, 'run'>;

  constructor(pool: Pick<Pool, 'run'>) {
    this.pool = pool;
  }

  /** In reading order: the same as the check of the whole form gives. */
  async findingsIn(form: TypedForm, asked: Request): Promise<readonly Finding[]> {
    const key = hashOf(form);
    const known = this.forms.get(key);
    if (known !== undefined) return known;
    const rows = rowsIn(form);
    const before = new Map(rows.flatMap((row) => pair(row.id, this.rows.get(row.key))));
    const anew = rows.filter(({ id }) => !before.has(id));
    const found = await this.pool.run('check-anew', { form, rows: anew.map(({ id }) => id) }, asked);
    const starts = new Map(rows.map(({ id }, at) => [id, found.starts[at] ?? 0]));
    const now = new Map(anew.map(({ id }) => [id, { findings: found.ofRows[id] ?? [], starts }]));
    const ofRows = rows.flatMap(({ id, family }) => placed(before.get(id) ?? now.get(id), starts, family));
    const order = rows.map(({ id }) => id);
    const findings = settleFindings([...ofRows, ...found.among], order);
    if (!found.isWhole) return findings;
    for (const row of anew) {
      const kept = now.get(row.id);
      if (kept !== undefined) this.rows.set(row.key, kept);
    }
    this.forms.set(key, findings);
    return findings;
  }
}

function pair<Value>(id: string, value: Value | undefined): readonly (readonly [string, Value])[] {
  return value === undefined ? [] : [[id, value]];
}

function rowsIn(form: TypedForm): readonly RowInForm[] {
  const { agency, fiscalYear, printedUnit, rows } = form;
  const parents = typedParents(rows);
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const childrenOf = Map.groupBy(rows.keys(), (at) => parents[at] ?? null);
  return rows.map((row, at) => {
    const parent = rowOf.get(parents[at] ?? '');
    const children = [...(childrenOf.get(row.id) ?? [])].flatMap((child) => rows[child] ?? []);
    const seen: readonly (TypedRow | null)[] = [row, parent ?? null, ...children];
    return {
      id: row.id,
      key: hashOf([agency, fiscalYear, printedUnit, seen]),
      family: seen.flatMap((one) => one?.id ?? []),
    };
  });
}

/** Findings of a row with the places of their words in the text of a form whose rows begin at `starts`. */
function placed(
  found: FoundInRow | undefined,
  starts: ReadonlyMap<string, number>,
  family: readonly string[],
): readonly Finding[] {
  if (found === undefined || found.starts === starts) return found?.findings ?? [];
  const moves = family
    .map((id) => ({ from: found.starts.get(id) ?? 0, to: starts.get(id) ?? 0 }))
    .toSorted((a, b) => b.from - a.from);
  const move = (span: Span): Span => {
    const { from, to } = moves.find((one) => one.from <= span.start) ?? { from: 0, to: 0 };
    return { ...span, start: span.start + to - from, end: span.end + to - from };
  };
  return found.findings.map((finding) => movedFinding(finding, move));
}

function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64');
}
