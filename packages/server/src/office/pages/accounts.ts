import type { FastifyInstance, FastifyRequest } from 'fastify';
import { accountsPage, type AccountsView, type Refused } from '@guankao/web';
import { accountPolicy, may } from '@guankao/workflow';
import { addAgency, changeGrant, invite, inviteAll, issueLink, setActive } from '../../sign-in/administer.ts';
import { checkPeople, invitationsOf, mostPeople, peopleIn, type PersonLine } from '../../sign-in/invitation-list.ts';
import { inPerson } from '../../sign-in/authenticate.ts';
import { uploaded } from '../../settle/route.ts';
import { asking } from '../../work/asking.ts';
import { fieldOf, type FormFields } from '../texts-of-form.ts';
import { deputyLines } from './deputies.ts';
import { demandCode, noSuch, type Desk } from './desk.ts';

const options = { schema: { hide: true }, config: { shownAgain: true } } as const;
/** A list of some hundred people. */
const largestList = 256 * 1024;

/** Who may do what: invitations, roles, agencies. */
export function accountPages(server: FastifyInstance, desk: Desk): void {
  async function accountsHtml(
    request: FastifyRequest,
    links: AccountsView['links'],
    refused: Refused | null,
    people: AccountsView['people'] = null,
  ): Promise<string> {
    const current = await desk.context(request);
    const own = await desk.frame(request);
    const administered = own.agencies.filter(({ id }) =>
      may(accountPolicy, 'read', current.actor, { id: null, agency: id }, current.tree),
    );
    if (administered.length === 0) throw noSuch('accounts');
    const accounts = (await desk.office.accounts()).filter(({ grants }) =>
      grants.some(({ agency }) => administered.some(({ id }) => id === agency)),
    );
    const deputies = (await deputyLines(desk, current)).filter(({ deputyship }) =>
      deputyship.grants.every(({ agency }) => administered.some(({ id }) => id === agency)),
    );
    const view = { agencies: administered, accounts, links, people, deputies };
    return accountsPage(desk.reader(request), own, view, refused);
  }

  const who = (request: FastifyRequest) => ({ actor: inPerson(request).actor, now: desk.now() });

  function linkFor(request: FastifyRequest, login: string, secret: string): AccountsView['links'][number] {
    return { login, address: `${desk.reader(request).origin}${desk.to(`/welcome/${secret}`)}` };
  }

  function demandAdministers(request: FastifyRequest): void {
    if (!who(request).actor.grants.some(({ role }) => role === 'administrator')) throw noSuch('accounts');
  }

  /** The list as it was read: each person with what stands against inviting them. Nobody is invited yet. */
  server.post('/office/accounts/list', options, async (request, reply) =>
    desk.orShow(
      reply,
      (refused) => accountsHtml(request, [], refused),
      async () => {
        demandAdministers(request);
        const file = await uploaded(request, largestList);
        const lines = await desk.site.pool.run('people-list', { file }, asking(request, file.name));
        const people = await checkPeople(desk.office, peopleIn(lines), who(request));
        return desk.send(reply, accountsHtml(request, [], null, people));
      },
    ),
  );

  server.post<{ Body: FormFields }>('/office/accounts/invitations', options, async (request, reply) => {
    demandAdministers(request);
    const people = await checkPeople(desk.office, peopleAsShown(request.body), who(request));
    return desk.orShow(
      reply,
      (refused) => accountsHtml(request, [], refused, people),
      async () => {
        const chosen = [request.body['lines'] ?? []].flat().map(Number);
        const invited = await inviteAll(desk.office, invitationsOf(people, chosen), who(request));
        const links = invited.map(({ login, secret }) => linkFor(request, login, secret));
        return desk.send(reply, accountsHtml(request, links, null));
      },
    );
  });

  server.get('/office/accounts', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    return desk.send(reply, accountsHtml(request, [], null));
  });

  server.post<{ Body: FormFields }>('/office/accounts', options, async (request, reply) =>
    desk.orShow(
      reply,
      (refused) => accountsHtml(request, [], refused),
      async () => {
        const asked = { role: fieldOf(request.body, 'role'), agency: fieldOf(request.body, 'agency') };
        const invitation = {
          login: demandCode(fieldOf(request.body, 'login').trim()),
          name: fieldOf(request.body, 'name').trim(),
          grants: [asked],
        };
        const { secret } = await invite(desk.office, invitation, who(request));
        return desk.send(reply, accountsHtml(request, [linkFor(request, invitation.login, secret)], null));
      },
    ),
  );

  server.post<{ Body: FormFields }>('/office/agencies', options, async (request, reply) =>
    desk.orShow(
      reply,
      (refused) => accountsHtml(request, [], refused),
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
      (refused) => accountsHtml(request, [], refused),
      async () => {
        const { id } = request.params;
        const grant = { role: fieldOf(request.body, 'role'), agency: fieldOf(request.body, 'agency') };
        switch (fieldOf(request.body, 'do')) {
          case 'link': {
            const secret = await issueLink(desk.office, id, who(request));
            const login = (await desk.office.accounts()).find((account) => account.id === id)?.login ?? '';
            return desk.send(reply, accountsHtml(request, [linkFor(request, login, secret)], null));
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

/** The list that the page was sent with: what was shown is what is invited. */
function peopleAsShown(fields: FormFields): readonly PersonLine[] {
  const of = (name: string) => [fields[name] ?? []].flat();
  const [logins, names, roleLists, agencies] = [of('login'), of('name'), of('roles'), of('agency')];
  if (logins.length > mostPeople) throw noSuch('list');
  return logins.map((login, at) => ({
    login,
    name: names[at] ?? '',
    roles: roleLists[at] ?? '',
    agency: agencies[at] ?? '',
  }));
}
