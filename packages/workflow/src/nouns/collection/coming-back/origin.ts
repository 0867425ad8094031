import { keyOf, type CollectionRecord, type UnreadReason } from '../collection.ts';
import { collectionNamedIn, headsFor } from '../sheet.ts';

/** Where a file comes from, as far as it says so: by the line above its table, and by the codes of its rows. */
export interface Origin {
  /** Id of the agency whose file it is; null: neither the line nor most of the codes say. */
  readonly agency: string | null;
  /** It names another collection and not this one: what its rows without a code of this one are. */
  readonly elsewhere: UnreadReason | null;
  /** It names this collection, or has codes of it. */
  readonly isNamed: boolean;
}

/** `texts`: of all its cells and lines. */
export function originOf(collection: CollectionRecord, texts: readonly string[]): Origin {
  const keys = new Set(texts.map((text) => keyOf(text)));
  const own = collection.rows.filter(({ cells }) => keys.has(keyOf(cells[0] ?? '')));
  const named = texts.flatMap((text) => collectionNamedIn(text) ?? []);
  const isNamed = named.includes(keyOf(collection.id));
  const other = named.find((one) => one !== keyOf(collection.id));
  const isOtherRound = other?.startsWith(keyOf(`${collection.year}-收集-`)) === true;
  return {
    agency: agencyOf(collection, texts, keys),
    elsewhere: other === undefined || isNamed ? null : isOtherRound ? 'other-round' : 'other-year',
    isNamed: isNamed || own.length > 0,
  };
}

function agencyOf(
  { receivers, rows, ...collection }: CollectionRecord,
  texts: readonly string[],
  keys: ReadonlySet<string>,
): string | null {
  const named = receivers.filter(({ agency, name }) => keys.has(keyOf(headsFor(collection, agency, name)[0] ?? '')));
  if (named.length > 0) return named.length === 1 ? (named[0]?.agency ?? null) : null;
  const ofWhom = new Map([
    ...receivers.map(({ agency, name }) => [keyOf(name), agency] as const),
    ...rows.map(({ agency, cells }) => [keyOf(cells[0] ?? ''), agency] as const),
  ]);
  const told = texts.flatMap((text) => ofWhom.get(keyOf(text)) ?? []);
  const counts = [...Map.groupBy(told, (agency) => agency)];
  return counts.find(([, own]) => own.length * 2 > told.length)?.[0] ?? null;
}
