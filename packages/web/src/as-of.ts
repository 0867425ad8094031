/** The time of which a page shows the record. */
export interface AsOfView {
  /** As it stands in addresses: `2026-03-01`, or a position of the log. */
  readonly asked: string;
  /** Of the log: the state after this event is shown. */
  readonly position: number;
  /** When that event happened: ISO 8601 with offset. */
  readonly at: string;
  /** The day whose end is meant; null where a position was asked for. */
  readonly day: string | null;
  /** The day is not over. */
  readonly isToday: boolean;
}

/** Pages, files and answers that can be asked as of a time before; without the language's prefix. */
const known =
  /^(?:\/|\/plans(?:\.csv)?|\/plans\/[^/]+(?:\/targets)?|\/lists\/[^/]+|\/filings|\/filings\/[^/]+(?:\/source|\/spent-and-met|\/(?:questions|clarifications)(?:\.(?:odt|pdf))?)?|\/charts(?:\/[a-z-]+(?:\.csv)?)?|\/commitments(?:\.csv)?|\/(?:findings|side-by-side)(?:\.csv)?|\/api\/charts\/[a-z-]+|\/api\/commitments|\/api\/(?:findings|side-by-side)|\/data\/[a-z-]+\.csv|\/api\/plans(?:\/[^/]+(?:\/targets)?)?|\/api\/filings(?:\/[^/]+(?:\/form\.[a-z]+)?(?:\/proof)?)?|\/api\/data\/(?!self-test)[a-z-]+)$/;

export function canBeAskedAsOf(path: string): boolean {
  return known.test(path.split(/[?#]/)[0] ?? '');
}

/** The same address as of that time, where it can be asked so; `asof` undefined: now. */
export function withAsOf(path: string, asof: string | undefined): string {
  if (asof === undefined || !canBeAskedAsOf(path) || asOfIn(path) !== null) return path;
  const [address = '', place] = path.split('#');
  const asked = `${address}${address.includes('?') ? '&' : '?'}asof=${encodeURIComponent(asof)}`;
  return place === undefined ? asked : `${asked}#${place}`;
}

/** The same page now. */
export function withoutAsOf(path: string): string {
  const [address = '', query = ''] = path.split('#')[0]?.split('?') ?? [];
  const kept = query.split('&').filter((part) => part !== '' && !/^asof(?:=|$)/.test(part));
  return kept.length === 0 ? address : `${address}?${kept.join('&')}`;
}

/** What an address asks for, beside what `asof` does. */
export function otherConditions(path: string): readonly (readonly [name: string, value: string])[] {
  const query = new URLSearchParams(withoutAsOf(path).split('?')[1] ?? '');
  return [...query].filter(([name]) => name !== 'page');
}

/** `asof` of an address; null where it has none. */
export function asOfIn(path: string): string | null {
  return new URLSearchParams(path.split('#')[0]?.split('?')[1] ?? '').get('asof');
}
