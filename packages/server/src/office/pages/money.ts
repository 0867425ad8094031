import type { FastifyInstance } from 'fastify';
import { moneyPage } from '@guankao/web';
import { signedIn } from '../../sign-in/authenticate.ts';
import { againstBudget } from '../against-budget.ts';
import { importMoney, previewMoney, uploadedFile } from '../money-import.ts';
import { uploaded } from '../../settle/route.ts';
import { fieldOf, type FormFields } from '../texts-of-form.ts';
import type { Desk } from './desk.ts';
import { yearView } from './year.ts';

type Id = { Params: { id: string }; Body: FormFields };

const options = { schema: { hide: true } };

/** Money from the accounts: reconciled, then recorded; and the form as it stands against the budget. */
export function moneyPages(server: FastifyInstance, desk: Desk): void {
  server.get<Id>('/office/years/:id/money', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const { own, view } = await yearView(desk, request, request.params.id);
    return desk.send(
      reply,
      moneyPage(desk.reader(request), own, { year: view.year, reconciled: null, budget: null }, null),
    );
  });

  server.post<Id>('/office/years/:id/money', options, async (request, reply) => {
    const { own, view } = await yearView(desk, request, request.params.id);
    return desk.orShow(
      reply,
      (refused) => moneyPage(desk.reader(request), own, { year: view.year, reconciled: null, budget: null }, refused),
      async () => {
        const file = await uploadedFile(request);
        const { reconciliation } = await previewMoney(desk.office, view.year.id, file, null, signedIn(request));
        const reconciled = {
          ...reconciliation,
          fileName: file.name,
          base64: Buffer.from(file.bytes).toString('base64'),
          recorded: false,
        };
        return desk.send(
          reply,
          moneyPage(desk.reader(request), own, { year: view.year, reconciled, budget: null }, null),
        );
      },
    );
  });

  server.post<Id>(
    '/office/years/:id/money/record',
    { ...options, bodyLimit: 12 * 1024 * 1024 },
    async (request, reply) => {
      const { own, view } = await yearView(desk, request, request.params.id);
      return desk.orShow(
        reply,
        (refused) => moneyPage(desk.reader(request), own, { year: view.year, reconciled: null, budget: null }, refused),
        async () => {
          const base64 = fieldOf(request.body, 'base64');
          const file = {
            name: fieldOf(request.body, 'fileName'),
            bytes: new Uint8Array(Buffer.from(base64, 'base64')),
          };
          const { reconciliation } = await importMoney(
            desk.office,
            view.year.id,
            file,
            null,
            signedIn(request),
            desk.now(),
          );
          return desk.send(
            reply,
            moneyPage(
              desk.reader(request),
              own,
              {
                year: view.year,
                reconciled: { ...reconciliation, fileName: file.name, base64, recorded: true },
                budget: null,
              },
              null,
            ),
          );
        },
      );
    },
  );

  server.post<Id>('/office/years/:id/money/budget', options, async (request, reply) => {
    const { own, view } = await yearView(desk, request, request.params.id);
    return desk.orShow(
      reply,
      (refused) => moneyPage(desk.reader(request), own, { year: view.year, reconciled: null, budget: null }, refused),
      async () => {
        const file = await uploaded(request);
        const budget = {
          name: file.name,
          comparison: await againstBudget(
            view.ministryName,
            view.year,
            view.rows.map(({ row }) => row),
            file,
          ),
        };
        return desk.send(
          reply,
          moneyPage(desk.reader(request), own, { year: view.year, reconciled: null, budget }, null),
        );
      },
    );
  });
}
