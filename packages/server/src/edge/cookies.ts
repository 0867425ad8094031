import type { FastifyReply, FastifyRequest } from 'fastify';
import { isHttps } from './origin.ts';

/** Where we are reached by https, no other host and no http page of ours can set or overwrite a cookie of this name. */
function nameOf(request: FastifyRequest, name: string): string {
  return isHttps(request) ? `__Host-${name}` : name;
}

export function readCookie(request: FastifyRequest, name: string): string | undefined {
  return request.cookies[nameOf(request, name)];
}

interface CookieLife {
  readonly maxAgeSeconds: number;
  /** `lax`: sent when somebody follows a link to us, too. */
  readonly sameSite: 'lax' | 'strict';
}

/** No script reads it; over https it goes over https only. */
export function setCookie(reply: FastifyReply, name: string, value: string, life: CookieLife): void {
  const { request } = reply;
  reply.setCookie(nameOf(request, name), value, {
    path: '/',
    httpOnly: true,
    sameSite: life.sameSite,
    secure: isHttps(request),
    maxAge: life.maxAgeSeconds,
  });
}

export function dropCookie(reply: FastifyReply, name: string): void {
  const { request } = reply;
  reply.clearCookie(nameOf(request, name), { path: '/', httpOnly: true, secure: isHttps(request) });
}
