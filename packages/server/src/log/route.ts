import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Refusal } from '@guankao/domain';
import { printVerifierKey, tileOfPath } from '@guankao/log';
import type { Catalogue, Log } from '@guankao/store';
import { shownTo } from '../as-of/as-of.ts';
import { FormOfFiling, keptRendering } from '../filings/form-route.ts';
import { EditionAsOf } from '../plans/schema.ts';
import { goneOrNotHeld, notHeld } from '../problems/not-held.ts';
import { sendProof } from './send-proof.ts';

/** What the routes need of the record. */
export interface LogSite {
  readonly log: Log;
  readonly catalogue: Catalogue;
}

const forever = 'public, max-age=31536000, immutable';
/** A head is old as soon as something happens. */
const moment = 'public, max-age=2';

const ById = Type.Object({ id: Type.String({ minLength: 1, maxLength: 300 }) });

/** The log as c2sp.org/tlog-tiles has it, below `/log`. It holds nothing that is not public: see the room `log`. */
export function logRoutes(server: FastifyInstance, { log, catalogue }: LogSite): void {
  server.get(
    '/log/checkpoint',
    { schema: { summary: 'The newest signed head (c2sp.org/tlog-checkpoint)', tags: ['log'] } },
    async (_request, reply) => {
      const note = await log.checkpoint();
      if (note === null) throw notSigned();
      return asText(reply, moment).send(note);
    },
  );

  server.get(
    '/log/verifier-keys',
    {
      schema: {
        summary:
          'Verifier keys of this record’s logs (c2sp.org/signed-note), a line each, oldest first: the last signs',
        tags: ['log'],
      },
    },
    async (_request, reply) => {
      const origins = await log.origins();
      if (origins.length === 0) throw notSigned();
      return asText(reply, moment).send(origins.map(({ verifier }) => `${printVerifierKey(verifier)}\n`).join(''));
    },
  );

  server.get<{ Params: { '*': string } }>(
    '/log/tile/*',
    {
      schema: {
        summary: 'A tile of hashes, /log/tile/{level}/{index}, or a bundle of entries, /log/tile/entries/{index}',
        tags: ['log'],
      },
      compress: { customTypes: /^application\/octet-stream/ },
    },
    async (request, reply) => {
      const path = `tile/${request.params['*']}`;
      const address = tileOfPath(path);
      const tile = address === null ? null : await log.tile(address);
      if (tile === null) throw notHeld('tile', path);
      return reply.type('application/octet-stream').header('cache-control', forever).send(Buffer.from(tile));
    },
  );

  server.get<{ Params: Static<typeof ById>; Querystring: Static<typeof EditionAsOf> }>(
    '/api/filings/:id/proof',
    {
      schema: {
        summary: 'That an edition stands in the log (c2sp.org/tlog-proof): its subject, file and reading opened',
        tags: ['log'],
        params: ById,
        querystring: EditionAsOf,
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const held = await shownTo(request, { catalogue }).filing(id, request.query.edition);
      if (held === null) throw await goneOrNotHeld(shownTo(request, { catalogue }), id);
      const proof = await log.prove(Number(held.edition.event), ['subject', 'bytes/file', 'bytes/reading']);
      return sendProof(reply.header('cache-control', moment), proof, `${id}-${held.edition.number}`);
    },
  );

  server.get<{ Params: Static<typeof FormOfFiling>; Querystring: Static<typeof EditionAsOf> }>(
    '/api/filings/:id/form.:format/proof',
    {
      schema: {
        summary: 'That the bytes of an edition in this format stand in the log (c2sp.org/tlog-proof)',
        tags: ['log'],
        params: FormOfFiling,
        querystring: EditionAsOf,
      },
    },
    async (request, reply) => {
      const { id, format } = request.params;
      const kept = await keptRendering(request, { catalogue }, id, request.query.edition, format);
      if (kept === null) throw notHeld('rendering', `${id}.${format}`);
      const proof = await log.prove(kept.event, ['subject', `bytes/renderings.${format}`]);
      return sendProof(reply.header('cache-control', moment), proof, kept.name);
    },
  );
}

function asText(reply: FastifyReply, caching: string): FastifyReply {
  return reply.type('text/plain; charset=utf-8').header('cache-control', caching);
}

function notSigned(): Refusal {
  return new Refusal('log-not-signed', 404, {
    'zh-Hant': '這個網站的公開日誌還沒有簽署過檢查點。維運者請看 guankao log。',
    en: 'no checkpoint of this site’s log has been signed yet. Operators: see guankao log.',
  });
}
