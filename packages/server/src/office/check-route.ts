// oxlint-disable oxc/no-async-endpoint-handlers -- meant for Express; Fastify awaits its handlers and takes their errors
import type { Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { hull } from '@guankao/domain';
import { readDocument, typedDocument } from '@guankao/reading';
import type { OfficeSite } from './office-site.ts';
import { CheckBody, CheckedJson } from './schema.ts';

/** The checks on pasted rows, without an account. Nothing of them is kept, and the log does not see them. */
export function checkApi(server: FastifyInstance, { clock }: Pick<OfficeSite, 'clock'>): void {
  server.post<{ Body: Static<typeof CheckBody> }>(
    '/api/check',
    { schema: { summary: 'Check rows; nothing is kept', tags: ['check'], body: CheckBody, response: { 200: CheckedJson } } },
    async (request) => {
      const { agency = '（未具名）', fiscalYear = clock().getUTCFullYear() - 1, unit = '千元', rows } = request.body;
      const typed = await typedDocument({ agency, fiscalYear, unit, rows });
      const { reading } = readDocument(typed.document);
      return {
        findings: reading.findings.map((finding) => {
          const place = typed.placeOf(hull(finding.evidence.slice(0, 1).map(({ span }) => span)));
          return { row: place?.row ?? null, field: place?.field ?? null, finding };
        }),
        verdicts: reading.plans.map(({ verdict }) => verdict),
      };
    },
  );
}
