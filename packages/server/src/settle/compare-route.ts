import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Input } from '@guankao/pool';
import { comparePage, type CompareView, type Refused } from '@guankao/web';
import type { Desk } from '../office/pages/desk.ts';
import { notHeld } from '../problems/not-held.ts';
import { demandHand, uploaded, type SettleStore } from './route.ts';
import { asking } from '../work/asking.ts';

const options = { schema: { hide: true } };
type Question = { Params: { id: string }; Querystring: { with?: string } };

/** The plans of one filing against another held one, or against an uploaded official source, which is not kept. */
export function comparePages(server: FastifyInstance, desk: Desk, store: SettleStore): void {
  async function view(request: FastifyRequest, id: string, compared: CompareView['compared']): Promise<CompareView> {
    const others = (await store.catalogue.filings()).map((filing) => filing.id).filter((other) => other !== id);
    const mayUpload = await demandHand(request, store).then(
      () => true,
      () => false,
    );
    return { filing: id, others, compared, mayUpload };
  }

  async function comparing(
    request: FastifyRequest<Question>,
    reply: FastifyReply,
    name: string,
    there: Input<'compare'>['there'],
  ): Promise<FastifyReply> {
    const { id } = request.params;
    const held = await store.catalogue.filing(id);
    if (held === null) throw notHeld('filing', id);
    const html = async (compared: CompareView['compared'], refused: Refused | null) =>
      comparePage(desk.reader(request), await view(request, id, compared), refused);
    const page = (refused: Refused) => html(null, refused);
    return desk.inTime(request, reply, name, page, async () => {
      const input = { here: { reading: held.reading }, there };
      const comparison = await desk.site.pool.run('compare', input, asking(request, name));
      return { is: 'page', status: 200, html: await html({ name, comparison }, null), retryAfter: null };
    });
  }

  server.get<Question>('/filings/:id/compare', options, async (request, reply) => {
    const { id } = request.params;
    if ((await store.catalogue.filing(id)) === null) throw notHeld('filing', id);
    const other = request.query.with === undefined ? null : await store.catalogue.filing(request.query.with);
    if (request.query.with !== undefined && other === null) throw notHeld('filing', request.query.with);
    if (other === null) return desk.send(reply, comparePage(desk.reader(request), await view(request, id, null), null));
    return comparing(request, reply, other.filing.id, { reading: other.reading });
  });

  server.post<Question>('/filings/:id/compare', options, async (request, reply) => {
    await demandHand(request, store);
    const page = async (refused: Refused) =>
      comparePage(desk.reader(request), await view(request, request.params.id, null), refused);
    return desk.orShow(reply, page, async () => {
      const file = await uploaded(request);
      return comparing(request, reply, file.name, { file });
    });
  });
}
