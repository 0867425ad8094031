import { addresses, due, type DueFact, type PromiseLine } from '@guankao/web';
import { AllPromises } from '../promises/promises.ts';
import { lastDay } from '../promises/standing.ts';
import type { Source } from './served.ts';

/** How a promise stands depends on later filings and on the day: the page of commitments knows it, and keeps it. */
export const dueSource: Source<DueFact> = {
  chart: due,
  usual: 'all',
  of: () => [],
  whole: async (site, moment, isPatient) => {
    const promises = AllPromises.of(site, moment);
    const { lines } = isPatient ? await promises.whole() : await promises.within(site.patience);
    return lines.map(factOf);
  },
};

function factOf(line: PromiseLine): DueFact & { readonly filing: string } {
  const { id, filing, plan, text, state, basis } = line;
  return {
    id: plan.id,
    name: plan.name,
    ministry: filing.agency,
    year: filing.fiscalYear,
    promise: id,
    filing: filing.id,
    due: line.due,
    month: line.due === null ? null : lastDay(line.due).slice(0, 7),
    state,
    basis,
    text,
    source: addresses.promise(line, null),
  };
}
