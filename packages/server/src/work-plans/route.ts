import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { nullable } from '@guankao/workflow';
import { keyOf } from '../commands/asked.ts';
import { largestMoneyFile } from '../office/money-import.ts';
import type { OfficeSite } from '../office/office-site.ts';
import { YearId } from '../office/schema.ts';
import { askedBy } from '../sign-in/authenticate.ts';
import { readPlans, stepsFor } from './import.ts';

const ImportBody = Type.Object({
  fileName: Type.String({ minLength: 1, maxLength: 200 }),
  base64: Type.String({ maxLength: Math.ceil(largestMoneyFile / 3) * 4, description: 'CSV, XLSX or ODS' }),
  record: Type.Optional(Type.Boolean({ description: 'Without it nothing is kept' })),
  rows: Type.Optional(
    Type.Array(Type.String({ maxLength: 300 }), {
      maxItems: 5_000,
      description: 'Only of these; all that can where left out',
    }),
  ),
});
const Said = Type.Object({ 'zh-Hant': Type.String(), en: Type.String() });
const ImportAnswer = Type.Object({
  recorded: Type.Integer({ description: 'How many plans were kept' }),
  plans: Type.Array(
    Type.Object({
      row: Type.String({ description: 'Its id' }),
      added: Type.Integer({ description: 'Items and milestones' }),
      changed: Type.Integer(),
      removed: Type.Integer(),
      refused: nullable(Type.Object({ place: Type.String({ description: 'Sheet1!C7' }), message: Said })),
    }),
  ),
  unmatched: Type.Array(
    Type.Object({
      place: Type.String(),
      text: Type.String(),
      why: Type.String({ description: 'no-row, name-twice …' }),
    }),
  ),
  unused: Type.Array(Type.String({ description: 'Heading of a column that is not read' })),
});

/** Work plans out of a sheet, over HTTP; the rest comes from the noun. */
export function workPlanImportApi(server: FastifyInstance, site: OfficeSite): void {
  server.post<{ Params: Static<typeof YearId>; Body: Static<typeof ImportBody> }>(
    '/api/years/:id/work-plans',
    {
      bodyLimit: largestMoneyFile * 2,
      schema: {
        summary: 'Import a sheet of annual work plans: by row code, else by name and agency',
        tags: ['work-plan'],
        params: YearId,
        body: ImportBody,
        response: { 200: ImportAnswer },
      },
    },
    async (request) => {
      const { fileName: name, base64, record = false, rows = null } = request.body;
      const read = await readPlans(site, request, request.params.id, { name, bytes: Buffer.from(base64, 'base64') });
      const asked = { ...askedBy(request), at: site.clock(), key: keyOf(request) };
      const kept = record ? (await site.office.perform(stepsFor(read, rows), asked)).records.length : 0;
      return {
        recorded: kept,
        plans: read.plans.map(({ row, fitted, refused }) => ({
          row: row.id,
          ...(fitted?.counts ?? { added: 0, changed: 0, removed: 0 }),
          refused,
        })),
        unmatched: read.unmatched,
        unused: read.unused,
      };
    },
  );
}
