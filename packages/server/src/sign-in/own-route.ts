import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { SessionRecord, TokenRecord } from '@guankao/store';
import { roles, type Role } from '@guankao/workflow';
import type { OfficeSite } from '../office/office-site.ts';
import { SecretJson } from '../office/schema.ts';
import { networkOf } from '../edge/network.ts';
import { inPerson } from './authenticate.ts';
import { changePassword, endSession, makeToken, revokeToken, tokenDays } from './own-account.ts';
import { admit, visitOf } from './visit.ts';

const tags = ['accounts'];
const Moment = Type.String({ description: 'ISO 8601, UTC' });
const RoleName = Type.Unsafe<Role>(Type.Union(roles.map((role) => Type.Literal(role))));
const Roles = Type.Array(RoleName, { maxItems: roles.length, uniqueItems: true });

const TokenBody = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 100 }),
  roles: Type.Optional(
    Type.Unsafe<readonly Role[]>({ ...Roles, description: 'Of yours; left out: all of them, as they then are' }),
  ),
  readOnly: Type.Optional(Type.Boolean({ description: 'It reads and changes nothing' })),
  days: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: tokenDays.most,
      description: `After which it ends; ${tokenDays.usual} where left out`,
    }),
  ),
});
const MadeTokenJson = Type.Object({ id: Type.String(), token: Type.String(), expiresAt: Moment });
const TokenJson = Type.Object({
  id: Type.String(),
  name: Type.String(),
  roles: Type.Union([Type.Array(Type.String()), Type.Null()], { description: 'null: all that you have' }),
  readOnly: Type.Boolean(),
  createdAt: Moment,
  expiresAt: Moment,
});
const SessionJson = Type.Object({
  id: Type.String(),
  createdAt: Moment,
  seenAt: Type.String({ description: 'When it was last used, ISO 8601, UTC' }),
  expiresAt: Moment,
  current: Type.Boolean({ description: 'The one that asks' }),
});
const PasswordBody = Type.Object({
  current: Type.String({ maxLength: 300 }),
  password: Type.String({ minLength: 1, maxLength: 300 }),
});
const ById = Type.Object({ id: Type.String({ minLength: 1, maxLength: 100 }) });

/** One's own account: password, sessions, tokens for scripts. All of it is for a person who has signed in. */
export function ownAccountApi(server: FastifyInstance, { office, clock }: OfficeSite): void {
  server.post<{ Body: Static<typeof PasswordBody> }>(
    '/api/me/password',
    {
      config: { limit: 'sign-in' },
      schema: {
        summary: 'Change your password: all your sessions and tokens end, and a new session begins',
        tags,
        body: PasswordBody,
        response: { 201: SecretJson },
      },
    },
    async (request, reply) => {
      const { actor } = inPerson(request);
      const admission = await changePassword(office, request.body, actor, visitOf(request), clock());
      return reply.status(201).send({ token: admit(reply, admission) });
    },
  );

  server.get(
    '/api/sessions',
    {
      schema: {
        summary: 'Where you are signed in',
        tags,
        response: { 200: Type.Object({ sessions: Type.Array(SessionJson) }) },
      },
    },
    async (request) => {
      const { actor, session } = inPerson(request);
      const own = await office.sessionsOf(actor.id, clock());
      return { sessions: own.map((one) => ({ ...sessionJson(one), current: one.id === session })) };
    },
  );

  server.delete<{ Params: Static<typeof ById> }>(
    '/api/sessions/:id',
    { schema: { summary: 'End a session of yours', tags, params: ById } },
    async (request, reply) => {
      await endSession(office, request.params.id, inPerson(request).actor, networkOf(request.ip), clock());
      return done(reply);
    },
  );

  server.get(
    '/api/tokens',
    {
      schema: {
        summary: 'Your tokens that have not ended',
        tags,
        response: { 200: Type.Object({ tokens: Type.Array(TokenJson) }) },
      },
    },
    async (request) => ({ tokens: (await office.tokensOf(inPerson(request).actor.id, clock())).map(tokenJson) }),
  );

  server.post<{ Body: Static<typeof TokenBody> }>(
    '/api/tokens',
    {
      schema: {
        summary: 'A token for a script, with your roles or some of them; shown once',
        tags,
        body: TokenBody,
        response: { 201: MadeTokenJson },
      },
    },
    async (request, reply) => {
      const { id, token, expiresAt } = await makeToken(
        office,
        request.body,
        inPerson(request).actor,
        networkOf(request.ip),
        clock(),
      );
      return reply.status(201).send({ id, token, expiresAt: expiresAt.toISOString() });
    },
  );

  server.delete<{ Params: Static<typeof ById> }>(
    '/api/tokens/:id',
    { schema: { summary: 'Revoke a token of yours', tags, params: ById } },
    async (request, reply) => {
      await revokeToken(office, request.params.id, inPerson(request).actor, networkOf(request.ip), clock());
      return done(reply);
    },
  );
}

function done(reply: FastifyReply): FastifyReply {
  return reply.status(204).send();
}

function tokenJson({ id, name, roles, readOnly, createdAt, expiresAt }: TokenRecord): Static<typeof TokenJson> {
  return {
    id,
    name,
    roles: roles === null ? null : [...roles],
    readOnly,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}

function sessionJson({ id, createdAt, seenAt, expiresAt }: SessionRecord) {
  return {
    id,
    createdAt: createdAt.toISOString(),
    seenAt: seenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}
