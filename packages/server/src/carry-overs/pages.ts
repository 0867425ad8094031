import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Step } from '@guankao/store';
import {
  carryOverPage,
  carryOversPage,
  historyPage,
  type CarryOverView,
  type Refused,
  type TypedForm,
} from '@guankao/web';
import {
  carryOverAlerts,
  carryOverDecisions,
  carryOverId,
  carryOverMoves,
  carryOverPolicy,
  dayInTaipei,
  may,
  movesOfCarryOver,
  rowPolicy,
  unspentOf,
} from '@guankao/workflow';
import { nameOf, noSuch, type Desk } from '../office/pages/desk.ts';
import { apiOf } from '../office/pages/history.ts';
import { yearOf } from '../office/pages/year.ts';
import { fieldOf, type FormFields } from '../office/texts-of-form.ts';
import { carryOverOf, compactedLines, countOfLines, decisionOf, settlementOf } from './form.ts';
import { carryOverOfRow, carryOversOf, mayBeginCarryOver } from './standing.ts';

type Id = { Params: { id: string }; Body: FormFields; Querystring: { saved?: string } };

const options = { schema: { hide: true }, config: { shownAgain: true } } as const;
const noun = 'carry-over';

/** A row's carry-over on one page, a year's on another: plain forms. */
export function carryOverPages(server: FastifyInstance, desk: Desk): void {
  const pathOf = (id: string) => `/office/rows/${encodeURIComponent(id)}/carry-over`;

  server.get<Id>('/office/rows/:id/carry-over', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const found = await findCarryOver(desk, request);
    return desk.send(reply, html(desk, request, found, { saved: request.query.saved !== undefined }));
  });

  server.post<Id>('/office/rows/:id/carry-over', options, async (request, reply) => {
    const found = await findCarryOver(desk, request);
    request.body = compactedLines(request.body);
    return desk.orShow(
      reply,
      async (refused) => html(desk, request, await findCarryOver(desk, request), { refused }),
      async () => {
        const asked = fieldOf(request.body, 'do');
        if (asked === 'more') return desk.send(reply, html(desk, request, found, { typed: typedAgain(request.body) }));
        await desk.perform(request, stepsOf(found, asked, request.body));
        return reply.redirect(desk.to(`${pathOf(found.row.id)}${asked === 'save' ? '?saved=1' : ''}`), 303);
      },
    );
  });

  for (const [path, commandOf, inputOf] of [
    ['decision', decisionIn, (fields: FormFields) => decisionOf(fields, fieldOf(fields, 'do') === 'approve-partly')],
    ['settlement', () => 'settle', settlementOf],
  ] as const) {
    server.post<Id>(`/office/rows/:id/carry-over/${path}`, options, async (request, reply) => {
      const { row } = await findCarryOver(desk, request);
      return desk.orShow(
        reply,
        async (refused) => html(desk, request, await findCarryOver(desk, request), { refused }),
        async () => {
          const shown = Number(fieldOf(request.body, 'version'));
          const id = carryOverId(row.id, row.agency);
          const input = inputOf(request.body);
          await desk.perform(request, [{ noun, command: commandOf(request.body), id, shown, input }]);
          return reply.redirect(desk.to(pathOf(row.id)), 303);
        },
      );
    });
  }

  server.get<Id>('/office/rows/:id/carry-over/history', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const { carryOver, row, own } = await findCarryOver(desk, request);
    const known = desk.office.nouns.find(({ name }) => name === noun);
    if (carryOver === null || known === undefined) throw noSuch(request.params.id);
    const of = { path: pathOf(row.id), name: row.texts.name };
    const events = await desk.office.history(carryOver.id);
    const view = { noun: known, of, api: apiOf('carry-overs', carryOver.id), events };
    return desk.send(reply, historyPage(desk.reader(request), own, view));
  });

  server.get<Id>('/office/years/:id/carry-overs', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const { own, current, year } = await yearOf(desk, request, request.params.id);
    const named = (agency: string) => nameOf(own.agencies, agency);
    const view = { year, carryOvers: await carryOversOf(desk.office, year, named, current) };
    return desk.send(reply, carryOversPage(desk.reader(request), own, view));
  });
}

function decisionIn(fields: FormFields): string {
  const asked = fieldOf(fields, 'do');
  const known = carryOverDecisions.find((name) => name === asked);
  if (known === undefined) throw noSuch(asked);
  return known;
}

async function findCarryOver(desk: Desk, request: FastifyRequest<Id>) {
  const { id } = request.params;
  const [own, current, row] = [await desk.frame(request), await desk.context(request), await desk.office.row(id)];
  if (row === null || !may(rowPolicy, 'read', current.actor, row, current.tree)) throw noSuch(id);
  return { own, current, row, carryOver: await carryOverOfRow(desk.office, row, current) };
}

type Found = Awaited<ReturnType<typeof findCarryOver>>;

/** What is written is saved first; the application is begun with its first save. */
function stepsOf({ row, carryOver }: Found, asked: string, fields: FormFields): readonly Step[] {
  const id = carryOverId(row.id, row.agency);
  const shown = Number(fieldOf(fields, 'version'));
  const begin = { noun, command: 'open', id: null, shown: null, input: { row: row.id } };
  const steps: Step[] = carryOver === null ? [begin] : [];
  if (asked === 'save' || asked === 'submit')
    steps.push({ noun, command: 'save', id, shown, input: carryOverOf(fields) });
  const move = carryOverMoves.find((name) => name === asked);
  if (move !== undefined) steps.push({ noun, command: move, id, shown, input: { reason: fieldOf(fields, 'reason') } });
  else if (asked !== 'save') throw noSuch(asked);
  return steps;
}

/** The same form with one more line: nothing is saved, nothing is lost. */
function typedAgain(fields: FormFields): TypedForm {
  const typed = Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  return { form: 'carry-over', typed: Object.fromEntries(typed) };
}

/** What is shown beside the carry-over as it stands. */
interface Showing {
  readonly refused?: Refused | null;
  readonly typed?: TypedForm | null;
  readonly saved?: boolean;
}

function html(
  desk: Desk,
  request: FastifyRequest<Id>,
  { own, current, row, carryOver }: Found,
  { refused = null, typed = refused, saved = false }: Showing = {},
): string {
  const { actor, tree, now } = current;
  const lines = typed?.form === 'carry-over' ? countOfLines(typed.typed ?? {}) : (carryOver?.lines.length ?? 0);
  const view: CarryOverView = {
    row,
    carryOver,
    agencyName: nameOf(own.agencies, row.agency),
    mayWrite:
      carryOver === null ? mayBeginCarryOver(row, current) : may(carryOverPolicy, 'write', actor, carryOver, tree),
    moves: carryOver === null ? [] : movesOfCarryOver(carryOver, actor, tree),
    maySettle:
      carryOver !== null &&
      (carryOver.state === 'approved' || carryOver.state === 'partly') &&
      may(carryOverPolicy, 'settle', actor, carryOver, tree),
    left: unspentOf(row),
    alerts: carryOver === null ? [] : carryOverAlerts(carryOver, dayInTaipei(now)),
    lines: lines + 1,
    saved,
  };
  return carryOverPage(desk.reader(request), own, view, refused, typed);
}
