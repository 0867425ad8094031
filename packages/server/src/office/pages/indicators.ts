import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';
import { extract, toNumber } from '@guankao/quantities';
import {
  addIndicator,
  applyToRow,
  attachEvidence,
  may,
  recordActual,
  reviewIndicator,
  reviseTarget,
  rowPolicy,
  saveTexts,
  textsFromIndicators,
  type Context,
  type RowRecord,
  type WorkflowEvent,
} from '@guankao/workflow';
import { evidenceFile, largestEvidence, type EvidenceFile } from '../evidence.ts';
import { fieldOf, type FormFields } from '../texts-of-form.ts';
import { deedOf, noSuch, type Desk } from './desk.ts';

const options = { schema: { hide: true } };
type Id = { Params: { id: string }; Body: FormFields };

/** A row's indicators, by plain forms: what a person writes (12公里) is read as a quantity. */
export function indicatorPages(server: FastifyInstance, desk: Desk): void {
  async function decide(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    fields: FormFields,
    role: 'officer' | 'auditor',
    command: (row: RowRecord, shown: number, context: Context) => readonly WorkflowEvent[],
  ): Promise<FastifyReply> {
    const [current, row] = [await desk.context(request), await desk.office.row(id)];
    if (row === null || !may(rowPolicy, 'read', current.actor, row, current.tree)) throw noSuch(id);
    await desk.office.decideRow(id, deedOf(current, role), (newest) =>
      command(newest, Number(fieldOf(fields, 'version')), current),
    );
    return reply.redirect(desk.to(`/office/rows/${encodeURIComponent(id)}?saved=1`), 303);
  }

  server.post<Id>('/office/rows/:id/indicators/add', options, async (request, reply) => {
    const text = fieldOf(request.body, 'target');
    const { value, unit } = quantityIn(text);
    const comparator = choice(request.body, 'comparator', ['>=', '<=', '=', 'milestone']);
    return decide(request, reply, request.params.id, request.body, 'officer', (row, shown, context) =>
      addIndicator(
        row,
        {
          label: fieldOf(request.body, 'label'),
          comparator,
          unit,
          scope: choice(request.body, 'scope', ['year', 'plan']),
          target: value,
          text,
        },
        shown,
        context,
      ),
    );
  });

  server.post<Id>('/office/rows/:id/indicators/revise', options, async (request, reply) => {
    const { value } = quantityIn(fieldOf(request.body, 'target'));
    return decide(request, reply, request.params.id, request.body, 'officer', (row, shown, context) =>
      reviseTarget(row, fieldOf(request.body, 'indicator'), value, fieldOf(request.body, 'reason'), shown, context),
    );
  });

  server.post<Id>('/office/rows/:id/indicators/actual', options, async (request, reply) => {
    const { fields, file } = await partsOf(request);
    const [text, indicator] = [fieldOf(fields, 'actual'), fieldOf(fields, 'indicator')];
    const stated = fieldOf(fields, 'stated') === '' ? null : choice(fields, 'stated', ['met', 'missed']);
    if (file !== null)
      await desk.office.keepEvidence(request.params.id, file, (await desk.context(request)).actor.name, desk.now());
    return decide(request, reply, request.params.id, fields, 'officer', (row, shown, context) => {
      const recorded = recordActual(row, indicator, quantityIn(text).value, text, stated, shown, context);
      if (file === null) return recorded;
      const after = recorded.reduce<RowRecord>((record, event) => applyToRow(record, event), row);
      return [
        ...recorded,
        ...attachEvidence(after, indicator, { sha256: file.sha256, name: file.name }, after.version, context),
      ];
    });
  });

  server.post<Id>('/office/rows/:id/indicators/draw', options, async (request, reply) =>
    decide(request, reply, request.params.id, request.body, 'officer', (row, shown, context) =>
      saveTexts(row, textsFromIndicators(row), shown, context),
    ),
  );

  server.post<Id>('/office/rows/:id/indicators/review', options, async (request, reply) => {
    const verdict = choice(request.body, 'verdict', ['met', 'missed', 'unsettled']);
    return decide(request, reply, request.params.id, request.body, 'auditor', (row, shown, context) =>
      reviewIndicator(
        row,
        fieldOf(request.body, 'indicator'),
        verdict,
        fieldOf(request.body, 'reason'),
        shown,
        context,
      ),
    );
  });
}

/** What was chosen of a form's choices. Throws a Refusal for what was not among them: a form of ours sends nothing else. */
function choice<const T extends string>(fields: FormFields, name: string, choices: readonly T[]): T {
  const asked = fieldOf(fields, name);
  const chosen = choices.find((one) => one === asked);
  if (chosen !== undefined) return chosen;
  throw new Refusal('no-such-choice', 422, {
    'zh-Hant': `「${name}」沒有「${asked}」這個選項。請重新整理頁面再選一次。`,
    en: `"${name}" offers no "${asked}". Load the page again and choose.`,
  });
}

/** The one quantity that a person wrote: 12公里, 85%, 1億2,000萬元; nothing where they wrote none or several. */
function quantityIn(text: string): { readonly value: number | null; readonly unit: string | null } {
  const [first, ...more] = extract(text).filter(({ kind }) => kind !== 'date');
  if (first === undefined || first.value === null || more.length > 0) return { value: null, unit: null };
  return { value: toNumber(first.value), unit: first.unit };
}

/** A form with a file in it: an empty file field is no file. */
async function partsOf(
  request: FastifyRequest,
): Promise<{ readonly fields: FormFields; readonly file: EvidenceFile | null }> {
  const fields: Record<string, string> = {};
  let file: EvidenceFile | null = null;
  for await (const part of request.parts({ limits: { fileSize: largestEvidence + 1, files: 1 } })) {
    if (part.type === 'field') fields[part.fieldname] = String(part.value);
    else {
      const bytes = new Uint8Array(await part.toBuffer());
      if (part.filename !== '' && bytes.length > 0) file = evidenceFile(part.filename, bytes);
    }
  }
  return { fields, file };
}
