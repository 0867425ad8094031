import { columnTitles, textColumns, type Finding, type Span, type TextColumn } from '@guankao/domain';
import type { PlanReading, Reading } from '@guankao/reading';

/** A stretch of a text, marked where a finding speaks of it. */
export interface Piece {
  readonly text: string;
  /** Places in `findings` of the row, 0-based, of those that cite it; empty where none does. */
  readonly by: readonly number[];
}

/** A row with what was found in it, beside its own words. */
export interface RowSeen {
  /** null: of the filing as a whole. */
  readonly plan: PlanReading | null;
  readonly findings: readonly Finding[];
  /** Only columns that hold something. */
  readonly texts: readonly { readonly column: TextColumn; readonly title: string; readonly pieces: readonly Piece[] }[];
}

const weight = { error: 0, warning: 1, question: 2 } as const;

/** Rows in which something was found, in the order of the form, and before them what is said of the whole; gravest findings first. */
export function rowsOf({ document, plans, findings }: Reading): readonly RowSeen[] {
  const byPlan = Map.groupBy(findings, ({ plan }) => plan);
  const ordered = (plan: string | null) =>
    (byPlan.get(plan) ?? []).toSorted((a, b) => weight[a.severity] - weight[b.severity]);
  const whole = ordered(null);
  return [
    ...(whole.length === 0 ? [] : [{ plan: null, findings: whole, texts: [] }]),
    ...plans.flatMap((plan): RowSeen[] => {
      const found = ordered(plan.id);
      return found.length === 0 ? [] : [{ plan, findings: found, texts: textsOf(plan, found, document.text) }];
    }),
  ];
}

function textsOf(plan: PlanReading, findings: readonly Finding[], source: string): RowSeen['texts'] {
  return textColumns.flatMap((column) => {
    const spans = plan[column].flatMap((item) => item.spans);
    return spans.length === 0
      ? []
      : [{ column, title: columnTitles[column], pieces: piecesOf(spans, findings, source) }];
  });
}

/** Cuts what stands at `spans` where a cited passage begins or ends. */
function piecesOf(spans: readonly Span[], findings: readonly Finding[], source: string): readonly Piece[] {
  const cited = findings.flatMap(({ evidence }, at) => evidence.map(({ span }) => ({ ...span, at })));
  return spans.flatMap(({ start, end }, index) => {
    const edges = cited.flatMap((one) => [one.start, one.end]).filter((edge) => edge > start && edge < end);
    const cuts = [...new Set([start, ...edges, end])].toSorted((a, b) => a - b);
    const pieces = cuts.slice(1).map((to, at): Piece => {
      const from = cuts[at] ?? start;
      const by = cited.filter((one) => one.start < to && one.end > from).map((one) => one.at);
      return { text: source.slice(from, to), by: [...new Set(by)] };
    });
    return index === 0 ? pieces : [{ text: '\n', by: [] }, ...pieces];
  });
}
