import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SourceFile } from '@guankao/documents';
import { Refusal } from '@guankao/domain';
import { emptyRecipe, isStep, parseRecipe, type Reading, type Recipe, type RecipeStep } from '@guankao/reading';
import type { FilingEdition, Store } from '@guankao/store';
import { isAtTheMachine } from '../edge/origin.ts';
import { problemPage, readerElsewhere, type Refused } from '@guankao/web';
import { deedOver, demandOverFiling, demandReason } from '../filings/authority.ts';
import { demandSeenFiling, disclosureForms } from '../filings/disclosure-route.ts';
import { demandPlainText } from '../edge/plain-text.ts';
import { actorOf } from '../sign-in/authenticate.ts';
import { fieldOf, type FormFields } from '../office/texts-of-form.ts';
import type { Desk } from '../office/pages/desk.ts';
import { notHeld } from '../problems/not-held.ts';
import { asking } from '../work/asking.ts';
import { uploadedParts } from '../edge/uploads.ts';

/** The largest file that may be uploaded. */
export const largestFiling = 30 * 1024 * 1024;
/** A recipe has some hundred bytes a step. */
const largestRecipe = 1024 * 1024;

/** What these pages need of the record. */
export type SettleStore = Pick<
  Store,
  | 'importReading'
  | 'recipe'
  | 'settle'
  | 'office'
  | 'catalogue'
  | 'heldFiling'
  | 'heldEditions'
  | 'heldSource'
  | 'publish'
  | 'withdraw'
>;

const options = { schema: { hide: true } };
type Id = { Params: { id: string }; Querystring: { page?: string }; Body: FormFields };

