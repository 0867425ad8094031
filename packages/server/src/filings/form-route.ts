import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { exportFormats, type ExportFormat } from '@guankao/forms';
import type { Site } from '../pages/site.ts';
import { EditionQuestion } from '../plans/schema.ts';
import { notHeld } from '../problems/not-held.ts';
import { sendForm } from '../work/send-form.ts';

const FormOfFiling = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 300 }),
  format: Type.Union(Object.keys(exportFormats).map((format) => Type.Literal(format))),
});

/** The official form given back from a filing's reading: PDF, ODF, spreadsheet, data. */
export function filingForms(server: FastifyInstance, site: Site): void {
  server.get<{ Params: Static<typeof FormOfFiling>; Querystring: Static<typeof EditionQuestion> }>(
    '/api/filings/:id/form.:format',
    {
      config: { limit: 'form' },
      schema: {
        summary: 'The form, set anew from what was read',
        tags: ['filings'],
        params: FormOfFiling,
        querystring: EditionQuestion,
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const format = request.params.format as ExportFormat;
      const of = async () => {
        const held = await site.catalogue.filing(id, request.query.edition);
        if (held === null) throw notHeld('filing', id);
        return { reading: held.reading };
      };
      return sendForm(request, reply, site, of, format, `${id}.${format}`);
    },
  );
}
