import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Log, PlanEdition } from '@guankao/store';
import { planTargetsPage, type Locale, type TargetHistoryView } from '@guankao/web';
import { nullable, oneOf } from '@guankao/workflow';
import { AsOfJson, asOfJson, AsOfQuestion, shownTo } from '../as-of/as-of.ts';
import { ProofJson } from '../office/schema.ts';
import { sendPage } from '../pages/route-pages.ts';
import type { Site } from '../pages/site.ts';
import { planNotHeld } from '../problems/not-held.ts';
import { presentFilingName } from '../sources/presenter.ts';
import { PlanId } from './schema.ts';
import { presentTargets, targetsIn } from './target-history.ts';

type Id = { Params: Static<typeof PlanId>; Querystring: Static<typeof AsOfQuestion> };

/** Who lowered this target, by which document: of a published plan, from edition to edition. */
export function planTargetsPages(server: FastifyInstance, site: Site, locale: Locale, log: Log | undefined): void {
  server.get<Id>(
    '/plans/:id/targets',
    { schema: { hide: true, params: PlanId, querystring: AsOfQuestion } },
    async (request, reply) => {
      const { held, targets } = await targetsOf(request, site, log, request.params.id, locale);
      const view = {
        id: held.id,
        name: held.row.name,
        filing: presentFilingName({ ...held, id: held.filing }),
        targets,
        inside: insideOf(site, held),
      };
      return sendPage(reply, site, (reader) => planTargetsPage(reader, view));
    },
  );
}

const FigureJson = nullable(
  Type.Object({
    sign: Type.String({ description: 'By which the result is held to it; empty for a milestone' }),
    value: nullable(Type.Number(), { description: 'In `unit`; null for a milestone' }),
    unit: nullable(Type.String()),
    text: Type.String({ description: 'In words' }),
  }),
  { description: 'null: the edition does not list it' },
);

const TargetsJson = Type.Object({
  asOf: Type.Optional(AsOfJson),
  targets: Type.Array(
    Type.Object({
      label: Type.String(),
      changes: Type.Array(
        Type.Object({
          step: oneOf(['first', 'eased', 'tightened', 'otherwise', 'removed', 'same']),
          before: FigureJson,
          after: FigureJson,
          who: Type.String({ description: 'Role and agency: persons are named inside only' }),
          at: Type.String({ description: 'ISO 8601 with offset' }),
          reason: nullable(Type.String()),
          document: nullable(Type.Object({ name: Type.String(), path: nullable(Type.String()) })),
          event: Type.Integer(),
          proof: nullable(ProofJson),
          download: Type.String({ description: 'Address of its `.tlog-proof`' }),
        }),
        { description: 'By edition, oldest first' },
      ),
    }),
  ),
});

export function planTargetsApi(server: FastifyInstance, site: Site, log: Log | undefined): void {
  server.get<Id>(
    '/api/plans/:id/targets',
    {
      schema: {
        summary: 'What became of a plan’s targets from edition to edition of its filing',
        tags: ['plans'],
        params: PlanId,
        querystring: AsOfQuestion,
        response: { 200: TargetsJson },
      },
    },
    async (request) => ({
      ...asOfJson(request),
      targets: (await targetsOf(request, site, log, request.params.id, 'zh-Hant')).targets,
    }),
  );
}

async function targetsOf(
  request: FastifyRequest,
  site: Site,
  log: Log | undefined,
  id: string,
  locale: Locale,
): Promise<{ readonly held: PlanEdition; readonly targets: readonly TargetHistoryView[] }> {
  const shown = shownTo(request, site);
  const held = await shown.plan(id);
  if (held === null) throw await planNotHeld(shown, id);
  const editions = await Promise.all(held.editions.map(({ number }) => shown.filing(held.filing, number)));
  const listed = editions
    .filter((edition) => edition !== null)
    .map((edition) => targetsIn(edition, held.id, held.row.name));
  const events = listed.map(({ edition }) => Number(edition.event));
  const proofs = (await log?.standing(events)) ?? new Map();
  return { held, targets: presentTargets(held.filing, listed, proofs, locale) };
}

/** A form that was typed here says whose row each is. */
function insideOf({ hasOffice }: Site, { id, row }: PlanEdition): string | null {
  return hasOffice && row.cells !== undefined ? `/office/rows/${encodeURIComponent(id)}/targets` : null;
}
