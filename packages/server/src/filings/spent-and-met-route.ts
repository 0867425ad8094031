import type { Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import type { FilingEdition } from '@guankao/store';
import { spentAndMetPage, type SpentAndMetLine } from '@guankao/web';
import { AsOfQuestion, shownTo } from '../as-of/as-of.ts';
import { asJson } from '../data/table.ts';
import { spentAndMet } from '../data/tables/spent-and-met.ts';
import { sendPage } from '../pages/route-pages.ts';
import type { Site } from '../pages/site.ts';
import { goneOrNotHeld } from '../problems/not-held.ts';
import { presentFilingName } from '../sources/presenter.ts';
import { FilingId } from './schema.ts';

/** The picture of a filing's rates, drawn from the very facts that are given away. */
export function spentAndMetPages(server: FastifyInstance, site: Site): void {
  server.get<{ Params: Static<typeof FilingId>; Querystring: Static<typeof AsOfQuestion> }>(
    '/filings/:id/spent-and-met',
    { schema: { hide: true, params: FilingId, querystring: AsOfQuestion } },
    async (request, reply) => {
      const held = await shownTo(request, site).filing(request.params.id);
      if (held === null) throw await goneOrNotHeld(shownTo(request, site), request.params.id);
      const view = { filing: presentFilingName(held.filing), lines: linesOf(held) };
      return sendPage(reply, site, (reader) => spentAndMetPage(reader, view));
    },
  );
}

function linesOf(held: FilingEdition): readonly SpentAndMetLine[] {
  // The columns of the table say of which type each value is, and the self-test holds them to it.
  return [...spentAndMet.facts(held)].map((fact) => asJson(spentAndMet, fact) as unknown as SpentAndMetLine);
}
