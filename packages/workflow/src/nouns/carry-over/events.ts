import { withWriter, type ActingFor } from '../../actors.ts';
import type { Changed } from '../../noun.ts';
import type { CarryOver, CarryOverLine } from './carry-over.ts';
import type { CarryOverMove, CarryOverState } from './machine.ts';

type Decision = NonNullable<CarryOver['decision']>;
type Settlement = CarryOver['settlements'][number];

/** What happened to a carry-over. `writer` and `by` are ids of accounts. */
export type CarryOverEvent =
  | Happening<'carry-over-opened', { readonly carryOver: CarryOver }>
  | Happening<'carry-over-saved', Changed<readonly CarryOverLine[]> & { readonly writer: string }>
  | Happening<
      'carry-over-moved',
      {
        readonly move: CarryOverMove;
        readonly from: CarryOverState;
        readonly to: CarryOverState;
        readonly by: string;
        /** Of whoever moved it. */
        readonly name: string;
        readonly at: string;
        readonly why: string | null;
        /** Of an approval, whole or in part, and of a refusal. */
        readonly decision: Decision | null;
      }
    >
  | Happening<'carry-over-settled', { readonly settlement: Settlement }>;

interface Happening<Kind extends string, Payload> {
  readonly kind: Kind;
  readonly subject: string;
  readonly payload: Payload;
  /** Whoever it was done for, where a deputy did it. */
  readonly actingFor?: ActingFor;
}

/** A carry-over after an event. */
export function applyToCarryOver(before: CarryOver | null, event: CarryOverEvent): CarryOver {
  if (event.kind === 'carry-over-opened') return event.payload.carryOver;
  if (before === null) throw new Error(`${event.kind} before the carry-over ${event.subject} was opened`);
  const next = { ...before, version: before.version + 1 };
  if (event.kind === 'carry-over-saved') {
    const { after, writer } = event.payload;
    const linesEver = after.reduce((most, { id }) => Math.max(most, Number(id.slice(1))), before.linesEver);
    return { ...next, lines: after, linesEver, writers: withWriter(before.writers, writer, event.actingFor) };
  }
  if (event.kind === 'carry-over-settled')
    return { ...next, settlements: [...before.settlements, event.payload.settlement] };
  const { move, to, by, name, at, why, decision } = event.payload;
  const moved = { ...next, state: to };
  switch (move) {
    case 'submit':
      return { ...moved, reviewed: null, writers: withWriter(before.writers, by, event.actingFor) };
    case 'withdraw':
    case 'close':
      return moved;
    case 'review':
      return { ...moved, reviewed: { by: name, at } };
    case 'return':
      return { ...moved, reviewed: null, remarks: [...before.remarks, { text: why ?? '', by: name, at }] };
    case 'revoke':
      return { ...moved, decision: null, remarks: [...before.remarks, { text: why ?? '', by: name, at }] };
    case 'approve':
    case 'approve-partly':
    case 'refuse':
      return { ...moved, decision };
  }
}
