import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Step } from '@guankao/store';
import { commentsPage, historyPage, type CommentsView, type OfficeHomeView, type Refused } from '@guankao/web';
import {
  commentedFields,
  may,
  maySee,
  reportId,
  rowPolicy,
  typedForm,
  workPlanId,
  type CommentRecord,
  type Context,
  type RowRecord,
} from '@guankao/workflow';
import { nameOf, noSuch, type Desk } from '../office/pages/desk.ts';
import { apiOf, nounOf } from '../office/pages/history.ts';
import { fieldOf, type FormFields } from '../office/texts-of-form.ts';
import { orUnchecked } from '../office/unchecked.ts';
import { reportsOfRow } from '../periodic-reports/standing.ts';
import { asking } from '../work/asking.ts';
import { workPlanOf } from '../work-plans/pages.ts';

type Id = { Params: { id: string }; Body: FormFields; Querystring: { on?: string } };
type Of = { Params: { id: string; comment: string }; Body: FormFields };

const options = { schema: { hide: true }, config: { shownAgain: true } } as const;

/** 意見 on a row and on all that belongs to it: written, answered, assigned, resolved with plain forms. */
export function commentPages(server: FastifyInstance, desk: Desk): void {
  const pathOf = (id: string) => `/office/rows/${encodeURIComponent(id)}/comments`;

  async function html(
    request: FastifyRequest,
    id: string,
    on: string,
    refused: Refused | null,
    of: string | null = null,
  ) {
    const [current, own] = [await desk.context(request), await desk.frame(request)];
    const row = await findRow(desk, current, id);
    const form = typedForm(nameOf(own.agencies, row.agency), row.fiscalYear, [row]);
    const { found } = await orUnchecked(desk.site.pool.run('check', form, asking(request)));
    const plan = await workPlanOf(desk.office, row, current);
    const reports = (await reportsOfRow(desk.office, row, plan, current))?.lines ?? [];
    const view: CommentsView = {
      row,
      comments: await commentsOfRow(desk, row.id, current),
      findings: [...new Set((found?.findings ?? []).map(({ rule }) => rule))],
      workPlan: plan !== null,
      reports: reports.flatMap(({ report, period }) => (report === null ? [] : [period.month])),
      people: (await desk.office.accounts()).filter(
        (one) => one.state !== 'deactivated' && may(rowPolicy, 'read', one, row, current.tree),
      ),
      on,
      refusedOf: of,
    };
    return commentsPage(desk.reader(request), own, view, refused);
  }

  server.get<Id>('/office/rows/:id/comments', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    return desk.send(reply, html(request, request.params.id, request.query.on ?? 'row', null));
  });

  server.post<Id>('/office/rows/:id/comments', options, async (request, reply) => {
    const { id } = request.params;
    const row = await findRow(desk, await desk.context(request), id);
    return desk.orShow(
      reply,
      (refused) => html(request, id, 'row', refused),
      async () => {
        await desk.perform(request, [writeStep(row, request.body)]);
        return reply.redirect(desk.to(pathOf(id)), 303);
      },
    );
  });

  server.post<Of>('/office/rows/:id/comments/:comment/do', options, async (request, reply) => {
    const { id, comment } = request.params;
    return desk.orShow(
      reply,
      (refused) => html(request, id, 'row', refused, comment),
      async () => {
        await findComment(desk, request, id, comment);
        await desk.perform(request, [changeStep(comment, request.body)]);
        return reply.redirect(desk.to(`${pathOf(id)}#comment-${comment.replace(':', '-')}`), 303);
      },
    );
  });

  server.get<Of>('/office/rows/:id/comments/:comment/history', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const { id, comment } = request.params;
    await findComment(desk, request, id, comment);
    const view = {
      of: { path: pathOf(id), name: comment },
      noun: nounOf(desk, 'comment'),
      api: apiOf('comments', comment),
      events: await desk.office.history(comment),
    };
    return desk.send(reply, historyPage(desk.reader(request), await desk.frame(request), view));
  });
}

