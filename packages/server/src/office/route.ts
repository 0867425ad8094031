import type { Static } from '@sinclair/typebox';
import { dropSavedDrafts } from './drafts.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';
import { terms } from '@guankao/terms';
import { exportFormats, type ExportFormat } from '@guankao/forms';
import type { Asked, Performed, Step, YearAndRows } from '@guankao/store';
import {
  demand,
  isStanding,
  may,
  personalDataIn,
  rowPolicy,
  typedForm,
  whatMayBeDone,
  yearPolicy,
  type Context,
  type RowRecord,
} from '@guankao/workflow';
import { keyOf, shownVersion } from '../commands/asked.ts';
import { historyRoutes } from '../commands/history.ts';
import { askedBy, signedIn } from '../sign-in/authenticate.ts';
import { asking } from '../work/asking.ts';
import { sendForm } from '../work/send-form.ts';
import type { OfficeSite } from './office-site.ts';
import { rowsCsv } from './rows-csv.ts';
import {
  CorrectionBody,
  DraftBody,
  MoneyBody,
  MoveBody,
  PersonalDataJson,
  OpenYearBody,
  PlanVersionBody,
  PublicationBody,
  RowId,
  RowJson,
  SubmissionBody,
  TextsBody,
  VersionHeader,
  YearId,
  YearJson,
  YearListJson,
} from './schema.ts';
import { lastYearsForm, predecessorFrom, publishedForms, reportedForm } from './year-form.ts';

const tags = ['year'];

async function contextOf(request: FastifyRequest, { office, clock }: OfficeSite): Promise<Context> {
  return { actor: signedIn(request), tree: await office.tree(), now: clock() };
}

