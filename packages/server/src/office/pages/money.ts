import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SourceFile } from '@guankao/documents';
import { Refusal } from '@guankao/domain';
import { moneyPage, type MoneyView, type Refused } from '@guankao/web';
import { typedForm } from '@guankao/workflow';
import { signedIn } from '../../sign-in/authenticate.ts';
import { uploaded } from '../../settle/route.ts';
import { asking } from '../../work/asking.ts';
import { importMoney, previewMoney, uploadedFile, type MoneyPreview } from '../money-import.ts';
import { fieldOf, type FormFields } from '../texts-of-form.ts';
import type { Desk } from './desk.ts';
import { yearOf } from './year.ts';

type Id = { Params: { id: string }; Body: FormFields };
type Found = Partial<Pick<MoneyView, 'reconciled' | 'budget'>> & {
  readonly refused?: Refused;
  readonly status?: number;
};

const options = { schema: { hide: true } };

/** Money from the accounts: reconciled, then recorded; and the form as it stands against the budget. */
export function moneyPages(server: FastifyInstance, desk: Desk): void {
  const { pool } = desk.site;

  /** The page, with what `work` finds in the file, in its time; a refusal stands above its forms. */
  async function show(
    request: FastifyRequest<Id>,
    reply: FastifyReply,
    take: () => Promise<SourceFile>,
    work: (file: SourceFile, seen: Awaited<ReturnType<typeof yearOf>>) => Promise<Found>,
  ): Promise<FastifyReply> {
    const seen = await yearOf(desk, request, request.params.id);
    const html = (found: Omit<Found, 'refused' | 'status'>, refused: Refused | null) =>
      moneyPage(desk.reader(request), seen.own, { year: seen.year, reconciled: null, budget: null, ...found }, refused);
    const page = (refused: Refused) => html({}, refused);
    return desk.orShow(reply, page, async () => {
      const file = await take();
      return desk.inTime(request, reply, file.name, page, async () => {
        const { refused = null, status = 200, ...found } = await work(file, seen);
        return { is: 'page', status, html: html(found, refused), retryAfter: null };
      });
    });
  }

  server.get<Id>('/office/years/:id/money', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const { own, year } = await yearOf(desk, request, request.params.id);
    return desk.send(reply, moneyPage(desk.reader(request), own, { year, reconciled: null, budget: null }, null));
  });

  server.post<Id>('/office/years/:id/money', options, async (request, reply) =>
    show(
      request,
      reply,
      () => uploadedFile(request),
      async (file, { year }) => {
        const found = await previewMoney(pool, request, desk.office, year.id, file, null, signedIn(request));
        const base64 = Buffer.from(file.bytes).toString('base64');
        return { reconciled: shownAs(found, file.name, base64, false) };
      },
    ),
  );

  server.post<Id>(
    '/office/years/:id/money/record',
    { ...options, bodyLimit: 12 * 1024 * 1024 },
    async (request, reply) => {
      const base64 = fieldOf(request.body, 'base64');
      const bytes = Buffer.from(base64, 'base64');
      return show(
        request,
        reply,
        async () => ({ name: fieldOf(request.body, 'fileName'), bytes }),
        async (file, { year }) => {
          const actor = signedIn(request);
          const asked = [request.body['rows'] ?? []].flat();
          const chosen = fieldOf(request.body, 'only') === '' ? null : asked;
          try {
            const found = await importMoney(pool, request, desk.office, year.id, file, null, actor, desk.now(), chosen);
            return { reconciled: shownAs(found, file.name, base64, true) };
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            // The table stays, so that the rows can be chosen and the file need not be.
            const found = await previewMoney(pool, request, desk.office, year.id, file, null, actor);
            const refused = { message: error.inBothLanguages };
            return { reconciled: shownAs(found, file.name, base64, false), refused, status: error.status };
          }
        },
      );
    },
  );

  server.post<Id>('/office/years/:id/money/budget', options, async (request, reply) =>
    show(
      request,
      reply,
      () => uploaded(request),
      async (file, { ministryName, year, rows }) => {
        const input = { here: { form: typedForm(ministryName, year.fiscalYear, rows) }, there: { file } };
        const comparison = await pool.run('compare', input, asking(request, file.name));
        return { budget: { name: file.name, comparison } };
      },
    ),
  );
}

function shownAs(
  { mapping, headings, reconciliation }: MoneyPreview,
  fileName: string,
  base64: string,
  recorded: boolean,
): NonNullable<MoneyView['reconciled']> {
  return { ...reconciliation, mapping, headings, fileName, base64, recorded };
}
