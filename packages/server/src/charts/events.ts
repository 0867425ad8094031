import { addresses, events, type EventFact } from '@guankao/web';
import { placesOf } from '../sources/presenter.ts';
import { ofPlan } from './of-plan.ts';
import type { Source } from './served.ts';

export const eventsSource: Source<EventFact> = {
  chart: events,
  usual: 'filing',
  of: (held) => {
    const places = placesOf(held);
    return held.reading.plans.flatMap((plan) =>
      (plan.events ?? [])
        .map(({ kind, date, text, span }) => ({
          ...ofPlan(held, plan),
          kind,
          date,
          text,
          source: addresses.source(places.of([span]), addresses.plan(ofPlan(held, plan).id)),
        }))
        .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    );
  },
  together: (facts, { plan }) => (plan === null ? facts : facts.filter(({ id }) => id === plan.id)),
};
