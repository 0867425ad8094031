import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dropSavedDrafts } from '../drafts.ts';
import { Refusal } from '@guankao/domain';
import { toNumber } from '@guankao/quantities';
import { evidenceFor, largestEvidence } from '../evidence.ts';
import { fieldOf, figuresIn, type FormFields, wholeFormAt } from '../texts-of-form.ts';
import { may, rowPolicy } from '@guankao/workflow';
import { noSuch, type Desk } from './desk.ts';
import { demandPlainForm } from '../../edge/plain-text.ts';
import { showRowAgain, typedBefore } from './row.ts';
import { uploadedParts } from '../../edge/uploads.ts';

const options = { schema: { hide: true }, config: { shownAgain: true } } as const;
type Id = { Params: { id: string }; Body: FormFields };

/** A row's indicators, by plain forms: what a person writes (12公里) is read as a quantity. */
export function indicatorPages(server: FastifyInstance, desk: Desk): void {
  /** The row's page again where it is refused, with what was typed. */
  const shownAgain = (
    request: FastifyRequest<Id>,
    reply: FastifyReply,
    work: () => Promise<FastifyReply>,
  ): Promise<FastifyReply> => desk.orShow(reply, (refused) => showRowAgain(desk, request, refused), work);

  async function performOn(
    request: FastifyRequest<{ Params: { id: string } }>,
    reply: FastifyReply,
    fields: FormFields,
    steps: readonly { readonly command: string; readonly input: unknown }[],
    given: GivenFile | null = null,
  ): Promise<FastifyReply> {
    const { id } = request.params;
    demandPlainForm(request);
    const [current, row] = [await desk.context(request), await desk.office.row(id)];
    if (row === null || !may(rowPolicy, 'read', current.actor, row, current.tree)) throw noSuch(id);
    const evidence = given === null ? null : await evidenceFor(desk.site.pool, request, row, current, given);
    const attached =
      evidence === null
        ? []
        : [
            {
              command: 'attach-evidence',
              input: { indicator: fieldOf(fields, 'indicator'), sha256: evidence.sha256, name: evidence.name },
            },
          ];
    const shown = Number(fieldOf(fields, 'version'));
    await desk.perform(
      request,
      [...typedBefore(fields, row, current), ...steps, ...attached].map((step) => ({
        noun: 'row',
        id,
        shown,
        ...step,
      })),
      evidence === null ? {} : { evidence: { row: id, ...evidence } },
    );
    await dropSavedDrafts(desk.office, id, current.actor.id, wholeFormAt(fields));
    return reply.redirect(desk.to(`/office/rows/${encodeURIComponent(id)}?saved=1`), 303);
  }

  server.post<Id>('/office/rows/:id/indicators/add', options, async (request, reply) =>
    shownAgain(request, reply, async () => {
      const text = fieldOf(request.body, 'target');
      const { value, unit } = quantityIn(text);
      const input = {
        label: fieldOf(request.body, 'label'),
        comparator: choice(request.body, 'comparator', ['>=', '<=', '=', 'milestone']),
        unit,
        scope: choice(request.body, 'scope', ['year', 'plan']),
        target: value,
        text,
      };
      return performOn(request, reply, request.body, [{ command: 'add-indicator', input }]);
    }),
  );

  server.post<Id>('/office/rows/:id/indicators/revise', options, async (request, reply) =>
    shownAgain(request, reply, async () => {
      const { value } = quantityIn(fieldOf(request.body, 'target'));
      const [indicator, reason] = [fieldOf(request.body, 'indicator'), fieldOf(request.body, 'reason')];
      const input = { indicator, target: value, reason, document: fieldOf(request.body, 'document') };
      return performOn(request, reply, request.body, [{ command: 'revise-target', input }]);
    }),
  );

  server.post<Id>('/office/rows/:id/indicators/actual', options, async (request, reply) =>
    shownAgain(request, reply, async () => {
      const { fields, file } = await partsOf(request);
      // What was typed, for the form that is shown again.
      request.body = fields;
      const [text, indicator] = [fieldOf(fields, 'actual'), fieldOf(fields, 'indicator')];
      const stated = fieldOf(fields, 'stated') === '' ? null : choice(fields, 'stated', ['met', 'missed']);
      const recorded = { command: 'record-actual', input: { indicator, value: quantityIn(text).value, text, stated } };
      return performOn(request, reply, fields, [recorded], file);
    }),
  );

  server.post<Id>('/office/rows/:id/indicators/draw', options, async (request, reply) =>
    shownAgain(request, reply, () => performOn(request, reply, request.body, [{ command: 'draw-texts', input: {} }])),
  );

  server.post<Id>('/office/rows/:id/indicators/review', options, async (request, reply) =>
    shownAgain(request, reply, async () => {
      const verdict = choice(request.body, 'verdict', ['met', 'missed', 'unsettled']);
      const [indicator, reason] = [fieldOf(request.body, 'indicator'), fieldOf(request.body, 'reason')];
      return performOn(request, reply, request.body, [
        { command: 'review-indicator', input: { indicator, verdict, reason } },
      ]);
    }),
  );
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
  const [first, ...more] = figuresIn(text).filter(({ kind }) => kind !== 'date');
  if (first === undefined || first.value === null || more.length > 0) return { value: null, unit: null };
  return { value: toNumber(first.value), unit: first.unit };
}

interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A form with a file in it: an empty file field is no file. */
export async function partsOf(
  request: FastifyRequest,
): Promise<{ readonly fields: FormFields; readonly file: GivenFile | null }> {
  const fields: Record<string, string> = {};
  let file: GivenFile | null = null;
  for await (const part of uploadedParts(request, { fileSize: largestEvidence + 1, files: 1 })) {
    if ('field' in part) fields[part.field] = part.value;
    else if (part.file.name !== '' && part.file.bytes.length > 0) ({ file } = part);
  }
  return { fields, file };
}
