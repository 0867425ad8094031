import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Store } from '@guankao/store';
import type { FilingAction } from '@guankao/workflow';
import { terms } from '@guankao/terms';
import type { Desk } from '../office/pages/desk.ts';
import { fieldOf, type FormFields } from '../office/texts-of-form.ts';
import { notHeld } from '../problems/not-held.ts';
import { deedOver, demandOverFiling, demandReason, mayOverFiling } from './authority.ts';

/** What showing and taking back needs of the record. */
export type DisclosureStore = Pick<Store, 'heldFiling' | 'publish' | 'withdraw' | 'office' | 'catalogue'>;

const ById = Type.Object({ id: Type.String({ minLength: 1, maxLength: 300 }) });
const Ground = Type.String({ minLength: 1, maxLength: 2_000, description: 'It is shown' });
const PublicationBody = Type.Object({
  edition: Type.Optional(Type.Integer({ minimum: 1, description: 'The newest where it is left out' })),
  ground: Ground,
});
const WithdrawalBody = Type.Object({ ground: Ground });

/** Of a filing that one may not see not even that it is kept is told. */
export async function demandSeenFiling(
  request: FastifyRequest,
  store: Pick<DisclosureStore, 'heldFiling' | 'office' | 'catalogue'>,
  action: FilingAction,
  id: string,
) {
  const filing = await store.heldFiling(id);
  if (filing === null) throw notHeld('filing', id);
  const { agency } = filing.reading.filing;
  const isPublic = (await store.catalogue.filing(id)) !== null;
  if (!isPublic && !(await mayOverFiling(request, store.office, action, agency))) throw notHeld('filing', id);
  await demandOverFiling(request, store.office, action, agency);
  return filing;
}

async function publish(
  request: FastifyRequest,
  store: DisclosureStore,
  id: string,
  { edition, ground }: { readonly edition?: number | undefined; readonly ground: string },
  now: Date,
): Promise<void> {
  const filing = await demandSeenFiling(request, store, 'publish', id);
  const reason = demandReason(ground, terms.publish);
  const asked = edition ?? filing.edition.number;
  if (!filing.filing.editions.some(({ number }) => number === asked)) throw notHeld('filing', `${id} ${asked}`);
  await store.publish({ filing: id, edition: asked }, deedOver(request, now, reason));
}

async function withdraw(
  request: FastifyRequest,
  store: DisclosureStore,
  id: string,
  ground: string,
  now: Date,
): Promise<void> {
  await demandSeenFiling(request, store, 'withdraw', id);
  const reason = demandReason(ground, { 'zh-Hant': '撤下', en: 'withdraw' });
  await store.withdraw(id, reason, deedOver(request, now, reason));
}

/** Showing a filing from elsewhere to everybody, and taking it back: the API. */
export function disclosureApi(server: FastifyInstance, store: DisclosureStore, clock: () => Date): void {
  const schema = (summary: string, body: object) => ({
    schema: { summary, tags: ['filings'], params: ById, body, response: { 204: Type.Null({ description: 'Done' }) } },
  });
  server.post<{ Params: Static<typeof ById>; Body: Static<typeof PublicationBody> }>(
    '/api/filings/:id/publication',
    schema('Publish a filing that was taken in and kept', PublicationBody),
    async (request, reply) => {
      await publish(request, store, request.params.id, request.body, clock());
      return reply.status(204).send();
    },
  );
  server.post<{ Params: Static<typeof ById>; Body: Static<typeof WithdrawalBody> }>(
    '/api/filings/:id/withdrawal',
    schema('Take a filing back: its place says on what ground', WithdrawalBody),
    async (request, reply) => {
      await withdraw(request, store, request.params.id, request.body.ground, clock());
      return reply.status(204).send();
    },
  );
}

/** The same by forms of the settle page; a refusal stands above its rows. */
export function disclosureForms(
  server: FastifyInstance,
  desk: Desk,
  store: DisclosureStore,
  again: (
    request: FastifyRequest<DisclosureForm>,
  ) => (refused: Parameters<Parameters<Desk['orShow']>[1]>[0]) => Promise<string>,
): void {
  const options = { schema: { hide: true } };
  server.post<DisclosureForm>('/filings/:id/publication', options, async (request, reply) => {
    await demandSeenFiling(request, store, 'publish', request.params.id);
    return desk.orShow(reply, again(request), async () => {
      const edition = Number(fieldOf(request.body, 'edition')) || undefined;
      await publish(
        request,
        store,
        request.params.id,
        { edition, ground: fieldOf(request.body, 'ground') },
        desk.now(),
      );
      return reply.redirect(desk.to(`/filings/${encodeURIComponent(request.params.id)}`), 303);
    });
  });
  server.post<DisclosureForm>('/filings/:id/withdrawal', options, async (request, reply) => {
    await demandSeenFiling(request, store, 'withdraw', request.params.id);
    return desk.orShow(reply, again(request), async () => {
      await withdraw(request, store, request.params.id, fieldOf(request.body, 'ground'), desk.now());
      return reply.redirect(desk.to(`/filings/${encodeURIComponent(request.params.id)}`), 303);
    });
  });
}

export type DisclosureForm = { Params: { id: string }; Querystring: { page?: string }; Body: FormFields };
