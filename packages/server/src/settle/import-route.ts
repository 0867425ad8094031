import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SourceFile } from '@guankao/documents';
import { countBySeverity, Refusal } from '@guankao/domain';
import { demandPlans, type Reading } from '@guankao/reading';
import { importPage, type ImportPreview, type ImportView, type Refused } from '@guankao/web';
import { terms } from '@guankao/terms';
import { deedOver, demandOverFiling, demandReason, mayOverFiling } from '../filings/authority.ts';
import type { Desk } from '../office/pages/desk.ts';
import { fieldOf, type FormFields } from '../office/texts-of-form.ts';
import { asking } from '../work/asking.ts';
import { askerOf } from '../work/asker.ts';
import type { TaskResult } from '../work/task.ts';
import { KeptUploads } from './kept-uploads.ts';
import { demandHand, largestFiling, type SettleStore } from './route.ts';
import { uploadedParts } from '../edge/uploads.ts';

const options = { schema: { hide: true } };

/** What becomes of a file: looked at only, kept and not shown, or shown to everybody. */
type Keep = 'check' | 'held' | 'public';

/** Taking a filing in by hand: it is read and shown first, and kept only as its sender then says. */
export function importPages(server: FastifyInstance, desk: Desk, store: SettleStore): void {
  const uploads = new KeptUploads(() => performance.now());
  server.addHook('preHandler', async (request) => {
    await demandHand(request, store);
  });

  async function viewOf(request: FastifyRequest): Promise<ImportView> {
    const shown = (await store.catalogue.filings()).map(({ id, agency }) => ({ id, agency, held: false }));
    const held = [];
    for (const id of new Set((await store.heldEditions()).map(({ filing }) => filing))) {
      const filing = await store.heldFiling(id);
      if (filing === null || (await store.office.year(id)) !== null || shown.some((one) => one.id === id)) continue;
      held.push({ id, agency: filing.reading.filing.agency, held: true });
    }
    const own = [];
    for (const filing of [...held, ...shown])
      if (await mayOverFiling(request, store.office, 'settle', filing.agency)) own.push(filing);
    return { filings: own, preview: null };
  }

  async function importHtml(request: FastifyRequest, refused: Refused | null, preview: ImportPreview | null = null) {
    return importPage(desk.reader(request), { ...(await viewOf(request)), preview }, refused);
  }

  async function readFiling(request: FastifyRequest, file: SourceFile): Promise<Reading> {
    const { reading } = await desk.site.pool.run('read-file', { file }, asking(request, file.name));
    demandPlans(reading);
    await demandOverFiling(request, store.office, 'import', reading.filing.agency);
    return reading;
  }

  /** What was asked is looked at before anything is read. */
  function decisionIn(fields: FormFields): { readonly keep: Keep; readonly ground: string } {
    const keep = keepIn(fieldOf(fields, 'keep'));
    const ground = fieldOf(fields, 'ground');
    return { keep, ground: keep === 'public' ? demandReason(ground, publishing) : ground.trim() };
  }

  async function carryOut(
    request: FastifyRequest,
    file: SourceFile,
    { keep, ground }: ReturnType<typeof decisionIn>,
  ): Promise<TaskResult> {
    const reading = await readFiling(request, file);
    if (keep === 'check') return asPage(await importHtml(request, null, previewOf(file, reading, null)));
    const deed = deedOver(request, desk.now(), ground);
    const given = { ...file, mediaType: reading.document.mediaType };
    const { filing } = await store.importReading(reading, given, deed, keep);
    return { is: 'redirect', to: desk.to(`/filings/${encodeURIComponent(filing)}/settle`) };
  }

  server.get('/import', options, async (request, reply) => desk.send(reply, importHtml(request, null)));

  server.post('/import', options, async (request, reply) => {
    const page = (refused: Refused) => importHtml(request, refused);
    return desk.orShow(reply, page, async () => {
      const { file, fields } = await uploadedWith(request);
      const asked = fields['keep'] === undefined ? null : decisionIn(fields);
      return desk.inTime(request, reply, file.name, page, async () => {
        if (asked !== null) return carryOut(request, file, asked);
        const reading = await readFiling(request, file);
        const upload = uploads.keep(file, askerOf(request));
        return asPage(await importHtml(request, null, previewOf(file, reading, upload)));
      });
    });
  });

  server.post<{ Body: FormFields }>('/import/decision', options, async (request, reply): Promise<FastifyReply> => {
    const upload = fieldOf(request.body, 'upload');
    const again = async (refused: Refused): Promise<string> => {
      // What was shown is shown again, so that the decision can be mended.
      const preview = await Promise.resolve()
        .then(async () => {
          const file = uploads.find(upload, askerOf(request));
          return previewOf(file, await readFiling(request, file), upload);
        })
        .catch(() => null);
      return importHtml(request, refused, preview);
    };
    return desk.orShow(reply, again, async () => {
      const file = uploads.find(upload, askerOf(request));
      const asked = decisionIn(request.body);
      return desk.inTime(request, reply, file.name, again, async () => {
        const done = await carryOut(request, file, asked);
        uploads.drop(upload);
        return done;
      });
    });
  });
}

const publishing = terms.publish;

function asPage(html: string): TaskResult {
  return { is: 'page', status: 200, html, retryAfter: null };
}

function previewOf({ name }: SourceFile, reading: Reading, upload: string | null): ImportPreview {
  return {
    name,
    agency: reading.filing.agency,
    fiscalYear: reading.filing.fiscalYear,
    findings: countBySeverity(reading.findings),
    plans: reading.plans.map((plan) => ({
      id: plan.id,
      name: plan.name,
      findings: countBySeverity(reading.findings.filter((finding) => finding.plan === plan.id)),
    })),
    upload,
  };
}

function keepIn(asked: string): Keep {
  if (asked === 'check' || asked === 'held' || asked === 'public') return asked;
  throw new Refusal('no-such-choice', 422, {
    'zh-Hant': '請選擇這個檔案要怎麼處理：僅檢核不留存、留存不公開，或公開。',
    en: 'Choose what becomes of this file: checked and not kept, kept and not public, or published.',
  });
}

/** The file of a form, and the fields that stand before it. */
async function uploadedWith(
  request: FastifyRequest,
): Promise<{ readonly file: SourceFile; readonly fields: FormFields }> {
  const fields: Record<string, string> = {};
  for await (const part of uploadedParts(request, { fileSize: largestFiling, files: 1 })) {
    if ('field' in part) fields[part.field] = part.value;
    else if (part.file.name !== '') return { file: part.file, fields };
  }
  throw new Refusal('no-file', 400, {
    'zh-Hant': '沒有收到檔案，請先選擇一個。',
    en: 'no file arrived; choose one first.',
  });
}
