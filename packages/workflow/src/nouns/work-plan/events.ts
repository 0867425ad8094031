import { withWriter, type ActingFor } from '../../actors.ts';
import type { Changed } from '../../noun.ts';
import type { WorkPlanMove, WorkPlanState } from './machine.ts';
import type { WorkContent, WorkPlan } from './work-plan.ts';

/** What happened to an annual work plan. `writer` and `by` are ids of accounts. */
export type WorkPlanEvent =
  | Happening<'work-plan-opened', { readonly plan: WorkPlan }>
  | Happening<'work-plan-saved', Changed<WorkContent> & { readonly writer: string }>
  | Happening<
      'work-plan-moved',
      {
        readonly move: WorkPlanMove;
        readonly from: WorkPlanState;
        readonly to: WorkPlanState;
        readonly by: string;
        /** Of whoever moved it. */
        readonly name: string;
        readonly at: string;
        /** Why it was returned or adjusted. */
        readonly why: string | null;
      }
    >;

interface Happening<Kind extends string, Payload> {
  readonly kind: Kind;
  readonly subject: string;
  readonly payload: Payload;
  readonly actingFor?: ActingFor;
}

/** A work plan after an event. */
export function applyToWorkPlan(before: WorkPlan | null, event: WorkPlanEvent): WorkPlan {
  if (event.kind === 'work-plan-opened') return event.payload.plan;
  if (before === null) throw new Error(`${event.kind} before the work plan ${event.subject} was opened`);
  const next = { ...before, version: before.version + 1 };
  if (event.kind === 'work-plan-saved') {
    const { after, writer } = event.payload;
    return {
      ...next,
      content: after,
      itemsEver: highest(after.items, before.itemsEver),
      checkPointsEver: highest(after.checkPoints, before.checkPointsEver),
      writers: withWriter(before.writers, writer, event.actingFor),
    };
  }
  const { move, to, by, name, at, why } = event.payload;
  const moved = { ...next, state: to };
  switch (move) {
    case 'submit':
      return { ...moved, writers: withWriter(before.writers, by, event.actingFor) };
    case 'approve': {
      const { adjustment, reason, content } = before;
      return { ...moved, approvals: [...before.approvals, { adjustment, reason, content, by: name, at }] };
    }
    case 'return':
      return { ...moved, remarks: [...before.remarks, { text: why ?? '', by: name, at }] };
    case 'adjust':
      return { ...moved, adjustment: before.adjustment + 1, reason: why };
    case 'withdraw':
    case 'lock':
      return moved;
  }
}

/** The number in the newest id: w12 is 12. */
function highest(listed: readonly { readonly id: string }[], ever: number): number {
  return listed.reduce((most, { id }) => Math.max(most, Number(id.slice(1))), ever);
}
