import type { FastifyInstance, FastifyRequest } from 'fastify';
import { rowPage, type KeptDraft, type OfficeFrame, type Refused, type RowView } from '@guankao/web';
import {
  askedMoves,
  currentEntry,
  isStanding,
  may,
  movesOf,
  rowPolicy,
  typedForm,
  type Context,
  type RowRecord,
  type RowTexts,
} from '@guankao/workflow';
import { carryOverSectionsOf } from '../../carry-overs/standing.ts';
import { commentsOfRow } from '../../comments/pages.ts';
import { accountsOfRow } from '../../mappings/totals.ts';
import { asking } from '../../work/asking.ts';
import { draftName, draftNamed, dropSavedDrafts, holdsAll } from '../drafts.ts';
import { orUnchecked } from '../unchecked.ts';
import {
  fieldOf,
  holdsTexts,
  moneyOf,
  pickTexts,
  planVersionOf,
  textsOf,
  typedFields,
  wholeFormAt,
  type FormFields,
} from '../texts-of-form.ts';
import { paperOfRow } from '../../paper-approvals/form-on-paper.ts';
import { reportsOfRow } from '../../periodic-reports/standing.ts';
import { mayBeginWorkPlan, workPlanOf } from '../../work-plans/pages.ts';
import { lineOf, nameOf, noSuch, type Desk } from './desk.ts';

type Id = { Params: { id: string }; Body: FormFields };

const options = { schema: { hide: true }, config: { shownAgain: true } } as const;

/** One row: texts beside last year’s, money, moves; each message beside its field. */
export function rowPages(server: FastifyInstance, desk: Desk): void {
  const rowOf = (request: FastifyRequest, id: string) => findRow(desk, request, id);
  const showAgain = (request: FastifyRequest<Id>, refused: Refused, form: RowView['refused'] = null) =>
    showRowAgain(desk, request, refused, form);

  /** The command, and before it what was typed into the texts: together, or neither. */
  async function performRow(
    request: FastifyRequest<{ Body: FormFields }>,
    { row, current }: Awaited<ReturnType<typeof findRow>>,
    command: string,
    input: unknown,
  ): Promise<void> {
    const shown = Number(fieldOf(request.body, 'version'));
    const steps = [...typedBefore(request.body, row, current), { command, input }];
    await desk.perform(
      request,
      steps.map((step) => ({ noun: 'row', id: row.id, shown, ...step })),
    );
    await dropDrafts(desk, request, row, current);
  }

  server.get<Id & { Querystring: { saved?: string; draft?: string } }>(
    '/office/rows/:id',
    options,
    async (request, reply) => {
      if (!(await desk.demandSignedIn(request, reply))) return reply;
      const found = await rowOf(request, request.params.id);
      const drafts = await desk.office.drafts(found.row.id, found.current.actor.id);
      const current = drafts.find(({ rowVersion }) => rowVersion === found.row.version);
      const taken = (await keptDrafts(desk, found)).find(({ name }) => name === request.query.draft);
      const begun = current === undefined ? null : { ...found.row.texts, ...pickTexts(current.body) };
      const restored = taken === undefined ? begun : withDraft(begun ?? found.row.texts, taken, found.row.id);
      const note = request.query.saved === undefined ? (restored === null ? null : 'draft') : 'saved';
      return desk.send(reply, rowHtml(desk, request, found, note, restored, null, null, taken?.name ?? null));
    },
  );

  server.post<Id>('/office/rows/:id/texts', options, async (request, reply) => {
    const { row, current } = await rowOf(request, request.params.id);
    return desk.orShow(
      reply,
      (refused) => showAgain(request, refused),
      async () => {
        const shown = Number(fieldOf(request.body, 'version'));
        const input = textsOf(request.body);
        await desk.perform(request, [{ noun: 'row', command: 'save-texts', id: row.id, shown, input }]);
        await dropDrafts(desk, request, row, current);
        return reply.redirect(desk.to(`/office/rows/${encodeURIComponent(row.id)}?saved=1`), 303);
      },
    );
  });

  /** A form of the row's page and the command that it asks for. `typed`: its fields are its own, and are shown again. */
  function form(
    name: string,
    asked: (body: FormFields, row: RowRecord) => readonly [command: string, input: unknown],
    typed?: NonNullable<RowView['refused']>['form'],
  ): void {
    server.post<Id>(`/office/rows/:id/${name}`, options, async (request, reply) => {
      const found = await rowOf(request, request.params.id);
      const { body } = request;
      return desk.orShow(
        reply,
        (refused) =>
          showAgain(request, refused, typed === undefined ? null : { form: typed, fields: typedFields(body) }),
        async () => {
          await performRow(request, found, ...asked(body, found.row));
          return reply.redirect(desk.to(`/office/rows/${encodeURIComponent(found.row.id)}?saved=1`), 303);
        },
      );
    });
  }

  const draws = (body: FormFields): boolean => fieldOf(body, 'do') === 'draw';
  const ownWords = (body: FormFields) => ({ text: fieldOf(body, 'text'), reason: fieldOf(body, 'reason') });

  form('money', (body, row) => ['record-money', moneyOf(body, currentEntry(row))], 'money');
  form('versions', (body) => ['record-plan-version', planVersionOf(body)], 'versions');
  form('predecessor', (body) => ['take-over-texts', { from: fieldOf(body, 'from') }]);
  form('planned-work', (body) => (draws(body) ? ['draw-work', {}] : ['overrule-work', ownWords(body)]));
  form('promises', () => ['draw-promises', {}]);
  form('drawn-execution', (body) =>
    draws(body) ? ['draw-execution', { report: fieldOf(body, 'report') }] : ['overrule-execution', ownWords(body)],
  );
  form('carried-in', (body) =>
    draws(body)
      ? ['draw-carried', { carryOver: fieldOf(body, 'carryOver') }]
      : ['overrule-carried', { reason: fieldOf(body, 'reason') }],
  );

  server.post<Id & { Querystring: { next?: string } }>('/office/rows/:id/moves', options, async (request, reply) => {
    const found = await rowOf(request, request.params.id);
    return desk.orShow(
      reply,
      (refused) => showAgain(request, refused),
      async () => {
        const asked = fieldOf(request.body, 'move');
        const move = askedMoves.find((name) => name === asked);
        if (move === undefined) throw noSuch(asked);
        const text = fieldOf(request.body, 'comment').trim();
        const field = fieldOf(request.body, 'field') || null;
        await performRow(request, found, move, { comments: text === '' ? [] : [{ field, text }] });
        return reply.redirect(desk.to(await afterMove(desk, request, found)), 303);
      },
    );
  });
}

