import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { terms } from '@guankao/terms';
import {
  accountNamesIn,
  historyPage,
  mappedAccountPage,
  mappedPartPage,
  mappingPage,
  planMoneyPage,
  type Refused,
} from '@guankao/web';
import type { Desk } from '../office/pages/desk.ts';
import { apiOf, nounOf } from '../office/pages/history.ts';
import { fieldOf, type FormFields } from '../office/texts-of-form.ts';
import { signedIn } from '../sign-in/authenticate.ts';
import { amountsIn, atItsLine, chosenIn, holdingIn, lastDayIn, partsIn } from './forms.ts';
import { accountView, mappingFrame, mappingView, partView, planMoneyView, type AskedOfMapping } from './views.ts';
import { addParts, carryOver, draw, type Carry } from './work.ts';

type Id = { Params: { id: string }; Body: FormFields };
type AccountId = { Params: { id: string; account: string }; Body: FormFields };
type PartId = { Params: { id: string; part: string }; Body: FormFields };
type PlanId = { Params: { id: string; row: string }; Body: FormFields };
interface Note {
  readonly assigned?: string;
  readonly drawn?: string;
  readonly done?: string;
  readonly lines?: string;
}

const options = { schema: { hide: true }, config: { shownAgain: true } } as const;

/** One mapping: its accounts assigned to plans, corrected, ended, carried over; the money of the rows drawn and overruled. */
export function mappingPages(server: FastifyInstance, desk: Desk): void {
  const carryFor =
    (request: FastifyRequest): Carry =>
    (steps) =>
      desk.perform(request, steps);
  const shownIn = (request: FastifyRequest<{ Body: FormFields }>) => Number(fieldOf(request.body, 'version'));
  const path = (id: string) => `/office/mappings/${encodeURIComponent(id)}`;

  server.get<Id & { Querystring: AskedOfMapping & Note }>('/office/mappings/:id', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const { own, view } = await mappingView(desk, request, request.params.id, request.query);
    const [assigned, drawn] = [countIn(request.query.assigned), countIn(request.query.drawn)];
    const note =
      drawn > 0
        ? ({ did: 'drawn', count: drawn } as const)
        : assigned > 0
          ? ({ did: 'assigned', count: assigned } as const)
          : null;
    return desk.send(reply, mappingPage(desk.reader(request), own, { ...view, note }, null));
  });

  server.get<Id>('/office/mappings/:id/history', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const { own, view, all } = await mappingFrame(desk, request, request.params.id);
    const { id } = view.mapping;
    const events = await desk.office.history(id);
    const names = { rows: all, accounts: accountNamesIn(events) };
    const reader = desk.reader(request);
    const name = `${terms.accountMapping[reader.locale]} ${view.mapping.year} ${view.agencyName}`;
    const of = { path: path(id), name };
    const history = { noun: nounOf(desk, 'mapping'), of, api: apiOf('mappings', id), events, mapped: names };
    return desk.send(reply, historyPage(reader, own, history));
  });

  /** The mapping's page again, with why `work` was refused; or on to the address that it gives. */
  async function onMapping(request: FastifyRequest<Id>, reply: FastifyReply, work: () => Promise<string>) {
    const page = async (refused: Refused) => {
      const { own, view } = await mappingView(desk, request, request.params.id);
      return mappingPage(desk.reader(request), own, view, refused);
    };
    return desk.orShow(reply, page, async () => reply.redirect(desk.to(await work()), 303));
  }

  server.post<Id>('/office/mappings/:id/proposals', options, async (request, reply) =>
    onMapping(request, reply, async () => {
      const { id } = request.params;
      const parts = chosenIn(request.body);
      const done = () => addParts(desk.site, signedIn(request), carryFor(request), id, parts, shownIn(request));
      await atItsLine([], done);
      return `${path(id)}?assigned=${parts.length}`;
    }),
  );

  server.post<Id>('/office/mappings/:id/carry', options, async (request, reply) =>
    onMapping(request, reply, async () => {
      const { id } = request.params;
      const { carried } = await carryOver(desk.site, signedIn(request), carryFor(request), id, shownIn(request));
      return `${path(id)}?assigned=${carried}`;
    }),
  );

  server.post<Id>('/office/mappings/:id/draw', options, async (request, reply) =>
    onMapping(request, reply, async () => {
      const { id } = request.params;
      const { rows } = await draw(desk.site, signedIn(request), carryFor(request), id, shownIn(request));
      return `${path(id)}?drawn=${rows}#plans`;
    }),
  );

  server.get<AccountId & { Querystring: Note }>(
    '/office/mappings/:id/accounts/:account',
    options,
    async (request, reply) => {
      if (!(await desk.demandSignedIn(request, reply))) return reply;
      const { id, account } = request.params;
      const { own, view } = await accountView(desk, request, id, account, Number(request.query.lines));
      const count = countIn(request.query.assigned);
      const done = request.query.done === undefined ? null : ({ did: 'changed', count: 1 } as const);
      const note = count > 0 ? ({ did: 'assigned', count } as const) : done;
      return desk.send(reply, mappedAccountPage(desk.reader(request), own, { ...view, note }, null));
    },
  );

  server.post<AccountId>('/office/mappings/:id/accounts/:account/parts', options, async (request, reply) => {
    const { id, account } = request.params;
    const page = async (refused: Refused) => {
      const { own, view } = await accountView(desk, request, id, account, linesIn(request.body));
      return mappedAccountPage(desk.reader(request), own, view, refused);
    };
    return desk.orShow(reply, page, async () => {
      const { parts, lines } = partsIn(request.body, account);
      await atItsLine(lines, () =>
        addParts(desk.site, signedIn(request), carryFor(request), id, parts, shownIn(request)),
      );
      return reply.redirect(desk.to(`${path(id)}/accounts/${account}?assigned=${parts.length}`), 303);
    });
  });

  server.get<PartId>('/office/mappings/:id/parts/:part', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const { own, view } = await partView(desk, request, request.params.id, Number(request.params.part));
    return desk.send(reply, mappedPartPage(desk.reader(request), own, view, null));
  });

  for (const [form, command, inputOf] of [
    ['correction', 'correct-part', holdingIn],
    ['end', 'end-part', (fields: FormFields) => ({ until: lastDayIn(fields) })],
  ] as const) {
    server.post<PartId>(`/office/mappings/:id/parts/:part/${form}`, options, async (request, reply) => {
      const { id } = request.params;
      const number = Number(request.params.part);
      const { view: before } = await partView(desk, request, id, number);
      const page = async (refused: Refused) => {
        const { own, view } = await partView(desk, request, id, number);
        return mappedPartPage(desk.reader(request), own, view, refused);
      };
      return desk.orShow(reply, page, async () => {
        const input = { part: number, ...inputOf(request.body), reason: fieldOf(request.body, 'reason') };
        await desk.perform(request, [{ noun: 'mapping', command, id, shown: shownIn(request), input }]);
        return reply.redirect(desk.to(`${path(id)}/accounts/${before.account.id}?done=1`), 303);
      });
    });
  }

  server.get<PlanId & { Querystring: Note }>('/office/mappings/:id/plans/:row', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const { id, row } = request.params;
    const { own, view } = await planMoneyView(desk, request, id, row);
    const note = request.query.done === undefined ? null : 'overruled';
    return desk.send(reply, planMoneyPage(desk.reader(request), own, { ...view, note }, null));
  });

  server.post<PlanId>('/office/mappings/:id/plans/:row/overrule', options, async (request, reply) => {
    const { id, row } = request.params;
    const page = async (refused: Refused) => {
      const { own, view } = await planMoneyView(desk, request, id, row);
      return planMoneyPage(desk.reader(request), own, view, refused);
    };
    return desk.orShow(reply, page, async () => {
      const input = { row, amounts: amountsIn(request.body), reason: fieldOf(request.body, 'reason') };
      await desk.perform(request, [{ noun: 'mapping', command: 'overrule', id, shown: shownIn(request), input }]);
      return reply.redirect(desk.to(`${path(id)}/plans/${encodeURIComponent(row)}?done=1`), 303);
    });
  });
}

function countIn(text: string | undefined): number {
  const count = Number(text);
  return Number.isSafeInteger(count) && count > 0 ? count : 0;
}

/** As many lines as the form had: what was typed stays in sight. */
function linesIn(fields: FormFields): number {
  const lines = Object.keys(fields).map((name) => Number(/^parts\/(\d{1,3})\//.exec(name)?.[1] ?? -1) + 1);
  return Math.max(0, ...lines);
}
