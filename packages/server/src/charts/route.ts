import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { chartsPage, type Locale } from '@guankao/web';
import { asOfIn, AsOfQuestion, momentOf, shownTo } from '../as-of/as-of.ts';
import { sendPage } from '../pages/route-pages.ts';
import type { Site } from '../pages/site.ts';
import { presentFilingName } from '../sources/presenter.ts';
import { charts } from './charts.ts';
import { Asked } from './schema.ts';
import type { ServedChart } from './served.ts';

const ChartName = Type.Object({
  chart: Type.Union(
    charts.map(({ id }) => Type.Literal(id)),
    { description: 'Which chart' },
  ),
});
type Of = { Params: Static<typeof ChartName>; Querystring: Asked };

/** The list of charts, and of each its page and its figures as CSV in the words of the language. */
export function chartPages(server: FastifyInstance, site: Site, locale: Locale): void {
  server.get('/charts', { schema: { hide: true, querystring: AsOfQuestion } }, async (request, reply) => {
    const filings = (await shownTo(request, site).filings()).map(presentFilingName);
    return sendPage(reply, site, (reader) => chartsPage(reader, { charts, filings }));
  });

  const schema = { hide: true, params: ChartName, querystring: Asked };

  server.get<Of>('/charts/:chart', { schema, attachValidation: true }, async (request, reply) => {
    if (request.validationError?.validationContext === 'params') return reply.callNotFound();
    if (request.validationError !== undefined) throw request.validationError;
    const page = await named(request.params.chart).page(site, momentOf(request, site), request.query);
    return sendPage(reply, site, page);
  });

  server.get<Of>('/charts/:chart.csv', { schema, attachValidation: true }, async (request, reply) => {
    if (request.validationError?.validationContext === 'params') return reply.callNotFound();
    if (request.validationError !== undefined) throw request.validationError;
    const chart = named(request.params.chart);
    const asked = asOfIn(request)?.asked;
    const name = `${chart.id}${asked === undefined ? '' : `-${asked}`}.csv`;
    return reply
      .type('text/csv; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(await chart.csv(site, momentOf(request, site), request.query, locale));
  });
}

/** The same for programs, with codes for words. */
export function chartApi(server: FastifyInstance, site: Site): void {
  server.get<Of>(
    '/api/charts/:chart',
    {
      schema: {
        summary: 'The figures that a chart is drawn from; their meaning stands below it, at /en/charts/:chart',
        tags: ['data'],
        params: ChartName,
        querystring: Asked,
      },
    },
    async (request, reply) =>
      reply
        .header('cache-control', 'no-cache')
        .send(await named(request.params.chart).json(site, momentOf(request, site), request.query)),
  );
}

function named(id: string): ServedChart {
  const chart = charts.find((one) => one.id === id);
  if (chart === undefined) throw new RangeError(`no chart ${id}`);
  return chart;
}
