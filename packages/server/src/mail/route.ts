import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { MailPerson, OutboxMail } from '@guankao/store';
import { NoticeJson, nullable, oneOf } from '@guankao/workflow';
import type { OfficeSite } from '../office/office-site.ts';
import { inPerson, signedIn } from '../sign-in/authenticate.ts';
import { demandMail, setAddress } from './addresses.ts';
import { ownNotices } from './at-hand.ts';
import { mailStanding, sendTest, testedIn, tryRefusedAgain } from './administer.ts';

const tags = ['mail'];
const Moment = Type.String({ description: 'ISO 8601, UTC' });
const Language = oneOf(['zh-Hant', 'en'], { description: 'Of the mails' });
const Address = Type.String({ minLength: 1, maxLength: 300 });
const Words = Type.String({ description: 'Of the mail server' });

const OwnMailJson = Type.Object({
  on: Type.Boolean({ description: 'Whether mail is set up here' }),
  address: nullable(Type.String(), { description: 'null: no mail goes to you' }),
  locale: nullable(Language),
  confirmed: Type.Boolean({ description: 'Until it is, nothing but that question goes there' }),
  stopped: Type.Boolean(),
  refused: nullable(Words, { description: 'The address was refused for good, with these words' }),
});
const OwnMailBody = Type.Object({ address: Address, locale: Language });
const TestBody = Type.Object({ address: Address, locale: Language });
const WhyNone = nullable(oneOf(['sign-in', 'certificate', 'encryption']), {
  description:
    'sign-in: the server wants another user or password. certificate: its own is not trusted. encryption: it does not encrypt as it is set to. null: something else',
});
const TestJson = Type.Object({
  became: oneOf(['taken', 'address-refused', 'content-refused', 'later', 'unknown'], {
    description: 'taken: the server has it. later: it could not be handed over. unknown: it may have it',
  }),
  words: Words,
  why: WhyNone,
});
const MailJson = Type.Object(
  {
    id: Type.Integer(),
    kind: oneOf(['confirmation', 'digest']),
    account: Type.String({ description: 'Id of the account' }),
    address: Type.String(),
    state: oneOf(['waiting', 'marked', 'sent', 'refused', 'unknown', 'dropped'], {
      description:
        'marked: being handed over. unknown: the server may have it, and it is not sent again. dropped: there was no need any more',
    }),
    notices: Type.Integer({ description: 'How many it told' }),
    attempts: Type.Integer(),
    madeAt: Moment,
    nextAt: nullable(Moment, { description: 'When it is tried, while it waits' }),
    endedAt: nullable(Moment),
    words: nullable(Words, { description: 'What went wrong; null: nothing' }),
  },
  { $id: 'OutboxMail' },
);
const StandingJson = Type.Object({
  server: nullable(Type.Object({ host: Type.String(), port: Type.Integer(), from: Type.String() }), {
    description: 'null: mail is not set up, and nothing is sent',
  }),
  trouble: nullable(Type.Object({ words: Words, why: WhyNone, since: Moment }), {
    description: 'What was wrong with the mail server when this program last asked it',
  }),
  people: Type.Array(
    Type.Object({
      account: Type.String({ description: 'Id' }),
      login: Type.String(),
      address: Type.String(),
      locale: Language,
      confirmed: Type.Boolean(),
      stopped: Type.Boolean(),
      refused: nullable(Type.Object({ at: Moment, words: Words })),
    }),
  ),
  mails: Type.Array(MailJson, { description: 'Newest first' }),
});
const Before = Type.Object({
  before: Type.Optional(Type.Integer({ minimum: 1, description: 'Only mails with a smaller id' })),
});
const RetryBody = Type.Object({
  account: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'Id; left out: all of them' })),
});

/** What the one who asks should know of now. */
export function noticesApi(server: FastifyInstance, { office, clock }: OfficeSite): void {
  server.get(
    '/api/me/notices',
    {
      schema: {
        summary: 'What you should know of or deal with now, the most urgent first',
        tags: ['notices'],
        response: { 200: Type.Object({ notices: Type.Array(NoticeJson) }) },
      },
    },
    async (request) => {
      const who = { actor: signedIn(request), tree: await office.tree(), now: clock() };
      return { notices: [...(await ownNotices(office, who))] };
    },
  );
}

