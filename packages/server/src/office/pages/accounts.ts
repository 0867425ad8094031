import type { FastifyInstance, FastifyRequest } from 'fastify';
import { accountsPage, type Refused } from '@guankao/web';
import { accountPolicy, may, type Role } from '@guankao/workflow';
import { welcomeSecret } from '../../sign-in/links.ts';
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

  server.get('/office/accounts', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    return desk.send(reply, accountsHtml(request, null, null));
  });

  server.post<{ Body: FormFields }>('/office/accounts', options, async (request, reply) =>
    desk.orShow(
      reply,
      (refused) => accountsHtml(request, null, refused),
      async () => {
        const current = await desk.context(request);
        const [role, agency] = [fieldOf(request.body, 'role') as Role, fieldOf(request.body, 'agency')];
        if (
          !may(accountPolicy, 'grant', current.actor, { id: null, agency }, current.tree) ||
          !may(accountPolicy, 'create', current.actor, { id: null, agency }, current.tree)
        )
          throw noSuch(agency);
        const id = crypto.randomUUID();
        await desk.office.addAccount(
          {
            id,
            login: demandCode(fieldOf(request.body, 'login').trim()),
            name: fieldOf(request.body, 'name').trim(),
            password: null,
          },
          desk.now(),
        );
        await desk.office.grant(id, { role, agency });
        const secret = await welcomeSecret(desk.office, id, desk.now());
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
        const current = await desk.context(request);
        const parent = fieldOf(request.body, 'parent');
        if (!may(accountPolicy, 'create', current.actor, { id: null, agency: parent }, current.tree))
          throw noSuch(parent);
        await desk.office.addAgency(
          {
            id: demandCode(fieldOf(request.body, 'agencyId').trim()),
            name: fieldOf(request.body, 'agencyName').trim(),
            parent,
          },
          desk.now(),
        );
        return reply.redirect(desk.to(`/office/accounts`), 303);
      },
    ),
  );
}
