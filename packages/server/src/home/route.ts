import type { FastifyInstance } from 'fastify';
import { isAboutFiling } from '@guankao/domain';
import type { FilingRecord, Shown } from '@guankao/store';
import { aboutPage, homePage, type FindingView } from '@guankao/web';
import { askFirst } from '../filings/presenter.ts';
import { filingLines, listFacets, Totals } from '../filings/route.ts';
import { AsOfQuestion, momentOf, shownTo } from '../as-of/as-of.ts';
import { sendPage } from '../pages/route-pages.ts';
import type { Site } from '../pages/site.ts';
import { presentFindings } from '../plans/presenter.ts';
import { promisesAtHome } from '../promises/route.ts';
import { placesOf } from '../sources/presenter.ts';

export function homePages(server: FastifyInstance, site: Site): void {
  const totals = new Totals();

  server.get('/', { schema: { hide: true, querystring: AsOfQuestion } }, async (request, reply) => {
    const shown = shownTo(request, site);
    const [filings, all, records, promises] = await Promise.all([
      filingLines(shown, totals),
      shown.plans({ size: 1 }),
      shown.filings(),
      promisesAtHome(site, momentOf(request, site)),
    ]);
    const view = {
      filings,
      lists: listFacets(all.counts.list),
      plans: all.total,
      promises,
      specimens: await specimens(shown, records),
    };
    return sendPage(reply, site, (reader) => homePage(reader, view));
  });

  server.get('/about', { schema: { hide: true } }, (_request, reply) => sendPage(reply, site, aboutPage));
}

/** Three findings of the filing taken in last, with arithmetic and gravest first: what this is, in a glance. */
async function specimens(shown: Shown, records: readonly FilingRecord[]): Promise<readonly FindingView[]> {
  const [latest] = [...records].sort((a, b) =>
    (b.editions.at(-1)?.importedAt ?? '').localeCompare(a.editions.at(-1)?.importedAt ?? ''),
  );
  const held = latest === undefined ? null : await shown.filing(latest.id);
  if (held === null) return [];
  const findings = presentFindings(held.reading.findings, held.reading, held.filing.id, placesOf(held));
  return askFirst(
    findings.filter(({ finding }) => isAboutFiling(finding)),
    3,
  );
}
