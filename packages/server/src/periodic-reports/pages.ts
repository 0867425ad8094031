import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Step } from '@guankao/store';
import { historyPage, reportPage, type Refused, type ReportView } from '@guankao/web';
import {
  contentInForce,
  may,
  movesOfReport,
  newlyReported,
  nothingReported,
  periodicReportPolicy,
  progressOf,
  reportId,
  reportMoves,
  rowPolicy,
  type ReportContent,
  type WorkContent,
} from '@guankao/workflow';
import { apiOf } from '../office/pages/history.ts';
import { nameOf, noSuch, type Desk } from '../office/pages/desk.ts';
import { fieldOf, type FormFields } from '../office/texts-of-form.ts';
import { workPlanOf } from '../work-plans/pages.ts';
import { reportOf } from './form.ts';
import { overduePages } from './overdue-pages.ts';
import { reportsOfRow } from './standing.ts';

type OfMonth = { Params: { id: string; month: string }; Body: FormFields; Querystring: { saved?: string } };

const options = { schema: { hide: true }, config: { shownAgain: true } } as const;

/** A row's reports by period, and who is late. */
export function periodicReportPages(server: FastifyInstance, desk: Desk): void {
  const pathOf = ({ id, month }: OfMonth['Params']) => `/office/rows/${encodeURIComponent(id)}/reports/${month}`;

  server.get<OfMonth>('/office/rows/:id/reports/:month', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const found = await findReport(desk, request);
    return desk.send(reply, html(desk, request, found, null, request.query.saved !== undefined));
  });

  server.post<OfMonth>('/office/rows/:id/reports/:month/report', options, async (request, reply) => {
    const found = await findReport(desk, request);
    return desk.orShow(
      reply,
      async (refused) => html(desk, request, await findReport(desk, request), refused),
      async () => {
        const asked = fieldOf(request.body, 'do');
        await desk.perform(request, stepsOf(found, asked, request.body));
        return reply.redirect(desk.to(`${pathOf(request.params)}${asked === 'save' ? '?saved=1' : ''}`), 303);
      },
    );
  });

  server.get<OfMonth>('/office/rows/:id/reports/:month/history', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const { line, row, own } = await findReport(desk, request);
    const noun = desk.office.nouns.find(({ name }) => name === 'periodic-report');
    if (line.report === null || noun === undefined) throw noSuch(request.params.id);
    const { id } = line.report;
    const of = { path: pathOf(request.params), name: row.texts.name };
    const view = { noun, of, api: apiOf('periodic-reports', id), events: await desk.office.history(id) };
    return desk.send(reply, historyPage(desk.reader(request), own, view));
  });

  overduePages(server, desk);
}

async function findReport(desk: Desk, request: FastifyRequest<OfMonth>) {
  const { id, month } = request.params;
  const [own, current, row] = [await desk.frame(request), await desk.context(request), await desk.office.row(id)];
  if (row === null || !may(rowPolicy, 'read', current.actor, row, current.tree)) throw noSuch(id);
  const plan = await workPlanOf(desk.office, row, current);
  const reports = await reportsOfRow(desk.office, row, plan, current);
  const at = reports?.lines.findIndex(({ period }) => String(period.month) === month) ?? -1;
  const line = reports?.lines[at];
  const content = plan === null ? null : contentInForce(plan);
  if (reports === null || line === undefined || content === null) throw noSuch(`${id} ${month}`);
  const before = reports.lines[at - 1]?.report?.content ?? null;
  return { own, current, row, line, plan: content, before, mayReport: reports.mayReport };
}

type Found = Awaited<ReturnType<typeof findReport>>;

/** What is written is saved first; the report is begun with its first save. */
function stepsOf({ row, line }: Found, asked: string, fields: FormFields): readonly Step[] {
  const noun = 'periodic-report';
  const { month } = line.period;
  const id = reportId(row.id, row.agency, month);
  const shown = Number(fieldOf(fields, 'version'));
  const steps: Step[] =
    line.report === null ? [{ noun, command: 'open', id: null, shown: null, input: { row: row.id, month } }] : [];
  if (asked === 'save' || asked === 'submit') steps.push({ noun, command: 'save', id, shown, input: reportOf(fields) });
  const move = reportMoves.find((name) => name === asked);
  if (move !== undefined) steps.push({ noun, command: move, id, shown, input: { reason: fieldOf(fields, 'reason') } });
  else if (asked !== 'save') throw noSuch(asked);
  return steps;
}

function html(
  desk: Desk,
  request: FastifyRequest,
  { own, current, row, line, plan, before, mayReport }: Found,
  refused: Refused | null,
  saved = false,
): string {
  const { actor, tree } = current;
  const { report } = line;
  const content = report === null ? newlyReported(plan, before) : onPlan(plan, report.content);
  const mayWrite = report === null ? mayReport : may(periodicReportPolicy, 'write', actor, report, tree);
  const view: ReportView = {
    row,
    agencyName: nameOf(own.agencies, row.agency),
    plan,
    line,
    content,
    before,
    progress: progressOf(plan, content, row.fiscalYear, line.period.month),
    mayWrite: mayWrite && line.isOpen && !line.isLocked,
    moves: report === null || line.isLocked ? [] : movesOfReport(report, actor, tree),
    saved,
  };
  return reportPage(desk.reader(request), own, view, refused);
}

/** What was told, by the items and milestones of the plan as it now is: an adjustment may have changed them. */
function onPlan(plan: WorkContent, told: ReportContent): ReportContent {
  const empty = nothingReported(plan);
  return {
    ...told,
    items: empty.items.map((none) => told.items.find(({ item }) => item === none.item) ?? none),
    checkPoints: empty.checkPoints.map(
      (none) => told.checkPoints.find(({ checkPoint }) => checkPoint === none.checkPoint) ?? none,
    ),
  };
}
