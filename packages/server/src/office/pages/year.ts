import type { FastifyInstance, FastifyRequest } from 'fastify';
import { yearPage } from '@guankao/web';
import { may, yearPolicy } from '@guankao/workflow';
import { fieldOf, type FormFields } from '../texts-of-form.ts';
import { reportedForm } from '../year-form.ts';
import { nameOf, noSuch, type Desk } from './desk.ts';

type Id = { Params: { id: string }; Body: FormFields };

const options = { schema: { hide: true } };

/** A ministry's form: who has filed, what is in doubt, submitting it and correcting it. */
export function yearPages(server: FastifyInstance, desk: Desk): void {
  server.get<Id>('/office/years/:id', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const { own, view } = await yearView(desk, request, request.params.id);
    return desk.send(reply, yearPage(desk.reader(request), own, view, null));
  });

  server.post<Id>('/office/years/:id/submission', options, async (request, reply) => {
    const { id } = request.params;
    const { own, view } = await yearView(desk, request, id);
    return desk.orShow(
      reply,
      (refused) => yearPage(desk.reader(request), own, view, refused),
      async () => {
        const reason = fieldOf(request.body, 'reason').trim();
        const shown = Number(fieldOf(request.body, 'version'));
        const { step, keep } = await reportedForm(desk.site, id, reason === '' ? {} : { reason }, shown);
        await desk.perform(request, [step], { keep });
        return reply.redirect(desk.to(`/office/years/${encodeURIComponent(id)}`), 303);
      },
    );
  });

  server.post<Id>('/office/years/:id/correction', options, async (request, reply) => {
    const { id } = request.params;
    const { own, view } = await yearView(desk, request, id);
    return desk.orShow(
      reply,
      (refused) => yearPage(desk.reader(request), own, view, refused),
      async () => {
        const input = { reason: fieldOf(request.body, 'reason'), rows: [request.body['rows'] ?? []].flat() };
        const shown = Number(fieldOf(request.body, 'version'));
        await desk.perform(request, [{ noun: 'year', command: 'correct', id, shown, input }]);
        return reply.redirect(desk.to(`/office/years/${encodeURIComponent(id)}`), 303);
      },
    );
  });
}

/** The year as this person may see it. Throws a Refusal where they may not. */
export async function yearView(desk: Desk, request: FastifyRequest, id: string) {
  const [own, current, form] = [await desk.frame(request), await desk.context(request), await desk.office.year(id)];
  if (form === null || !may(yearPolicy, 'read', current.actor, form.year, current.tree)) throw noSuch(id);
  const { year } = form;
  const is = (action: 'submit' | 'correct' | 'import-money') =>
    may(yearPolicy, action, current.actor, year, current.tree);
  return {
    own,
    view: {
      year,
      ministryName: nameOf(own.agencies, year.ministry),
      rows: await desk.linesOf(form, own, current),
      maySubmit: is('submit') && year.state !== 'submitted',
      mayCorrect: is('correct') && year.state === 'submitted',
      mayImportMoney: is('import-money') && year.state !== 'submitted',
    },
  };
}
