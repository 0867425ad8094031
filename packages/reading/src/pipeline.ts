import { openDocument, type SourceFile } from '@guankao/documents';
import { applyRecipe, readFiling, type Recipe } from '@guankao/filings';
import { inBounds } from '@guankao/passages';
import { claimsOf, readClaims } from '@guankao/claims';
import { checkFiling, findInRows, type FoundInRows, type RuleBug } from '@guankao/rules';
import type { Document, Filing, Finding, RowClaims } from '@guankao/domain';
import { coverageOf, type Coverage } from './coverage.ts';
import { evidenceIn } from './evidence/evidence.ts';
import { lookedAtIn, type LookedAt } from './looked-at.ts';
import { noticesOfBounds } from './notices.ts';
import { printReading } from './print.ts';
import type { Reading } from './contract.ts';

/** Everything that became of one file, stage by stage. */
export interface Read {
  readonly document: Document;
  readonly filing: Filing;
  readonly claims: readonly RowClaims[];
  readonly findings: readonly Finding[];
  readonly lookedAt: LookedAt;
  /** Every number, and how it stands with it. */
  readonly coverage: Coverage;
  /** For the operator only. */
  readonly bugs: readonly RuleBug[];
  readonly reading: Reading;
  /** Steps of the recipe that found nothing to do, by their place. */
  readonly idle: readonly number[];
}

/**
 * The way of the data, in order. Each stage takes what came before it and changes nothing of it.
 *
 *   bytes → document → filing (→ recipe) → what of it is looked at → claims → findings → reading
 *
 * Throws a Refusal where the file cannot be read at all; what is only partly readable is in `filing.unread`.
 */
export async function read(file: SourceFile, recipe?: Recipe): Promise<Read> {
  return readDocument(await openDocument(file), recipe);
}

/** The same from a document that is already open; a typed form enters here (`typedDocument`). */
export function readDocument(document: Document, recipe?: Recipe): Read {
  const { filing, idle } = settle(document, readFiling(document), recipe);
  const bounded = filing.plans.map(inBounds);
  const lookedAt = { ...filing, plans: bounded.map(({ row }) => row) };
  const claims = readClaims(lookedAt);
  const { findings, bugs, cut, statements } = checkFiling({ document, filing: lookedAt, claims });
  const coverage = coverageOf({
    text: document.text,
    filing,
    lookedAt: lookedAt.plans,
    claims,
    findings,
    statements,
  });
  const evidence = evidenceIn({ plans: lookedAt.plans, claims, findings, statements });
  const leftOut = bounded.flatMap((one) => one.leftOut);
  const notices = [...document.notices, ...(filing.notices ?? []), ...noticesOfBounds(filing, leftOut, claims, cut)];
  const reading = printReading(document, filing, claims, findings, notices, { coverage, evidence });
  return {
    document,
    filing,
    claims,
    findings,
    lookedAt: lookedAtIn(lookedAt, claims, coverage),
    coverage,
    bugs,
    reading,
    idle,
  };
}

/**
 * What the rules find in some rows of a typed form, and among all of them: for a form of which few rows were changed. What
 * is found in a row holds as long as the row, its parent and its sub-plans say the same; `settleFindings` of rules puts
 * all rows' findings together as `readDocument` would have given them.
 */
export function findInRowsOf(document: Document, rows: ReadonlySet<string>): FoundInRows {
  const filing = readFiling(document);
  const plans = filing.plans.map((row) => inBounds(row).row);
  const planOf = new Map(plans.map((row) => [row.id, row]));
  const fiscalYear = filing.fiscalYear?.value ?? null;
  const claimsOfRow = (id: string): RowClaims | null => {
    const row = planOf.get(id);
    return row === undefined ? null : claimsOf(row, fiscalYear);
  };
  return findInRows({ document, filing: { ...filing, plans }, claimsOf: claimsOfRow }, rows);
}

/**
 * What a person settled about this file stands over what was read of it. A typed form is what it says: nothing of it is
 * in doubt, and it changes by a new edition only.
 */
function settle(
  document: Document,
  filing: Filing,
  recipe: Recipe | undefined,
): { readonly filing: Filing; readonly idle: readonly number[] } {
  if (recipe === undefined) return { filing, idle: [] };
  if (document.typed !== undefined) return { filing, idle: recipe.steps.map((_, at) => at) };
  return applyRecipe(document, filing, recipe);
}
