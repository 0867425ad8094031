import type { FastifyInstance, FastifyRequest } from 'fastify';
import { partsOffered, planChangesPage } from '@guankao/web';
import { may, yearPolicy } from '@guankao/workflow';
import { fieldOf, type FormFields } from '../texts-of-form.ts';
import type { Desk } from './desk.ts';
import { yearOf } from './year.ts';

type Id = { Params: { id: string }; Body: FormFields };

const options = { schema: { hide: true }, config: { shownAgain: true } } as const;

/** What each form of the page holds, as its command takes it. */
const inputs: Readonly<Record<string, (fields: FormFields) => Readonly<Record<string, unknown>>>> = {
  'rename-row': (fields) => pick(fields, 'row', 'name'),
  'hand-over-row': (fields) => pick(fields, 'row', 'agency'),
  'split-row': (fields) => ({ ...pick(fields, 'row'), into: partsIn(fields) }),
  'merge-rows': (fields) => ({ ...pick(fields, 'name', 'agency'), rows: [fields['rows'] ?? []].flat() }),
  'retire-row': (fields) => pick(fields, 'row'),
  'restore-row': (fields) => pick(fields, 'row'),
};

/** Plans renamed, handed over, split, merged, retired and restored within a year. */
export function planChangePages(server: FastifyInstance, desk: Desk): void {
  server.get<Id>('/office/years/:id/changes', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const { own, view } = await changesView(desk, request, request.params.id);
    return desk.send(reply, planChangesPage(desk.reader(request), own, view, null));
  });

  for (const [command, inputOf] of Object.entries(inputs)) {
    server.post<Id>(`/office/years/:id/changes/${command}`, options, async (request, reply) => {
      const { id } = request.params;
      const { own, view } = await changesView(desk, request, id);
      return desk.orShow(
        reply,
        (refused) => planChangesPage(desk.reader(request), own, view, refused),
        async () => {
          const input = { ...inputOf(request.body), ...pick(request.body, 'reason') };
          const shown = Number(fieldOf(request.body, 'version'));
          await desk.perform(request, [{ noun: 'year', command, id, shown, input }]);
          return reply.redirect(desk.to(`/office/years/${encodeURIComponent(id)}/changes`), 303);
        },
      );
    });
  }
}

async function changesView(desk: Desk, request: FastifyRequest, id: string) {
  const { own, current, year, rows } = await yearOf(desk, request, id);
  const { actor, tree } = current;
  const isOpen = year.state === 'open' || year.state === 'correcting';
  return {
    own,
    view: {
      year,
      rows,
      agencies: own.agencies.filter((agency) => tree.within(agency.id, year.ministry)),
      mayChange: isOpen && may(yearPolicy, 'split-row', actor, year, tree),
    },
  };
}

function pick(fields: FormFields, ...names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, fieldOf(fields, name)]));
}

/** The parts that were given a name. */
function partsIn(fields: FormFields) {
  return Array.from({ length: partsOffered }, (_, at) => ({
    name: fieldOf(fields, `name-${at + 1}`),
    agency: fieldOf(fields, `agency-${at + 1}`),
  })).filter(({ name }) => name.trim() !== '');
}
