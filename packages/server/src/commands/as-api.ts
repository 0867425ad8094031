import { Type, type TObject, type TSchema } from '@sinclair/typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';
import type { Performed } from '@guankao/store';
import { type AnyRecord, type Command, type Noun } from '@guankao/workflow';
import type { OfficeSite } from '../office/office-site.ts';
import { VersionHeader } from '../office/schema.ts';
import { askedBy, signedIn } from '../sign-in/authenticate.ts';
import { keyOf, shownVersion } from './asked.ts';
import { historyRoutes } from './history.ts';

const ById = Type.Object({ id: Type.String({ minLength: 1, maxLength: 300 }) });

/**
 * Every noun over HTTP, made from its list of commands: `GET /api/rows/:id`, `GET /api/rows/:id/history` and
 * `POST /api/rows/:id/<command>`. A noun that answers in a shape of its own (`own`) keeps its reads.
 */
export function nounsApi(server: FastifyInstance, site: OfficeSite, own: ReadonlySet<string>): void {
  for (const noun of site.office.nouns) {
    if (!own.has(noun.name)) readsOf(server, site, noun);
    for (const command of noun.commands) if (command.prepared !== true) commandRoute(server, site, noun, command);
  }
}

/** What is there already has an id and a version that was shown; what is made has neither yet. */
function commandRoute(server: FastifyInstance, site: OfficeSite, noun: Noun, command: Command): void {
  const makes = command.creates !== undefined;
  server.post<{ Params: { id?: string } }>(
    makes ? `/api/${noun.plural}` : `/api/${noun.plural}/:id/${command.name}`,
    {
      schema: {
        summary: `${command.label.en}: ${noun.label.en}`,
        description: `${command.label['zh-Hant']}（${noun.label['zh-Hant']}）`,
        tags: [noun.name],
        ...(makes ? {} : { params: ById, headers: VersionHeader }),
        body: command.input,
        response: { [makes ? 201 : 200]: recordJson(noun) },
      },
    },
    async (request, reply) => {
      const id = request.params.id ?? null;
      const shown = makes ? null : shownVersion(request);
      const steps = [{ noun: noun.name, command: command.name, id, shown, input: request.body }];
      const asked = { ...askedBy(request), at: site.clock(), key: keyOf(request) };
      return answer(reply.status(makes ? 201 : 200), await site.office.perform(steps, asked));
    },
  );
}

/** The record after it, with its version as ETag; a replay says that it is one. */
function answer(reply: FastifyReply, { records, replayed }: Performed): FastifyReply {
  const [record] = records;
  if (record === undefined) throw new Error('a command without a record');
  if (replayed) reply.header('idempotent-replay', 'true');
  return reply.header('etag', `"${record.version}"`).send({ record });
}

function readsOf(server: FastifyInstance, { office }: OfficeSite, noun: Noun): void {
  async function readable(request: FastifyRequest, id: string): Promise<AnyRecord> {
    const [actor, tree, record] = [signedIn(request), await office.tree(), await office.record(noun.name, id)];
    if (record === null || !(await office.mayRead(noun, actor, record, tree))) throw noSuch(noun, id);
    return record;
  }

  server.get(
    `/api/${noun.plural}`,
    {
      schema: {
        summary: `Those that you may see: ${noun.label.en}`,
        tags: [noun.name],
        response: { 200: Type.Object({ records: Type.Array(noun.record) }) },
      },
    },
    async (request) => {
      const [actor, tree] = [signedIn(request), await office.tree()];
      return { records: await office.readableOf(noun, actor, await office.records(noun.name, null), tree) };
    },
  );

  server.get<{ Params: { id: string } }>(
    `/api/${noun.plural}/:id`,
    { schema: { summary: noun.label.en, tags: [noun.name], params: ById, response: { 200: recordJson(noun) } } },
    async (request, reply) => {
      const record = await readable(request, request.params.id);
      return reply.header('etag', `"${record.version}"`).send({ record });
    },
  );

  historyRoutes(server, office, { plural: noun.plural, label: noun.label.en, tag: noun.name, readable });
}

function recordJson(noun: Noun): TObject<{ record: TSchema }> {
  return Type.Object({ record: noun.record });
}

function noSuch(noun: Noun, id: string): Refusal {
  return new Refusal(`no-such-${noun.name}`, 404, {
    'zh-Hant': `找不到「${id}」這個${noun.label['zh-Hant']}，或您無權查看。`,
    en: `there is no ${noun.label.en} ${id}, or you may not see it.`,
  });
}
