import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { exportFormats, type ExportFormat } from '@guankao/forms';
import type { Catalogue, RenderingRecord } from '@guankao/store';
import { shownTo } from '../as-of/as-of.ts';
import type { Site } from '../pages/site.ts';
import { EditionAsOf } from '../plans/schema.ts';
import { goneOrNotHeld } from '../problems/not-held.ts';
import { sendResult } from '../work/answer-in-time.ts';
import { sendForm } from '../work/send-form.ts';

export const FormOfFiling = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 300 }),
  format: Type.Union(Object.keys(exportFormats).map((format) => Type.Literal(format))),
});

/** The very file that was made when the edition was reported, whose bytes the log commits to; null where there is none. */
export async function keptRendering(
  request: FastifyRequest,
  { catalogue }: { readonly catalogue: Catalogue },
  id: string,
  edition: number | undefined,
  format: string,
): Promise<RenderingRecord | null> {
  const held = await shownTo(request, { catalogue }).filing(id, edition);
  return held === null ? null : catalogue.rendering(held.filing.id, held.edition.number, format);
}

/** The official form given back from a filing's reading: PDF, ODF, spreadsheet, data. */
export function filingForms(server: FastifyInstance, site: Site): void {
  server.get<{ Params: Static<typeof FormOfFiling>; Querystring: Static<typeof EditionAsOf> }>(
    '/api/filings/:id/form.:format',
    {
      config: { limit: 'form' },
      schema: {
        summary: 'The form, set anew from what was read',
        tags: ['filings'],
        params: FormOfFiling,
        querystring: EditionAsOf,
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const format = request.params.format as ExportFormat;
      const of = async () => {
        const held = await shownTo(request, site).filing(id, request.query.edition);
        if (held === null) throw await goneOrNotHeld(shownTo(request, site), id);
        return { reading: held.reading };
      };
      const kept = await keptRendering(request, site, id, request.query.edition, format);
      if (kept !== null) {
        const { name, mediaType, bytes } = kept;
        return sendResult(reply, { is: 'file', name, mediaType, bytes });
      }
      return sendForm(request, reply, site, of, format, `${id}.${format}`);
    },
  );
}
