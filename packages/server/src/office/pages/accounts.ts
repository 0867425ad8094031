import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';
import { accountsPage, type AccountsView, type Refused } from '@guankao/web';
import { accountPolicy, may, roleNames, roles } from '@guankao/workflow';
import {
  addAgency,
  changeGrant,
  invite,
  inviteAll,
  issueLink,
  setActive,
  type Invitation,
} from '../../sign-in/administer.ts';
import { inPerson } from '../../sign-in/authenticate.ts';
import { uploaded } from '../../settle/route.ts';
import { asking } from '../../work/asking.ts';
import { fieldOf, type FormFields } from '../texts-of-form.ts';
import { demandCode, noSuch, type Desk } from './desk.ts';

const options = { schema: { hide: true }, config: { shownAgain: true } } as const;
/** A list of some hundred people. */
const largestList = 256 * 1024;
const mostPeople = 500;

/** Who may do what: invitations, roles, agencies. */
export function accountPages(server: FastifyInstance, desk: Desk): void {
  async function accountsHtml(
    request: FastifyRequest,
    links: AccountsView['links'],
    refused: Refused | null,
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
    return accountsPage(desk.reader(request), own, { agencies: administered, accounts, links }, refused);
  }

  const who = (request: FastifyRequest) => ({ actor: inPerson(request).actor, now: desk.now() });

  function linkFor(request: FastifyRequest, login: string, secret: string): AccountsView['links'][number] {
    return { login, address: `${desk.reader(request).origin}${desk.to(`/welcome/${secret}`)}` };
  }

  server.post('/office/accounts/list', options, async (request, reply) =>
    desk.orShow(
      reply,
      (refused) => accountsHtml(request, [], refused),
      async () => {
        const administering = who(request);
        if (!administering.actor.grants.some(({ role }) => role === 'administrator')) throw noSuch('accounts');
        const file = await uploaded(request, largestList);
        const lines = await desk.site.pool.run('people-list', { file }, asking(request, file.name));
        const invited = await inviteAll(desk.office, invitationsIn(lines), administering);
        const links = invited.map(({ login, secret }) => linkFor(request, login, secret));
        return desk.send(reply, accountsHtml(request, links, null));
      },
    ),
  );

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

const columns = ['帳號', '姓名', '角色', '機關代碼'] as const;

/** One person a line. Throws a Refusal that names the line: then nobody of the list is invited. */
function invitationsIn(lines: readonly (readonly string[])[]): readonly Invitation[] {
  const [headings = [], ...people] = lines;
  const at = columns.map((column) => headings.indexOf(column));
  const missing = columns.find((_column, place) => at[place] === -1);
  if (missing !== undefined || people.length === 0 || people.length > mostPeople) throw noList(missing ?? null);
  return people.map((line, place) => {
    const [login = '', name = '', role = '', agency = ''] = at.map((column) => line[column] ?? '');
    const known = roles.find((one) => roleNames['zh-Hant'][one] === role || one === role);
    if (known === undefined || name === '' || agency === '') throw noPerson(place + 2, line.join(','));
    return { login: demandCode(login), name, grants: [{ role: known, agency }] };
  });
}

function noList(missing: string | null): Refusal {
  return new Refusal('no-people-list', 422, {
    'zh-Hant': `名單${missing === null ? '沒有人，或超過五百人' : `沒有「${missing}」這一欄`}，沒有邀請任何人。請用 CSV、XLSX 或 ODS，第一列是欄名：${columns.join('、')}。`,
    en: `the list ${missing === null ? 'holds nobody, or more than five hundred' : `has no column ${missing}`}; nobody was invited. Use CSV, XLSX or ODS with the headings ${columns.join(', ')} in the first row.`,
  });
}

function noPerson(line: number, text: string): Refusal {
  return new Refusal('no-person', 422, {
    'zh-Hant': `名單第 ${line} 列「${text}」缺姓名或機關代碼，或角色不是：${roles.map((role) => roleNames['zh-Hant'][role]).join('、')}。整份名單都沒有邀請，請改好再送。`,
    en: `line ${line} of the list, "${text}", lacks a name or an agency, or its role is none of: ${roles.join(', ')}. Nobody of the list was invited; mend it and send it again.`,
  });
}
