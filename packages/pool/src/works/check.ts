import { hull, type Finding, type RowField } from '@guankao/domain';
import { readDocument, typedDocument, type TypedForm } from '@guankao/reading';

export interface CheckedForm {
  readonly placed: readonly {
    /** 0-based; null: about the form. */
    readonly row: number | null;
    /** The field that its first evidence stands in; null: about the row. */
    readonly field: RowField | null;
    readonly finding: Finding;
  }[];
  /** One a row. */
  readonly verdicts: readonly string[];
}

/** What the checks find in rows as typed, each finding beside its field. */
export async function check(form: TypedForm): Promise<CheckedForm> {
  const typed = await typedDocument(form);
  const { reading } = readDocument(typed.document);
  const placed = reading.findings.map((finding) => {
    const place = typed.placeOf(hull(finding.evidence.slice(0, 1).map(({ span }) => span)));
    return { row: place?.row ?? null, field: place?.field ?? null, finding };
  });
  return { placed, verdicts: reading.plans.map(({ verdict }) => verdict) };
}
