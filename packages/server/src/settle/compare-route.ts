import type { FastifyInstance, FastifyRequest } from 'fastify';
import { comparePlans, plansInReading, type SourcePlan } from '@guankao/comparison';
import { comparePage, type CompareView, type Refused } from '@guankao/web';
import type { Desk } from '../office/pages/desk.ts';
import { notHeld } from '../problems/not-held.ts';
import { demandHand, uploaded, type SettleStore } from './route.ts';
import { plansOfSource } from './source-plans.ts';

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

  async function compared(id: string, name: string, plans: readonly SourcePlan[]): Promise<CompareView['compared']> {
    const held = await store.catalogue.filing(id);
    if (held === null) throw notHeld('filing', id);
    return { name, comparison: comparePlans(held.reading, plans) };
  }

  server.get<Question>('/filings/:id/compare', options, async (request, reply) => {
    const { id } = request.params;
    if ((await store.catalogue.filing(id)) === null) throw notHeld('filing', id);
    const other = request.query.with === undefined ? null : await store.catalogue.filing(request.query.with);
    if (request.query.with !== undefined && other === null) throw notHeld('filing', request.query.with);
    const found = other === null ? null : await compared(id, other.filing.id, plansInReading(other.reading));
    return desk.send(reply, comparePage(desk.reader(request), await view(request, id, found), null));
  });

  server.post<Question>('/filings/:id/compare', options, async (request, reply) => {
    await demandHand(request, store);
    const { id } = request.params;
    const page = async (refused: Refused) => comparePage(desk.reader(request), await view(request, id, null), refused);
    return desk.orShow(reply, page, async () => {
      const file = await uploaded(request);
      const found = await compared(id, file.name, await plansOfSource(file));
      return desk.send(reply, comparePage(desk.reader(request), await view(request, id, found), null));
    });
  });
}