/** Settling what its reading left in doubt: each step is kept, replayed, and can be undone. */
export function settlePages(server: FastifyInstance, desk: Desk, store: SettleStore): void {
  server.addHook('preHandler', async (request) => {
    await demandHand(request, store);
  });

  /** For those who have a role in its ministry; of what is kept from others not even that it is there is told. */
  const held = (request: FastifyRequest<{ Params: { id: string } }>): Promise<FilingEdition> =>
    demandSeenFiling(request, store, 'settle', request.params.id);

  async function recipeOf({ edition, reading }: FilingEdition): Promise<Recipe> {
    return (await store.recipe(edition.sha256)) ?? emptyRecipe(edition.sha256, reading.filing.layout);
  }

  async function sourceOf({ sha256, fileName }: FilingEdition['edition']): Promise<SourceFile> {
    const source = await store.heldSource(sha256);
    if (source === null) throw new Error(`the source of ${fileName} is gone`);
    return { name: source.name, bytes: source.bytes };
  }

  /** The file read anew, with what is settled. */
  async function settleHtml(
    request: FastifyRequest<Id>,
    filing: FilingEdition,
    recipe: Recipe,
    refused: Refused | null,
    book?: SourceFile,
  ): Promise<string> {
    const view = {
      filing: request.params.id,
      edition: filing.edition.number,
      shown: (await store.catalogue.filing(request.params.id, filing.edition.number)) !== null,
      steps: recipe.steps,
      pictures: filing.edition.mediaType === 'application/pdf',
      page: pageOf(request),
    };
    const reader = readerElsewhere(desk.reader(request));
    const input = async () => ({ file: await sourceOf(filing.edition), recipe, reader, view, refused, book });
    return desk.site.pool.run('settle-page', input, asking(request, filing.edition.fileName));
  }

  async function settle(
    request: FastifyRequest<Id>,
    filing: FilingEdition,
    change: (recipe: Recipe) => Recipe,
    reason = '',
  ): Promise<void> {
    const recipe = change(await recipeOf(filing));
    const input = async () => ({ file: await sourceOf(filing.edition), recipe });
    const { reading } = await desk.site.pool.run('read-file', input, asking(request, filing.edition.fileName));
    // The file may say, read anew, that it is another ministry's.
    await demandOverFiling(request, store.office, 'settle', reading.filing.agency);
    await store.settle(reading, recipe, deedOver(request, desk.now(), reason));
  }

  /** Back to the rows that were shown. */
  function settleAddress(request: FastifyRequest<Id>): string {
    const page = pageOf(request);
    return desk.to(`/filings/${encodeURIComponent(request.params.id)}/settle${page === 1 ? '' : `?page=${page}`}`);
  }

  /** Does one step, and shows the rows again; a refusal stands above them. */
  async function settleInTime(
    request: FastifyRequest<Id>,
    reply: FastifyReply,
    work: (filing: FilingEdition) => Promise<void>,
  ): Promise<FastifyReply> {
    const filing = await held(request);
    const page = async (refused: Refused) => settleHtml(request, filing, await recipeOf(filing), refused);
    return desk.inTime(request, reply, filing.edition.fileName, page, async () => {
      await work(filing);
      return { is: 'redirect', to: settleAddress(request) };
    });
  }

  server.get<Id>('/filings/:id/settle', options, async (request, reply) => {
    const filing = await held(request);
    const recipe = await recipeOf(filing);
    const refused = ({ message }: Refused) => problemPage(desk.reader(request), { kind: 'refusal', message });
    return desk.inTime(request, reply, filing.edition.fileName, refused, async () => ({
      is: 'page',
      status: 200,
      html: await settleHtml(request, filing, recipe, null),
      retryAfter: null,
    }));
  });

  server.post<Id>('/filings/:id/settle', options, async (request, reply) =>
    settleInTime(request, reply, async (filing) => {
      const step = stepOf(request.body, filing.reading);
      const reason = fieldOf(request.body, 'reason');
      if (step.do === 'correct') demandReason(reason, { 'zh-Hant': '更正讀取的值', en: 'correct a value' });
      await settle(request, filing, (recipe) => ({ ...recipe, steps: [...recipe.steps, step] }), reason);
    }),
  );

  server.post<Id>('/filings/:id/settle/undo', options, async (request, reply) =>
    settleInTime(request, reply, (filing) =>
      settle(request, filing, (recipe) => ({ ...recipe, steps: recipe.steps.slice(0, -1) })),
    ),
  );

  /** A budget book is looked into and not kept; who executes a plan is recorded as a person then confirms it. */
  server.post<Id>('/filings/:id/settle/agencies', options, async (request, reply) => {
    const filing = await held(request);
    const recipe = await recipeOf(filing);
    const page = (refused: Refused) => settleHtml(request, filing, recipe, refused);
    return desk.orShow(reply, page, async () => {
      const book = await uploaded(request);
      return desk.inTime(request, reply, book.name, page, async () => ({
        is: 'page',
        status: 200,
        html: await settleHtml(request, filing, recipe, null, book),
        retryAfter: null,
      }));
    });
  });

  server.post<Id>('/filings/:id/settle/agencies/confirmation', options, async (request, reply) =>
    settleInTime(request, reply, async (filing) => {
      const steps = confirmedIn(request.body);
      await settle(request, filing, (recipe) => ({ ...recipe, steps: [...recipe.steps, ...steps] }));
    }),
  );

  server.post<Id>('/filings/:id/settle/recipe', options, async (request, reply) => {
    const uploading = uploaded(request, largestRecipe);
    // Taken in whole before its asker may be sent elsewhere; a refusal of it stands above the rows.
    await uploading.catch(() => undefined);
    return settleInTime(request, reply, async (filing) => {
      const given = parseRecipe(new TextDecoder().decode((await uploading).bytes));
      demandPlainText('body', given);
      await settle(request, filing, (recipe) => {
        if (given.sha256 !== recipe.sha256) throw otherFile();
        return given;
      });
    });
  });

  disclosureForms(server, desk, store, (request) => async (refused) => {
    const filing = await held(request);
    return settleHtml(request, filing, await recipeOf(filing), refused);
  });

  server.get<Id>('/filings/:id/recipe.json', options, async (request, reply) =>
    reply
      .type('application/json; charset=utf-8')
      .header(
        'content-disposition',
        `attachment; filename*=UTF-8''${encodeURIComponent(`${request.params.id}-recipe.json`)}`,
      )
      .send(JSON.stringify(await recipeOf(await held(request)), null, 1)),
  );

  server.get<{ Params: { id: string; page: string } }>(
    '/filings/:id/pages/:page.png',
    options,
    async (request, reply) => {
      const { edition } = await held(request);
      const { page } = request.params;
      if (edition.mediaType !== 'application/pdf' || !/^\d{1,5}$/.test(page)) throw notHeld('file', request.params.id);
      const input = async () => ({ file: await sourceOf(edition), page: Number(page) });
      const picture = await desk.site.pool.run('page-picture', input, asking(request, edition.fileName));
      return reply.type('image/png').send(Buffer.from(picture));
    },
  );
}

