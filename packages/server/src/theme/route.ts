import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { dropCookie, setCookie } from '../edge/cookies.ts';
import { localPath } from '../pages/reader.ts';

const Choice = Type.Object({
  theme: Type.Union([Type.Literal('light'), Type.Literal('dark'), Type.Literal('system')]),
  back: Type.Optional(Type.String({ maxLength: 4000 })),
});

const aYearInSeconds = 365 * 24 * 60 * 60;

/** Keeps the choice of light or dark in a cookie and returns to the page: no script needed. */
export function themeRoute(server: FastifyInstance): void {
  server.post<{ Body: Static<typeof Choice> }>(
    '/theme',
    { schema: { hide: true, body: Choice } },
    async (request, reply) => {
      const { theme, back } = request.body;
      if (theme === 'system') dropCookie(reply, 'theme');
      else setCookie(reply, 'theme', theme, { maxAgeSeconds: aYearInSeconds, sameSite: 'lax' });
      return reply.redirect(localPath(back) ?? '/', 303);
    },
  );
}
