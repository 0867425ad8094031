import type { FastifyInstance, FastifyRequest } from 'fastify';
import { paperApprovalsPage, type PaperApprovalsView, type Refused } from '@guankao/web';
import { changedSince, demand, may, paperApprovalPolicy, yearPolicy } from '@guankao/workflow';
import { demandPlainForm } from '../edge/plain-text.ts';
import { scanFor } from '../office/evidence.ts';
import type { Desk } from '../office/pages/desk.ts';
import { partsOf } from '../office/pages/indicators.ts';
import { yearOf } from '../office/pages/year.ts';
import { dateIn, fieldOf, type FormFields } from '../office/texts-of-form.ts';
import { inGroups, paperApprovalsOf, paperStep, stateOf } from './form-on-paper.ts';

type Id = { Params: { id: string }; Body: FormFields; Querystring: { entered?: string } };

const options = { schema: { hide: true }, config: { shownAgain: true } } as const;

/** 核章 of a year's form: the sheet to print, what was sealed, and whether it still covers what stands. */
export function paperApprovalPages(server: FastifyInstance, desk: Desk): void {
  const pathOf = (id: string) => `/office/years/${encodeURIComponent(id)}/paper-approvals`;

  server.get<Id>('/office/years/:id/paper-approvals', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    return desk.send(reply, html(desk, request, null, request.query.entered !== undefined));
  });

  server.post<Id>('/office/years/:id/paper-approvals', options, async (request, reply) =>
    desk.orShow(
      reply,
      (refused) => html(desk, request, refused),
      async () => {
        const { fields, file } = await partsOf(request);
        // What was typed, for the form that is shown again.
        request.body = fields;
        demandPlainForm(request);
        const { form, current, year } = await yearOf(desk, request, request.params.id);
        demand(yearPolicy, 'approve-on-paper', current.actor, year, current.tree);
        const input = {
          date: dateIn(fieldOf(fields, 'date').trim(), { 'zh-Hant': '發文日期', en: 'date of the letter' }, 'date'),
          number: fieldOf(fields, 'number'),
          hash: fieldOf(fields, 'hash'),
        };
        const scan = await scanFor(desk.site.pool, request, file);
        const state = stateOf(form, current.tree);
        const approvals = await paperApprovalsOf(desk.office, year.id, current);
        const named = { sha256: scan.sha256, name: scan.name };
        const step = paperStep(form, state, named, approvals, input, Number(fieldOf(fields, 'version')));
        await desk.perform(request, [step], { evidence: { ...scan, row: state.rows.map(({ row }) => row) } });
        return reply.redirect(desk.to(`${pathOf(year.id)}?entered=1`), 303);
      },
    ),
  );

  server.post<Id>('/office/years/:id/paper-approvals/withdraw', options, async (request, reply) =>
    desk.orShow(
      reply,
      (refused) => html(desk, request, refused),
      async () => {
        const { year } = await yearOf(desk, request, request.params.id);
        const id = fieldOf(request.body, 'approval');
        const shown = Number(fieldOf(request.body, 'version'));
        const input = { reason: fieldOf(request.body, 'reason') };
        await desk.perform(request, [{ noun: 'paper-approval', command: 'withdraw', id, shown, input }]);
        return reply.redirect(desk.to(pathOf(year.id)), 303);
      },
    ),
  );
}

async function html(
  desk: Desk,
  request: FastifyRequest<Id>,
  refused: Refused | null,
  entered = false,
): Promise<string> {
  const { own, current, form, year } = await yearOf(desk, request, request.params.id);
  const { actor, tree } = current;
  const state = stateOf(form, tree);
  const names = new Map(form.rows.map((row) => [row.id, row.texts.name]));
  const approvals = await paperApprovalsOf(desk.office, year.id, current);
  const view: PaperApprovalsView = {
    year,
    edition: state.edition,
    hash: inGroups(state.hash.slice(0, 16)),
    mayEnter: may(yearPolicy, 'approve-on-paper', actor, year, tree),
    mayWithdraw: may(paperApprovalPolicy, 'withdraw', actor, year, tree),
    entered,
    approvals: approvals.map((approval) => ({
      approval,
      code: inGroups(approval.hash.slice(0, 16)),
      covers: approval.hash === state.hash,
      changed: state.rows.flatMap((row): PaperApprovalsView['approvals'][number]['changed'] => {
        const cells = changedSince(approval, row);
        const name = names.get(row.row) ?? row.row;
        if (cells === null) return [{ name, cells: null }];
        return cells.length === 0 ? [] : [{ name, cells }];
      }),
    })),
  };
  return paperApprovalsPage(desk.reader(request), own, view, refused);
}
