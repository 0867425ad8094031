import type { FastifyInstance } from 'fastify';
import { securityPage } from '@guankao/web';
import { inPerson } from '../../sign-in/authenticate.ts';
import { entriesAPage, securityEntries, securityLogDays } from '../../sign-in/security-log.ts';
import type { Desk } from './desk.ts';

const options = { schema: { hide: true } };

/** Who signed in and out, for those who administer them. */
export function securityPages(server: FastifyInstance, desk: Desk): void {
  server.get<{ Querystring: { before?: string } }>('/office/security', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const asked = request.query.before ?? '';
    const before = /^[1-9]\d{0,14}$/.test(asked) ? Number(asked) : null;
    const entries = await securityEntries(desk.office, before, { actor: inPerson(request).actor, now: desk.now() });
    const people = new Map((await desk.office.accounts()).map(({ id, login, name }) => [id, `${name}（${login}）`]));
    const view = {
      days: securityLogDays,
      entries: entries.map((entry) => ({
        ...entry,
        person: entry.account === null ? null : (people.get(entry.account) ?? null),
      })),
      earlier: entries.length === entriesAPage ? (entries.at(-1)?.id ?? null) : null,
    };
    return desk.send(reply, securityPage(desk.reader(request), await desk.frame(request), view));
  });
}