/** The year's work over HTTP: all that the pages do, a script can do. */
export function yearApi(server: FastifyInstance, site: OfficeSite): void {
  const { office } = site;

  async function ministryName(id: string): Promise<string> {
    return (await office.agencies()).find((agency) => agency.id === id)?.name ?? id;
  }

  async function readYear(request: FastifyRequest, id: string): Promise<YearAndRows> {
    const { actor, tree } = await contextOf(request, site);
    const form = await office.year(id);
    // Of another ministry's year not even that it exists is told.
    if (form === null || !may(yearPolicy, 'read', actor, form.year, tree)) throw noSuch('year', id);
    return { year: form.year, rows: form.rows.filter((row) => may(rowPolicy, 'read', actor, row, tree)) };
  }

  async function readRow(request: FastifyRequest, id: string): Promise<RowRecord> {
    const { actor, tree } = await contextOf(request, site);
    const row = await office.row(id);
    // Of another agency's row not even that it exists is told.
    if (row === null || !may(rowPolicy, 'read', actor, row, tree)) throw noSuch('row', id);
    return row;
  }

  async function answerRow(request: FastifyRequest, row: RowRecord) {
    const { actor, tree } = await contextOf(request, site);
    return { row, moves: whatMayBeDone(row, actor, tree) };
  }

  /** A command on one row: this is an address of 0.1.0 for it. */
  async function performRow(
    request: FastifyRequest,
    reply: FastifyReply,
    command: string,
    input: unknown,
    id: string,
  ): Promise<FastifyReply> {
    const steps = [{ noun: 'row', command, id, shown: shownVersion(request), input }];
    const done = await perform(request, reply, steps);
    return reply.send(await answerRow(request, done.records[0] as RowRecord));
  }

  async function perform(
    request: FastifyRequest,
    reply: FastifyReply,
    steps: readonly Step[],
    more: Partial<Asked> = {},
  ): Promise<Performed> {
    const asked = { ...askedBy(request), at: site.clock(), key: keyOf(request), ...more };
    const done = await office.perform(steps, asked);
    if (done.replayed) reply.header('idempotent-replay', 'true');
    return done;
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
    async (request, reply) => {
      const { ministry, fiscalYear, from, agencies, left, plans } = request.body;
      const lastYear = from === undefined ? null : await lastYearsForm(site, await contextOf(request, site), from);
      if (from !== undefined && lastYear === null) throw noSuch('filing', from);
      const facts = predecessorFrom(lastYear, agencies ?? {}, left ?? {});
      const input = { ministry, ministryName: await ministryName(ministry), fiscalYear, ...(plans ? { plans } : {}) };
      const { records } = await perform(request, reply, [
        { noun: 'year', command: 'open', id: null, shown: null, input, facts },
      ]);
      return reply.status(201).send(await readYear(request, records[0]?.id ?? ''));
    },
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

  historyRoutes(server, office, { plural: 'rows', label: 'a row', tag: 'year', readable: readRow });
  historyRoutes(server, office, { plural: 'years', label: "a year's form", tag: 'year', readable: readYear });

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
    async (request, reply) => {
      const { id } = request.params;
      const answer = await performRow(request, reply, 'save-texts', request.body, id);
      await dropSavedDrafts(office, id, signedIn(request).id, null);
      return answer;
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
    async (request, reply) => performRow(request, reply, 'record-money', request.body, request.params.id),
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
    async (request, reply) => performRow(request, reply, 'record-plan-version', request.body, request.params.id),
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
    async (request, reply) => {
      const { move, comments = [] } = request.body;
      return performRow(request, reply, move, { comments }, request.params.id);
    },
  );

  server.put<{ Params: Static<typeof RowId>; Body: Static<typeof DraftBody> }>(
    '/api/rows/:id/draft',
    { schema: { summary: 'Keep what is typed and not yet saved', tags, params: RowId, body: DraftBody } },
    async (request, reply) => {
      const row = await readRow(request, request.params.id);
      const context = await contextOf(request, site);
      demand(rowPolicy, 'write-texts', context.actor, row, context.tree);
      await office.keepDraft(context.actor.id, { row: row.id, ...request.body, savedAt: context.now });
      return reply.status(204).send();
    },
  );

  server.post<{ Params: Static<typeof YearId>; Body: Static<typeof SubmissionBody> }>(
    '/api/years/:id/submission',
    {
      schema: {
        summary: 'Report: freeze the form as an edition. It is shown to nobody outside until it is published.',
        tags,
        params: YearId,
        headers: VersionHeader,
        body: SubmissionBody,
        response: { 200: YearJson },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await readYear(request, id);
      const { step, keep } = await reportedForm(site, asking(request), id, request.body, shownVersion(request));
      const asked = { ...askedBy(request), at: site.clock(), key: keyOf(request), keep };
      const { replayed } = await office.perform([step], asked);
      if (replayed) reply.header('idempotent-replay', 'true');
      return reply.send(await readYear(request, id));
    },
  );

  server.post<{ Params: Static<typeof YearId>; Body: Static<typeof PublicationBody> }>(
    '/api/years/:id/publication',
    {
      schema: {
        summary: 'Publish an edition that was reported',
        tags,
        params: YearId,
        headers: VersionHeader,
        body: PublicationBody,
        response: { 200: YearJson },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { year } = await readYear(request, id);
      const edition = request.body.edition ?? year.editions.length;
      const asked = { edition, ground: request.body.ground };
      const { steps, publish } = await publishedForms(site, asking(request), id, asked, shownVersion(request));
      await perform(request, reply, steps, { publish });
      return reply.send(await readYear(request, id));
    },
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
    async (request, reply) => {
      const { id } = request.params;
      const steps = [{ noun: 'year', command: 'correct', id, shown: shownVersion(request), input: request.body }];
      await perform(request, reply, steps);
      return reply.send(await readYear(request, id));
    },
  );

  server.get<{ Params: Static<typeof YearId> }>(
    '/api/years/:id/personal-data',
    {
      schema: {
        summary: 'What may be personal in the rows that you may see: proposals, for a person to decide',
        tags,
        params: YearId,
        response: { 200: PersonalDataJson },
      },
    },
    async (request) => {
      const { rows } = await readYear(request, request.params.id);
      return { proposals: rows.filter(isStanding).flatMap(personalDataIn) };
    },
  );

  server.get<{ Params: Static<typeof YearId> }>(
    '/api/years/:id/rows.csv',
    {
      config: { limit: 'form' },
      schema: {
        summary: 'All fields of the rows that you may see, also those that the form does not print',
        tags,
        params: YearId,
      },
    },
    async (request, reply) => {
      const { year, rows } = await readYear(request, request.params.id);
      const names = new Map((await office.agencies()).map(({ id, name }) => [id, name]));
      const fileName = encodeURIComponent(`${year.id}-rows.csv`);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename*=UTF-8''${fileName}`)
        .send(rowsCsv(rows, (id) => names.get(id) ?? id));
    },
  );

  server.get<{ Params: { id: string; format: string } }>(
    '/api/years/:id/form.:format',
    {
      config: { limit: 'form' },
      schema: { summary: 'The form as it stands: pdf, ods, odt, xlsx, csv, json', tags },
    },
    async (request, reply) => {
      const { format } = request.params;
      if (!Object.hasOwn(exportFormats, format)) throw noSuch('format', format);
      const { year, rows } = await readYear(request, request.params.id);
      const form = typedForm(await ministryName(year.ministry), year.fiscalYear, rows);
      return sendForm(request, reply, site, async () => ({ form }), format as ExportFormat, `${year.id}.${format}`);
    },
  );
}

function noSuch(what: 'row' | 'year' | 'filing' | 'format', id: string): Refusal {
  const names = { row: '列', year: '年度的表', filing: terms.filing['zh-Hant'], format: '格式' };
  return new Refusal(`no-such-${what}`, 404, {
    'zh-Hant': `找不到「${id}」這個${names[what]}，或您無權查看。`,
    en: `there is no ${what} ${id}, or you may not see it.`,
  });
}
