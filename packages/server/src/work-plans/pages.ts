import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Office, Step } from '@guankao/store';
import { historyPage, workPlanPage, type Refused, type TypedForm, type WorkPlanView } from '@guankao/web';
import {
  daysOf,
  isStanding,
  may,
  moneyLimit,
  movesOfWorkPlan,
  rowPolicy,
  workPlanId,
  workPlanMoves,
  workPlanPolicy,
  type Context,
  type RowRecord,
  type WorkPlan,
} from '@guankao/workflow';
import { apiOf } from '../office/pages/history.ts';
import { nameOf, noSuch, type Desk } from '../office/pages/desk.ts';
import { fieldOf, type FormFields } from '../office/texts-of-form.ts';
import { compacted, contentOf, countOf } from './form.ts';

type Id = { Params: { id: string }; Body: FormFields; Querystring: { saved?: string } };

const options = { schema: { hide: true }, config: { shownAgain: true } } as const;
const emptyLines = { items: 3, points: 2 } as const;

/** A row's annual work plan on one page: a plain form. */
export function workPlanPages(server: FastifyInstance, desk: Desk): void {
  const pathOf = (id: string) => `/office/rows/${encodeURIComponent(id)}/work-plan`;

  server.get<Id>('/office/rows/:id/work-plan', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const found = await findPlan(desk, request, request.params.id);
    return desk.send(reply, html(desk, request, found, { saved: request.query.saved !== undefined }));
  });

  server.post<Id>('/office/rows/:id/work-plan', options, async (request, reply) => {
    const { id } = request.params;
    const found = await findPlan(desk, request, id);
    request.body = compacted(request.body);
    return desk.orShow(
      reply,
      async (refused) => html(desk, request, await findPlan(desk, request, id), { refused }),
      async () => {
        const asked = fieldOf(request.body, 'do');
        if (asked === 'more') return desk.send(reply, html(desk, request, found, { typed: typedAgain(request.body) }));
        await desk.perform(request, stepsOf(found, asked, request.body));
        return reply.redirect(desk.to(`${pathOf(id)}${asked === 'save' ? '?saved=1' : ''}`), 303);
      },
    );
  });

  server.get<Id>('/office/rows/:id/work-plan/history', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const { id } = request.params;
    const { plan, row, own } = await findPlan(desk, request, id);
    const noun = desk.office.nouns.find(({ name }) => name === 'work-plan');
    if (plan === null || noun === undefined) throw noSuch(id);
    const of = { path: pathOf(id), name: row.texts.name };
    const events = await desk.office.history(plan.id);
    return desk.send(
      reply,
      historyPage(desk.reader(request), own, { noun, of, api: apiOf('work-plans', plan.id), events }),
    );
  });
}

/** The plan of a row in its agency, as this person may see it; null where none was begun. */
export async function workPlanOf(
  office: Office,
  row: RowRecord,
  { actor, tree }: Pick<Context, 'actor' | 'tree'>,
): Promise<WorkPlan | null> {
  const plan = (await office.record('work-plan', workPlanId(row.id, row.agency))) as WorkPlan | null;
  return plan !== null && may(workPlanPolicy, 'read', actor, plan, tree) ? plan : null;
}

/** Whether this person may draw one up for the row. */
export function mayBeginWorkPlan(row: RowRecord, { actor, tree }: Pick<Context, 'actor' | 'tree'>): boolean {
  const none = { agency: row.agency, state: 'drafting', writers: [] } as const;
  return isStanding(row) && may(workPlanPolicy, 'write', actor, none, tree);
}

async function findPlan(desk: Desk, request: FastifyRequest, id: string) {
  const [own, current, row] = [await desk.frame(request), await desk.context(request), await desk.office.row(id)];
  if (row === null || !may(rowPolicy, 'read', current.actor, row, current.tree)) throw noSuch(id);
  return { own, current, row, plan: await workPlanOf(desk.office, row, current) };
}

type Found = Awaited<ReturnType<typeof findPlan>>;

/** What is written is saved first; the plan is begun with its first save. */
function stepsOf({ row, plan }: Found, asked: string, fields: FormFields): readonly Step[] {
  const noun = 'work-plan';
  const id = workPlanId(row.id, row.agency);
  const shown = Number(fieldOf(fields, 'version'));
  const begin = { noun, command: 'open', id: null, shown: null, input: { row: row.id } };
  const steps: Step[] = plan === null ? [begin] : [];
  if (asked === 'save' || asked === 'submit')
    steps.push({ noun, command: 'save', id, shown, input: contentOf(fields) });
  const move = workPlanMoves.find((name) => name === asked);
  if (move !== undefined) steps.push({ noun, command: move, id, shown, input: { reason: fieldOf(fields, 'reason') } });
  else if (asked !== 'save') throw noSuch(asked);
  return steps;
}

/** The same form with more lines: nothing is saved, nothing is lost. */
function typedAgain(fields: FormFields): TypedForm {
  const typed = Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  return { form: 'work-plan', typed: Object.fromEntries(typed) };
}

/** What is shown beside the plan as it stands. */
interface Showing {
  readonly refused?: Refused | null;
  readonly typed?: TypedForm | null;
  readonly saved?: boolean;
}

function html(
  desk: Desk,
  request: FastifyRequest<Id>,
  { own, current, row, plan }: Found,
  { refused = null, typed = refused, saved = false }: Showing = {},
): string {
  const fields: FormFields = typed?.typed ?? {};
  const content = plan?.content;
  const filled =
    typed === null
      ? { items: content?.items.length ?? 0, points: content?.checkPoints.length ?? 0 }
      : { items: countOf(fields, 'item'), points: countOf(fields, 'point') };
  const view: WorkPlanView = {
    row,
    plan,
    agencyName: nameOf(own.agencies, row.agency),
    mayWrite:
      plan === null ? mayBeginWorkPlan(row, current) : may(workPlanPolicy, 'write', current.actor, plan, current.tree),
    moves: plan === null ? [] : movesOfWorkPlan(plan, current.actor, current.tree),
    limit: moneyLimit(row),
    days: daysOf(row),
    lines: { items: filled.items + emptyLines.items, points: filled.points + emptyLines.points },
    saved,
  };
  return workPlanPage(desk.reader(request), own, view, refused, typed);
}
