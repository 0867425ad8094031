import { randomUUID } from 'node:crypto';
import type { Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { accountPolicy, demand } from '@guankao/workflow';
import {
  AccountBody,
  AgencyBody,
  AgencyListJson,
  InvitedJson,
  MeJson,
  SecretJson,
  SetupBody,
  SignInBody,
  WelcomeBody,
} from '../office/schema.ts';
import type { OfficeSite } from '../office/office-site.ts';
import { signedIn } from './authenticate.ts';
import { makeFirstAdministrator, setOwnPassword, welcomeSecret } from './links.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { admit, visitOf } from './visit.ts';

const tags = ['accounts'];

/** Signing in and out, the first administrator, invitations, agencies: the API. */
export function accountApi(server: FastifyInstance, { office, clock }: OfficeSite): void {
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
    await signOut(office, request, reply);
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
    async (request) => signedIn(request),
  );

  server.get(
    '/api/agencies',
    { schema: { summary: 'Agencies under their ministries', tags, response: { 200: AgencyListJson } } },
    async (request) => {
      signedIn(request);
      return { agencies: await office.agencies() };
    },
  );

  server.post<{ Body: Static<typeof AgencyBody> }>(
    '/api/agencies',
    { schema: { summary: 'Add an agency', tags, body: AgencyBody, response: { 201: AgencyBody } } },
    async (request, reply) => {
      const { id, name, parent } = request.body;
      demand(accountPolicy, 'create', signedIn(request), { id: null, agency: parent ?? id }, await office.tree());
      await office.addAgency({ id, name, parent }, clock());
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
      const actor = signedIn(request);
      const tree = await office.tree();
      const { login, name, grants } = request.body;
      for (const { agency } of grants) demand(accountPolicy, 'grant', actor, { id: null, agency }, tree);
      const own = actor.grants.find(({ role }) => role === 'administrator')?.agency ?? '';
      demand(accountPolicy, 'create', actor, { id: null, agency: grants[0]?.agency ?? own }, tree);
      const id = randomUUID();
      await office.addAccount({ id, login, name, password: null }, clock());
      for (const grant of grants) await office.grant(id, grant as Parameters<typeof office.grant>[1]);
      return reply.status(201).send({ id, secret: await welcomeSecret(office, id, clock()) });
    },
  );
}
