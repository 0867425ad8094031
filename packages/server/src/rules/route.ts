import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { ruleById, rulePage, rulesPage } from '@guankao/web';
import { sendPage } from '../pages/route-pages.ts';
import type { Site } from '../pages/site.ts';

const RuleId = Type.Object({ id: Type.String({ minLength: 1, maxLength: 100 }) });

/** The public catalogue of rules, with how often each found something in what is held. */
export function rulePages(server: FastifyInstance, site: Site): void {
  const counted = async (): Promise<Readonly<Record<string, number>>> =>
    (await site.catalogue.plans({ size: 1 })).counts.finding;

  server.get('/rules', { schema: { hide: true } }, async (_request, reply) => {
    const counts = await counted();
    return sendPage(reply, site, (reader) => rulesPage(reader, counts));
  });

  server.get<{ Params: Static<typeof RuleId> }>(
    '/rules/:id',
    { schema: { hide: true, params: RuleId } },
    async (request, reply) => {
      const rule = ruleById(request.params.id);
      if (rule === undefined) return reply.callNotFound();
      const counts = await counted();
      return sendPage(reply, site, (reader) => rulePage(reader, rule, counts));
    },
  );
}
