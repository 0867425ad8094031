import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SourceFile } from '@guankao/documents';
import { Refusal } from '@guankao/domain';
import { moneyPage, type MoneyView, type Refused } from '@guankao/web';
import { refusedRows, typedForm, type AccountMapping, type MoneyMapping, type Reconciliation } from '@guankao/workflow';
import { signedIn } from '../../sign-in/authenticate.ts';
import { uploaded } from '../../settle/route.ts';
import { asking } from '../../work/asking.ts';
import { columnsOf, mappingIn, sentFile } from '../columns-of-form.ts';
import { demandReconciled, importMoney, previewMoney, uploadedFile } from '../money-import.ts';
import { missingMoney } from '../money-missing.ts';
import { fieldOf, type FormFields } from '../texts-of-form.ts';
import type { Desk } from './desk.ts';
import { yearOf } from './year.ts';

type Id = { Params: { id: string }; Body: FormFields };
type Found = Partial<Pick<MoneyView, 'columns' | 'reconciled' | 'budget'>> & {
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
    const html = async (found: Omit<Found, 'refused' | 'status'>, refused: Refused | null) => {
      const view = { ...(await moneyView(desk, request, request.params.id)).view, ...found };
      return moneyPage(desk.reader(request), seen.own, view, refused);
    };
    const page = (refused: Refused) => html({}, refused);
    return desk.orShow(reply, page, async () => {
      const file = await take();
      return desk.inTime(request, reply, file.name, page, async () => {
        const { refused = null, status = 200, ...found } = await work(file, seen);
        return { is: 'page', status, html: await html(found, refused), retryAfter: null };
      });
    });
  }

  server.get<Id>('/office/years/:id/money', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const { own, view } = await moneyView(desk, request, request.params.id);
    return desk.send(reply, moneyPage(desk.reader(request), own, view, null));
  });

  /** What was read of a file, and which column was taken for what; where that is not said, it is asked. */
  async function found(
    request: FastifyRequest<Id>,
    file: SourceFile,
    year: string,
    asked: MoneyMapping | null,
  ): Promise<Found> {
    const preview = await previewMoney(pool, request, desk.office, year, file, asked, signedIn(request));
    const shown = { columns: columnsOf(preview, file) };
    try {
      return { ...shown, reconciled: shownAs(demandReconciled(preview), preview.mapping, false) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { ...shown, refused: { message: error.inBothLanguages }, status: error.status };
    }
  }

  server.post<Id>('/office/years/:id/money', options, async (request, reply) =>
    show(
      request,
      reply,
      () => uploadedFile(request),
      (file, { year }) => found(request, file, year.id, null),
    ),
  );

  server.post<Id>(
    '/office/years/:id/money/mapping',
    { ...options, bodyLimit: 12 * 1024 * 1024 },
    async (request, reply) =>
      show(
        request,
        reply,
        async () => sentFile(request.body),
        async (file, { year }) => {
          try {
            return await found(request, file, year.id, mappingIn(request.body));
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            // The columns stay as they were chosen, so that the choice can be mended and the file need not be sent again.
            const preview = await previewMoney(pool, request, desk.office, year.id, file, null, signedIn(request));
            const mapping = mappingIn(request.body) ?? preview.mapping;
            const refused = { message: error.inBothLanguages };
            return { columns: columnsOf({ ...preview, mapping }, file), refused, status: error.status };
          }
        },
      ),
  );

  server.post<Id>(
    '/office/years/:id/money/record',
    { ...options, bodyLimit: 12 * 1024 * 1024 },
    async (request, reply) => {
      return show(
        request,
        reply,
        async () => sentFile(request.body),
        async (file, { year }) => {
          const actor = signedIn(request);
          const asked = [request.body['rows'] ?? []].flat();
          const chosen = fieldOf(request.body, 'only') === '' ? null : asked;
          const mapping = mappingIn(request.body);
          try {
            const done = await importMoney(
              pool,
              request,
              desk.office,
              year.id,
              file,
              mapping,
              actor,
              desk.now(),
              chosen,
            );
            return { columns: columnsOf(done, file), reconciled: shownAs(demandReconciled(done), done.mapping, true) };
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            // The table stays, so that the rows can be chosen and the file need not be.
            const refused = { message: error.inBothLanguages };
            return { ...(await found(request, file, year.id, mapping)), refused, status: error.status };
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
  reconciliation: Reconciliation,
  mapping: MoneyMapping,
  recorded: boolean,
): NonNullable<MoneyView['reconciled']> {
  return { ...reconciliation, refused: refusedRows(reconciliation, mapping), recorded };
}

/** The page before any file: what is missing, as the record stands. */
async function moneyView(desk: Desk, request: FastifyRequest, id: string) {
  const { own, current, year, rows } = await yearOf(desk, request, id);
  const mappings = (await desk.office.records('mapping', id)) as readonly AccountMapping[];
  const missing = missingMoney(rows, mappings, own.agencies, current);
  const view: MoneyView = { year, missing, columns: null, reconciled: null, budget: null };
  return { own, view };
}
