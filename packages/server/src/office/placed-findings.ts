import { hull } from '@guankao/domain';
import { readDocument, typedDocument, type TypedRow } from '@guankao/reading';
import type { PlacedFinding } from '@guankao/web';

/** What the checks find in rows as typed, each beside the field that its first evidence stands in. */
export async function placedFindings(
  agency: string,
  fiscalYear: number,
  rows: readonly TypedRow[],
  unit: '千元' | '元' = '千元',
): Promise<{
  readonly placed: readonly (PlacedFinding & { readonly row: number | null })[];
  readonly verdicts: readonly string[];
}> {
  const typed = await typedDocument({ agency, fiscalYear, unit, rows });
  const { reading } = readDocument(typed.document);
  const placed = reading.findings.map((finding) => {
    const place = typed.placeOf(hull(finding.evidence.slice(0, 1).map(({ span }) => span)));
    return { row: place?.row ?? null, field: place?.field ?? null, finding };
  });
  return { placed, verdicts: reading.plans.map(({ verdict }) => verdict) };
}
