import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sheetFormats, type SheetFormat } from '@guankao/forms';
import type { YearAndRows } from '@guankao/store';
import { demand, may, paperApprovalInForce, yearPolicy, type Context } from '@guankao/workflow';
import { keyOf, shownVersion } from '../commands/asked.ts';
import { largestEvidence, scanFor } from '../office/evidence.ts';
import type { OfficeSite } from '../office/office-site.ts';
import { noSuch } from '../office/pages/desk.ts';
import { VersionHeader, YearId } from '../office/schema.ts';
import { askedBy, signedIn } from '../sign-in/authenticate.ts';
import { asking } from '../work/asking.ts';
import { sendMade } from '../work/send-form.ts';
import { approvalSheet, paperApprovalsOf, paperStep, stateOf } from './form-on-paper.ts';

const formats = Object.keys(sheetFormats) as SheetFormat[];
const OfSheet = Type.Composite([
  YearId,
  Type.Object({ format: Type.Union(formats.map((format) => Type.Literal(format))) }),
]);
const EnterBody = Type.Object({
  date: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: '發文日期' }),
  number: Type.String({ maxLength: 200, description: '發文字號' }),
  hash: Type.String({ maxLength: 200, description: '核對碼 as the 送核單 prints it' }),
  fileName: Type.String({ minLength: 1, maxLength: 300 }),
  base64: Type.String({ minLength: 1, description: 'The scan: PDF, PNG or JPEG' }),
});
const StateJson = Type.Object({
  edition: Type.Integer({ description: 'That the form is reported as next, or was' }),
  hash: Type.String({ description: 'SHA-256 of the form as it stands' }),
  rows: Type.Integer(),
});
const EnteredJson = Type.Object({ id: Type.String(), hash: Type.String(), version: Type.Integer() });

/** 送核單 as ODT and PDF, and entering what was sealed; the approvals themselves come from their noun. */
export function paperApprovalsApi(server: FastifyInstance, site: OfficeSite): void {
  const { office, pool, clock } = site;

  async function found(request: FastifyRequest, id: string): Promise<{ form: YearAndRows; current: Context }> {
    const current = { actor: signedIn(request), tree: await office.tree(), now: clock() };
    const form = await office.year(id);
    if (form === null || !may(yearPolicy, 'approve-on-paper', current.actor, form.year, current.tree)) throw noSuch(id);
    return { form, current };
  }

  server.get<{ Params: Static<typeof YearId> }>(
    '/api/years/:id/form-on-paper',
    {
      schema: {
        summary: 'The form as it stands, as a 送核單 prints it: its edition and hash',
        tags: ['paper-approval'],
        params: YearId,
        response: { 200: StateJson },
      },
    },
    async (request) => {
      const { form, current } = await found(request, request.params.id);
      const { edition, hash, rows } = stateOf(form, current.tree);
      return { edition, hash, rows: rows.length };
    },
  );

  server.get<{ Params: Static<typeof OfSheet> }>(
    '/api/years/:id/form-on-paper/:format',
    { schema: { summary: '送核單 as ODT or PDF', tags: ['paper-approval'], params: OfSheet } },
    async (request, reply) => {
      const { id, format } = request.params;
      const { form, current } = await found(request, id);
      const before = paperApprovalInForce(await paperApprovalsOf(office, id, current));
      const printed = new Date(current.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
      const sheet = approvalSheet(form, stateOf(form, current.tree), before, current.tree, printed);
      const name = `${id}-送核單.${format}`;
      const { mediaType } = sheetFormats[format];
      const make = async () => ({
        is: 'file' as const,
        name,
        mediaType,
        bytes: await pool.run('set-sheet', { sheet, format }, asking(request, name)),
      });
      return sendMade(request, reply, site, { name, locale: 'zh-Hant', make });
    },
  );

  server.post<{ Params: Static<typeof YearId>; Body: Static<typeof EnterBody> }>(
    '/api/years/:id/approve-on-paper',
    {
      bodyLimit: largestEvidence * 2,
      schema: {
        summary: 'Enter an approval on paper: its letter, the hash that was printed, and a scan',
        tags: ['paper-approval'],
        params: YearId,
        headers: VersionHeader,
        body: EnterBody,
        response: { 201: EnteredJson },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const current = { actor: signedIn(request), tree: await office.tree(), now: clock() };
      const form = await office.year(id);
      if (form === null || !may(yearPolicy, 'read', current.actor, form.year, current.tree)) throw noSuch(id);
      demand(yearPolicy, 'approve-on-paper', current.actor, form.year, current.tree);
      const { fileName, base64, ...input } = request.body;
      const scan = await scanFor(pool, request, {
        name: fileName,
        bytes: new Uint8Array(Buffer.from(base64, 'base64')),
      });
      const state = stateOf(form, current.tree);
      const approvals = await paperApprovalsOf(office, id, current);
      const named = { sha256: scan.sha256, name: scan.name };
      const step = paperStep(form, state, named, approvals, input, shownVersion(request));
      const rows = state.rows.map(({ row }) => row);
      await office.perform([step], {
        ...askedBy(request),
        at: clock(),
        key: keyOf(request),
        evidence: { ...scan, row: rows },
      });
      const [entered] = await paperApprovalsOf(office, id, current);
      return reply.status(201).send({ id: entered?.id ?? '', hash: state.hash, version: entered?.version ?? 1 });
    },
  );
}
