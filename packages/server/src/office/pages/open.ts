import type { FastifyInstance, FastifyRequest } from 'fastify';
import { openYearPage, type Refused } from '@guankao/web';
import { fieldOf, type FormFields } from '../texts-of-form.ts';
import { lastYearsForm, predecessorFrom } from '../year-form.ts';
import { nameOf, noSuch, type Desk } from './desk.ts';

const options = { schema: { hide: true }, config: { shownAgain: true } } as const;

/** Opening a year from last year’s filing. */
export function openYearPages(server: FastifyInstance, desk: Desk): void {
  async function openYearHtml(
    request: FastifyRequest,
    chosen: string | null,
    refused: Refused | null,
  ): Promise<string> {
    const [own, records] = [await desk.frame(request), await desk.site.catalogue.filings()];
    const lastYear = chosen === null ? null : await lastYearsForm(desk.site, await desk.context(request), chosen);
    const filings = records.map(({ id }) => ({
      id,
      plans:
        id === chosen ? (lastYear?.held.reading.plans ?? []).map((plan) => ({ id: plan.id, name: plan.name })) : [],
    }));
    return openYearPage(
      desk.reader(request),
      own,
      { ministries: own.agencies.filter(({ parent }) => parent === null), filings, chosen, agencies: own.agencies },
      refused,
    );
  }

  /** The agencies of the house are shown to those who may open a year. */
  async function demandOpens(request: FastifyRequest): Promise<void> {
    const { actor } = await desk.context(request);
    if (!actor.grants.some(({ role }) => role === 'compiler')) throw noSuch('open');
  }

  server.get<{ Querystring: { from?: string } }>('/office/open', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    await demandOpens(request);
    return desk.send(reply, openYearHtml(request, request.query.from ?? null, null));
  });

  server.post<{ Body: FormFields }>('/office/open', options, async (request, reply) => {
    await demandOpens(request);
    const from = fieldOf(request.body, 'from') || null;
    return desk.orShow(
      reply,
      (refused) => openYearHtml(request, from, refused),
      async () => {
        const [agencies, lastYear] = [
          await desk.office.agencies(),
          from === null ? null : await lastYearsForm(desk.site, await desk.context(request), from),
        ];
        const chosen = (prefixed: string) =>
          Object.fromEntries(
            Object.entries(request.body).flatMap(([name, value]) =>
              name.startsWith(prefixed) && typeof value === 'string' && value.trim() !== ''
                ? [[name.slice(prefixed.length), value]]
                : [],
            ),
          );
        const facts = predecessorFrom(lastYear, chosen('agency-'), chosen('left-'));
        const ministry = fieldOf(request.body, 'ministry');
        const fiscalYear = Number(fieldOf(request.body, 'year')) + 1911;
        const plans = fieldOf(request.body, 'plans')
          .split('\n')
          .flatMap((line) => (line.trim() === '' ? [] : [{ name: line.trim(), agency: ministry }]));
        const input = { ministry, ministryName: nameOf(agencies, ministry), fiscalYear, plans };
        const { records } = await desk.perform(request, [
          { noun: 'year', command: 'open', id: null, shown: null, input, facts },
        ]);
        return reply.redirect(desk.to(`/office/years/${encodeURIComponent(records[0]?.id ?? '')}`), 303);
      },
    );
  });
}