/** The row itself; or, where somebody goes through their queue, the next row of it, and at its end the queue. */
async function afterMove(
  desk: Desk,
  { query }: { readonly query: { readonly next?: string } },
  { row, current }: FoundRow,
): Promise<string> {
  if (query.next === undefined) return `/office/rows/${encodeURIComponent(row.id)}`;
  const others = await othersToApprove(desk, row, current);
  const next = others.find(({ position }) => position > row.position) ?? others[0];
  if (next === undefined) return '/office/reviews';
  return `/office/rows/${encodeURIComponent(next.id)}?approved=${encodeURIComponent(row.id)}`;
}

/** Of the queue: the row from which its reader came, which they have just approved. */
async function approvedBefore(desk: Desk, { query }: FastifyRequest, current: Context): Promise<RowRecord | null> {
  const id = fieldOf((query ?? {}) as FormFields, 'approved');
  const row = id === '' ? null : await desk.office.row(id);
  return row?.state === 'approved' && may(rowPolicy, 'read', current.actor, row, current.tree) ? row : null;
}

/** Other rows of the year that wait for this person's approval, in the form's order. */
async function othersToApprove(desk: Desk, row: RowRecord, { actor, tree }: Context): Promise<readonly RowRecord[]> {
  const rows = (await desk.office.year(row.year))?.rows ?? [];
  return rows
    .filter((one) => one.id !== row.id && isStanding(one) && movesOf(one, actor, tree).includes('approve'))
    .toSorted((a, b) => a.position - b.position);
}

/** A form of the row's page carries the fields of its texts, too: what is typed there is nobody's to throw away. */
export function typedBefore(
  fields: FormFields,
  row: RowRecord,
  { actor, tree }: Context,
): readonly { readonly command: string; readonly input: unknown }[] {
  if (!holdsTexts(fields) || !may(rowPolicy, 'write-texts', actor, row, tree)) return [];
  return [{ command: 'save-texts', input: textsOf(fields) }];
}

interface FoundRow {
  readonly own: OfficeFrame;
  readonly current: Context;
  readonly row: RowRecord;
}