async function findRow(desk: Desk, { actor, tree }: Context, id: string): Promise<RowRecord> {
  const row = await desk.office.row(id);
  if (row === null || !may(rowPolicy, 'read', actor, row, tree)) throw noSuch(id);
  return row;
}

async function findComment(desk: Desk, request: FastifyRequest, row: string, id: string): Promise<void> {
  const found = (await commentsOfRow(desk, row, await desk.context(request))).find((one) => one.id === id);
  if (found === undefined) throw noSuch(id);
}

/** Those that this person may see, with all that belongs to the row: open ones first, then newest first. */
export async function commentsOfRow(desk: Desk, row: string, current: Context): Promise<readonly CommentRecord[]> {
  const found = (await desk.office.records('comment', row)) as readonly unknown[] as readonly CommentRecord[];
  const seen = await seenBy(desk, found.toReversed(), current);
  return seen.toSorted((a, b) => Number(a.state === 'resolved') - Number(b.state === 'resolved'));
}

/** Open, and assigned to or naming whoever it is worked for here. Newest first. */
export async function commentsForMe(desk: Desk, current: Context): Promise<OfficeHomeView['comments']> {
  const own = current.actor.actingFor?.account ?? current.actor.id;
  const all = (await desk.office.records('comment', null)) as readonly unknown[] as readonly CommentRecord[];
  const mine = all.filter(
    ({ state, assignee, mentions }) =>
      state === 'open' && (assignee?.account === own || mentions.some(({ account }) => account === own)),
  );
  const seen = await seenBy(desk, mine.toReversed(), current);
  const rows = await desk.office.recordsById(
    'row',
    seen.map(({ on }) => on.row),
  );
  // On a work plan of a row that was handed over since, they stand on pages that are another agency's now.
  return seen.flatMap((comment) => {
    const row = rows.get(comment.on.row) as RowRecord | undefined;
    return row !== undefined && may(rowPolicy, 'read', current.actor, row, current.tree)
      ? [{ comment, row: row.texts.name }]
      : [];
  });
}

/** What they are on is asked for at once, noun by noun. */
async function seenBy(desk: Desk, comments: readonly CommentRecord[], { actor, tree }: Context) {
  const seen = new Set<CommentRecord>();
  for (const [noun, of] of Map.groupBy(comments, ({ on }) => on.noun)) {
    const subjects = await desk.office.recordsById(
      noun,
      of.map(({ on }) => on.id),
    );
    for (const comment of of) {
      const subject = subjects.get(comment.on.id);
      if (subject !== undefined && maySee(noun, subject, actor, tree)) seen.add(comment);
    }
  }
  return comments.filter((comment) => seen.has(comment));
}

/** `row goals`, `finding R3`, `work-plan`, `report 6`. */
function writeStep(row: RowRecord, fields: FormFields): Step {
  const [kind = '', name = ''] = fieldOf(fields, 'on').split(' ');
  const assignee = fieldOf(fields, 'assignee');
  const on =
    kind === 'work-plan'
      ? { noun: 'work-plan', id: workPlanId(row.id, row.agency) }
      : kind === 'report'
        ? { noun: 'periodic-report', id: reportId(row.id, row.agency, Number(name)) }
        : { noun: 'row', id: row.id };
  const input = {
    on,
    field: kind === 'row' && commentedFields.some((field) => field === name) ? name : null,
    finding: kind === 'finding' ? name : null,
    text: fieldOf(fields, 'text').trim(),
    ...(assignee === '' ? {} : { assignee }),
  };
  return { noun: 'comment', command: 'write', id: null, shown: null, input };
}

function changeStep(id: string, fields: FormFields): Step {
  const of = { noun: 'comment', id, shown: Number(fieldOf(fields, 'version')) };
  const [command, assignee] = [fieldOf(fields, 'do'), fieldOf(fields, 'assignee')];
  if (command === 'answer') return { ...of, command, input: { text: fieldOf(fields, 'text').trim() } };
  if (command === 'assign') return { ...of, command, input: { assignee: assignee === '' ? null : assignee } };
  if (command === 'resolve' || command === 'reopen') return { ...of, command, input: {} };
  throw noSuch(command);
}
