import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';
import { computedVerdict, may, rowPolicy, type Context, type RowRecord } from '@guankao/workflow';
import { keyOf, shownVersion } from '../commands/asked.ts';
import { askedBy, signedIn } from '../sign-in/authenticate.ts';
import { evidenceFor, largestEvidence, type EvidenceFile } from './evidence.ts';
import type { OfficeSite } from './office-site.ts';
import { JudgedIndicatorJson } from './record-schema.ts';
import { RowId, VersionHeader } from './schema.ts';

const tags = ['year'];
const Text = Type.String({ maxLength: 2_000 });
const Value = Type.Union([Type.Number(), Type.Null()]);
const IndicatorId = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 300 }),
  indicator: Type.String({ pattern: '^i\\d{1,4}$' }),
});
const AddBody = Type.Object({
  label: Type.String({ minLength: 1, maxLength: 300 }),
  comparator: Type.Union([Type.Literal('>='), Type.Literal('<='), Type.Literal('='), Type.Literal('milestone')]),
  unit: Type.Union([Type.String({ maxLength: 30 }), Type.Null()]),
  scope: Type.Optional(
    Type.Union([Type.Literal('year'), Type.Literal('plan')], {
      description: 'Of this year (left out), or of the whole plan: that one is carried from year to year',
    }),
  ),
  target: Value,
  text: Text,
});
const ReviseBody = Type.Object({
  target: Value,
  reason: Text,
  document: Type.Optional(Type.String({ maxLength: 200, description: 'By which document: its number' })),
});
const ActualBody = Type.Object({
  value: Value,
  text: Text,
  stated: Type.Union([Type.Literal('met'), Type.Literal('missed'), Type.Null()]),
});
const ReviewBody = Type.Object({
  verdict: Type.Union([Type.Literal('met'), Type.Literal('missed'), Type.Literal('unsettled')]),
  reason: Text,
});
const EvidenceBody = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 300 }),
  base64: Type.String({ maxLength: Math.ceil((largestEvidence + 1024) / 3) * 4 }),
});
const IndicatorsJson = Type.Object({
  version: Type.Integer({ description: 'Of the row; send it as `If-Match`' }),
  indicators: Type.Array(JudgedIndicatorJson),
});

/** Targets, results, evidence and reviewed verdicts of a row. */
export function indicatorApi(server: FastifyInstance, { office, pool, clock }: OfficeSite): void {
  async function performOn(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    command: string,
    input: object,
    evidence: EvidenceFile | null = null,
  ): Promise<FastifyReply> {
    const steps = [{ noun: 'row', command, id, shown: shownVersion(request), input }];
    const done = await office.perform(steps, {
      ...askedBy(request),
      at: clock(),
      key: keyOf(request),
      ...(evidence === null ? {} : { evidence: { row: id, ...evidence } }),
    });
    if (done.replayed) reply.header('idempotent-replay', 'true');
    const row = done.records[0] as RowRecord;
    return reply.send({
      version: row.version,
      indicators: row.indicators.map((indicator) => ({
        ...indicator,
        computed: computedVerdict(indicator),
        computedFirst: computedVerdict(indicator, 'first'),
      })),
    });
  }

  const schema = (summary: string, params: typeof RowId | typeof IndicatorId, body: object) => ({
    schema: { summary, tags, params, headers: VersionHeader, body, response: { 200: IndicatorsJson } },
  });
  type Row = { Params: Static<typeof RowId> };
  type One = { Params: Static<typeof IndicatorId> };

  server.post<Row & { Body: Static<typeof AddBody> }>(
    '/api/rows/:id/indicators',
    schema('Add an indicator with its first target', RowId, AddBody),
    async (request, reply) => performOn(request, reply, request.params.id, 'add-indicator', request.body),
  );

  server.post<One & { Body: Static<typeof ReviseBody> }>(
    '/api/rows/:id/indicators/:indicator/targets',
    schema('Revise a target: the ones before it stay', IndicatorId, ReviseBody),
    async (request, reply) => onIndicator(request, reply, 'revise-target'),
  );

  server.put<One & { Body: Static<typeof ActualBody> }>(
    '/api/rows/:id/indicators/:indicator/actual',
    schema('Record the result', IndicatorId, ActualBody),
    async (request, reply) => onIndicator(request, reply, 'record-actual'),
  );

  server.put<One & { Body: Static<typeof ReviewBody> }>(
    '/api/rows/:id/indicators/:indicator/review',
    schema("The auditor's verdict", IndicatorId, ReviewBody),
    async (request, reply) => onIndicator(request, reply, 'review-indicator'),
  );

  async function onIndicator(
    request: FastifyRequest<One & { Body: object }>,
    reply: FastifyReply,
    command: string,
  ): Promise<FastifyReply> {
    const { id, indicator } = request.params;
    return performOn(request, reply, id, command, { ...(request.body as object), indicator });
  }

  server.post<One & { Body: Static<typeof EvidenceBody> }>(
    '/api/rows/:id/indicators/:indicator/evidence',
    { ...schema('Attach evidence', IndicatorId, EvidenceBody), bodyLimit: largestEvidence * 2 },
    async (request, reply) => {
      const { id, indicator } = request.params;
      const context: Context = { actor: signedIn(request), tree: await office.tree(), now: clock() };
      const row = await office.row(id);
      if (row === null || !may(rowPolicy, 'read', context.actor, row, context.tree)) throw noSuchRow(id);
      const { name, base64 } = request.body;
      const given = { name, bytes: new Uint8Array(Buffer.from(base64, 'base64')) };
      const file = await evidenceFor(pool, request, row, context, given);
      const input = { indicator, sha256: file.sha256, name: file.name };
      return performOn(request, reply, id, 'attach-evidence', input, file);
    },
  );

  server.get<{ Params: { sha256: string } }>(
    '/api/evidence/:sha256',
    { schema: { summary: 'An evidence file, byte for byte', tags } },
    async (request, reply) => {
      const [actor, tree] = [signedIn(request), await office.tree()];
      const file = await office.evidence(request.params.sha256);
      if (file === null) throw noSuchRow(request.params.sha256);
      for (const { row: id, name } of file.rows) {
        const row = await office.row(id);
        if (row === null || !may(rowPolicy, 'read', actor, row, tree)) continue;
        return reply
          .type(file.mediaType)
          .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
          .send(Buffer.from(file.bytes));
      }
      throw noSuchRow(request.params.sha256);
    },
  );
}

function noSuchRow(id: string): Refusal {
  return new Refusal('no-such-row', 404, {
    'zh-Hant': `找不到「${id}」，或您無權查看。`,
    en: `there is no ${id}, or you may not see it.`,
  });
}
