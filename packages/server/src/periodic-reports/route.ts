import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { agenciesReported, may, nullable, rowPolicy, yearPolicy } from '@guankao/workflow';
import { noSuch } from '../office/pages/desk.ts';
import type { OfficeSite } from '../office/office-site.ts';
import { YearId } from '../office/schema.ts';
import { signedIn } from '../sign-in/authenticate.ts';
import { reportingOfYear } from './reporting.ts';

const MonthQuery = Type.Object({
  month: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 12, description: 'That is over; the last one where it is left out' }),
  ),
});

const ReportingJson = Type.Object({
  month: Type.Integer(),
  agenciesDue: Type.Integer({ description: 'Agencies of which any report is due' }),
  agenciesReported: Type.Integer({ description: 'Those of which all came' }),
  agencies: Type.Array(
    Type.Object({
      agency: Type.String({ description: 'Its id' }),
      due: Type.Integer(),
      reported: Type.Integer(),
      overdue: Type.Integer({ description: '逾期未報' }),
      cameLate: Type.Integer(),
      withoutPlan: Type.Integer({ description: 'Rows without an approved work plan: nothing is due of them' }),
      rows: Type.Array(
        Type.Object({
          row: Type.String({ description: 'Its id' }),
          due: nullable(Type.String(), { description: 'null: no approved work plan' }),
          state: nullable(Type.String(), { description: 'Of the report; null: not begun' }),
          reported: nullable(Type.String(), { description: 'Day of the first 陳核' }),
          daysLate: Type.Integer(),
          settled: nullable(Type.Boolean(), { description: 'Whether the sources read settle the day' }),
          article: nullable(Type.String(), { description: 'Ground of the day' }),
        }),
      ),
    }),
  ),
});

/** Who is late, over HTTP; the reports themselves come from their noun. */
export function reportingApi(server: FastifyInstance, site: OfficeSite): void {
  const { office, clock } = site;
  server.get<{ Params: Static<typeof YearId>; Querystring: Static<typeof MonthQuery> }>(
    '/api/years/:id/reporting',
    {
      schema: {
        summary: 'Who has reported of a month, by agency, and who is late',
        tags: ['periodic-report'],
        params: YearId,
        querystring: MonthQuery,
        response: { 200: ReportingJson },
      },
    },
    async (request) => {
      const [actor, tree, form] = [signedIn(request), await office.tree(), await office.year(request.params.id)];
      if (form === null || !may(yearPolicy, 'read', actor, form.year, tree)) throw noSuch(request.params.id);
      const rows = form.rows.filter((row) => may(rowPolicy, 'read', actor, row, tree));
      const current = { actor, tree, now: clock() };
      const found = await reportingOfYear(office, form.year, rows, request.query.month ?? null, current);
      const { of, done } = agenciesReported(found.agencies);
      return {
        month: found.month,
        agenciesDue: of,
        agenciesReported: done,
        agencies: found.agencies.map(({ rows: own, ...agency }) => ({
          ...agency,
          rows: own.map(({ row, period, report, daysLate }) => ({
            row: row.id,
            due: period?.due ?? null,
            state: report?.state ?? null,
            reported: report?.firstSubmitted ?? null,
            daysLate,
            settled: period?.rule.settled ?? null,
            article: period?.rule.article ?? null,
          })),
        })),
      };
    },
  );
}
