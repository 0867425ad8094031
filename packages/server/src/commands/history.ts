import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Office } from '@guankao/store';
import { sendProof } from '../log/send-proof.ts';
import { HistoryJson } from '../office/schema.ts';

const ById = Type.Object({ id: Type.String({ minLength: 1, maxLength: 300 }) });
const ByEvent = Type.Composite([
  ById,
  Type.Object({ event: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: 'Its number' }) }),
]);

interface Of {
  /** rows: in the address. */
  readonly plural: string;
  /** In English, for the description of the API. */
  readonly label: string;
  readonly tag: string;
  /** Throws a Refusal where whoever asks may not see this record's history. */
  readonly readable: (request: FastifyRequest, id: string) => Promise<unknown>;
}

/** `GET /api/<plural>/:id/history` and, of each event, `…/history/:event/proof`. */
export function historyRoutes(server: FastifyInstance, office: Office, { plural, label, tag, readable }: Of): void {
  server.get<{ Params: Static<typeof ById> }>(
    `/api/${plural}/:id/history`,
    {
      schema: { summary: `All that happened: ${label}`, tags: [tag], params: ById, response: { 200: HistoryJson } },
    },
    async (request) => {
      await readable(request, request.params.id);
      return { events: await office.history(request.params.id) };
    },
  );

  server.get<{ Params: Static<typeof ByEvent> }>(
    `/api/${plural}/:id/history/:event/proof`,
    {
      schema: {
        summary: `That an event stands in the log (c2sp.org/tlog-proof), all of it opened that the history shows: ${label}`,
        tags: [tag],
        params: ByEvent,
      },
    },
    async (request, reply) => {
      const { id, event } = request.params;
      await readable(request, id);
      const proof = await office.proveEvent(id, event);
      return sendProof(reply.header('cache-control', 'no-store'), proof, `${id}-${event}`);
    },
  );
}
