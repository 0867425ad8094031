import type { FastifyInstance } from 'fastify';
import { setupPage, signInPage, welcomePage } from '@guankao/web';
import { localPath } from '../../pages/reader.ts';
import { dropSessionCookie, setSessionCookie } from '../../sign-in/authenticate.ts';
import { makeFirstAdministrator, setOwnPassword } from '../../sign-in/links.ts';
import { signIn } from '../../sign-in/sign-in.ts';
import { fieldOf, type FormFields } from '../texts-of-form.ts';
import { demandCode, type Desk } from './desk.ts';

const options = { schema: { hide: true } };

/** Signing in and out, the first administrator, accounts activated by their one-time link. */
export function signInPages(server: FastifyInstance, desk: Desk): void {
  server.get<{ Querystring: { next?: string } }>('/sign-in', options, async (request, reply) =>
    desk.send(reply, signInPage(desk.reader(request), null, '', localPath(request.query.next) ?? desk.to(`/office`))),
  );

  server.post<{ Body: FormFields }>(
    '/sign-in',
    { ...options, config: { rateLimit: { max: 60, timeWindow: '1 minute' } } },
    async (request, reply) => {
      const [login, next] = [
        fieldOf(request.body, 'login'),
        localPath(fieldOf(request.body, 'next')) ?? desk.to(`/office`),
      ];
      return desk.orShow(
        reply,
        (refused) => signInPage(desk.reader(request), refused, login, next),
        async () => {
          setSessionCookie(reply, await signIn(desk.office, login, fieldOf(request.body, 'password'), desk.now()));
          return reply.redirect(next, 303);
        },
      );
    },
  );

  server.post('/sign-out', options, async (request, reply) => {
    const id = dropSessionCookie(request, reply);
    if (id !== null) await desk.office.endSession(id);
    return reply.redirect(desk.to('/'), 303);
  });

  server.get<{ Params: { secret: string } }>('/setup/:secret', options, async (request, reply) =>
    desk.send(reply, setupPage(desk.reader(request), null, {})),
  );

  server.post<{ Params: { secret: string }; Body: FormFields }>('/setup/:secret', options, async (request, reply) => {
    const field = (name: string) => fieldOf(request.body, name).trim();
    const typed = Object.fromEntries(
      ['ministryName', 'ministryId', 'name', 'login'].map((name) => [name, field(name)]),
    );
    return desk.orShow(
      reply,
      (refused) => setupPage(desk.reader(request), refused, typed),
      async () => {
        const made = {
          secret: request.params.secret,
          ministryId: demandCode(field('ministryId')),
          ministryName: field('ministryName'),
          login: demandCode(field('login')),
          name: field('name'),
          password: fieldOf(request.body, 'password'),
        };
        setSessionCookie(reply, await makeFirstAdministrator(desk.office, made, desk.now()));
        return reply.redirect(desk.to(`/office/accounts`), 303);
      },
    );
  });

  server.get<{ Params: { secret: string } }>('/welcome/:secret', options, async (request, reply) =>
    desk.send(reply, welcomePage(desk.reader(request), null)),
  );

  server.post<{ Params: { secret: string }; Body: FormFields }>('/welcome/:secret', options, async (request, reply) =>
    desk.orShow(
      reply,
      (refused) => welcomePage(desk.reader(request), refused),
      async () => {
        setSessionCookie(
          reply,
          await setOwnPassword(desk.office, request.params.secret, fieldOf(request.body, 'password'), desk.now()),
        );
        return reply.redirect(desk.to(`/office`), 303);
      },
    ),
  );
}
