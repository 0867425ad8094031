import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';
import { reviewsPage, type Refused } from '@guankao/web';
import type { FormFields } from '../texts-of-form.ts';
import type { Desk } from './desk.ts';
import { openLines } from './home.ts';

type Asked = { Body: FormFields; Querystring: { approved?: string } };

const options = { schema: { hide: true }, config: { shownAgain: true } } as const;

/** What waits for somebody's approval, to be read from top to bottom; what is ticked is approved together, or nothing is. */
export function reviewPages(server: FastifyInstance, desk: Desk): void {
  async function html(request: FastifyRequest, refused: Refused | null, approved: number | null = null) {
    const [own, current] = [await desk.frame(request), await desk.context(request)];
    const { lines, unchecked } = await openLines(desk, request, own, current);
    const waiting = lines.filter(({ moves }) => moves.includes('approve'));
    return reviewsPage(desk.reader(request), own, { lines: waiting, unchecked, approved }, refused);
  }

  server.get<Asked>('/office/reviews', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const approved = Number(request.query.approved);
    return desk.send(reply, html(request, null, Number.isSafeInteger(approved) && approved > 0 ? approved : null));
  });

  server.post<Asked>('/office/reviews', options, async (request, reply) =>
    desk.orShow(
      reply,
      (refused) => html(request, refused),
      async () => {
        const ticked = [request.body?.['rows'] ?? []].flat().map(rowAndVersion);
        if (ticked.length === 0) throw noneTicked();
        const steps = ticked.map(({ id, shown }) => ({
          noun: 'row',
          command: 'approve',
          id,
          shown,
          input: { comments: [] },
        }));
        await desk.perform(request, steps);
        return reply.redirect(desk.to(`/office/reviews?approved=${ticked.length}`), 303);
      },
    ),
  );
}

/** `範例部-114-01 3`: a row as it was shown. */
function rowAndVersion(ticked: string): { readonly id: string; readonly shown: number } {
  const parting = ticked.lastIndexOf(' ');
  return { id: ticked.slice(0, parting), shown: Number(ticked.slice(parting + 1)) };
}

function noneTicked(): Refusal {
  return new Refusal('none-chosen', 422, {
    'zh-Hant': '還沒有勾選任何一列，所以沒有核可。請勾選讀過的列再送一次。',
    en: 'no row is ticked, so none was approved. Tick those that you have read and send again.',
  });
}
