import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** `https://host`, as the operator set it; undefined where each request's own is taken. */
    publicOrigin: string | undefined;
  }
}

export function setPublicOrigin(server: FastifyInstance, origin: string | undefined): void {
  server.decorate('publicOrigin', origin);
}

/**
 * `https://host` of this site, for addresses that are cited or sent and for telling our own pages from others: the
 * setting, or the Host that was asked for. `X-Forwarded-Host` is never believed; `X-Forwarded-Proto` where a named
 * proxy set it.
 */
export function originOf(request: FastifyRequest): string {
  return request.server.publicOrigin ?? `${request.protocol === 'https' ? 'https' : 'http'}://${rawHost(request)}`;
}

export function isHttps(request: FastifyRequest): boolean {
  return originOf(request).startsWith('https://');
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'];

/**
 * Whether somebody at this machine asks, by a name that can only be this machine's: by the socket and the raw Host.
 * What a proxy passed on comes from elsewhere, and so does a page under a foreign name that leads here.
 */
export function isAtTheMachine(request: FastifyRequest): boolean {
  return (
    loopback.has(request.raw.socket.remoteAddress ?? '') &&
    isLocalHost(rawHost(request)) &&
    !forwarding.some((name) => name in request.headers) &&
    (request.headers.origin === undefined || request.headers.origin === `http://${rawHost(request)}`)
  );
}

function isLocalHost(host: string): boolean {
  return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i.test(host);
}

function rawHost(request: FastifyRequest): string {
  return request.raw.headers.host ?? '';
}
