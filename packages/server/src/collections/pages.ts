import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SourceFile } from '@guankao/documents';
import { Refusal } from '@guankao/domain';
import { fillInFormats } from '@guankao/forms';
import { collectionPage, collectionsPage, historyPage, type CollectionsView, type CollectionView } from '@guankao/web';
import { apiOf } from '../office/pages/history.ts';
import {
  askableFields,
  collectionPolicy,
  dayInTaipei,
  isStanding,
  may,
  standingOf,
  type AskedField,
  type CollectionRecord,
  type RowRecord,
} from '@guankao/workflow';
import type { Desk } from '../office/pages/desk.ts';
import { yearOf } from '../office/pages/year.ts';
import { dateIn, fieldOf, type FormFields } from '../office/texts-of-form.ts';
import {
  collectionOf,
  decide,
  largestDrop,
  mostFiles,
  noSuch,
  receive,
  send,
  type Carry,
  type Chosen,
} from './work.ts';
import { uploadedParts } from '../edge/uploads.ts';

type Id = { Params: { id: string }; Body: FormFields };

const options = { schema: { hide: true }, config: { shownAgain: true } } as const;

/** Collections: sent, received, taken in; plain forms all of them. */
export function collectionPages(server: FastifyInstance, desk: Desk): void {
  const carryFor =
    (request: FastifyRequest): Carry =>
    (steps, more) =>
      desk.perform(request, steps, more);

  server.get<Id>('/office/years/:id/collections', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const { own, view } = await collectionsView(desk, request, request.params.id);
    return desk.send(reply, collectionsPage(desk.reader(request), own, view, null));
  });

  server.post<Id>('/office/years/:id/collections', options, async (request, reply) => {
    const { id } = request.params;
    const { own, view, actor } = await collectionsView(desk, request, id);
    return desk.orShow(
      reply,
      (refused) => collectionsPage(desk.reader(request), own, view, refused),
      async () => {
        const { records } = await send(desk.site, actor, carryFor(request), id, sendingIn(request.body));
        return reply.redirect(desk.to(`/office/collections/${encodeURIComponent(records[0]?.id ?? '')}`), 303);
      },
    );
  });

  server.get<Id & { Querystring: { decided?: string } }>('/office/collections/:id', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const { own, view } = await collectionView(desk, request, request.params.id);
    const count = Number(request.query.decided);
    const note = Number.isSafeInteger(count) && count > 0 ? ({ did: 'decided', count } as const) : null;
    return desk.send(reply, collectionPage(desk.reader(request), own, { ...view, note }, null));
  });

  server.get<Id>('/office/collections/:id/history', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const { own, view } = await collectionView(desk, request, request.params.id);
    const noun = desk.office.nouns.find(({ name }) => name === 'collection');
    if (noun === undefined) throw noSuch(request.params.id);
    const { id } = view.collection;
    const of = { path: `/office/collections/${encodeURIComponent(id)}`, name: id };
    return desk.send(
      reply,
      historyPage(desk.reader(request), own, {
        noun,
        of,
        api: apiOf('collections', id),
        events: await desk.office.history(id),
      }),
    );
  });

  server.post<Id>('/office/collections/:id/files', options, async (request, reply) => {
    const { id } = request.params;
    const page = async (refused: Parameters<typeof collectionPage>[3]) => {
      const { own, view } = await collectionView(desk, request, id);
      return collectionPage(desk.reader(request), own, view, refused);
    };
    await collectionView(desk, request, id);
    return desk.orShow(reply, page, async () => {
      const { files, fields } = await droppedIn(request);
      const came = dateIn(fieldOf(fields, 'came'), { 'zh-Hant': '收到日期', en: 'day on which they came' }, 'came');
      const arrival = { came, way: fieldOf(fields, 'way').trim() };
      return desk.inTime(request, reply, `${files.length}`, page, async () => {
        const { dropped } = await receive(desk.site, request, carryFor(request), id, files, arrival);
        const { own, view } = await collectionView(desk, request, id);
        const again = dropped.filter(({ cameBefore }) => cameBefore).length;
        const note = { did: 'received', fresh: dropped.length - again, again } as const;
        const html = collectionPage(desk.reader(request), own, { ...view, note }, null);
        return { is: 'page', status: 200, html, retryAfter: null };
      });
    });
  });

  server.post<Id>('/office/collections/:id/cells', options, async (request, reply) => {
    const { id } = request.params;
    const { own, view, actor } = await collectionView(desk, request, id);
    return desk.orShow(
      reply,
      (refused) => collectionPage(desk.reader(request), own, view, refused),
      async () => {
        const { as, chosen } = chosenIn(request.body);
        const { decided } = await decide(desk.site, actor, carryFor(request), id, as, chosen);
        return reply.redirect(desk.to(`/office/collections/${encodeURIComponent(id)}?decided=${decided}`), 303);
      },
    );
  });

  server.post<Id>('/office/collections/:id/merge', options, async (request, reply) => {
    const { id } = request.params;
    const { own, view } = await collectionView(desk, request, id);
    return desk.orShow(
      reply,
      (refused) => collectionPage(desk.reader(request), own, view, refused),
      async () => {
        const shown = Number(fieldOf(request.body, 'version'));
        await desk.perform(request, [{ noun: 'collection', command: 'merge', id, shown, input: {} }]);
        return reply.redirect(desk.to(`/office/collections/${encodeURIComponent(id)}`), 303);
      },
    );
  });
}

