/** A value of a record that an event changed. */
export interface FieldChange {
  /** Names from the outside in: ['money', 'budget']. */
  readonly path: readonly string[];
  /** null: nothing stood, or stands, there. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What differs between two values of an event, leaf by leaf, in the order of the newer one. */
export function changesBetween(before: unknown, after: unknown, path: readonly string[] = []): readonly FieldChange[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  if (old === null && now === null) {
    const [was, is] = [printed(before), printed(after)];
    return was === is ? [] : [{ path, before: was, after: is }];
  }
  const names = [...new Set([...Object.keys(now ?? {}), ...Object.keys(old ?? {})])];
  return names.flatMap((name) => changesBetween(old?.[name], now?.[name], [...path, name]));
}

/** A list's items go by their ids, so that one added in front changes none of the others; null for what has no parts. */
function partsOf(value: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(value.map((item: unknown, at) => [idOf(item) ?? String(at + 1), item]));
}

function idOf(item: unknown): string | null {
  if (typeof item !== 'object' || item === null || !('id' in item)) return null;
  return typeof item.id === 'string' ? item.id : null;
}

function printed(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null;
  return typeof value === 'number' ? value.toLocaleString('en-US') : String(value);
}
