import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Step } from '@guankao/store';
import {
  causesPage,
  causeTablePage,
  countCauses,
  type CausesView,
  type CauseTableView,
  type Locale,
  type Refused,
} from '@guankao/web';
import { byteOrderMark, csvLine } from '../csv/csv.ts';
import {
  attributables,
  causeFields,
  causeKinds,
  may,
  proposedCauses,
  rowCausesId,
  rowCausesPolicy,
  rowPolicy,
  yearPolicy,
  lagCauses,
  type RowCauses,
  type RowRecord,
} from '@guankao/workflow';
import { nameOf, noSuch, type Desk } from '../office/pages/desk.ts';
import { yearOf } from '../office/pages/year.ts';
import { fieldOf, type FormFields } from '../office/texts-of-form.ts';

type Id = { Params: { id: string }; Body: FormFields };

const options = { schema: { hide: true }, config: { shownAgain: true } } as const;
const noun = 'cause';

/** Causes of a row, proposed from its texts and confirmed by a person; and how often each, by agency and year. */
export function causePages(server: FastifyInstance, desk: Desk): void {
  server.get<Id>('/office/rows/:id/causes', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    return desk.send(reply, html(desk, request, null));
  });

  server.post<Id>('/office/rows/:id/causes', options, async (request, reply) => {
    const { row, held } = await found(desk, request);
    return desk.orShow(
      reply,
      (refused) => html(desk, request, refused),
      async () => {
        const id = rowCausesId(row.id);
        const shown = Number(fieldOf(request.body, 'version'));
        const begin = { noun, command: 'open', id: null, shown: null, input: { row: row.id } };
        const steps: Step[] = held === null ? [begin] : [];
        const remove = fieldOf(request.body, 'remove');
        if (remove === '') steps.push({ noun, command: 'confirm', id, shown, input: confirmedIn(request.body) });
        else {
          const input = { cause: remove, reason: fieldOf(request.body, 'reason') };
          steps.push({ noun, command: 'remove', id, shown, input });
        }
        await desk.perform(request, steps);
        return reply.redirect(desk.to(`/office/rows/${encodeURIComponent(row.id)}/causes`), 303);
      },
    );
  });

  server.get<Id>('/office/years/:id/causes', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const { own, view } = await tableOf(desk, request);
    return desk.send(reply, causeTablePage(desk.reader(request), own, view));
  });

  server.get<Id>('/office/years/:id/causes.csv', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const { view } = await tableOf(desk, request);
    return reply
      .type('text/csv; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="causes.csv"')
      .send(csvOf(view, desk.reader(request).locale));
  });
}

/** Years that are counted, the newest first: each is a form with all its rows. */
const mostYears = 10;

/** What the table of a year is made of: the causes and rows that its reader may see, of the years of its ministry. */
async function tableOf(desk: Desk, request: FastifyRequest<Id>) {
  const { own, current, year } = await yearOf(desk, request, request.params.id);
  const years = (await desk.office.years())
    .filter((one) => one.ministry === year.ministry && may(yearPolicy, 'read', current.actor, one, current.tree))
    .toSorted((a, b) => b.fiscalYear - a.fiscalYear);
  const rows: RowRecord[] = [];
  for (const { id } of years.slice(0, mostYears))
    for (const row of (await desk.office.year(id))?.rows ?? [])
      if (may(rowPolicy, 'read', current.actor, row, current.tree)) rows.push(row);
  const shown = new Set(rows.map(({ id }) => id));
  const all = (await desk.office.records(noun, null)) as readonly RowCauses[];
  const records = all.filter(({ row }) => shown.has(row));
  const view: CauseTableView = { year, records, rows, nameOf: (agency) => nameOf(own.agencies, agency) };
  return { own, view };
}

/** A cause of an agency's year a line; an agency of which nothing is confirmed has a line, too. */
function csvOf({ records, rows, nameOf: agencyName }: CauseTableView, locale: Locale): string {
  const { agencies, counts } = countCauses(records, rows);
  const listed = new Map(lagCauses().map((cause) => [cause.code, cause]));
  const head =
    locale === 'en'
      ? [
          'fiscal year',
          'executing agency',
          'cause (code)',
          'cause',
          'rows with it',
          'rows of the form',
          'rows without a confirmed cause',
        ]
      : ['年度(西元)', '執行機關', '原因代號', '原因', '有此原因的列數', '表內列數', '沒有確認原因的列數'];
  const lines = agencies.flatMap((of) => {
    const own = counts.filter(({ year, agency }) => year === of.year && agency === of.agency);
    const told = own.map(({ code, having }) => [code, listed.get(code)?.[locale] ?? null, having.length] as const);
    return (told.length === 0 ? [[null, null, 0] as const] : told).map((cause) => [
      of.year,
      agencyName(of.agency),
      ...cause,
      of.rows,
      of.without,
    ]);
  });
  return byteOrderMark + [head, ...lines].map(csvLine).join('');
}

/** What was chosen; the place as `execution 12 14`. */
function confirmedIn(fields: FormFields): object {
  const [field, start, end] = fieldOf(fields, 'place').split(' ');
  const named = causeFields.find((one) => one === field);
  const place = named === undefined ? null : { field: named, start: Number(start), end: Number(end) };
  const attributable = attributables.find((one) => one === fieldOf(fields, 'attributable'));
  return {
    kind: causeKinds.find((one) => one === fieldOf(fields, 'kind')) ?? '',
    code: fieldOf(fields, 'code'),
    ...(attributable === undefined ? {} : { attributable }),
    place,
    reason: fieldOf(fields, 'reason'),
  };
}

async function found(desk: Desk, request: FastifyRequest<Id>) {
  const { id } = request.params;
  const [own, current, row] = [await desk.frame(request), await desk.context(request), await desk.office.row(id)];
  if (row === null || !may(rowPolicy, 'read', current.actor, row, current.tree)) throw noSuch(id);
  const held = (await desk.office.record(noun, rowCausesId(id))) as RowCauses | null;
  return { own, current, row, held };
}

async function html(desk: Desk, request: FastifyRequest<Id>, refused: Refused | null): Promise<string> {
  const { own, current, row, held } = await found(desk, request);
  const codes = new Set(held?.causes.map(({ code }) => code));
  const ministry = current.tree.nameOf(row.agency);
  const view: CausesView = {
    row,
    agencyName: nameOf(own.agencies, row.agency),
    version: held?.version ?? 1,
    causes: held?.causes ?? [],
    proposals: causeFields.flatMap((field) =>
      proposedCauses(row.texts[field], `${row.fiscalYear}-12-31`, ministry)
        .filter(({ code }) => !codes.has(code))
        .map((proposal) => ({ field, ...proposal })),
    ),
    mayConfirm: may(rowCausesPolicy, 'confirm', current.actor, row, current.tree),
  };
  return causesPage(desk.reader(request), own, view, refused);
}
