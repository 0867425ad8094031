import type { FastifyInstance } from 'fastify';
import { Refusal } from '@guankao/domain';

/** `1e309` in an address becomes Infinity, which schemas let pass: no limit holds it. */
export function refuseInfinity(server: FastifyInstance): void {
  server.addHook('preHandler', async ({ query, params }) => {
    for (const values of [query, params])
      for (const [name, value] of Object.entries(values ?? {}))
        if (typeof value === 'number' && !Number.isFinite(value)) throw notFinite(name);
  });
}

function notFinite(name: string): Refusal {
  return new Refusal('number-too-large', 400, {
    'zh-Hant': `「${name}」的數字太大，無法處理。請改小後再試。`,
    en: `the number in "${name}" is too large. Give a smaller one.`,
  });
}
