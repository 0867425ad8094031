import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';
import { fingerprint } from '../sign-in/secrets.ts';
import { signedIn } from '../sign-in/authenticate.ts';
import type { OfficeSite } from './office-site.ts';

/**
 * Runs `work` once for an Idempotency-Key: the same request again is given the same answer, another request under
 * the same key is refused. Without the header it simply runs: commands themselves do nothing twice.
 */
export async function once(
  request: FastifyRequest,
  reply: FastifyReply,
  { office, clock }: OfficeSite,
  status: number,
  work: () => Promise<unknown>,
): Promise<FastifyReply> {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string') return reply.status(status).send(await work());
  const account = signedIn(request).id;
  const print = fingerprint(`${request.method} ${request.url} ${JSON.stringify(request.body)}`);
  const before = await office.answered(account, key);
  if (before !== null && before.request !== print) throw keyReused();
  if (before !== null) return reply.status(before.status).header('idempotent-replay', 'true').send(before.answer);
  const answer = await work();
  await office.keepAnswer(account, key, { request: print, status, answer }, clock());
  return reply.status(status).send(answer);
}

function keyReused(): Refusal {
  return new Refusal('idempotency-key-reused', 422, {
    'zh-Hant': '這個 Idempotency-Key 已用在另一個內容不同的要求上。每個要求請用新的鍵。',
    en: 'this Idempotency-Key was used for a request with other content. Use a new key for each request.',
  });
}
