import type { Static } from '@sinclair/typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';
import { exportFileName, exportForm, exportFormats, type ExportFormat } from '@guankao/forms';
import type { Deed, YearAndRows } from '@guankao/store';
import {
  correctYear,
  demand,
  may,
  moveRow,
  openYear,
  recordMoney,
  recordPlanVersion,
  rowMachine,
  rowPolicy,
  saveTexts,
  yearPolicy,
  type Actor,
  type Context,
  type Role,
  type RowMove,
  type RowRecord,
} from '@guankao/workflow';
import { signedIn } from '../sign-in/authenticate.ts';
import { once } from './idempotent.ts';
import type { OfficeSite } from './office-site.ts';
import {
  CorrectionBody,
  DraftBody,
  HistoryJson,
  MoneyBody,
  MoveBody,
  OpenYearBody,
  PlanVersionBody,
  RowId,
  RowJson,
  SubmissionBody,
  TextsBody,
  VersionHeader,
  YearId,
  YearJson,
  YearListJson,
} from './schema.ts';
import { predecessorFrom, submission, yearForm } from './year-form.ts';

const tags = ['year'];

async function contextOf(request: FastifyRequest, { office, clock }: OfficeSite): Promise<Context> {
  return { actor: signedIn(request), tree: await office.tree(), now: clock() };
}

/** Signed with the role in which it is done. */
function deedOf({ actor, now }: Context, role: Role, reason?: string): Deed {
  return { actor: actor.name, role, at: now, ...(reason === undefined ? {} : { reason }) };
}

function shownVersion(request: FastifyRequest): number {
  return Number(String(request.headers['if-match']).replaceAll('"', ''));
}

/** What this person may do with the row as it stands. */
function movesOf(actor: Actor, row: RowRecord, { tree }: Context): string[] {
  const moves = rowMachine.moves
    .filter((move) => move.from.includes(row.state) && may(rowPolicy, move.name, actor, row, tree))
    .map(({ name }) => name);
  const writes = (['write-texts', 'write-money', 'write-version'] as const).filter((action) =>
    may(rowPolicy, action, actor, row, tree),
  );
  return [...writes, ...moves];
}