/** What the form says is sent, to whom, until when. */
function sendingIn(fields: FormFields): Parameters<typeof send>[4] {
  const chosen = [fields['agencies'] ?? []].flat();
  const asked = new Set([fields['fields'] ?? []].flat());
  return {
    fields: askableFields.filter((field) => asked.has(field)),
    due: dateIn(fieldOf(fields, 'due'), { 'zh-Hant': '繳交期限', en: 'day on which they are due' }, 'due'),
    note: fieldOf(fields, 'note'),
    receivers: chosen.map((agency) => ({
      agency,
      person: personIn(fields, agency),
      to: fieldOf(fields, `to-${agency}`),
    })),
  };
}

function personIn(fields: FormFields, agency: string): string {
  const person = fieldOf(fields, `person-${agency}`).trim();
  if (person !== '') return person;
  throw new Refusal('person-owed', 422, {
    'zh-Hant': '要發給這個機關，請填填報人姓名：併入的文字會記為這個人所寫。不發的機關請取消勾選。',
    en: 'to send this agency its file, name who fills it in: the texts that come back are theirs. Leave out agencies that get none.',
  }).about(`person-${agency}`);
}

/** What is ticked, or the button of all of a kind. */
function chosenIn(fields: FormFields): { readonly as: 'taken' | 'left'; readonly chosen: Chosen } {
  const button = fieldOf(fields, 'do');
  if (button === 'plain') return { as: 'taken', chosen: { plain: true, row: null } };
  if (button.startsWith('row:')) return { as: 'taken', chosen: { plain: true, row: button.slice(4) } };
  const cells = [fields['cells'] ?? []].flat().map((value) => {
    const [file = '', seen = '', field = '', ...row] = value.split('|');
    return { file: Number(file), seen: Number(seen), field: field as AskedField, row: row.join('|') };
  });
  return { as: button === 'left' ? 'left' : 'taken', chosen: { plain: false, cells } };
}

/** All files of a form, and its fields. */
async function droppedIn(
  request: FastifyRequest,
): Promise<{ readonly files: readonly SourceFile[]; readonly fields: FormFields }> {
  const [fields, files]: [Record<string, string>, SourceFile[]] = [{}, []];
  let bytes = 0;
  for await (const part of uploadedParts(request, { fileSize: largestDrop, files: mostFiles })) {
    if ('field' in part) {
      fields[part.field] = part.value;
      continue;
    }
    const { file } = part;
    bytes += file.bytes.length;
    if (bytes > largestDrop) throw tooMuch();
    if (file.name !== '') files.push(file);
  }
  if (files.length > 0) return { files, fields };
  throw new Refusal('no-file', 400, {
    'zh-Hant': '沒有收到檔案，請先選擇要收回的檔案。',
    en: 'no file arrived; choose those that came back first.',
  });
}

function tooMuch(): Refusal {
  return new Refusal('drop-too-large', 413, {
    'zh-Hant': `一次收回的檔案合計超過 ${largestDrop / 1024 / 1024} MB。請分幾次收回；已收到的不會再收一次。`,
    en: `the files are more than ${largestDrop / 1024 / 1024} MB together. Receive them in several goes; none is received twice.`,
  });
}

async function collectionsView(desk: Desk, request: FastifyRequest, id: string) {
  const { own, current, form, year } = await yearOf(desk, request, id);
  const records = (await desk.office.records('collection', id)) as readonly CollectionRecord[];
  if (!may(collectionPolicy, 'read', current.actor, year, current.tree)) throw noSuch(id);
  const last = new Map(records.flatMap(({ receivers }) => receivers).map((one) => [one.agency, one]));
  const counts = Map.groupBy(form.rows.filter(isStanding), ({ agency }) => agency);
  const view: CollectionsView = {
    year,
    collections: records,
    maySend: may(collectionPolicy, 'send', current.actor, year, current.tree) && year.state !== 'submitted',
    agencies: own.agencies.flatMap((agency) => {
      const rows = counts.get(agency.id)?.length ?? 0;
      const { person = '', to = '' } = last.get(agency.id) ?? {};
      return rows === 0 ? [] : [{ ...agency, rows, person, to }];
    }),
    fields: askableFields,
  };
  return { own, view, actor: current.actor };
}

async function collectionView(desk: Desk, request: FastifyRequest, id: string) {
  const [own, current] = [await desk.frame(request), await desk.context(request)];
  const { collection, rows } = await collectionOf(desk.site, current.actor, id);
  const view: CollectionView = {
    collection,
    standing: standingOf(collection, rows),
    rowNames: Object.fromEntries(rows.map((row) => [row.id, nameOfRow(row)])),
    mayDecide: may(collectionPolicy, 'decide', current.actor, collection, current.tree),
    formats: fillInFormats,
    today: dayInTaipei(current.now),
    note: null,
  };
  return { own, view, actor: current.actor };
}

function nameOfRow({ position, marker, texts }: RowRecord): string {
  return `${position}. ${marker ?? ''}${texts.name}`;
}