/** Open to whoever runs the server, on the machine itself, while there are no accounts; then to those who compile or administer. */
export async function demandHand(request: FastifyRequest, { office }: SettleStore): Promise<void> {
  const actor = actorOf(request);
  if (actor.grants.some(({ role }) => role === 'compiler' || role === 'administrator')) return;
  if (isAtTheMachine(request) && (await office.accountCount()) === 0) return;
  throw new Refusal('not-allowed', 403, {
    'zh-Hant': '匯入與確認是彙整或系統管理人員的工作；還沒有帳號時，只能在執行伺服器的電腦上使用。請先登入。',
    en: 'importing and settling is for compilers and administrators; while there are no accounts, only on the machine that runs the server. Sign in first.',
  });
}

/** Of the rows to settle: 1 is the first. */
function pageOf({ query }: FastifyRequest<Id>): number {
  return /^[1-9]\d{0,4}$/.test(query.page ?? '') ? Number(query.page) : 1;
}

/**
 * A form's fields as a step. Where a text is split is told by the words that the second part begins with; the row that
 * one is moved to by its id, before its name.
 */
function stepOf(fields: FormFields, { document: { text }, plans }: Reading): RecipeStep {
  const { do: kind } = fields;
  const numbers = Object.fromEntries(
    ['start', 'end', 'row', 'rest', 'at'].flatMap((name) =>
      /^\d{1,9}$/.test(fieldOf(fields, name)) ? [[name, Number(fieldOf(fields, name))]] : [],
    ),
  );
  const words = Object.fromEntries(
    ['column', 'field', 'value', 'name'].flatMap((name) =>
      typeof fields[name] === 'string' ? [[name, fieldOf(fields, name)]] : [],
    ),
  );
  const id = fieldOf(fields, 'to').split(' ', 1)[0];
  const target = plans.find((plan) => plan.id === id)?.origins['name']?.spans[0]?.start;
  if (target !== undefined) numbers['row'] = target;
  const step: unknown =
    kind === 'split'
      ? { do: 'split', at: placeOf(fieldOf(fields, 'second'), text, numbers['start'] ?? 0, numbers['end'] ?? 0) }
      : { do: kind, ...numbers, ...words };
  if (isStep(step)) return step;
  throw new Refusal('not-a-step', 422, {
    'zh-Hant': '這一步的欄位不完整，沒有套用。請再選一次。',
    en: 'a field of this step is missing; nothing was changed. Choose again.',
  });
}

/** The executing agencies that were chosen: `confirm` names the rows by where their names stand. */
function confirmedIn(fields: FormFields): readonly RecipeStep[] {
  const chosen = [fields['confirm'] ?? []].flat();
  const steps = chosen.map((anchor): unknown => {
    const source = fieldOf(fields, `source-${anchor}`);
    const step = { do: 'agency', row: Number(anchor), name: fieldOf(fields, `agency-${anchor}`).trim() };
    return source === '' ? step : { ...step, source };
  });
  const sound = steps.filter(isStep);
  if (sound.length > 0 && sound.length === steps.length) return sound;
  throw new Refusal('no-agency-chosen', 422, {
    'zh-Hant': '沒有勾選任何計畫，或勾選的計畫沒有機關名稱，沒有記錄任何執行機關。請勾選後再按一次。',
    en: 'no plan was chosen, or one that was has no agency’s name; nothing was recorded. Choose and press again.',
  });
}

function placeOf(words: string, text: string, start: number, end: number): number {
  const at = text.slice(start, end).indexOf(words.trim());
  if (words.trim() !== '' && at > 0) return start + at;
  throw new Refusal('words-not-there', 422, {
    'zh-Hant': `這段文字裡找不到「${words}」，或它就在開頭。請照原文貼上第二段的前幾個字。`,
    en: `"${words}" does not stand in this text, or is its beginning. Paste the first words of the second part as printed.`,
  });
}

export async function uploaded(request: FastifyRequest, largest = largestFiling): Promise<SourceFile> {
  for await (const part of uploadedParts(request, { fileSize: largest, files: 1 }))
    if ('file' in part && part.file.name !== '') return part.file;
  throw new Refusal('no-file', 400, {
    'zh-Hant': '沒有收到檔案，請先選擇一個。',
    en: 'no file arrived; choose one first.',
  });
}

function otherFile(): Refusal {
  return new Refusal('recipe-of-another-file', 422, {
    'zh-Hant': '這份處理紀錄屬於另一個檔案（雜湊不同），不能套用。',
    en: 'this recipe belongs to another file (its hash differs) and cannot be replayed here.',
  });
}
