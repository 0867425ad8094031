import type { FastifyRequest } from 'fastify';
import type { Asker } from '@guankao/pool';
import { nobody } from '@guankao/workflow';
import { networkOf } from '../edge/network.ts';
import { senderOf } from '../sign-in/authenticate.ts';

/** For whom the pool works: a person by account, a reader by network. */
export function askerOf(request: FastifyRequest): Asker {
  const actor = senderOf(request);
  return actor === nobody ? { kind: 'public', id: networkOf(request.ip) } : { kind: 'signed-in', id: actor.id };
}
