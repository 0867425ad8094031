import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ownAccountPage, type OwnAccountView, type Refused } from '@guankao/web';
import { roles, type Role } from '@guankao/workflow';
import { networkOf } from '../../edge/network.ts';
import { inPerson } from '../../sign-in/authenticate.ts';
import { changePassword, endSession, makeToken, revokeToken, tokenDays } from '../../sign-in/own-account.ts';
import { admit, visitOf } from '../../sign-in/visit.ts';
import { fieldOf, type FormFields } from '../texts-of-form.ts';
import { deputyLines } from './deputies.ts';
import { noSuch, type Desk } from './desk.ts';

const options = { schema: { hide: true }, config: { shownAgain: true } } as const;

/** One's own account: password, where one is signed in, tokens for scripts. */
export function ownAccountPages(server: FastifyInstance, desk: Desk): void {
  async function html(
    request: FastifyRequest,
    refused: Refused | null,
    told: Partial<Pick<OwnAccountView, 'token' | 'changed'>> = {},
  ): Promise<string> {
    const { actor, session } = inPerson(request);
    const [sessions, tokens] = [
      await desk.office.sessionsOf(actor.id, desk.now()),
      await desk.office.tokensOf(actor.id, desk.now()),
    ];
    const view = {
      sessions: sessions.map((one) => ({ ...one, current: one.id === session })),
      tokens,
      deputies: (await deputyLines(desk, { actor, tree: await desk.office.tree(), now: desk.now() })).filter(
        ({ deputyship: { principal, deputy } }) => principal.account === actor.id || deputy.account === actor.id,
      ),
      roles: [...new Set(actor.grants.map(({ role }) => role))],
      token: null,
      changed: false,
      ...told,
    };
    return ownAccountPage(desk.reader(request), await desk.frame(request), view, refused);
  }

  server.get<{ Querystring: { changed?: string } }>('/office/me', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    return desk.send(reply, html(request, null, { changed: request.query.changed !== undefined }));
  });

  server.post<{ Body: FormFields }>(
    '/office/me/password',
    { ...options, config: { ...options.config, limit: 'sign-in' } },
    async (request, reply) =>
      desk.orShow(
        reply,
        (refused) => html(request, refused),
        async () => {
          const given = { current: fieldOf(request.body, 'current'), password: fieldOf(request.body, 'password') };
          const { actor } = inPerson(request);
          admit(reply, await changePassword(desk.office, given, actor, visitOf(request), desk.now()));
          return reply.redirect(desk.to('/office/me?changed=1'), 303);
        },
      ),
  );

  server.post<{ Body: FormFields }>('/office/me/tokens', options, async (request, reply) =>
    desk.orShow(
      reply,
      (refused) => html(request, refused),
      async () => {
        const { actor } = inPerson(request);
        const chosen = [request.body['roles'] ?? []].flat();
        const asked = {
          name: fieldOf(request.body, 'name').trim().slice(0, 100) || '—',
          roles: chosen.length === 0 ? undefined : roles.filter((role): role is Role => chosen.includes(role)),
          readOnly: fieldOf(request.body, 'readOnly') !== '',
          days: daysIn(fieldOf(request.body, 'days')),
        };
        const { token } = await makeToken(desk.office, asked, actor, networkOf(request.ip), desk.now());
        return desk.send(reply, html(request, null, { token }));
      },
    ),
  );

  server.post<{ Body: FormFields }>('/office/me/ended', options, async (request, reply) =>
    desk.orShow(
      reply,
      (refused) => html(request, refused),
      async () => {
        const { actor } = inPerson(request);
        const [session, token] = [fieldOf(request.body, 'session'), fieldOf(request.body, 'token')];
        if (session !== '') await endSession(desk.office, session, actor, networkOf(request.ip), desk.now());
        else if (token !== '') await revokeToken(desk.office, token, actor, networkOf(request.ip), desk.now());
        else throw noSuch('me');
        return reply.redirect(desk.to('/office/me'), 303);
      },
    ),
  );
}

function daysIn(text: string): number {
  const days = /^\d{1,3}$/.test(text) ? Number(text) : tokenDays.usual;
  return Math.min(Math.max(days, 1), tokenDays.most);
}
