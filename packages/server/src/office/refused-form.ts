import type { FastifyRequest } from 'fastify';
import type { Refusal } from '@guankao/domain';
import type { Refused } from '@guankao/web';

/** The refusal, with the form that it is about and all that was typed into it. */
export function refusedIn(request: FastifyRequest, error: Refusal): Refused {
  const form = request.routeOptions.url?.split('/').at(-1) ?? '';
  return { message: error.inBothLanguages, field: error.field, form, typed: typedIn(request.body) };
}

/** A password is typed anew. */
const secret = /password|current/i;

function typedIn(body: unknown): Readonly<Record<string, string>> {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]: [string, unknown]) => {
      if (secret.test(name)) return [];
      const texts = [value].flat().filter((one): one is string => typeof one === 'string');
      return texts.length === 0 ? [] : [[name, texts.join('\n')]];
    }),
  );
}