/** What this person typed on the row as it was, and on the rows that it follows, and never saved. */
async function keptDrafts(
  desk: Desk,
  { current, row }: Pick<FoundRow, 'current' | 'row'>,
): Promise<readonly KeptDraft[]> {
  const kept = [];
  for (const id of [row.id, ...row.predecessors.map((from) => from.id)]) {
    const before = id === row.id ? row.texts : row.predecessors.find((from) => from.id === id)?.texts;
    for (const draft of await desk.office.drafts(id, current.actor.id)) {
      if (id === row.id && draft.rowVersion === row.version) continue;
      const texts = Object.entries(pickTexts(draft.body)).filter(
        ([field, text]) => text !== '' && text !== before?.[field as keyof RowTexts],
      );
      if (texts.length > 0) kept.push({ name: draftName(draft), row: id, texts: Object.fromEntries(texts) });
    }
  }
  return kept;
}

/** A draft of the row itself stands in place of its texts; one of a row before it after what stands here, and its name stays there. */
function withDraft(texts: RowTexts, { row, texts: typed }: KeptDraft, id: string): RowTexts {
  if (row === id) return { ...texts, ...typed };
  const added = Object.entries(typed).flatMap(([field, text]) => {
    const here = texts[field as keyof RowTexts];
    if (field === 'name' || here.includes(text)) return [];
    return [[field, field === 'type' || field === 'period' ? here || text : here === '' ? text : `${here}\n${text}`]];
  });
  return { ...texts, ...Object.fromEntries(added) };
}

async function dropDrafts(desk: Desk, request: FastifyRequest<{ Body: FormFields }>, row: RowRecord, current: Context) {
  const { id } = current.actor;
  const taken = draftNamed(fieldOf(request.body, 'draft'));
  if (taken?.row === row.id) await desk.office.dropDraft(id, taken);
  await dropSavedDrafts(desk.office, row.id, id, wholeFormAt(request.body));
}

async function findRow(desk: Desk, request: FastifyRequest, id: string): Promise<FoundRow> {
  const [own, current, row] = [await desk.frame(request), await desk.context(request), await desk.office.row(id)];
  if (row === null || !may(rowPolicy, 'read', current.actor, row, current.tree)) throw noSuch(id);
  return { own, current, row };
}

/** The row's page; `typed` are fields that could not be saved. */
async function rowHtml(
  desk: Desk,
  request: FastifyRequest,
  { own, current, row }: FoundRow,
  note: RowView['note'],
  typed: RowTexts | null,
  refused: Refused | null,
  refusedForm: RowView['refused'] = null,
  takenDraft: RowView['takenDraft'] = null,
): Promise<string> {
  const shown = typed ?? row.texts;
  const form = typedForm(nameOf(own.agencies, row.agency), row.fiscalYear, [{ ...row, texts: shown }]);
  const { found, unchecked } = await orUnchecked(desk.site.pool.run('check', form, asking(request)));
  const line = lineOf(row, own.agencies, found?.findings ?? null, current);
  const plan = await workPlanOf(desk.office, row, current);
  const view = {
    line,
    shown,
    note,
    takenDraft,
    drafts: (await keptDrafts(desk, { current, row })).filter((draft) => !holdsAll(shown, draft.texts)),
    unchecked,
    checked: found,
    mayWriteMoney: may(rowPolicy, 'write-money', current.actor, row, current.tree),
    mayWriteVersion: may(rowPolicy, 'write-version', current.actor, row, current.tree),
    mayReview: may(rowPolicy, 'review', current.actor, row, current.tree),
    comments: await commentsOfRow(desk, row.id, current),
    workPlan: { plan, mayBegin: mayBeginWorkPlan(row, current) },
    reports: await reportsOfRow(desk.office, row, plan, current),
    paper: await paperOfRow(desk.office, row, current),
    othersToApprove: line.moves.includes('approve') && (await othersToApprove(desk, row, current)).length > 0,
    approvedBefore: await approvedBefore(desk, request, current),
    carryOver: await carryOverSectionsOf(desk.office, row, current),
    accounts: await accountsOfRow(desk.office, row, current),
    refused: refusedForm,
  };
  return rowPage(desk.reader(request), own, view, refused);
}

/** The row as it stands now beside what was typed and could not be saved. */
export async function showRowAgain(
  desk: Desk,
  request: FastifyRequest<Id>,
  refused: Refused,
  form: RowView['refused'] = null,
): Promise<string> {
  const newest = await findRow(desk, request, request.params.id);
  const isNewest = Number(fieldOf(request.body, 'version')) === newest.row.version;
  const typed = holdsTexts(request.body) ? { ...newest.row.texts, ...textsOf(request.body) } : null;
  return rowHtml(desk, request, newest, isNewest ? null : 'stale', typed, refused, form);
}
