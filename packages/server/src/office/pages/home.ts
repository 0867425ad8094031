import type { FastifyInstance, FastifyRequest } from 'fastify';
import { officeHomePage, type OfficeFrame, type Refused, type RowLine } from '@guankao/web';
import { may, yearPolicy, type Context, type YearRecord } from '@guankao/workflow';
import { ownNotices } from '../../mail/at-hand.ts';
import { commentsForMe } from '../../comments/pages.ts';
import type { Desk } from './desk.ts';

const options = { schema: { hide: true } };

/** What waits for this person, and the years. */
export function homePage(server: FastifyInstance, desk: Desk): void {
  server.get('/office', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const [own, current] = [await desk.frame(request), await desk.context(request)];
    const years = await yearsRead(desk, current);
    const { lines, unchecked } = await openLines(desk, request, own, current);
    const toDo = lines.filter(({ mayWrite, moves }) => mayWrite || moves.some((move) => move === 'approve'));
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

async function yearsRead(desk: Desk, { actor, tree }: Context): Promise<readonly YearRecord[]> {
  return (await desk.office.years()).filter((year) => may(yearPolicy, 'read', actor, year, tree));
}

/** Rows of the years that are not reported, each with what the checks find. */
export async function openLines(
  desk: Desk,
  request: FastifyRequest,
  own: OfficeFrame,
  current: Context,
): Promise<{ readonly lines: readonly RowLine[]; readonly unchecked: Refused | null }> {
  const open = (await yearsRead(desk, current)).filter(({ state }) => state !== 'submitted');
  const forms = await Promise.all(open.map(({ id }) => desk.office.year(id)));
  const found = await Promise.all(
    forms.flatMap((form) => (form === null ? [] : [desk.linesOf(request, form, own, current)])),
  );
  return {
    lines: found.flatMap(({ lines }) => lines),
    unchecked: found.find(({ unchecked }) => unchecked !== null)?.unchecked ?? null,
  };
}
