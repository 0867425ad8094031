import { randomUUID } from 'node:crypto';
import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';
import {
  addIndicator,
  attachEvidence,
  computedVerdict,
  may,
  recordActual,
  reviewIndicator,
  reviseTarget,
  rowPolicy,
  type Context,
  type RowRecord,
  type WorkflowEvent,
} from '@guankao/workflow';
import { signedIn } from '../sign-in/authenticate.ts';
import { fingerprint, newSecret } from '../sign-in/secrets.ts';
import { evidenceFile, largestEvidence } from './evidence.ts';
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
const ReviseBody = Type.Object({ target: Value, reason: Text });
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

/** Targets, results, evidence and reviewed verdicts of a row; and tokens for scripts. */
export function indicatorApi(server: FastifyInstance, { office, clock }: OfficeSite): void {
  async function decide(
    request: FastifyRequest,
    id: string,
    role: string,
    command: (row: RowRecord, shown: number, context: Context) => readonly WorkflowEvent[],
  ) {
    const context: Context = { actor: signedIn(request), tree: await office.tree(), now: clock() };
    await demandReadable(id, context);
    const shown = Number(String(request.headers['if-match']).replaceAll('"', ''));
    const row = await office.decideRow(id, { actor: context.actor.name, role, at: context.now }, (current) =>
      command(current, shown, context),
    );
    return {
      version: row.version,
      indicators: row.indicators.map((indicator) => ({ ...indicator, computed: computedVerdict(indicator) })),
    };
  }

  async function demandReadable(id: string, { actor, tree }: Context): Promise<void> {
    const row = await office.row(id);
    if (row === null || !may(rowPolicy, 'read', actor, row, tree)) throw noSuchRow(id);
  }

  const schema = (summary: string, params: typeof RowId | typeof IndicatorId, body: object) => ({
    schema: { summary, tags, params, headers: VersionHeader, body, response: { 200: IndicatorsJson } },
  });
  type Row = { Params: Static<typeof RowId> };
  type One = { Params: Static<typeof IndicatorId> };

  server.post<Row & { Body: Static<typeof AddBody> }>(
    '/api/rows/:id/indicators',
    schema('Add an indicator with its first target', RowId, AddBody),
    async (request) =>
      decide(request, request.params.id, 'officer', (row, shown, context) =>
        addIndicator(row, { scope: 'year', ...request.body }, shown, context),
      ),
  );

  server.post<One & { Body: Static<typeof ReviseBody> }>(
    '/api/rows/:id/indicators/:indicator/targets',
    schema('Revise a target: the ones before it stay', IndicatorId, ReviseBody),
    async (request) =>
      decide(request, request.params.id, 'officer', (row, shown, context) =>
        reviseTarget(row, request.params.indicator, request.body.target, request.body.reason, shown, context),
      ),
  );

  server.put<One & { Body: Static<typeof ActualBody> }>(
    '/api/rows/:id/indicators/:indicator/actual',
    schema('Record the result', IndicatorId, ActualBody),
    async (request) =>
      decide(request, request.params.id, 'officer', (row, shown, context) =>
        recordActual(
          row,
          request.params.indicator,
          request.body.value,
          request.body.text,
          request.body.stated,
          shown,
          context,
        ),
      ),
  );

  server.put<One & { Body: Static<typeof ReviewBody> }>(
    '/api/rows/:id/indicators/:indicator/review',
    schema("The auditor's verdict", IndicatorId, ReviewBody),
    async (request) =>
      decide(request, request.params.id, 'auditor', (row, shown, context) =>
        reviewIndicator(row, request.params.indicator, request.body.verdict, request.body.reason, shown, context),
      ),
  );

  server.post<One & { Body: Static<typeof EvidenceBody> }>(
    '/api/rows/:id/indicators/:indicator/evidence',
    { ...schema('Attach evidence', IndicatorId, EvidenceBody), bodyLimit: largestEvidence * 2 },
    async (request) => {
      const file = evidenceFile(request.body.name, new Uint8Array(Buffer.from(request.body.base64, 'base64')));
      const { id, indicator } = request.params;
      const answer = await decide(request, id, 'officer', (row, shown, context) =>
        attachEvidence(row, indicator, { sha256: file.sha256, name: file.name }, shown, context),
      );
      await office.keepEvidence(id, file, signedIn(request).name, clock());
      return answer;
    },
  );

  server.get<{ Params: { sha256: string } }>(
    '/api/evidence/:sha256',
    { schema: { summary: 'An evidence file, byte for byte', tags } },
    async (request, reply) => {
      const file = await office.evidence(request.params.sha256);
      const context: Context = { actor: signedIn(request), tree: await office.tree(), now: clock() };
      if (file === null) throw noSuchRow(request.params.sha256);
      await demandReadable(file.row, context);
      return reply
        .type(file.mediaType)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
        .send(Buffer.from(file.bytes));
    },
  );

  server.post<{ Body: { name: string } }>(
    '/api/tokens',
    {
      schema: {
        summary: 'A token for a script, with your roles; shown once',
        tags: ['accounts'],
        body: Type.Object({ name: Type.String({ minLength: 1, maxLength: 100 }) }),
        response: { 201: Type.Object({ id: Type.String(), token: Type.String() }) },
      },
    },
    async (request, reply) => {
      const token = newSecret();
      const id = fingerprint(token);
      await office.addToken(id, signedIn(request).id, `${request.body.name} ${randomUUID().slice(0, 4)}`, clock());
      return reply.status(201).send({ id, token });
    },
  );

  server.delete<{ Params: { id: string } }>(
    '/api/tokens/:id',
    { schema: { summary: 'Revoke a token of yours', tags: ['accounts'] } },
    async (request, reply) => {
      if ((await office.tokenAccount(request.params.id)) === signedIn(request).id)
        await office.revokeToken(request.params.id, clock());
      return reply.status(204).send();
    },
  );
}

function noSuchRow(id: string): Refusal {
  return new Refusal('no-such-row', 404, {
    'zh-Hant': `找不到「${id}」，或您無權查看。`,
    en: `there is no ${id}, or you may not see it.`,
  });
}
