import { threshold, jurisdictionOf, type Threshold, type ThresholdName } from '@guankao/regulations';
import { spanIn, textColumns } from '@guankao/domain';
import type { Document, Filing, PlanRow, RowClaims, Span, TextColumn } from '@guankao/domain';
import { readText } from '@guankao/passages';
import type { Text } from '@guankao/passages';
import { statementsOf, type Statement } from '@guankao/statements';

/** What the rules see: everything that was read, and nothing else. */
export interface Checked {
  readonly document: Document;
  readonly filing: Filing;
  readonly claims: readonly RowClaims[];
}

/** As `Checked`, each row's claims read when somebody asks for them. */
export interface Asked {
  readonly document: Document;
  readonly filing: Filing;
  /** By the id of the row; null where there are none. */
  readonly claimsOf: (plan: string) => RowClaims | null;
}

/**
 * What a rule over one row sees beside the row: nothing of the other rows, so that what it finds stays true for as long
 * as the row, its parent and its sub-plans say the same.
 */
export interface FormFacts {
  readonly document: Pick<Document, 'text' | 'mediaType'>;
  /** Gregorian. */
  readonly fiscalYear: number | null;
  /** TWD in one unit of the printed money columns; null where the unit is not printed. */
  readonly moneyFactor: bigint | null;
  /** The figure in force at the end of the year in the agency's jurisdiction; null where it has none, or the year is not known. */
  readonly threshold: (name: ThresholdName) => Threshold | null;
  /** No page image stands behind the text: a wrong glyph may be the conversion's. */
  readonly onlyText: boolean;
}

/** The filing as rules like to ask about it. Made once per check. */
export interface FilingFacts extends FormFacts {
  readonly document: Document;
  readonly filing: Filing;
  readonly rows: readonly Row[];
  /** By the id of their plan row. */
  readonly rowOf: ReadonlyMap<string, Row>;
}

export interface Row {
  readonly plan: PlanRow;
  /** Read on first asking. */
  readonly claims: RowClaims | null;
  readonly parent: PlanRow | null;
  readonly children: readonly PlanRow[];
  /** Every item of every text column, in the order of the columns. */
  readonly texts: readonly Text[];
  /** Not everything that it says, or that it was to reach, was looked at. */
  readonly inPart: boolean;
  /** What the texts say that can be worked out, each with what came of it. Read on first asking. */
  readonly statements: readonly Statement[];
}

/** Without what is worked out of its texts. */
export type PrintedRow = Omit<Row, 'claims' | 'statements' | 'inPart'>;

export function asked({ document, filing, claims }: Checked): Asked {
  const byPlan = new Map(claims.map((row) => [row.plan, row]));
  return { document, filing, claimsOf: (plan) => byPlan.get(plan) ?? null };
}

export function factsOf({ document, filing, claimsOf }: Asked): FilingFacts {
  const planOf = new Map(filing.plans.map((plan) => [plan.id, plan]));
  const fiscalYear = filing.fiscalYear?.value ?? null;
  const childrenOf = Map.groupBy(filing.plans, ({ parent }) => parent);
  const rows = filing.plans.map((plan) => {
    const parent = plan.parent === null ? null : (planOf.get(plan.parent) ?? null);
    return new ReadRow(plan, parent, childrenOf.get(plan.id) ?? [], () => claimsOf(plan.id), fiscalYear);
  });
  const jurisdiction = jurisdictionOf(filing.agency?.value ?? '');
  return {
    document,
    filing,
    fiscalYear,
    threshold: (name) => (fiscalYear === null ? null : threshold(name, `${fiscalYear}-12-31`, jurisdiction)),
    moneyFactor: filing.moneyUnit === null ? null : filing.moneyUnit.value === 'TWD' ? 1n : 1000n,
    onlyText: document.mediaType.startsWith('text/plain'),
    rows,
    rowOf: new Map(rows.map((row) => [row.plan.id, row])),
  };
}

class ReadRow implements Row {
  readonly plan: PlanRow;
  readonly parent: PlanRow | null;
  readonly children: readonly PlanRow[];
  readonly texts: readonly Text[];
  readonly #readClaims: () => RowClaims | null;
  readonly #fiscalYear: number | null;
  #claims: RowClaims | null | undefined;
  #statements: readonly Statement[] | undefined;

  constructor(
    plan: PlanRow,
    parent: PlanRow | null,
    children: readonly PlanRow[],
    readClaims: () => RowClaims | null,
    fiscalYear: number | null,
  ) {
    this.plan = plan;
    this.parent = parent;
    this.children = children;
    this.texts = textColumns.flatMap((column) =>
      plan[column].map((passage, index) => readText(column, index, passage)),
    );
    this.#readClaims = readClaims;
    this.#fiscalYear = fiscalYear;
  }

  get claims(): RowClaims | null {
    if (this.#claims === undefined) this.#claims = this.#readClaims();
    return this.#claims;
  }

  get inPart(): boolean {
    return this.plan.inPart === true || this.claims?.leftOut !== undefined;
  }

  get statements(): readonly Statement[] {
    this.#statements ??= statementsOf({ texts: this.texts, fiscalYear: this.#fiscalYear });
    return this.#statements;
  }
}

export function textsIn(row: Row, ...columns: readonly TextColumn[]): readonly Text[] {
  return row.texts.filter(({ column }) => columns.includes(column));
}

/** What became of the plan, wherever it was written. */
export const resultColumns = ['execution', 'explanation'] as const;

/** The printed place of `text.text.slice(start, end)`. */
export function place({ passage }: Text, start: number, end: number): Span {
  return spanIn(passage, start, end);
}

/** As many of the item's first characters as point, with its marker where it stands before them. */
export function beginning({ passage }: Text, characters: number, printed: string): Span {
  const end = Math.min(characters, passage.text.length);
  const span = spanIn(passage, 0, end);
  if (passage.marker === null) return span;
  const before = printed.lastIndexOf(passage.marker, span.start);
  return before < 0 || span.start - before > passage.marker.length + 8 ? span : { ...span, start: before };
}

/** How people name the columns of this form. */
export const columnNames = {
  plannedWork: { 'zh-Hant': '預定工作欄', en: 'the planned work column' },
  execution: { 'zh-Hant': '執行情形欄', en: 'the execution column' },
  goals: { 'zh-Hant': '績效目標欄', en: 'the goals column' },
  explanation: { 'zh-Hant': '達成說明欄', en: 'the explanation column' },
} as const;

export const moneyNames = {
  approvedTotal: { 'zh-Hant': '核定總經費', en: 'approved total' },
  budgetedToDate: { 'zh-Hant': '累計編列數', en: 'budgeted to date' },
  executedToDate: { 'zh-Hant': '累計執行數', en: 'executed to date' },
} as const;
