import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ProvenEvent } from '@guankao/store';
import {
  historyPage,
  rowTargetsPage,
  type HistoryView,
  type Locale,
  type TargetChangeView,
  type TargetHistoryView,
} from '@guankao/web';
import { may, roleNames, rowPolicy, targetChanges, targetStep, yearPolicy, type Role } from '@guankao/workflow';
import { demandHistory } from '../../sign-in/administer.ts';
import { noSuch, type Desk } from './desk.ts';

type Id = { Params: { id: string } };
const options = { schema: { hide: true } } as const;

/** All that happened to a row, a year's form or an account, and who changed a target. */
export function historyPages(server: FastifyInstance, desk: Desk): void {
  /** The page at `path` for whoever `named` lets see it; that gives what the record is called and where it stands. */
  function historyAt(
    plural: string,
    noun: string | null,
    named: (request: FastifyRequest, id: string) => Promise<HistoryView['of']>,
  ): void {
    server.get<Id>(`/office/${plural}/:id/history`, options, async (request, reply) => {
      if (!(await desk.demandSignedIn(request, reply))) return reply;
      const { id } = request.params;
      const of = await named(request, id);
      const view = { of, noun: nounOf(desk, noun), api: apiOf(plural, id), events: await desk.office.history(id) };
      return desk.send(reply, historyPage(desk.reader(request), await desk.frame(request), view));
    });
  }

  const rowNamed = async (request: FastifyRequest, id: string) => {
    const [{ actor, tree }, row] = [await desk.context(request), await desk.office.row(id)];
    if (row === null || !may(rowPolicy, 'read', actor, row, tree)) throw noSuch(id);
    return { path: `/office/rows/${encodeURIComponent(row.id)}`, name: row.texts.name };
  };

  historyAt('rows', 'row', rowNamed);
  historyAt('years', 'year', async (request, id) => {
    const [{ actor, tree }, form] = [await desk.context(request), await desk.office.year(id)];
    if (form === null || !may(yearPolicy, 'read', actor, form.year, tree)) throw noSuch(id);
    return { path: `/office/years/${encodeURIComponent(id)}`, name: id };
  });
  historyAt('accounts', null, async (request, id) => {
    const { actor, now } = await desk.context(request);
    await demandHistory(desk.office, id, { actor, now });
    const account = (await desk.office.accounts()).find((one) => one.id === id);
    return { path: '/office/accounts', name: account?.login ?? id };
  });

  server.get<Id>('/office/rows/:id/targets', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const { id } = request.params;
    const of = await rowNamed(request, id);
    const reader = desk.reader(request);
    const targets = targetsOf(await desk.office.history(id), apiOf('rows', id), reader.locale);
    return desk.send(reply, rowTargetsPage(reader, await desk.frame(request), { of, targets }));
  });
}

export function nounOf(desk: Desk, name: string | null): HistoryView['noun'] {
  return desk.office.nouns.find((noun) => noun.name === name) ?? { fields: {}, machine: null };
}

/** Where the API has the same history. */
export function apiOf(plural: string, id: string): string {
  return `/api/${plural}/${encodeURIComponent(id)}/history`;
}

const signs: Readonly<Record<string, string>> = { '>=': '≥ ', '<=': '≤ ', '=': '= ' };

function targetsOf(events: readonly ProvenEvent[], api: string, locale: Locale): readonly TargetHistoryView[] {
  const byIndicator = Map.groupBy(targetChanges(events), ({ indicator }) => indicator.id);
  return [...byIndicator.values()].map((changes) => ({
    label: changes.at(-1)?.indicator.label ?? '',
    changes: changes.map(({ indicator, before, after, event }): TargetChangeView => {
      const { comparator, unit } = indicator;
      const figure = ({ value, text }: typeof after) => ({ sign: signs[comparator] ?? '', value, unit, text });
      const role = roleNames[locale][event.role as Role] ?? event.role;
      return {
        step: targetStep(comparator, before?.value, after.value),
        before: before === null ? null : figure(before),
        // The words of a revision are its reason, which stands beside it.
        after: { ...figure(after), text: after.reason === null ? after.text : '' },
        who: `${after.by}（${role}）`,
        at: after.at,
        reason: after.reason,
        document: after.document === null ? null : { name: after.document, path: null },
        event: event.number,
        proof: event.proof,
        download: `${api}/${event.number}/proof`,
      };
    }),
  }));
}
