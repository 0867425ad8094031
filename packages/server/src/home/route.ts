import type { FastifyInstance } from 'fastify';
import { isAboutFiling } from '@guankao/domain';
import type { Catalogue, FilingRecord } from '@guankao/store';
import { aboutPage, homePage, type FindingView } from '@guankao/web';
import { askFirst } from '../filings/presenter.ts';
import { filingLines, listFacets, Totals } from '../filings/route.ts';
import { sendPage } from '../pages/route-pages.ts';
import type { Site } from '../pages/site.ts';
import { presentFindings } from '../plans/presenter.ts';
import { promisesAtHome } from '../promises/route.ts';
import { placesOf } from '../sources/presenter.ts';

export function homePages(server: FastifyInstance, site: Site): void {
  const { catalogue } = site;
  const totals = new Totals(catalogue);

  server.get('/', { schema: { hide: true } }, async (_request, reply) => {
    const [filings, all, records, promises] = await Promise.all([
      filingLines(catalogue, totals),
      catalogue.plans({ size: 1 }),
      catalogue.filings(),
      promisesAtHome(site),
    ]);
    const view = {
      filings,
      lists: listFacets(all.counts.list),
      plans: all.total,
      promises,
      specimens: await specimens(catalogue, records),
    };
    return sendPage(reply, site, (reader) => homePage(reader, view));
  });

  server.get('/about', { schema: { hide: true } }, (_request, reply) => sendPage(reply, site, aboutPage));
}

/** Three findings of the filing taken in last, with arithmetic and gravest first: what this is, in a glance. */
async function specimens(catalogue: Catalogue, records: readonly FilingRecord[]): Promise<readonly FindingView[]> {
  const [latest] = [...records].sort((a, b) =>
    (b.editions.at(-1)?.importedAt ?? '').localeCompare(a.editions.at(-1)?.importedAt ?? ''),
  );
  const held = latest === undefined ? null : await catalogue.filing(latest.id);
  if (held === null) return [];
  const findings = presentFindings(held.reading.findings, held.reading, held.filing.id, placesOf(held));
  return askFirst(
    findings.filter(({ finding }) => isAboutFiling(finding)),
    3,
  );
}
