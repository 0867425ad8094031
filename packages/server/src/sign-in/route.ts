import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  AccountBody,
  AgencyBody,
  AgencyListJson,
  GrantJson,
  InvitedJson,
  MeJson,
  PeopleBody,
  PeopleJson,
  SecretJson,
  SecurityLogJson,
  SecurityQuestion,
  SetupBody,
  SignInBody,
  WelcomeBody,
} from '../office/schema.ts';
import { historyRoutes } from '../commands/history.ts';
import {
  addAgency,
  changeGrant,
  demandHistory,
  demandSomeRole,
  invite,
  inviteAll,
  issueLink,
  setActive,
} from './administer.ts';
import type { OfficeSite } from '../office/office-site.ts';
import { inPerson, signedIn } from './authenticate.ts';
import { checkPeople, invitationsOf } from './invitation-list.ts';
import { makeFirstAdministrator, setOwnPassword } from './links.ts';
import { securityEntries } from './security-log.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { admit, visitOf } from './visit.ts';

const tags = ['accounts'];
const ById = Type.Object({ id: Type.String({ minLength: 1, maxLength: 100 }) });

/** Signing in and out, the first administrator, invitations, agencies: the API. */
export function accountApi(server: FastifyInstance, { office, clock }: OfficeSite): void {
  const who = (request: FastifyRequest) => ({ actor: inPerson(request).actor, now: clock() });

  server.post<{ Body: Static<typeof SetupBody> }>(
    '/api/setup',
    {
      config: { limit: 'one-time-link' },
      schema: {
        summary: 'Make the first administrator with the one-time secret from the console',
        tags,
        body: SetupBody,
        response: { 201: SecretJson },
      },
    },
    async (request, reply) => {
      const admission = await makeFirstAdministrator(office, request.body, visitOf(request), clock());
      return reply.status(201).send({ token: admit(reply, admission) });
    },
  );

  server.post<{ Body: Static<typeof SignInBody> }>(
    '/api/sessions',
    {
      config: { limit: 'sign-in' },
      schema: { summary: 'Sign in', tags, body: SignInBody, response: { 201: SecretJson } },
    },
    async (request, reply) => {
      const admission = await signIn(office, request.body, visitOf(request), clock());
      return reply.status(201).send({ token: admit(reply, admission) });
    },
  );

  server.delete('/api/sessions', { schema: { summary: 'Sign out', tags } }, async (request, reply) => {
    await signOut(office, request, reply, clock());
    return reply.status(204).send();
  });

  server.post<{ Body: Static<typeof WelcomeBody> }>(
    '/api/passwords',
    {
      config: { limit: 'one-time-link' },
      schema: {
        summary: 'Set a password with a one-time secret',
        tags,
        body: WelcomeBody,
        response: { 201: SecretJson },
      },
    },
    async (request, reply) => {
      const { secret, password } = request.body;
      const admission = await setOwnPassword(office, secret, password, visitOf(request), clock());
      return reply.status(201).send({ token: admit(reply, admission) });
    },
  );

  server.get(
    '/api/me',
    { schema: { summary: 'Who I am, with which roles', tags, response: { 200: MeJson } } },
    async (request) => {
      const actor = signedIn(request);
      const deputyships = await office.deputyshipsNow(actor.id, clock());
      return { ...actor, actingFor: actor.actingFor ?? null, deputyships };
    },
  );

  server.get(
    '/api/agencies',
    { schema: { summary: 'Agencies under their ministries', tags, response: { 200: AgencyListJson } } },
    async (request) => {
      demandSomeRole(signedIn(request));
      return { agencies: await office.agencies() };
    },
  );

  server.post<{ Body: Static<typeof AgencyBody> }>(
    '/api/agencies',
    { schema: { summary: 'Add an agency', tags, body: AgencyBody, response: { 201: AgencyBody } } },
    async (request, reply) => {
      const { id, name, parent } = request.body;
      await addAgency(office, { id, name, parent }, who(request));
      return reply.status(201).send({ id, name, parent });
    },
  );

  server.post<{ Body: Static<typeof AccountBody> }>(
    '/api/accounts',
    {
      schema: {
        summary: 'Invite a person: the answer holds the one-time secret',
        tags,
        body: AccountBody,
        response: { 201: InvitedJson },
      },
    },
    async (request, reply) => {
      const invited = await invite(office, request.body, who(request));
      return reply.status(201).send(invited);
    },
  );

  server.post<{ Body: Static<typeof PeopleBody> }>(
    '/api/accounts/list',
    {
      schema: {
        summary: 'Check a list of people, and invite all or some of them: together, or nobody',
        tags,
        body: PeopleBody,
        response: { 200: PeopleJson },
      },
    },
    async (request) => {
      const { people, invite: isAsked = false, lines = null } = request.body;
      const checked = await checkPeople(office, people, who(request));
      const invited = isAsked ? await inviteAll(office, invitationsOf(checked, lines), who(request)) : [];
      return { people: checked, invited };
    },
  );

  server.get<{ Querystring: Static<typeof SecurityQuestion> }>(
    '/api/security-log',
    {
      schema: {
        summary: 'Signing in and out, of the accounts that you administer; newest first',
        tags,
        querystring: SecurityQuestion,
        response: { 200: SecurityLogJson },
      },
    },
    async (request) => ({ entries: await securityEntries(office, request.query.before ?? null, who(request)) }),
  );

  historyRoutes(server, office, {
    plural: 'accounts',
    label: 'an account',
    tag: 'accounts',
    readable: (request, id) => demandHistory(office, id, who(request)),
  });

  const done = Type.Null({ description: 'Done' });

  server.post<{ Params: Static<typeof ById> }>(
    '/api/accounts/:id/link',
    {
      schema: {
        summary: 'Issue a new one-time link: older ones open nothing any more',
        tags,
        params: ById,
        response: { 201: InvitedJson },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      return reply.status(201).send({ id, secret: await issueLink(office, id, who(request)) });
    },
  );

  for (const [path, kind, summary] of [
    ['grants', 'account-granted', 'Grant a role'],
    ['revocations', 'account-revoked', 'Take a role away'],
  ] as const) {
    server.post<{ Params: Static<typeof ById>; Body: Static<typeof GrantJson> }>(
      `/api/accounts/:id/${path}`,
      { schema: { summary, tags, params: ById, body: GrantJson, response: { 204: done } } },
      async (request, reply) => {
        await changeGrant(office, kind, request.params.id, request.body, who(request));
        return reply.status(204).send();
      },
    );
  }

  for (const [path, active, summary] of [
    ['deactivation', false, 'End an account: sessions, tokens and links end at once'],
    ['reactivation', true, 'Let an ended account in again'],
  ] as const) {
    server.post<{ Params: Static<typeof ById> }>(
      `/api/accounts/:id/${path}`,
      { schema: { summary, tags, params: ById, response: { 204: done } } },
      async (request, reply) => {
        await setActive(office, request.params.id, active, who(request));
        return reply.status(204).send();
      },
    );
  }
}
