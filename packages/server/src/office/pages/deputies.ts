import type { FastifyInstance, FastifyRequest } from 'fastify';
import { deputiesPage, historyPage, type DeputiesView, type DeputyLine, type Refused } from '@guankao/web';
import {
  deputyPolicy,
  deputyRoles,
  holds,
  may,
  standingOfDeputy,
  type AgencyTree,
  type Context,
  type Deputyship,
  type Grant,
  type Person,
} from '@guankao/workflow';
import { demandPlainForm } from '../../edge/plain-text.ts';
import { chooseDeputyship } from '../../sign-in/acting.ts';
import { inPerson } from '../../sign-in/authenticate.ts';
import { dateIn, fieldOf, type FormFields } from '../texts-of-form.ts';
import { noSuch, type Desk } from './desk.ts';
import { apiOf, nounOf } from './history.ts';

const options = { schema: { hide: true }, config: { shownAgain: true } } as const;
type Id = { Params: { id: string }; Body: FormFields };

/** 職務代理: who acts for whom, naming and ending it, and in whose name the browser works. */
export function deputyPages(server: FastifyInstance, desk: Desk): void {
  async function html(request: FastifyRequest, login: string, refused: Refused | null): Promise<string> {
    const current = await desk.context(request);
    const view = await viewOf(desk, current, login);
    return deputiesPage(desk.reader(request), await desk.frame(request), view, refused);
  }

  server.get<{ Querystring: { for?: string } }>('/office/deputies', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    return desk.send(reply, html(request, request.query.for ?? '', null));
  });

  server.post<{ Body: FormFields }>('/office/deputies', options, async (request, reply) =>
    desk.orShow(
      reply,
      (refused) => html(request, fieldOf(request.body, 'for'), refused),
      async () => {
        const input = appointmentOf(request.body);
        await desk.perform(request, [{ noun: 'deputy', command: 'appoint', id: null, shown: null, input }]);
        return reply.redirect(desk.to('/office/deputies'), 303);
      },
    ),
  );

  server.post<Id>('/office/deputies/:id/revoke', options, async (request, reply) =>
    desk.orShow(
      reply,
      (refused) => html(request, '', refused),
      async () => {
        const shown = Number(fieldOf(request.body, 'version'));
        const { id } = request.params;
        await desk.perform(request, [{ noun: 'deputy', command: 'revoke', id, shown, input: {} }]);
        return reply.redirect(desk.to('/office/deputies'), 303);
      },
    ),
  );

  server.get<Id>('/office/deputies/:id/history', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const { id } = request.params;
    const [{ actor, tree }, found] = [await desk.context(request), await desk.office.record('deputy', id)];
    const deputyship = found as Deputyship | null;
    if (deputyship === null || !may(deputyPolicy, 'read', actor, deputyship, tree)) throw noSuch(id);
    const { principal, deputy } = deputyship;
    const reader = desk.reader(request);
    const view = {
      of: {
        path: '/office/deputies',
        name:
          reader.locale === 'en' ? `${deputy.name} (for ${principal.name})` : `${deputy.name}（代理${principal.name}）`,
      },
      noun: nounOf(desk, 'deputy'),
      api: apiOf('deputies', id),
      events: await desk.office.history(id),
    };
    return desk.send(reply, historyPage(reader, await desk.frame(request), view));
  });

  /** In whose name this browser works from now on. */
  server.post<{ Body: FormFields }>('/office/acting', options, async (request, reply) => {
    demandPlainForm(request);
    const { actor } = inPerson(request);
    const chosen = fieldOf(request.body, 'as');
    if (chosen !== '') await desk.office.deputy(actor, chosen, desk.now());
    chooseDeputyship(request, reply, chosen === '' ? null : chosen);
    return reply.redirect(desk.to(onwardIn(request.body)), 303);
  });
}

/** Where it goes on: a page of the workbench, by its path; its first page otherwise. */
function onwardIn(fields: FormFields): string {
  const to = fieldOf(fields, 'to');
  return /^\/office\/(?!\/)[\w%~.!'()*#/-]*$/.test(to) ? to : '/office';
}

function appointmentOf(fields: FormFields) {
  const login = fieldOf(fields, 'for');
  const grants = [fields['grants'] ?? []].flat().map((one) => {
    const [role = '', agency = ''] = one.split(' ');
    return { role, agency };
  });
  return {
    ...(login === '' ? {} : { for: login }),
    deputy: fieldOf(fields, 'deputy'),
    grants,
    from: dateIn(fieldOf(fields, 'from'), { 'zh-Hant': '起日', en: 'first day' }, 'from'),
    until: dateIn(fieldOf(fields, 'until'), { 'zh-Hant': '迄日', en: 'last day' }, 'until'),
    reason: fieldOf(fields, 'reason').trim(),
  };
}

/** Those that this person may see, newest first: what goes on or is to come before what is over. */
export async function deputyLines(desk: Desk, { actor, tree, now }: Context): Promise<readonly DeputyLine[]> {
  const all = (await desk.office.records('deputy', null)) as readonly unknown[] as readonly Deputyship[];
  const lines = all
    .filter((one) => may(deputyPolicy, 'read', actor, one, tree))
    .map((deputyship) => {
      const standing = standingOfDeputy(deputyship, now);
      const goesOn = standing === 'acting' || standing === 'to-come';
      return { deputyship, standing, mayRevoke: goesOn && may(deputyPolicy, 'revoke', actor, deputyship, tree) };
    });
  const isOver = ({ standing }: DeputyLine) => Number(standing === 'ended' || standing === 'revoked');
  return lines.toReversed().toSorted((a, b) => isOver(a) - isOver(b));
}

async function viewOf(desk: Desk, current: Context, login: string): Promise<DeputiesView> {
  const { actor, tree } = current;
  const lines = await deputyLines(desk, current);
  if (actor.actingFor !== undefined) return { lines, form: null, principals: [] };
  const people = await desk.office.accounts();
  const administered = (grants: readonly Grant[]) =>
    grants.length > 0 && grants.every(({ agency }) => holds(actor, 'administrator', agency, tree));
  const principals = people.filter(
    ({ id, state, grants }) => id !== actor.id && state !== 'deactivated' && administered(handable(grants)),
  );
  const principal = principals.find((one) => one.login === login) ?? null;
  if (login !== '' && principal === null) throw noSuch(login);
  const grants = handable((principal ?? actor).grants);
  const colleagues = people.filter(
    (one) =>
      one.id !== (principal ?? actor).id &&
      one.state !== 'deactivated' &&
      grants.some(({ agency }) => worksIn(one, agency, tree)),
  );
  return { lines, form: { principal, grants, colleagues }, principals };
}

function handable(grants: readonly Grant[]): readonly Grant[] {
  return grants.filter(({ role }) => deputyRoles.includes(role));
}

function worksIn({ grants }: Person, agency: string, tree: AgencyTree): boolean {
  return grants.some((own) => tree.headOf(own.agency) === tree.headOf(agency));
}
