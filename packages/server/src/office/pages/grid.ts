import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dropSavedDrafts } from '../drafts.ts';
import { isAboutFiling, Refusal, type Finding, type Message } from '@guankao/domain';
import { gridFilters, gridPage, type GridFilter, type GridView, type RowLine } from '@guankao/web';
import { gapsOf, textFieldNames, type RowRecord, type TextField } from '@guankao/workflow';
import { fingerprint } from '../../sign-in/secrets.ts';
import { fieldOf, type FormFields } from '../texts-of-form.ts';
import { nameOf, type Desk } from './desk.ts';
import { yearOf } from './year.ts';

type Id = { Params: { id: string }; Querystring: FormFields; Body: FormFields };

const options = { schema: { hide: true }, config: { shownAgain: true } } as const;

/** Rows on one page: a form of fields that a phone and a slow line still carry. */
const rowsOnPage = 50;

/** What is asked of the grid: columns, rows, page. */
interface Asked {
  readonly columns: readonly TextField[];
  readonly filter: GridFilter;
  readonly agency: string | null;
  readonly page: number;
}

/** What was typed into one row, and the version that was shown. */
interface TypedRow {
  readonly row: string;
  readonly version: number;
  readonly texts: Readonly<Partial<Record<TextField, string>>>;
  /** Of the fields that differ from what was shown. */
  readonly touched: readonly TextField[];
}

/** Why cells were not saved, by row and field. */
type Refusals = ReadonlyMap<string, Message>;

/** All rows and the chosen columns on one form, with one save. */
export function gridPages(server: FastifyInstance, desk: Desk): void {
  server.get<Id>('/office/years/:id/grid', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const saved = Number(fieldOf(request.query, 'saved'));
    const { own, view } = await gridView(desk, request, request.params.id, askedIn(request.query));
    const note = Number.isSafeInteger(saved) && saved > 0 ? saved : null;
    return desk.send(reply, gridPage(desk.reader(request), own, { ...view, saved: note }, null));
  });

  server.post<Id>('/office/years/:id/grid', { ...options, bodyLimit: 12 * 1024 * 1024 }, async (request, reply) => {
    const { id } = request.params;
    const asked = askedIn(request.body);
    const typed = typedRows(request.body, asked.columns);
    const again = async (saved: number | null, refusals: Refusals) => {
      const { own, view } = await gridView(desk, request, id, asked, typed ?? [], refusals);
      return { own, view: { ...view, saved, refused: refusals.size } };
    };
    return desk.orShow(
      reply,
      async (refused) => {
        const { own, view } = await again(null, new Map());
        return gridPage(desk.reader(request), own, view, refused);
      },
      async () => {
        if (typed === null) throw uneven();
        const { saved, refusals } = await save(desk, request, typed);
        if (refusals.size === 0) {
          return reply.redirect(desk.to(gridAddress(id, nextIn(request.body, asked), saved)), 303);
        }
        const { own, view } = await again(saved, refusals);
        return desk.send(reply.status(422), gridPage(desk.reader(request), own, view, null));
      },
    );
  });
}

/** Row by row, so that one that is refused holds up no other; and within a row, the fields that nothing speaks against. */
async function save(
  desk: Desk,
  request: FastifyRequest,
  typed: readonly TypedRow[],
): Promise<{ readonly saved: number; readonly refusals: Refusals }> {
  const refusals = new Map<string, Message>();
  const { actor } = await desk.context(request);
  let saved = 0;
  for (const { row, version, texts, touched } of typed) {
    let rest = [...touched];
    while (rest.length > 0) {
      const input = Object.fromEntries(rest.map((field) => [field, texts[field] ?? '']));
      const refusal = await refusalOf(
        desk.perform(request, [{ noun: 'row', command: 'save-texts', id: row, shown: version, input }]),
      );
      if (refusal === null) {
        saved += rest.length;
        await dropSavedDrafts(desk.office, row, actor.id, null);
        break;
      }
      const alone = rest.filter((field) => field === refusal.field);
      const refused = alone.length > 0 ? alone : rest;
      for (const field of refused) refusals.set(`${row} ${field}`, refusal.inBothLanguages);
      rest = rest.filter((field) => !refused.includes(field));
    }
  }
  return { saved, refusals };
}

async function refusalOf(work: Promise<unknown>): Promise<Refusal | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error;
  }
}

