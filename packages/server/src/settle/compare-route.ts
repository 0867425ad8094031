import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Input } from '@guankao/pool';
import type { Reading } from '@guankao/reading';
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

  async function readingOf(id: string): Promise<{ readonly reading: Reading }> {
    const held = await store.catalogue.filing(id);
    if (held === null) throw notHeld('filing', id);
    return { reading: held.reading };
  }

  async function comparing(
    request: FastifyRequest<Question>,
    reply: FastifyReply,
    name: string,
    there: () => Promise<Input<'compare'>['there']>,
  ): Promise<FastifyReply> {
    const { id } = request.params;
    const html = async (compared: CompareView['compared'], refused: Refused | null) =>
      comparePage(desk.reader(request), await view(request, id, compared), refused);
    const page = (refused: Refused) => html(null, refused);
    return desk.inTime(request, reply, name, page, async () => {
      const input = async () => ({ here: await readingOf(id), there: await there() });
      const comparison = await desk.site.pool.run('compare', input, asking(request, name));
      return { is: 'page', status: 200, html: await html({ name, comparison }, null), retryAfter: null };
    });
  }

  server.get<Question>('/filings/:id/compare', options, async (request, reply) => {
    const { id } = request.params;
    const other = request.query.with;
    const known = new Set((await store.catalogue.filings()).map((filing) => filing.id));
    for (const asked of [id, ...(other === undefined ? [] : [other])])
      if (!known.has(asked)) throw notHeld('filing', asked);
    if (other === undefined)
      return desk.send(reply, comparePage(desk.reader(request), await view(request, id, null), null));
    return comparing(request, reply, other, () => readingOf(other));
  });

  server.post<Question>('/filings/:id/compare', options, async (request, reply) => {
    await demandHand(request, store);
    const page = async (refused: Refused) =>
      comparePage(desk.reader(request), await view(request, request.params.id, null), refused);
    return desk.orShow(reply, page, async () => {
      const file = await uploaded(request);
      return comparing(request, reply, file.name, async () => ({ file }));
    });
  });
}
