import type { FastifyInstance } from 'fastify';
import { typedFields, type TypedRow } from '@guankao/reading';
import { checkPage } from '@guankao/web';
import { sendPage } from '../pages/route-pages.ts';
import type { Site } from '../pages/site.ts';
import { placedFindings } from './placed-findings.ts';
import { fieldOf, type FormFields } from './texts-of-form.ts';

/** A row pasted by anybody is checked and forgotten. */
export function checkPages(server: FastifyInstance, site: Site): void {
  const options = { schema: { hide: true } };
  const rowOf = (fields: FormFields) =>
    Object.fromEntries(typedFields.map(([field]) => [field, fieldOf(fields, field)])) as unknown as TypedRow;

  server.get('/check', options, async (_request, reply) =>
    sendPage(reply, site, (reader) => checkPage(reader, rowOf({}), null)),
  );

  server.post<{ Body: FormFields }>(
    '/check',
    { ...options, config: { rateLimit: { max: 120, timeWindow: '1 minute' } } },
    async (request, reply) => {
      const typed = rowOf(request.body ?? {});
      const { placed } = await placedFindings('（未具名）', site.clock().getUTCFullYear() - 1, [typed]);
      return sendPage(reply, site, (reader) => checkPage(reader, typed, placed));
    },
  );
}