/** The year's work over HTTP: all that the pages do, a script can do. */
export function yearApi(server: FastifyInstance, site: OfficeSite): void {
  const { office } = site;

  async function ministryName(id: string): Promise<string> {
    return (await office.agencies()).find((agency) => agency.id === id)?.name ?? id;
  }

  async function readYear(request: FastifyRequest, id: string): Promise<YearAndRows> {
    const form = await office.year(id);
    if (form === null) throw noSuch('year', id);
    const { actor, tree } = await contextOf(request, site);
    demand(yearPolicy, 'read', actor, form.year, tree);
    return { year: form.year, rows: form.rows.filter((row) => may(rowPolicy, 'read', actor, row, tree)) };
  }

  async function readRow(request: FastifyRequest, id: string): Promise<RowRecord> {
    const row = await office.row(id);
    const { actor, tree } = await contextOf(request, site);
    // Of another agency's row not even that it exists is told.
    if (row === null || !may(rowPolicy, 'read', actor, row, tree)) throw noSuch('row', id);
    return row;
  }

  async function answerRow(request: FastifyRequest, row: RowRecord) {
    const context = await contextOf(request, site);
    return { row, moves: movesOf(context.actor, row, context) };
  }

  server.post<{ Body: Static<typeof OpenYearBody> }>(
    '/api/years',
    {
      schema: {
        summary: "Open a ministry's year, rows carried over from last year's filing",
        tags,
        body: OpenYearBody,
        response: { 201: YearJson },
      },
    },
    async (request, reply) =>
      once(request, reply, site, 201, async () => {
        const context = await contextOf(request, site);
        const { ministry, fiscalYear, from, agencies, left } = request.body;
        const held = from === undefined ? null : await site.catalogue.filing(from);
        if (from !== undefined && held === null) throw noSuch('filing', from);
        const predecessor = await predecessorFrom(office, held, agencies ?? {}, left ?? {});
        const events = openYear(
          { ministry, ministryName: await ministryName(ministry), fiscalYear, predecessor },
          context,
        );
        await office.open(deedOf(context, 'compiler'), events);
        return readYear(request, events[0]?.subject ?? '');
      }),
  );

  server.get(
    '/api/years',
    { schema: { summary: 'Years that you may see', tags, response: { 200: YearListJson } } },
    async (request) => {
      const { actor, tree } = await contextOf(request, site);
      return { years: (await office.years()).filter((year) => may(yearPolicy, 'read', actor, year, tree)) };
    },
  );

  server.get<{ Params: Static<typeof YearId> }>(
    '/api/years/:id',
    {
      schema: {
        summary: "A year's form with the rows that you may see",
        tags,
        params: YearId,
        response: { 200: YearJson },
      },
    },
    async (request, reply) => {
      const form = await readYear(request, request.params.id);
      reply.header('etag', `"${form.year.version}"`);
      return form;
    },
  );

  server.get<{ Params: Static<typeof RowId> }>(
    '/api/rows/:id',
    { schema: { summary: 'A row, and what you may do with it', tags, params: RowId, response: { 200: RowJson } } },
    async (request, reply) => {
      const row = await readRow(request, request.params.id);
      reply.header('etag', `"${row.version}"`);
      return answerRow(request, row);
    },
  );

  server.get<{ Params: Static<typeof RowId> }>(
    '/api/rows/:id/history',
    { schema: { summary: 'All that happened to a row', tags, params: RowId, response: { 200: HistoryJson } } },
    async (request) => {
      const { id } = await readRow(request, request.params.id);
      return { events: await office.history(id) };
    },
  );

  server.patch<{ Params: Static<typeof RowId>; Body: Static<typeof TextsBody> }>(
    '/api/rows/:id/texts',
    {
      schema: {
        summary: 'Write texts',
        tags,
        params: RowId,
        headers: VersionHeader,
        body: TextsBody,
        response: { 200: RowJson },
      },
    },
    async (request) => {
      const { id } = await readRow(request, request.params.id);
      const context = await contextOf(request, site);
      const row = await office.decideRow(id, deedOf(context, 'officer'), (current) =>
        saveTexts(current, request.body, shownVersion(request), context),
      );
      await office.dropDraft(id, context.actor.id);
      return answerRow(request, row);
    },
  );

  server.put<{ Params: Static<typeof RowId>; Body: Static<typeof MoneyBody> }>(
    '/api/rows/:id/money',
    {
      schema: {
        summary: 'Record money',
        tags,
        params: RowId,
        headers: VersionHeader,
        body: MoneyBody,
        response: { 200: RowJson },
      },
    },
    async (request) => {
      const { id } = await readRow(request, request.params.id);
      const context = await contextOf(request, site);
      const { document, ...entry } = request.body;
      const row = await office.decideRow(id, deedOf(context, 'accountant'), (current) =>
        recordMoney(current, entry, document ?? null, shownVersion(request), context),
      );
      return answerRow(request, row);
    },
  );

  server.post<{ Params: Static<typeof RowId>; Body: Static<typeof PlanVersionBody> }>(
    '/api/rows/:id/plan-versions',
    {
      schema: {
        summary: 'Record a version of the plan as a document approved it: the ones before it stay',
        tags,
        params: RowId,
        headers: VersionHeader,
        body: PlanVersionBody,
        response: { 200: RowJson },
      },
    },
    async (request) => {
      const { id } = await readRow(request, request.params.id);
      const context = await contextOf(request, site);
      const asked = { reason: '', ...request.body };
      const row = await office.decideRow(id, deedOf(context, 'accountant'), (current) =>
        recordPlanVersion(current, asked, shownVersion(request), context),
      );
      return answerRow(request, row);
    },
  );

  server.post<{ Params: Static<typeof RowId>; Body: Static<typeof MoveBody> }>(
    '/api/rows/:id/moves',
    {
      schema: {
        summary: 'Submit, withdraw, approve, return or send back',
        tags,
        params: RowId,
        headers: VersionHeader,
        body: MoveBody,
        response: { 200: RowJson },
      },
    },
    async (request, reply) =>
      once(request, reply, site, 200, async () => {
        const { id } = await readRow(request, request.params.id);
        const context = await contextOf(request, site);
        const move = request.body.move as RowMove;
        const role = rowMachine.moves.find(({ name }) => name === move)?.who ?? 'officer';
        const comments = (request.body.comments ?? []) as Parameters<typeof moveRow>[2];
        const row = await office.decideRow(id, deedOf(context, role), (current) =>
          moveRow(current, move, comments, shownVersion(request), context),
        );
        return answerRow(request, row);
      }),
  );

  server.put<{ Params: Static<typeof RowId>; Body: Static<typeof DraftBody> }>(
    '/api/rows/:id/draft',
    { schema: { summary: 'Keep what is typed and not yet saved', tags, params: RowId, body: DraftBody } },
    async (request, reply) => {
      const row = await readRow(request, request.params.id);
      const context = await contextOf(request, site);
      demand(rowPolicy, 'write-texts', context.actor, row, context.tree);
      await office.keepDraft(row.id, context.actor.id, { ...request.body, savedAt: context.now });
      return reply.status(204).send();
    },
  );

  server.post<{ Params: Static<typeof YearId>; Body: Static<typeof SubmissionBody> }>(
    '/api/years/:id/submission',
    {
      schema: {
        summary: 'Freeze the form as an edition and publish it',
        tags,
        params: YearId,
        headers: VersionHeader,
        body: SubmissionBody,
        response: { 200: YearJson },
      },
    },
    async (request, reply) =>
      once(request, reply, site, 200, async () => {
        const context = await contextOf(request, site);
        const reason = request.body.reason ?? null;
        const form = await office.year(request.params.id);
        const name = form === null ? '' : await ministryName(form.year.ministry);
        const done = await office.decideYear(
          request.params.id,
          deedOf(context, 'compiler', reason ?? undefined),
          submission(name, reason, shownVersion(request), context),
        );
        return { year: done.year, rows: done.rows };
      }),
  );

  server.post<{ Params: Static<typeof YearId>; Body: Static<typeof CorrectionBody> }>(
    '/api/years/:id/correction',
    {
      schema: {
        summary: 'Open a submitted form for correction',
        tags,
        params: YearId,
        headers: VersionHeader,
        body: CorrectionBody,
        response: { 200: YearJson },
      },
    },
    async (request, reply) =>
      once(request, reply, site, 200, async () => {
        const context = await contextOf(request, site);
        const { rows: ids, reason } = request.body;
        return office.decideYear(request.params.id, deedOf(context, 'compiler', reason), ({ year, rows }) => ({
          events: correctYear(year, rows, ids, reason, shownVersion(request), context),
        }));
      }),
  );

  server.get<{ Params: { id: string; format: string } }>(
    '/api/years/:id/form.:format',
    { schema: { summary: 'The form as it stands: pdf, ods, odt, xlsx, csv, json', tags } },
    async (request, reply) => {
      const { format } = request.params;
      if (!Object.hasOwn(exportFormats, format)) throw noSuch('format', format);
      const { year, rows } = await readYear(request, request.params.id);
      const { reading } = await yearForm(await ministryName(year.ministry), year, rows);
      const bytes = await exportForm(reading, format as ExportFormat);
      return reply
        .type(exportFormats[format as ExportFormat].mediaType)
        .header(
          'content-disposition',
          `attachment; filename*=UTF-8''${encodeURIComponent(exportFileName(reading, format as ExportFormat))}`,
        )
        .send(Buffer.from(bytes));
    },
  );
}

function noSuch(what: 'row' | 'year' | 'filing' | 'format', id: string): Refusal {
  const names = { row: '列', year: '年度的表', filing: '申報表', format: '格式' };
  return new Refusal(`no-such-${what}`, 404, {
    'zh-Hant': `找不到「${id}」這個${names[what]}，或您無權查看。`,
    en: `there is no ${what} ${id}, or you may not see it.`,
  });
}
