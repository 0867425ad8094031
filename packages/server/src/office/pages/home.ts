import type { FastifyInstance } from 'fastify';
import { officeHomePage } from '@guankao/web';
import { may, yearPolicy } from '@guankao/workflow';
import { ownNotices } from '../../mail/at-hand.ts';
import { commentsForMe } from '../../comments/pages.ts';
import type { Desk } from './desk.ts';

const options = { schema: { hide: true } };

/** What waits for this person, and the years. */
export function homePage(server: FastifyInstance, desk: Desk): void {
  server.get('/office', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const [own, current] = [await desk.frame(request), await desk.context(request)];
    const years = (await desk.office.years()).filter((year) =>
      may(yearPolicy, 'read', current.actor, year, current.tree),
    );
    const open = await Promise.all(
      years.filter(({ state }) => state !== 'submitted').map(({ id }) => desk.office.year(id)),
    );
    const lines = await Promise.all(
      open.flatMap((form) => (form === null ? [] : [desk.linesOf(request, form, own, current)])),
    );
    const toDo = lines
      .flatMap((one) => one.lines)
      .filter(({ mayWrite, moves }) => mayWrite || moves.some((move) => move === 'approve'));
    const unchecked = lines.find((one) => one.unchecked !== null)?.unchecked ?? null;
    const drafts = (await desk.office.draftsOf(current.actor.id)).length;
    const notices = await ownNotices(desk.office, current);
    const administers = current.actor.grants.some(({ role }) => role === 'administrator');
    const compiles = current.actor.grants.some(({ role }) => role === 'compiler');
    return desk.send(
      reply,
      officeHomePage(desk.reader(request), own, {
        years,
        notices,
        toDo,
        unchecked,
        drafts,
        comments: await commentsForMe(desk, current),
        mayOpen: compiles,
        mayInvite: administers,
      }),
    );
  });
}
