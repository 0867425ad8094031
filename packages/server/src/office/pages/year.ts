import type { FastifyInstance, FastifyRequest } from 'fastify';
import { yearPage } from '@guankao/web';
import { collectionPolicy, mappingPolicy, may, rowPolicy, yearPolicy } from '@guankao/workflow';
import { asking } from '../../work/asking.ts';
import { dateIn, fieldOf, type FormFields } from '../texts-of-form.ts';
import { publishedForms, reportedForm } from '../year-form.ts';
import { nameOf, noSuch, type Desk } from './desk.ts';

type Id = { Params: { id: string }; Body: FormFields };

const options = { schema: { hide: true }, config: { shownAgain: true } } as const;

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
        const input = { ...letterIn(request.body), ...(reason === '' ? {} : { reason }) };
        const { step, keep } = await reportedForm(desk.site, asking(request), id, input, shown);
        await desk.perform(request, [step], { keep });
        return reply.redirect(desk.to(`/office/years/${encodeURIComponent(id)}`), 303);
      },
    );
  });

  server.post<Id>('/office/years/:id/publication', options, async (request, reply) => {
    const { id } = request.params;
    const { own, view } = await yearView(desk, request, id);
    return desk.orShow(
      reply,
      (refused) => yearPage(desk.reader(request), own, view, refused),
      async () => {
        const edition = Number(fieldOf(request.body, 'edition')) || view.year.editions.length;
        const input = { edition, ground: fieldOf(request.body, 'ground') };
        const shown = Number(fieldOf(request.body, 'version'));
        const { steps, publish } = await publishedForms(desk.site, asking(request), id, input, shown);
        await desk.perform(request, steps, { publish });
        return reply.redirect(desk.to(`/office/years/${encodeURIComponent(id)}`), 303);
      },
    );
  });

  /** Commands of the year's form that need nothing but their fields. */
  for (const [path, command, inputOf, next] of [
    ['plans', 'add-row', planIn, (id: string) => `/office/years/${encodeURIComponent(id)}`],
    ['discard', 'discard', () => ({}), () => '/office'],
  ] as const) {
    server.post<Id>(`/office/years/:id/${path}`, options, async (request, reply) => {
      const { id } = request.params;
      const { own, view } = await yearView(desk, request, id);
      return desk.orShow(
        reply,
        (refused) => yearPage(desk.reader(request), own, view, refused),
        async () => {
          const shown = Number(fieldOf(request.body, 'version'));
          await desk.perform(request, [{ noun: 'year', command, id, shown, input: inputOf(request.body) }]);
          return reply.redirect(desk.to(next(id)), 303);
        },
      );
    });
  }

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

function planIn(fields: FormFields) {
  return { name: fieldOf(fields, 'name'), agency: fieldOf(fields, 'agency') };
}

/** 報送公文, where it was named. Throws a Refusal for a date that is none. */
function letterIn(fields: FormFields): { readonly letter?: object } {
  const [number, receiver] = [fieldOf(fields, 'letterNumber').trim(), fieldOf(fields, 'receiver').trim()];
  const date = fieldOf(fields, 'letterDate').trim();
  if (number === '' && receiver === '' && date === '') return {};
  return {
    letter: { number, receiver, date: dateIn(date, { 'zh-Hant': '發文日期', en: 'date of the letter' }, 'letterDate') },
  };
}

/** The year as this person may see it, unchecked. Throws a Refusal where they may not. */
export async function yearOf(desk: Desk, request: FastifyRequest, id: string) {
  const [own, current, form] = [await desk.frame(request), await desk.context(request), await desk.office.year(id)];
  if (form === null || !may(yearPolicy, 'read', current.actor, form.year, current.tree)) throw noSuch(id);
  const rows = form.rows.filter((row) => may(rowPolicy, 'read', current.actor, row, current.tree));
  return { own, current, form, year: form.year, rows, ministryName: nameOf(own.agencies, form.year.ministry) };
}

/** The same as its page shows it, with what the checks find. */
async function yearView(desk: Desk, request: FastifyRequest, id: string) {
  const { own, current, form, year, ministryName } = await yearOf(desk, request, id);
  const { lines, unchecked } = await desk.linesOf(request, form, own, current);
  const is = (action: 'submit' | 'correct' | 'publish' | 'discard' | 'add-row' | 'import-money') =>
    may(yearPolicy, action, current.actor, year, current.tree);
  return {
    own,
    view: {
      year,
      ministryName,
      rows: lines,
      unchecked,
      maySubmit: is('submit') && year.state !== 'submitted',
      mayCorrect: is('correct') && year.state === 'submitted',
      // What was decided to be withheld since is taken out of what is shown by publishing it anew.
      mayPublish: is('publish') && year.editions.length > 0,
      mayDiscard: is('discard') && year.state === 'open' && form.rows.every(({ version }) => version === 1),
      mayAddPlan: is('add-row') && year.state !== 'submitted',
      agencies: own.agencies.filter(({ id: agency }) => current.tree.within(agency, year.ministry)),
      mayCollect: may(collectionPolicy, 'read', current.actor, year, current.tree),
      mayMap: own.agencies.some(({ id: agency }) =>
        may(mappingPolicy, 'read', current.actor, { ministry: year.ministry, agency }, current.tree),
      ),
      mayImportMoney: is('import-money') && year.state !== 'submitted',
    },
  };
}
