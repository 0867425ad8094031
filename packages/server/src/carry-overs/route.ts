import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { may, nullable, yearPolicy } from '@guankao/workflow';
import type { OfficeSite } from '../office/office-site.ts';
import { noSuch } from '../office/pages/desk.ts';
import { YearId } from '../office/schema.ts';
import { signedIn } from '../sign-in/authenticate.ts';
import { carryOversOf } from './standing.ts';

const CarryOversJson = Type.Object({
  records: Type.Array(
    Type.Object({
      id: Type.String(),
      row: Type.String({ description: 'Its id' }),
      agency: Type.String({ description: 'Its id' }),
      fiscalYear: Type.Integer({ description: 'Of the row: Gregorian' }),
      state: Type.String(),
      asked: Type.Integer({ description: 'TWD' }),
      approved: nullable(Type.Integer(), { description: 'TWD; null: not decided' }),
      open: Type.Integer({ description: 'TWD that was approved and is neither realised nor cancelled' }),
      alerts: Type.Array(
        Type.Object({
          line: Type.String({ description: 'Its id' }),
          open: Type.Integer({ description: 'TWD' }),
          lastDay: Type.String({ description: 'On which its fourth year ends' }),
          isPast: Type.Boolean(),
          article: Type.String(),
          settled: Type.Boolean({ description: 'Whether the sources read settle it' }),
        }),
      ),
    }),
  ),
});

/** A year's carry-overs, and what is still open of years before, over HTTP; the records themselves come from their noun. */
export function carryOversApi(server: FastifyInstance, { office, clock }: OfficeSite): void {
  server.get<{ Params: Static<typeof YearId> }>(
    '/api/years/:id/carry-overs',
    {
      schema: {
        summary: 'Money carried over of a year, and still open of years before, with what nears its fourth year’s end',
        tags: ['carry-over'],
        params: YearId,
        response: { 200: CarryOversJson },
      },
    },
    async (request) => {
      const [actor, tree, form] = [signedIn(request), await office.tree(), await office.year(request.params.id)];
      if (form === null || !may(yearPolicy, 'read', actor, form.year, tree)) throw noSuch(request.params.id);
      const found = await carryOversOf(office, form.year, (id) => id, { actor, tree, now: clock() });
      return {
        records: found.map(({ carryOver: { id, row, agency, fiscalYear, state }, asked, approved, open, alerts }) => ({
          id,
          row,
          agency,
          fiscalYear,
          state,
          asked,
          approved,
          open,
          alerts: alerts.map(({ line, limit: { lastDay, article, settled }, open: left, isPast }) => ({
            line: line.id,
            open: left,
            lastDay,
            isPast,
            article,
            settled,
          })),
        })),
      };
    },
  );
}
