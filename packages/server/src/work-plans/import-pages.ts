import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SourceFile } from '@guankao/documents';
import { Refusal } from '@guankao/domain';
import { workPlanImportPage, type Refused, type WorkPlanImportView } from '@guankao/web';
import { sentFile } from '../office/columns-of-form.ts';
import { uploadedFile } from '../office/money-import.ts';
import type { Desk } from '../office/pages/desk.ts';
import { yearOf } from '../office/pages/year.ts';
import { refusedIn } from '../office/refused-form.ts';
import type { FormFields } from '../office/texts-of-form.ts';
import type { TaskResult } from '../work/task.ts';
import { readPlans, stepsFor, type ReadPlans } from './import.ts';

type Id = { Params: { id: string }; Body: FormFields; Querystring: { taken?: string } };

const options = { schema: { hide: true }, config: { shownAgain: true } } as const;
/** A file of the largest size, as a form sends it along. */
const sentAlong = { ...options, bodyLimit: 12 * 1024 * 1024 } as const;

/** A year's work plans out of a sheet: shown, then kept once somebody says so. */
export function workPlanImportPages(server: FastifyInstance, desk: Desk): void {
  const pathOf = (id: string) => `/office/years/${encodeURIComponent(id)}/work-plans`;

  server.get<Id>('/office/years/:id/work-plans', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const count = Number(request.query.taken);
    const taken = Number.isSafeInteger(count) && count > 0 ? count : null;
    return desk.send(reply, page(desk, request, null, null, taken));
  });

  server.post<Id>('/office/years/:id/work-plans', options, async (request, reply) =>
    shown(
      request,
      reply,
      () => uploadedFile(request),
      async (file) => {
        const read = await readPlans(desk.site, request, request.params.id, file);
        return { is: 'page', status: 200, html: await page(desk, request, { file, read }, null), retryAfter: null };
      },
    ),
  );

  server.post<Id>('/office/years/:id/work-plans/take', sentAlong, async (request, reply) =>
    shown(
      request,
      reply,
      async () => sentFile(request.body),
      async (file) => {
        const { id } = request.params;
        const read = await readPlans(desk.site, request, id, file);
        try {
          const { records } = await desk.perform(request, stepsFor(read, [request.body['rows'] ?? []].flat()));
          return { is: 'redirect', to: desk.to(`${pathOf(id)}?taken=${records.length}`) };
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          // The sheet stays, so that it need not be sent again.
          const html = await page(desk, request, { file, read }, refusedIn(request, error));
          return { is: 'page', status: error.status, html, retryAfter: error.retryAfter };
        }
      },
    ),
  );

  /** Does `work` with the file in its time; a refusal stands above the page's forms. */
  async function shown(
    request: FastifyRequest<Id>,
    reply: FastifyReply,
    take: () => Promise<SourceFile>,
    work: (file: SourceFile) => Promise<TaskResult>,
  ): Promise<FastifyReply> {
    const refusedPage = (refused: Refused) => page(desk, request, null, refused);
    await yearOf(desk, request, request.params.id);
    return desk.orShow(reply, refusedPage, async () => {
      const file = await take();
      return desk.inTime(request, reply, file.name, refusedPage, () => work(file));
    });
  }
}

async function page(
  desk: Desk,
  request: FastifyRequest<Id>,
  sent: { readonly file: SourceFile; readonly read: ReadPlans } | null,
  refused: Refused | null,
  taken: number | null = null,
): Promise<string> {
  const { own, year } = await yearOf(desk, request, request.params.id);
  const view: WorkPlanImportView = {
    year,
    taken,
    sent:
      sent === null
        ? null
        : {
            fileName: sent.file.name,
            base64: Buffer.from(sent.file.bytes).toString('base64'),
            unmatched: sent.read.unmatched,
            unused: sent.read.unused,
            plans: sent.read.plans.map(({ row, plan, fitted, refused: why }) => ({ row, plan, fitted, refused: why })),
          },
  };
  return workPlanImportPage(desk.reader(request), own, view, refused);
}
