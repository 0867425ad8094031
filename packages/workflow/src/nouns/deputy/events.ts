import type { ActingFor } from '../../actors.ts';
import type { Deputyship } from './deputy.ts';

/** What happened to a deputyship. That its last day is over is no event: the clock says so. */
export type DeputyEvent =
  | Happening<'deputy-appointed', { readonly deputyship: Deputyship }>
  | Happening<'deputy-revoked', { readonly by: string; readonly at: string }>;

interface Happening<Kind extends string, Payload> {
  readonly kind: Kind;
  readonly subject: string;
  readonly payload: Payload;
  readonly actingFor?: ActingFor;
}

/** A deputyship after an event. */
export function applyToDeputyship(before: Deputyship | null, event: DeputyEvent): Deputyship {
  if (event.kind === 'deputy-appointed') return event.payload.deputyship;
  if (before === null) throw new Error(`${event.kind} before the deputyship ${event.subject} was made`);
  const { by, at } = event.payload;
  return { ...before, version: before.version + 1, revoked: { by, at } };
}
