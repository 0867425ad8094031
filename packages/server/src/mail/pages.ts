import type { FastifyInstance, FastifyRequest } from 'fastify';
import { mailPage, noticesPage, ownMailPage, type MailView, type Refused } from '@guankao/web';
import { dayInTaipei, noticeRule } from '@guankao/workflow';
import { fieldOf, type FormFields } from '../office/texts-of-form.ts';
import { noSuch, type Desk } from '../office/pages/desk.ts';
import { localeOf } from '../pages/reader.ts';
import { inPerson } from '../sign-in/authenticate.ts';
import { demandMail, setAddress } from './addresses.ts';
import { mailsAPage, mailStanding, sendTest, testedIn, tryRefusedAgain } from './administer.ts';
import { ownNotices } from './at-hand.ts';
import { newOf } from './digest.ts';

type Form = { Body: FormFields; Querystring: { saved?: string; before?: string } };

const options = { schema: { hide: true }, config: { shownAgain: true } } as const;
const sending = { ...options, config: { ...options.config, limit: 'mail' } } as const;

/** 通知: what one should know of now; where it goes by mail; what became of mails, for administrators. */
export function mailPages(server: FastifyInstance, desk: Desk): void {
  server.get('/office/notices', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const notices = await ownNotices(desk.office, await desk.context(request));
    const view = { notices, rule: noticeRule(dayInTaipei(desk.now())) };
    return desk.send(reply, noticesPage(desk.reader(request), await desk.frame(request), view));
  });

  server.get<Form>('/office/me/mail', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    return desk.send(reply, ownMailHtml(desk, request, null, request.query.saved !== undefined));
  });

  server.post<Form>('/office/me/mail', sending, async (request, reply) =>
    desk.orShow(
      reply,
      (refused) => ownMailHtml(desk, request, refused, false),
      async () => {
        await changeOwnMail(desk, request);
        return reply.redirect(desk.to('/office/me/mail?saved=1'), 303);
      },
    ),
  );

  server.get<Form>('/office/mail', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    return desk.send(reply, mailHtml(desk, request, null, null));
  });

  server.post<Form>('/office/mail/test', sending, async (request, reply) =>
    desk.orShow(
      reply,
      (refused) => mailHtml(desk, request, refused, null),
      async () => {
        const asked = { address: fieldOf(request.body, 'address'), locale: localeOf(request.url) };
        const said = await sendTest(desk.office, desk.site.mail, asked, inPerson(request).actor);
        return desk.send(reply, mailHtml(desk, request, null, testedIn(said)));
      },
    ),
  );

  server.post<Form>('/office/mail/retry', options, async (request, reply) =>
    desk.orShow(
      reply,
      (refused) => mailHtml(desk, request, refused, null),
      async () => {
        await tryRefusedAgain(desk.office, fieldOf(request.body, 'account') || null, inPerson(request).actor);
        return reply.redirect(desk.to('/office/mail'), 303);
      },
    ),
  );
}

async function changeOwnMail({ office, site }: Desk, request: FastifyRequest<Form>): Promise<void> {
  const { actor } = inPerson(request);
  const at = site.clock();
  switch (fieldOf(request.body, 'do')) {
    case 'set': {
      demandMail(site.mail);
      const locale = fieldOf(request.body, 'locale') === 'en' ? 'en' : 'zh-Hant';
      return setAddress(office, { address: fieldOf(request.body, 'address'), locale }, actor, at);
    }
    case 'stop':
      return office.stopMail(actor.id, at);
    case 'start':
      return office.stopMail(actor.id, null);
    case 'drop':
      return office.dropMailPerson(actor.id);
    default:
      throw noSuch('me/mail');
  }
}

async function ownMailHtml(
  desk: Desk,
  request: FastifyRequest,
  refused: Refused | null,
  saved: boolean,
): Promise<string> {
  const { actor } = inPerson(request);
  const person = await desk.office.mailPerson(actor.id);
  const notices = await ownNotices(desk.office, await desk.context(request));
  const view = {
    on: desk.site.mail !== null,
    person:
      person === null
        ? null
        : {
            address: person.address,
            locale: person.locale,
            confirmed: person.confirmedAt !== null,
            stopped: person.stoppedAt !== null,
            refused: person.refused?.words ?? null,
          },
    next: await newOf(desk.office, actor.id, notices),
    saved,
  };
  return ownMailPage(desk.reader(request), await desk.frame(request), view, refused);
}

async function mailHtml(
  desk: Desk,
  request: FastifyRequest<Form>,
  refused: Refused | null,
  tested: MailView['tested'],
): Promise<string> {
  const asked = request.query.before ?? '';
  const before = /^[1-9]\d{0,14}$/.test(asked) ? Number(asked) : null;
  const { mail } = desk.site;
  const { server, trouble, people, mails } = await mailStanding(desk.office, mail, inPerson(request).actor, before);
  const names = new Map((await desk.office.accounts()).map(({ id, name, login }) => [id, `${name}（${login}）`]));
  const view: MailView = {
    server,
    trouble,
    refused: people.flatMap(({ account, address, refused: by }) =>
      by === null ? [] : [{ account, person: names.get(account) ?? account, address, ...by }],
    ),
    mails: mails.map((one) => ({
      ...one,
      person: names.get(one.account) ?? one.account,
      at: one.endedAt ?? (one.state === 'waiting' ? one.nextAt : one.madeAt),
    })),
    earlier: mails.length === mailsAPage ? (mails.at(-1)?.id ?? null) : null,
    tested,
  };
  return mailPage(desk.reader(request), await desk.frame(request), view, refused);
}
