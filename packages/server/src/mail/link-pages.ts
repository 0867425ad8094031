import type { FastifyInstance } from 'fastify';
import { mailConfirmPage, mailStopPage } from '@guankao/web';
import type { Desk } from '../office/pages/desk.ts';
import { fieldOf, type FormFields } from '../office/texts-of-form.ts';
import { demandConfirmLink, demandStopLink } from './addresses.ts';

type Secret = { Params: { secret: string }; Body: FormFields };

const options = { schema: { hide: true }, config: { limit: 'one-time-link' } } as const;

/**
 * Where the links of mails lead. Looking changes nothing, since programs that show mail follow links by themselves; a
 * mail program's one click (RFC 8058) and the button of the page send the same.
 */
export function mailLinkPages(server: FastifyInstance, desk: Desk): void {
  server.get<Secret>('/mail/stop/:secret', options, async (request, reply) => {
    const { stoppedAt } = await demandStopLink(desk.office, request.params.secret);
    return desk.send(reply, mailStopPage(desk.reader(request), stoppedAt !== null, false));
  });

  server.post<Secret>('/mail/stop/:secret', options, async (request, reply) => {
    const { account, stoppedAt } = await demandStopLink(desk.office, request.params.secret);
    const goesOn = fieldOf(request.body, 'do') === 'start';
    if (goesOn || stoppedAt === null) await desk.office.stopMail(account, goesOn ? null : desk.now());
    return desk.send(reply, mailStopPage(desk.reader(request), !goesOn, true));
  });

  server.get<Secret>('/mail/confirm/:secret', options, async (request, reply) => {
    const { confirmedAt } = await demandConfirmLink(desk.office, request.params.secret, desk.now());
    return desk.send(reply, mailConfirmPage(desk.reader(request), confirmedAt !== null));
  });

  server.post<Secret>('/mail/confirm/:secret', options, async (request, reply) => {
    const { secret } = request.params;
    const { account } = await demandConfirmLink(desk.office, secret, desk.now());
    await desk.office.confirmMail(account, secret, desk.now());
    return desk.send(reply, mailConfirmPage(desk.reader(request), true));
  });
}
