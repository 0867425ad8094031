import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { fillInFormats } from '@guankao/forms';
import {
  ArrivalJson,
  CellAddressJson,
  CollectionRecordJson,
  DecideInput,
  nullable,
  oneOf,
  SendInput,
  standingOf,
  standings,
  type CollectionRecord,
} from '@guankao/workflow';
import { askedBy, signedIn } from '../sign-in/authenticate.ts';
import { keyOf } from '../commands/asked.ts';
import type { OfficeSite } from '../office/office-site.ts';
import { YearId } from '../office/schema.ts';
import {
  collectionOf,
  decide,
  filesToSend,
  largestDrop,
  mostFiles,
  noSuch,
  receive,
  send,
  type Carry,
} from './work.ts';

const tags = ['collection'];
const Id = Type.Object({ id: Type.String({ minLength: 1, maxLength: 300 }) });
const FileId = Type.Composite([Id, Type.Object({ number: Type.Integer({ minimum: 1 }) })]);
const RecordAnswer = Type.Object({ record: CollectionRecordJson });

const SendBody = Type.Omit(SendInput, ['ministry']);
const DropBody = Type.Composite([
  ArrivalJson,
  Type.Object({
    files: Type.Array(
      Type.Object({
        fileName: Type.String({ minLength: 1, maxLength: 300 }),
        bytes: Type.String({
          pattern: '^[A-Za-z0-9+/]*={0,2}$',
          description:
            'Base64: a file of the collection in any format that is read, or a ZIP or an e-mail (.eml) with some inside',
        }),
      }),
      { minItems: 1, maxItems: mostFiles },
    ),
  }),
]);
const DroppedJson = Type.Object({
  record: CollectionRecordJson,
  dropped: Type.Array(
    Type.Object({
      name: Type.String(),
      number: Type.Integer({ description: 'Of the collection’s files' }),
      cameBefore: Type.Boolean({ description: 'Its bytes are known: it was not received again' }),
    }),
  ),
});

const CellJson = Type.Object({
  file: Type.Integer({ description: 'Number of the file' }),
  row: Type.String(),
  field: nullable(Type.String(), { description: 'null: it stands in a column that is not to be filled in' }),
  heading: Type.String(),
  place: Type.String({ description: 'In the file: Sheet1!C7' }),
  sent: Type.String({ description: 'What was sent' }),
  now: Type.String({ description: 'What the row says' }),
  text: Type.String({ description: 'What came back' }),
  standing: oneOf(standings),
  remark: nullable(Type.Object({ 'zh-Hant': Type.String(), en: Type.String() })),
  refused: nullable(Type.Object({ 'zh-Hant': Type.String(), en: Type.String() }), {
    description: 'Why the row cannot take it as it stands',
  }),
});

const ChosenBody = Type.Union([
  Type.Object({
    as: DecideInput.properties.as,
    cells: Type.Array(
      Type.Composite([
        CellAddressJson,
        Type.Object({
          seen: Type.Optional(
            Type.Integer({
              description: 'Version of the row that was looked at: if it has changed since, nothing is done',
            }),
          ),
        }),
      ]),
      { minItems: 1, maxItems: 20_000 },
    ),
  }),
  Type.Object({
    as: DecideInput.properties.as,
    plain: Type.Literal(true, { description: 'All that nothing speaks against' }),
    row: Type.Optional(Type.String({ maxLength: 300, description: 'Only of this row' })),
  }),
]);