/** Fields of a form or of an address. Columns that are none are left out; without any, the two that take longest to write. */
function askedIn(fields: FormFields): Asked {
  const columns = [fields['columns'] ?? []].flat();
  const chosen = textFieldNames.filter((field) => columns.includes(field));
  const page = Number(fieldOf(fields, 'page'));
  return {
    columns: chosen.length > 0 ? chosen : ['execution', 'explanation'],
    filter: gridFilters.find((one) => one === fieldOf(fields, 'filter')) ?? 'all',
    agency: fieldOf(fields, 'agency') || null,
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/** What is shown once all is saved: the page that the button names, or the rows and columns that were chosen beside it. */
function nextIn(fields: FormFields, asked: Asked): Asked {
  const go = fieldOf(fields, 'go');
  if (go !== 'show') return { ...asked, page: Number(go) || asked.page };
  const chosen = ['columns', 'filter', 'agency'].map((name) => [name, fields[`show-${name}`]]);
  return askedIn(Object.fromEntries(chosen));
}

/** Rows stand in the form in their order, and each field once for each of them; null where that is not so. */
function typedRows(fields: FormFields, columns: readonly TextField[]): readonly TypedRow[] | null {
  const list = (name: string) => [fields[name] ?? []].flat();
  const [rows, versions] = [list('row'), list('version')];
  const cells = columns.map((field) => ({ field, texts: list(field), marks: list(`was-${field}`) }));
  if ([versions, ...cells.flatMap(({ texts, marks }) => [texts, marks])].some(({ length }) => length !== rows.length))
    return null;
  return rows.map((row, at) => ({
    row,
    version: Number(versions[at]),
    texts: Object.fromEntries(cells.map(({ field, texts }) => [field, texts[at] ?? ''])),
    touched: cells.filter(({ texts, marks }) => markOf(texts[at] ?? '') !== marks[at]).map(({ field }) => field),
  }));
}

/** Of a text as a browser sends it back. */
function markOf(text: string): string {
  return fingerprint(text.replace(/\r\n?/g, '\n')).slice(0, 16);
}

function gridAddress(id: string, { columns, filter, agency, page }: Asked, saved: number): string {
  const query = new URLSearchParams(columns.map((field) => ['columns', field]));
  if (filter !== 'all') query.set('filter', filter);
  if (agency !== null) query.set('agency', agency);
  query.set('page', `${page}`);
  if (saved > 0) query.set('saved', `${saved}`);
  return `/office/years/${encodeURIComponent(id)}/grid?${query}`;
}

/** The rows that are asked for, or those that were typed into, each cell with what the checks find in it. */
async function gridView(
  desk: Desk,
  request: FastifyRequest,
  id: string,
  asked: Asked,
  typed: readonly TypedRow[] = [],
  refusals: Refusals = new Map(),
) {
  const { own, current, form, year } = await yearOf(desk, request, id);
  const { lines, unchecked } = await desk.linesOf(request, form, own, current);
  const typedById = new Map(typed.map((one) => [one.row, one]));
  // What was typed stays in sight, whatever the row is like now.
  const fitting =
    typed.length > 0 ? lines.filter(({ row }) => typedById.has(row.id)) : lines.filter((line) => fits(line, asked));
  const pages = typed.length > 0 ? 1 : Math.max(1, Math.ceil(fitting.length / rowsOnPage));
  const page = Math.min(asked.page, pages);
  const rows = typed.length > 0 ? fitting : fitting.slice((page - 1) * rowsOnPage, page * rowsOnPage);
  const view: GridView = {
    year,
    columns: asked.columns,
    rows: rows.map(({ row, findings, mayWrite }) => ({
      row,
      agencyName: nameOf(own.agencies, row.agency),
      mayWrite,
      cells: asked.columns.map((field) => {
        const refused = refusals.get(`${row.id} ${field}`) ?? null;
        return {
          field,
          shown: shownIn(row, field, typedById.get(row.id)),
          saved: row.texts[field],
          mark: markOf(row.texts[field]),
          findings: inField(findings ?? [], field),
          refused,
        };
      }),
    })),
    page: typed.length > 0 ? asked.page : page,
    pages: typed.length > 0 ? asked.page : pages,
    count: fitting.length,
    filter: asked.filter,
    agency: asked.agency,
    agencies: own.agencies.filter((agency) => lines.some(({ row }) => row.agency === agency.id)),
    saved: null,
    refused: 0,
    unchecked,
  };
  return { own, view };
}

/** What was typed and is not saved; what is saved, where nobody typed. */
function shownIn(row: RowRecord, field: TextField, typed: TypedRow | undefined): string {
  return typed?.touched.includes(field) === true ? (typed.texts[field] ?? '') : row.texts[field];
}

function inField(findings: readonly Finding[], field: TextField): readonly Finding[] {
  return findings.filter((finding) => finding.field === field && isAboutFiling(finding));
}

function fits({ row, mayWrite, findings }: RowLine, { filter, agency, columns }: Asked): boolean {
  if (agency !== null && row.agency !== agency) return false;
  if (filter === 'open') return mayWrite;
  if (filter === 'empty') return gapsOf(row).texts.some((field) => columns.includes(field));
  return filter === 'all' || (findings ?? []).some(isAboutFiling);
}

function uneven(): Refusal {
  return new Refusal('grid-uneven', 400, {
    'zh-Hant': '送來的表不完整：列數與各欄的格數不同，沒有存任何一格。請按上一頁，您輸入的內容還在那裡，再存一次。',
    en: 'the form did not arrive whole: rows and cells do not match, and nothing was saved. Go back, where what you typed still stands, and save again.',
  });
}
