import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SourceFile } from '@guankao/documents';
import { Refusal } from '@guankao/domain';
import {
  mappingsPage,
  typedDate,
  type MappingsView,
  type ReadAccounts,
  type Refused,
  type SentAccounts,
} from '@guankao/web';
import { accountsChanged, takeAccounts, type Context } from '@guankao/workflow';
import { columnsOf, mappingIn, sentFile } from '../office/columns-of-form.ts';
import { previewMoney, uploadedWithFields } from '../office/money-import.ts';
import { nameOf, type Desk } from '../office/pages/desk.ts';
import { refusedIn } from '../office/refused-form.ts';
import { dateIn, fieldOf, type FormFields } from '../office/texts-of-form.ts';
import { signedIn } from '../sign-in/authenticate.ts';
import { mappingsView, refusalOf } from './views.ts';
import { factsOf, importAccounts, previewAccounts, type AccountsPreview, type Carry } from './work.ts';

type Id = { Params: { id: string }; Body: FormFields };

const options = { schema: { hide: true }, config: { shownAgain: true } } as const;
/** A file of the largest size, as a form sends it along. */
const sentAlong = { ...options, bodyLimit: 12 * 1024 * 1024 } as const;

/** 科目對應 of a year: a file of accounts is shown, its columns chosen, and kept once somebody says so. */
export function accountImportPages(server: FastifyInstance, desk: Desk): void {
  const carryFor =
    (request: FastifyRequest): Carry =>
    (steps) =>
      desk.perform(request, steps);

  server.get<Id & { Querystring: { taken?: string } }>(
    '/office/years/:id/mappings',
    options,
    async (request, reply) => {
      if (!(await desk.demandSignedIn(request, reply))) return reply;
      const { own, view } = await mappingsView(desk, request, request.params.id);
      const count = Number(request.query.taken);
      const taken = Number.isSafeInteger(count) && count > 0 ? count : null;
      return desk.send(reply, mappingsPage(desk.reader(request), own, { ...view, taken }, null));
    },
  );

  /** The page, with what `work` makes of the file in its time. */
  async function show(
    request: FastifyRequest<Id>,
    reply: FastifyReply,
    take: () => Promise<{ readonly file: SourceFile; readonly fields: FormFields }>,
    work: (file: SourceFile, fields: FormFields) => Promise<Shown | string>,
  ): Promise<FastifyReply> {
    const { id } = request.params;
    const page = async (sent: SentAccounts | null, refused: Refused | null) => {
      const { own, view } = await mappingsView(desk, request, id);
      return mappingsPage(desk.reader(request), own, { ...view, sent }, refused);
    };
    const refusedPage = (refused: Refused) => page(null, refused);
    // Whoever may not see the mappings is told before a file is read.
    await mappingsView(desk, request, id);
    return desk.orShow(reply, refusedPage, async () => {
      const { file, fields } = await take();
      return desk.inTime(request, reply, file.name, refusedPage, async () => {
        const done = await work(file, fields);
        if (typeof done === 'string') return { is: 'redirect', to: done };
        const refused = done.refused === null ? null : refusedIn(request, done.refused);
        const html = await page(done.sent, refused);
        return { is: 'page', status: done.refused?.status ?? 200, html, retryAfter: null };
      });
    });
  }

  server.post<Id>('/office/years/:id/mappings', options, async (request, reply) =>
    show(
      request,
      reply,
      () => uploadedWithFields(request),
      (file, fields) => shown(desk, request, file, fields),
    ),
  );

  const sent = (request: FastifyRequest<Id>) => async () => ({ file: sentFile(request.body), fields: request.body });

  server.post<Id>('/office/years/:id/mappings/columns', sentAlong, async (request, reply) =>
    show(request, reply, sent(request), async (file, fields) => {
      const columns = mappingIn(fields);
      if (columns !== null) return shown(desk, request, file, fields);
      return { ...(await shown(desk, request, file, fields)), refused: levelOwed() };
    }),
  );

  server.post<Id>('/office/years/:id/mappings/take', sentAlong, async (request, reply) =>
    show(request, reply, sent(request), async (file, fields) => {
      const { id } = request.params;
      try {
        const asOf = dateIn(fieldOf(fields, 'asOf'), { 'zh-Hant': '結帳日', en: 'day' }, 'asOf');
        const asked = { columns: mappingIn(fields), agency: fieldOf(fields, 'agency') || null, asOf };
        const { preview } = await importAccounts(desk.site, request, carryFor(request), id, file, asked);
        return desk.to(`/office/years/${encodeURIComponent(id)}/mappings?taken=${preview.agencies.length}`);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        // The file stays with what was chosen, so that it need not be sent again.
        return { ...(await shown(desk, request, file, fields)), refused: error };
      }
    }),
  );
}

interface Shown {
  readonly sent: SentAccounts;
  readonly refused: Refusal | null;
}

/** What was read of a file; where it could not be, why, with its columns to choose. */
async function shown(desk: Desk, request: FastifyRequest<Id>, file: SourceFile, fields: FormFields): Promise<Shown> {
  const { id } = request.params;
  const { own, current, view } = await mappingsView(desk, request, id);
  const agency = fieldOf(fields, 'agency');
  const columns = mappingIn(fields);
  const typed = {
    agency,
    asOf: fieldOf(fields, 'asOf') || typedDate(`${view.year.fiscalYear}-12-31`, desk.reader(request).locale),
  };
  try {
    const preview = await previewAccounts(desk.site, request, id, file, { columns, agency: agency || null });
    const read = preview.agencies.map((accounts): ReadAccounts => {
      const refusal = refusedKeeping(preview, accounts, file.name, view, current);
      return {
        agencyName: nameOf(own.agencies, accounts.agency),
        lines: accounts.lines,
        changes: accountsChanged(accounts.mapping, accounts.lines),
        refused: refusal?.inBothLanguages ?? null,
      };
    });
    return { sent: { ...typed, columns: columnsOf(preview, file), read }, refused: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // A file that cannot be opened at all is refused once more here, and stands above the forms.
    const { pool } = desk.site;
    const preview = await previewMoney(pool, request, desk.office, id, file, null, signedIn(request)).catch(() => {
      throw error;
    });
    const chosen = columnsOf({ ...preview, mapping: columns ?? preview.mapping }, file);
    return { sent: { ...typed, columns: chosen, read: null }, refused: error };
  }
}

/** What keeping them would be refused for: told before anybody asks for it. */
function refusedKeeping(
  preview: AccountsPreview,
  accounts: AccountsPreview['agencies'][number],
  name: string,
  { year }: MappingsView,
  context: Context,
): Refusal | null {
  const { mapping } = accounts;
  if (mapping === null) return null;
  const facts = factsOf(preview, accounts, name);
  return refusalOf(() => takeAccounts(mapping, facts, `${year.fiscalYear}-12-31`, context));
}

function levelOwed(): Refusal {
  return new Refusal('account-column-owed', 422, {
    'zh-Hant': '還沒有指定哪一欄是科目，沒有讀取。請至少在科目代碼、業務計畫、工作計畫、分支計畫、用途別之中指定一欄。',
    en: 'no column was chosen that names the account, so nothing was read. Choose one at least of account code, business, work or branch programme and object of expenditure.',
  });
}