/** Collections over HTTP: files out, files back, cell by cell into the rows. */
export function collectionApi(server: FastifyInstance, site: OfficeSite): void {
  server.post<{ Params: Static<typeof YearId>; Body: Static<typeof SendBody> }>(
    '/api/years/:id/collections',
    {
      schema: {
        summary: 'Send collection files: freeze what each agency is asked',
        tags,
        params: YearId,
        body: SendBody,
        response: { 201: RecordAnswer },
      },
    },
    async (request, reply) => {
      const { records } = await send(site, signedIn(request), carryFor(request), request.params.id, request.body);
      return answer(reply.status(201), records[0] as CollectionRecord);
    },
  );

  server.get<{ Params: Static<typeof Id>; Querystring: { format?: (typeof fillInFormats)[number] } }>(
    '/api/collections/:id/files.zip',
    {
      config: { limit: 'form' },
      schema: {
        summary: 'One file for each agency, and the text that goes out with them',
        tags,
        params: Id,
        querystring: Type.Object({
          format: Type.Optional(oneOf(fillInFormats, { description: 'All of them where left out' })),
        }),
      },
    },
    async (request, reply) => {
      const { collection } = await collectionOf(site, signedIn(request), request.params.id);
      const { format } = request.query;
      const { name, bytes } = await filesToSend(
        site,
        request,
        collection,
        format === undefined ? fillInFormats : [format],
      );
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .send(Buffer.from(bytes));
    },
  );

  server.post<{ Params: Static<typeof Id>; Body: Static<typeof DropBody> }>(
    '/api/collections/:id/files',
    {
      bodyLimit: largestDrop * 2,
      schema: { summary: 'Files come back', tags, params: Id, body: DropBody, response: { 200: DroppedJson } },
    },
    async (request, reply) => {
      const { files: given, ...arrival } = request.body;
      const files = given.map(({ fileName, bytes }) => ({ name: fileName, bytes: Buffer.from(bytes, 'base64') }));
      const { collection, dropped } = await receive(
        site,
        request,
        carryFor(request),
        request.params.id,
        files,
        arrival,
      );
      return reply.header('etag', `"${collection.version}"`).send({ record: collection, dropped });
    },
  );

  server.get<{ Params: Static<typeof FileId> }>(
    '/api/collections/:id/files/:number',
    { schema: { summary: 'A file that came back, byte for byte', tags, params: FileId } },
    async (request, reply) => {
      const { collection } = await collectionOf(site, signedIn(request), request.params.id);
      const file = collection.files.find(({ number }) => number === request.params.number);
      const kept = file === undefined ? null : await site.office.keptFile(file.sha256);
      if (file === undefined || kept === null) throw noSuch(`${collection.id} ${request.params.number}`);
      return reply
        .type('application/octet-stream')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
        .send(Buffer.from(kept.bytes));
    },
  );

  server.get<{ Params: Static<typeof Id> }>(
    '/api/collections/:id/cells',
    {
      schema: {
        summary: 'All that came back differently, against the rows as they stand',
        tags,
        params: Id,
        response: { 200: Type.Object({ cells: Type.Array(CellJson) }) },
      },
    },
    async (request) => {
      const { collection, rows } = await collectionOf(site, signedIn(request), request.params.id);
      return {
        cells: standingOf(collection, rows).map(({ file, cell, field, sent, now, standing, refused }) => ({
          file: file.number,
          row: cell.row,
          field,
          heading: collection.columns[cell.column]?.heading ?? '',
          place: cell.place,
          sent,
          now,
          text: cell.text,
          standing,
          remark: cell.remark,
          refused,
        })),
      };
    },
  );

  server.post<{ Params: Static<typeof Id>; Body: Static<typeof ChosenBody> }>(
    '/api/collections/:id/cells',
    {
      schema: {
        summary: 'Take cells in, or leave the rows as they are',
        tags,
        params: Id,
        body: ChosenBody,
        response: { 200: Type.Object({ record: CollectionRecordJson, decided: Type.Integer() }) },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const chosen =
        'cells' in body
          ? { plain: false as const, cells: body.cells }
          : { plain: true as const, row: body.row ?? null };
      const done = await decide(site, signedIn(request), carryFor(request), request.params.id, body.as, chosen);
      return reply
        .header('etag', `"${done.collection.version}"`)
        .send({ record: done.collection, decided: done.decided });
    },
  );

  function carryFor(request: Parameters<typeof askedBy>[0]): Carry {
    return (steps, more) =>
      site.office.perform(steps, { ...askedBy(request), at: site.clock(), key: keyOf(request), ...more });
  }
}

function answer<Reply extends { header(name: string, value: string): Reply; send(body: object): Reply }>(
  reply: Reply,
  record: CollectionRecord,
): Reply {
  return reply.header('etag', `"${record.version}"`).send({ record });
}
