import type { FastifyInstance } from 'fastify';
import { Refusal, rowFields } from '@guankao/domain';
import type { PastedRow } from '@guankao/reading';
import { checkPage } from '@guankao/web';
import { sendPage } from '../pages/route-pages.ts';
import type { Site } from '../pages/site.ts';
import { askToComeBack } from '../problems/handlers.ts';
import { demandPlainForm } from '../edge/plain-text.ts';
import { asking } from '../work/asking.ts';
import { fieldOf, type FormFields } from './texts-of-form.ts';

/** A row pasted by anybody is checked and forgotten. */
export function checkPages(server: FastifyInstance, site: Site): void {
  const options = { schema: { hide: true }, config: { shownAgain: true } } as const;
  const rowOf = (fields: FormFields) =>
    Object.fromEntries(rowFields.map((field) => [field, fieldOf(fields, field)])) as PastedRow;

  server.get('/check', options, async (_request, reply) =>
    sendPage(reply, site, (reader) => checkPage(reader, rowOf({}), null, null)),
  );

  server.post<{ Body: FormFields }>(
    '/check',
    { ...options, config: { ...options.config, limit: 'check-page' } },
    async (request, reply) => {
      const typed = rowOf(request.body ?? {});
      const fiscalYear = site.clock().getUTCFullYear() - 1;
      try {
        const form = { agency: '（未具名）', fiscalYear, unit: '千元', rows: [typed] } as const;
        demandPlainForm(request);
        const { unread, ...found } = await site.pool.run('check-pasted', form, asking(request));
        const checked = { ...found, unread: unread.map(({ field }) => field) };
        return sendPage(reply, site, (reader) => checkPage(reader, typed, checked, null));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        reply.status(error.status);
        askToComeBack(reply, error);
        // What was pasted is nowhere else: it stands in its fields again.
        return sendPage(reply, site, (reader) => checkPage(reader, typed, null, { message: error.inBothLanguages }));
      }
    },
  );
}
