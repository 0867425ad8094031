import type { FastifyInstance } from 'fastify';
import { printVerifierKey } from '@guankao/log';
import type { Log } from '@guankao/store';
import { verifyPage } from '@guankao/web';
import { sendPage } from '../pages/route-pages.ts';
import type { Site } from '../pages/site.ts';

/** 驗證: a file against its proof, in the reader's browser alone. */
export function verifyPages(server: FastifyInstance, site: Site, log: Log): void {
  server.get('/verify', { schema: { hide: true } }, async (_request, reply) => {
    const keys = (await log.origins()).map(({ verifier }) => printVerifierKey(verifier));
    return sendPage(reply, site, (reader) => verifyPage(reader, keys));
  });
}
