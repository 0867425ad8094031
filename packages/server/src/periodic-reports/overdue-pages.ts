import type { FastifyInstance, FastifyRequest } from 'fastify';
import { overduePage, type OverdueView } from '@guankao/web';
import { may, yearPolicy } from '@guankao/workflow';
import { nameOf, noSuch, type Desk } from '../office/pages/desk.ts';
import { yearOf } from '../office/pages/year.ts';
import { fieldOf, type FormFields } from '../office/texts-of-form.ts';
import { reportingOfYear } from './reporting.ts';

type Id = { Params: { id: string }; Body: FormFields; Querystring: { month?: string } };

const options = { schema: { hide: true }, config: { shownAgain: true } } as const;

/** 逾期未報: who has reported of a month, by agency; the compiler locks it here. */
export function overduePages(server: FastifyInstance, desk: Desk): void {
  server.get<Id>('/office/years/:id/reports', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const { own, view } = await overdueView(desk, request, Number(request.query.month));
    return desk.send(reply, overduePage(desk.reader(request), own, view, null));
  });

  server.post<Id>('/office/years/:id/reports', options, async (request, reply) => {
    const { id } = request.params;
    const month = Number(fieldOf(request.body, 'month'));
    const { own, view } = await overdueView(desk, request, month);
    return desk.orShow(
      reply,
      (refused) => overduePage(desk.reader(request), own, view, refused),
      async () => {
        const shown = Number(fieldOf(request.body, 'version'));
        const asked = fieldOf(request.body, 'do');
        if (asked !== 'lock' && asked !== 'unlock') throw noSuch(asked);
        const input = asked === 'lock' ? { month } : { month, reason: fieldOf(request.body, 'reason') };
        await desk.perform(request, [{ noun: 'year', command: `${asked}-month`, id, shown, input }]);
        return reply.redirect(desk.to(`/office/years/${encodeURIComponent(id)}/reports?month=${month}`), 303);
      },
    );
  });
}

/** Of the rows that this person may see. */
async function overdueView(desk: Desk, request: FastifyRequest<Id>, asked: number) {
  const { own, current, year, rows } = await yearOf(desk, request, request.params.id);
  const { month, months, begun, agencies } = await reportingOfYear(desk.office, year, rows, asked, current);
  const view: OverdueView = {
    year,
    month,
    months,
    agencies: agencies.map((agency) => ({ ...agency, name: nameOf(own.agencies, agency.agency) })),
    mayLock: begun && may(yearPolicy, 'lock-month', current.actor, year, current.tree),
    isLocked: (year.lockedMonths ?? []).includes(month),
  };
  return { own, view };
}