/** Where one’s own notices go by mail. */
export function ownMailApi(server: FastifyInstance, { office, mail, clock }: OfficeSite): void {
  const own = async (account: string): Promise<Static<typeof OwnMailJson>> =>
    ownMailJson(await office.mailPerson(account), mail !== null);

  server.get(
    '/api/me/mail',
    { schema: { summary: 'Where your notices go by mail', tags, response: { 200: OwnMailJson } } },
    async (request) => own(inPerson(request).actor.id),
  );

  server.put<{ Body: Static<typeof OwnMailBody> }>(
    '/api/me/mail',
    {
      config: { limit: 'mail' },
      schema: {
        summary: 'Set the address: a mail asks there first whether it is yours',
        tags,
        body: OwnMailBody,
        response: { 200: OwnMailJson },
      },
    },
    async (request) => {
      const { actor } = inPerson(request);
      demandMail(mail);
      await setAddress(office, request.body, actor, clock());
      return own(actor.id);
    },
  );

  server.delete('/api/me/mail', { schema: { summary: 'Give up the address', tags } }, async (request, reply) => {
    await office.dropMailPerson(inPerson(request).actor.id);
    return done(reply);
  });

  for (const [path, summary] of [
    ['stop', 'No more mail, until it is started again'],
    ['start', 'Mail again'],
  ] as const)
    server.post(
      `/api/me/mail/${path}`,
      { schema: { summary, tags, response: { 200: OwnMailJson } } },
      async (request) => {
        const { id } = inPerson(request).actor;
        await office.stopMail(id, path === 'stop' ? clock() : null);
        return own(id);
      },
    );
}

/** What became of mails, for administrators. */
export function mailApi(server: FastifyInstance, { office, mail }: OfficeSite): void {
  server.get<{ Querystring: Static<typeof Before> }>(
    '/api/mail',
    {
      schema: {
        summary: 'Mail of the accounts that you administer: what was sent, waits, was refused',
        tags,
        querystring: Before,
        response: { 200: StandingJson },
      },
    },
    async (request) => {
      const standing = await mailStanding(office, mail, inPerson(request).actor, request.query.before ?? null);
      const { server: relay, trouble, people, mails } = standing;
      return {
        server: relay,
        trouble: trouble === null ? null : { ...trouble, since: trouble.since.toISOString() },
        people: people.map((person) => ({
          account: person.account,
          login: person.login,
          address: person.address,
          locale: person.locale,
          confirmed: person.confirmedAt !== null,
          stopped: person.stoppedAt !== null,
          refused: person.refused === null ? null : { ...person.refused, at: person.refused.at.toISOString() },
        })),
        mails: mails.map(mailJson),
      };
    },
  );

  server.post<{ Body: Static<typeof TestBody> }>(
    '/api/mail/test',
    {
      config: { limit: 'mail' },
      schema: {
        summary: 'Send a test mail at once: what the mail server said',
        tags,
        body: TestBody,
        response: { 200: TestJson },
      },
    },
    async (request) => {
      return testedIn(await sendTest(office, mail, request.body, inPerson(request).actor));
    },
  );

  server.post<{ Body: Static<typeof RetryBody> }>(
    '/api/mail/refused/retry',
    {
      schema: {
        summary: 'Try addresses again that the mail server refused',
        tags,
        body: RetryBody,
        response: { 200: Type.Object({ addresses: Type.Integer() }) },
      },
    },
    async (request) => ({
      addresses: await tryRefusedAgain(office, request.body.account ?? null, inPerson(request).actor),
    }),
  );
}

function ownMailJson(person: MailPerson | null, on: boolean): Static<typeof OwnMailJson> {
  return {
    on,
    address: person?.address ?? null,
    locale: person?.locale ?? null,
    confirmed: person !== null && person.confirmedAt !== null,
    stopped: person !== null && person.stoppedAt !== null,
    refused: person?.refused?.words ?? null,
  };
}

function mailJson(mail: OutboxMail): Static<typeof MailJson> {
  const { id, kind, account, address, state, notices, attempts, words } = mail;
  return {
    id,
    kind,
    account,
    address,
    state,
    notices,
    attempts,
    madeAt: mail.madeAt.toISOString(),
    nextAt: state === 'waiting' ? mail.nextAt.toISOString() : null,
    endedAt: mail.endedAt?.toISOString() ?? null,
    words,
  };
}

function done(reply: FastifyReply): FastifyReply {
  return reply.status(204).send();
}
