import type { IndicatorRecord, RowRecord } from './row.ts';

/** A target that was set, or revised: what stood before, what stands since, and by which event. */
export interface TargetChange<Event> {
  readonly indicator: Pick<IndicatorRecord, 'id' | 'label' | 'unit' | 'comparator'>;
  /** null: it is the first. */
  readonly before: Target | null;
  readonly after: Target;
  readonly event: Event;
}

type Target = IndicatorRecord['targets'][number];

/** From a row's history, oldest first. What an indicator was opened with is each a change of its own. */
export function targetChanges<Event extends { readonly kind: string; readonly payload: unknown }>(
  history: readonly Event[],
): readonly TargetChange<Event>[] {
  return history.flatMap((event) => {
    const indicators = indicatorsAfter(event);
    const before = event.kind === 'row-indicators-saved' ? indicatorsIn(event.payload, 'before') : [];
    return indicators.flatMap((indicator) => {
      const known = before.find(({ id }) => id === indicator.id)?.targets.length ?? 0;
      return indicator.targets
        .slice(known)
        .map((after, at) => ({ indicator, before: indicator.targets[known + at - 1] ?? null, after, event }));
    });
  });
}

function indicatorsAfter({ kind, payload }: { readonly kind: string; readonly payload: unknown }) {
  if (kind === 'row-opened') return (payload as { readonly row: RowRecord }).row.indicators;
  return kind === 'row-indicators-saved' ? indicatorsIn(payload, 'after') : [];
}

function indicatorsIn(payload: unknown, part: 'before' | 'after'): readonly IndicatorRecord[] {
  return (payload as Readonly<Record<typeof part, readonly IndicatorRecord[]>>)[part];
}

/** Whether a target asks for less than the one before it. `otherwise`: where that cannot be told. */
export type TargetStep = 'first' | 'eased' | 'tightened' | 'otherwise';

/** Of figures in one unit, by the sign that the result is held to them with. */
export function targetStep(comparator: string, before: number | null | undefined, after: number | null): TargetStep {
  if (before === undefined) return 'first';
  if (before === null || after === null || before === after) return 'otherwise';
  const less = after < before;
  if (comparator === '>=' || comparator === '=') return less ? 'eased' : 'tightened';
  return comparator === '<=' ? (less ? 'tightened' : 'eased') : 'otherwise';
}
