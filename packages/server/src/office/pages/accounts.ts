import type { FastifyInstance, FastifyRequest } from 'fastify';
import { accountsPage, type Refused } from '@guankao/web';
import { accountPolicy, may } from '@guankao/workflow';
import { addAgency, changeGrant, invite, issueLink, setActive } from '../../sign-in/administer.ts';
import { signedIn } from '../../sign-in/authenticate.ts';
import { fieldOf, type FormFields } from '../texts-of-form.ts';
import { demandCode, noSuch, type Desk } from './desk.ts';

const options = { schema: { hide: true } };

/** Who may do what: invitations, roles, agencies. */
export function accountPages(server: FastifyInstance, desk: Desk): void {
  async function accountsHtml(request: FastifyRequest, link: string | null, refused: Refused | null): Promise<string> {
    const current = await desk.context(request);
    const own = await desk.frame(request);
    const administered = own.agencies.filter(({ id }) =>
      may(accountPolicy, 'read', current.actor, { id: null, agency: id }, current.tree),
    );
    if (administered.length === 0) throw noSuch('accounts');
    const accounts = (await desk.office.accounts()).filter(({ grants }) =>
      grants.some(({ agency }) => administered.some(({ id }) => id === agency)),
    );
    return accountsPage(desk.reader(request), own, { agencies: administered, accounts, link }, refused);
  }

  const who = (request: FastifyRequest) => ({ actor: signedIn(request), now: desk.now() });

  server.get('/office/accounts', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    return desk.send(reply, accountsHtml(request, null, null));
  });

  server.post<{ Body: FormFields }>('/office/accounts', options, async (request, reply) =>
    desk.orShow(
      reply,
      (refused) => accountsHtml(request, null, refused),
      async () => {
        const asked = { role: fieldOf(request.body, 'role'), agency: fieldOf(request.body, 'agency') };
        const invitation = {
          login: demandCode(fieldOf(request.body, 'login').trim()),
          name: fieldOf(request.body, 'name').trim(),
          grants: [asked],
        };
        const { secret } = await invite(desk.office, invitation, who(request));
        return desk.send(
          reply,
          accountsHtml(request, `${desk.reader(request).origin}${desk.to(`/welcome/${secret}`)}`, null),
        );
      },
    ),
  );

  server.post<{ Body: FormFields }>('/office/agencies', options, async (request, reply) =>
    desk.orShow(
      reply,
      (refused) => accountsHtml(request, null, refused),
      async () => {
        const agency = {
          id: demandCode(fieldOf(request.body, 'agencyId').trim()),
          name: fieldOf(request.body, 'agencyName').trim(),
          parent: fieldOf(request.body, 'parent'),
        };
        await addAgency(desk.office, agency, who(request));
        return reply.redirect(desk.to(`/office/accounts`), 303);
      },
    ),
  );

  /** What is done to one account, each by its own button. */
  server.post<{ Params: { id: string }; Body: FormFields }>('/office/accounts/:id', options, async (request, reply) =>
    desk.orShow(
      reply,
      (refused) => accountsHtml(request, null, refused),
      async () => {
        const { id } = request.params;
        const grant = { role: fieldOf(request.body, 'role'), agency: fieldOf(request.body, 'agency') };
        switch (fieldOf(request.body, 'do')) {
          case 'link': {
            const secret = await issueLink(desk.office, id, who(request));
            const link = `${desk.reader(request).origin}${desk.to(`/welcome/${secret}`)}`;
            return desk.send(reply, accountsHtml(request, link, null));
          }
          case 'grant':
            await changeGrant(desk.office, 'account-granted', id, grant, who(request));
            break;
          case 'revoke':
            await changeGrant(desk.office, 'account-revoked', id, grant, who(request));
            break;
          case 'deactivate':
            await setActive(desk.office, id, false, who(request));
            break;
          case 'reactivate':
            await setActive(desk.office, id, true, who(request));
            break;
          default:
            throw noSuch(id);
        }
        return reply.redirect(desk.to('/office/accounts'), 303);
      },
    ),
  );
}
