import type { Server } from 'node:http';
import type { FastifyHttpOptions, FastifyInstance } from 'fastify';

/** What is written of the work: faults only, or a line for each request too. */
type LogLevel = 'errors' | 'requests';

export interface LogOptions {
  readonly level: LogLevel;
  /** Takes one line of JSON. */
  readonly write: (line: string) => void;
}

/** One JSON object a line: level, time, the request's number, and what happened. */
export function loggerOf(
  options: LogOptions | undefined,
  clock: () => Date,
): NonNullable<FastifyHttpOptions<Server>['logger']> {
  if (options === undefined) return false;
  return {
    level: options.level === 'errors' ? 'error' : 'info',
    stream: { write: options.write },
    base: null,
    messageKey: 'event',
    timestamp: () => `,"time":"${clock().toISOString()}"`,
    formatters: { level: (level) => ({ level }) },
  };
}

/**
 * A line for each answered request. Of its address only the route's pattern stands there: an address holds what
 * people searched for and whose row they opened; and nothing says from where or by whom it came.
 */
export function logRequests(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id));
  server.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
}
