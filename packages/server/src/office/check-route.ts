import type { Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { asking } from '../work/asking.ts';
import type { OfficeSite } from './office-site.ts';
import { CheckBody, CheckedJson } from './schema.ts';

/** The checks on pasted rows, without an account. Nothing of them is kept, and the log does not see them. */
export function checkApi(server: FastifyInstance, { pool, clock }: Pick<OfficeSite, 'pool' | 'clock'>): void {
  server.post<{ Body: Static<typeof CheckBody> }>(
    '/api/check',
    {
      config: { limit: 'check-api' },
      schema: {
        summary: 'Check rows; nothing is kept',
        tags: ['check'],
        body: CheckBody,
        response: { 200: CheckedJson },
      },
    },
    async (request) => {
      const { agency = '（未具名）', fiscalYear = clock().getUTCFullYear() - 1, unit = '千元', rows } = request.body;
      const form = { agency, fiscalYear, unit, rows };
      const checked = await pool.run('check-pasted', form, asking(request));
      const { findings, unread, verdicts, lookedAt, notices } = checked;
      const places = new Map(checked.rows.map((id, at) => [id, at]));
      return {
        findings: findings.map((finding) => ({
          row: places.get(finding.plan ?? '') ?? null,
          field: finding.field,
          finding,
        })),
        unread,
        verdicts,
        lookedAt,
        notices: [...notices],
      };
    },
  );
}
