import type { FastifyInstance } from 'fastify';

/** Nothing inline, nothing from elsewhere: what a filing says can never run as code in a reader’s browser. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** Once seen over https, a browser comes by https for a year. Only where the operator said that we are reached so. */
const transportSecurity = 'max-age=31536000';

export function addSecurityHeaders(server: FastifyInstance): void {
  const https = server.publicOrigin?.startsWith('https://') === true;
  const all = https ? { ...headers, 'strict-transport-security': transportSecurity } : headers;
  server.addHook('onSend', async (_request, reply) => {
    reply.headers(all);
  });
}
