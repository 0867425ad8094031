import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Static } from '@sinclair/typebox';
import { planInShort, words, type Locale } from '@guankao/web';
import { shownTo } from '../as-of/as-of.ts';
import type { Site } from '../pages/site.ts';
import { planNotHeld } from '../problems/not-held.ts';
import { asking } from '../work/asking.ts';
import { presentPlan } from './presenter.ts';
import { EditionQuestion, PlanId } from './schema.ts';

/** Some 30 KB each. */
const mostKept = 200;

type Asked = FastifyRequest<{ Params: Static<typeof PlanId>; Querystring: Static<typeof EditionQuestion> }>;

/** A plan as previews of links show it. Drawn when somebody asks for it, and kept by what stands on it. */
export function planPicturePages(server: FastifyInstance, site: Site, locale: Locale): void {
  const kept = new Map<string, Buffer>();
  const schema = { hide: true, params: PlanId, querystring: EditionQuestion };
  server.get('/plans/:id/picture.png', { schema }, async (request: Asked, reply) => {
    const shown = shownTo(request, site);
    const held = await shown.plan(request.params.id, request.query.edition);
    if (held === null) throw await planNotHeld(shown, request.params.id);
    const t = words[locale];
    const plan = planInShort(presentPlan(held, await shown.lineage(held)), locale);
    const input = { ...plan, site: `${t.siteName}　${t.siteLine}`, note: plan.fictional ? t.fictional : null };
    const key = createHash('sha256').update(JSON.stringify(input)).digest('base64url');
    const picture =
      kept.get(key) ?? Buffer.from(await site.pool.run('share-picture', async () => input, asking(request)));
    keep(kept, key, picture);
    return reply.type('image/png').header('cache-control', 'no-cache').send(picture);
  });
}

/** The ones asked for last stay. */
function keep(kept: Map<string, Buffer>, key: string, picture: Buffer): void {
  kept.delete(key);
  kept.set(key, picture);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
}
