import type { FastifyInstance } from 'fastify';
import { setupPage, signInPage, welcomePage } from '@guankao/web';
import { localPath } from '../../pages/reader.ts';
import { demandFirstLink, demandWelcomeLink, makeFirstAdministrator, setOwnPassword } from '../../sign-in/links.ts';
import { signIn } from '../../sign-in/sign-in.ts';
import { signOut } from '../../sign-in/sign-out.ts';
import { admit, visitOf } from '../../sign-in/visit.ts';
import { fieldOf, type FormFields } from '../texts-of-form.ts';
import { demandCode, type Desk } from './desk.ts';

const options = { schema: { hide: true } };
const byLink = { ...options, config: { limit: 'one-time-link' } } as const;

/** Signing in and out, the first administrator, accounts activated by their one-time link. */
export function signInPages(server: FastifyInstance, desk: Desk): void {
  server.get<{ Querystring: { next?: string } }>('/sign-in', options, async (request, reply) =>
    desk.send(reply, signInPage(desk.reader(request), null, '', localPath(request.query.next) ?? desk.to(`/office`))),
  );

  server.post<{ Body: FormFields }>(
    '/sign-in',
    { ...options, config: { limit: 'sign-in' } },
    async (request, reply) => {
      const [login, next] = [
        fieldOf(request.body, 'login'),
        localPath(fieldOf(request.body, 'next')) ?? desk.to(`/office`),
      ];
      return desk.orShow(
        reply,
        (refused) => signInPage(desk.reader(request), refused, login, next),
        async () => {
          const pair = { login, password: fieldOf(request.body, 'password') };
          admit(reply, await signIn(desk.office, pair, visitOf(request), desk.now()));
          return reply.redirect(next, 303);
        },
      );
    },
  );

  server.post('/sign-out', options, async (request, reply) => {
    await signOut(desk.office, request, reply, desk.now());
    return reply.redirect(desk.to('/'), 303);
  });

  server.get<{ Params: { secret: string } }>('/setup/:secret', byLink, async (request, reply) => {
    await demandFirstLink(desk.office, request.params.secret, desk.now());
    return desk.send(reply, setupPage(desk.reader(request), null, {}));
  });

  server.post<{ Params: { secret: string }; Body: FormFields }>('/setup/:secret', byLink, async (request, reply) => {
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
        admit(reply, await makeFirstAdministrator(desk.office, made, visitOf(request), desk.now()));
        return reply.redirect(desk.to(`/office/accounts`), 303);
      },
    );
  });

  server.get<{ Params: { secret: string } }>('/welcome/:secret', byLink, async (request, reply) => {
    await demandWelcomeLink(desk.office, request.params.secret, desk.now());
    return desk.send(reply, welcomePage(desk.reader(request), null));
  });

  server.post<{ Params: { secret: string }; Body: FormFields }>('/welcome/:secret', byLink, async (request, reply) =>
    desk.orShow(
      reply,
      (refused) => welcomePage(desk.reader(request), refused),
      async () => {
        const password = fieldOf(request.body, 'password');
        admit(reply, await setOwnPassword(desk.office, request.params.secret, password, visitOf(request), desk.now()));
        return reply.redirect(desk.to(`/office`), 303);
      },
    ),
  );
}
