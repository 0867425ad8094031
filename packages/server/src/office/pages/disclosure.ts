import { rowFields } from '@guankao/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { disclosurePage } from '@guankao/web';
import { isStanding, may, personalDataIn, rowPolicy } from '@guankao/workflow';
import { fieldOf, type FormFields } from '../texts-of-form.ts';
import type { Desk } from './desk.ts';
import { noSuch } from './desk.ts';
import { yearOf } from './year.ts';

type Id = { Params: { id: string }; Body: FormFields };

const options = { schema: { hide: true }, config: { shownAgain: true } } as const;

/** What of a form the public is shown, decided by a person: what may be personal is proposed. */
export function disclosurePages(server: FastifyInstance, desk: Desk): void {
  server.get<Id>('/office/years/:id/disclosure', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const { own, view } = await disclosureView(desk, request, request.params.id);
    return desk.send(reply, disclosurePage(desk.reader(request), own, view, null));
  });

  server.post<Id>('/office/years/:id/disclosure', options, async (request, reply) => {
    const { id } = request.params;
    const { own, view } = await disclosureView(desk, request, id);
    return desk.orShow(
      reply,
      (refused) => disclosurePage(desk.reader(request), own, view, refused),
      async () => {
        const fields = request.body;
        const row = view.rows.find((one) => one.id === fieldOf(fields, 'row'));
        if (row === undefined) throw noSuch(fieldOf(fields, 'row'));
        const input = {
          fields: fieldOf(fields, 'whole') === '1' ? rowFields : [fields['fields'] ?? []].flat(),
          level: fieldOf(fields, 'level'),
          ground: fieldOf(fields, 'ground') || null,
          reason: fieldOf(fields, 'reason'),
        };
        await desk.perform(request, [
          { noun: 'row', command: 'set-disclosure', id: row.id, shown: row.version, input },
        ]);
        return reply.redirect(desk.to(`/office/years/${encodeURIComponent(id)}/disclosure`), 303);
      },
    );
  });
}

async function disclosureView(desk: Desk, request: FastifyRequest, id: string) {
  const { own, current, year, rows } = await yearOf(desk, request, id);
  const standing = rows.filter(isStanding);
  return {
    own,
    view: {
      year,
      rows: standing,
      proposals: standing.flatMap(personalDataIn),
      mayDecide: standing.some((row) => may(rowPolicy, 'set-disclosure', current.actor, row, current.tree)),
    },
  };
}
