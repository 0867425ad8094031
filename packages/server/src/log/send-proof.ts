import type { FastifyReply } from 'fastify';

/** A proof as a file; who sends one that not everybody may have has said how it is kept. */
export function sendProof(reply: FastifyReply, proof: string, name: string): FastifyReply {
  return reply
    .type('text/plain; charset=utf-8')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.tlog-proof`)}`)
    .send(proof);
}
