import { disconnectSource } from './disconnect.ts';
import { dueSource } from './due.ts';
import { evidencePlansSource } from './evidence-plans.ts';
import { evidenceSource } from './evidence.ts';
import { eventsSource } from './events.ts';
import { kindsSource } from './kinds.ts';
import { lifeSource } from './life.ts';
import { ratesSource } from './rates.ts';
import { rollUpSource } from './roll-up.ts';
import { served, type ServedChart } from './served.ts';
import { yearsSource } from './years.ts';

/** In the order in which they are offered. */
export const charts: readonly ServedChart[] = [
  served(rollUpSource),
  served(evidenceSource),
  served(evidencePlansSource),
  served(disconnectSource),
  served(kindsSource),
  served(ratesSource),
  served(dueSource),
  served(yearsSource),
  served(lifeSource),
  served(eventsSource),
];
