import { Refusal } from '@guankao/domain';
import type { Context } from '../../../context.ts';
import { standingOfDeputy, type Deputyship } from '../deputy.ts';
import type { DeputyEvent } from '../events.ts';

/** Ends a deputyship at once. One that was revoked already stays so; one whose last day is over needs no end. */
export function revokeDeputy(deputyship: Deputyship, { actor, now }: Context): readonly DeputyEvent[] {
  const standing = standingOfDeputy(deputyship, now);
  if (standing === 'revoked') return [];
  if (standing === 'ended') throw over();
  return [{ kind: 'deputy-revoked', subject: deputyship.id, payload: { by: actor.name, at: now.toISOString() } }];
}

function over(): Refusal {
  return new Refusal('deputy-over', 409, {
    'zh-Hant': '這項代理已期滿，不必終止。',
    en: 'this deputyship is over; there is nothing to end.',
  });
}
