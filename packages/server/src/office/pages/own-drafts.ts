import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ownDraftsPage, type KeptDraft, type OwnDraftsView, type Refused } from '@guankao/web';
import { may, rowPolicy, type RowTexts } from '@guankao/workflow';
import { inPerson } from '../../sign-in/authenticate.ts';
import { draftName, draftNamed } from '../drafts.ts';
import { fieldOf, pickTexts, type FormFields } from '../texts-of-form.ts';
import { noSuch, type Desk } from './desk.ts';

const options = { schema: { hide: true }, config: { shownAgain: true } } as const;

/** All that one typed and did not save, also on rows that one may no longer read; discarded once that is confirmed. */
export function ownDraftsPages(server: FastifyInstance, desk: Desk): void {
  async function html(
    request: FastifyRequest,
    refused: Refused | null,
    told: Partial<Pick<OwnDraftsView, 'toDiscard' | 'discarded'>> = {},
  ): Promise<string> {
    const [own, current] = [await desk.frame(request), await desk.context(request)];
    const drafts = await Promise.all(
      (await desk.office.draftsOf(current.actor.id)).map(async (draft) => {
        const row = await desk.office.row(draft.row);
        const mayRead = row !== null && may(rowPolicy, 'read', current.actor, row, current.tree);
        return {
          name: draftName(draft),
          row: draft.row,
          savedAt: draft.savedAt,
          rowName: mayRead ? row.texts.name : null,
          texts: typedIn(draft.body, mayRead ? row.texts : null),
        };
      }),
    );
    const view = { drafts, toDiscard: null, discarded: false, ...told };
    return ownDraftsPage(desk.reader(request), own, view, refused);
  }

  server.get<{ Querystring: { discard?: string; discarded?: string } }>(
    '/office/drafts',
    options,
    async (request, reply) => {
      if (!(await desk.demandSignedIn(request, reply))) return reply;
      const { discard = null, discarded } = request.query;
      return desk.send(reply, html(request, null, { toDiscard: discard, discarded: discarded !== undefined }));
    },
  );

  server.post<{ Body: FormFields }>('/office/drafts/discarded', options, async (request, reply) =>
    desk.orShow(
      reply,
      (refused) => html(request, refused),
      async () => {
        const { actor } = inPerson(request);
        const named = draftNamed(fieldOf(request.body, 'draft'));
        const isKept = (await desk.office.draftsOf(actor.id)).some(
          ({ row, rowVersion }) => row === named?.row && rowVersion === named.rowVersion,
        );
        if (named === null || !isKept) throw noSuch(fieldOf(request.body, 'draft'));
        await desk.office.dropDraft(actor.id, named);
        return reply.redirect(desk.to('/office/drafts?discarded=1'), 303);
      },
    ),
  );
}

/** What was typed, where it is something else than the row says now. */
function typedIn(body: unknown, saved: RowTexts | null): KeptDraft['texts'] {
  return Object.fromEntries(
    Object.entries(pickTexts(body)).filter(([field, text]) => text !== '' && text !== saved?.[field as keyof RowTexts]),
  );
}
