import type { FastifyRequest } from 'fastify';
import { Refusal, type Message } from '@guankao/domain';
import type { SourceFile } from '@guankao/documents';
import type { Office, Step } from '@guankao/store';
import {
  demand,
  fitted,
  may,
  workPlanId,
  workPlanPolicy,
  yearPolicy,
  type Context,
  type FittedPlan,
  type RowRecord,
  type SheetPlan,
  type WorkPlan,
  type WorkSheet,
} from '@guankao/workflow';
import { noSuch } from '../office/pages/desk.ts';
import type { OfficeSite } from '../office/office-site.ts';
import { signedIn } from '../sign-in/authenticate.ts';
import { asking } from '../work/asking.ts';

/** What a sheet would make of one row: shown before anything is kept. */
interface ReadPlan {
  readonly row: RowRecord;
  readonly plan: WorkPlan | null;
  readonly sheet: SheetPlan;
  /** null: it is refused. */
  readonly fitted: FittedPlan | null;
  readonly refused: { readonly place: string; readonly message: Message } | null;
}

export interface ReadPlans extends Pick<WorkSheet, 'unmatched' | 'unused'> {
  readonly plans: readonly ReadPlan[];
}

/** Reads a sheet against a year's rows. Nothing is kept. */
export async function readPlans(
  { office, pool, clock }: OfficeSite,
  request: FastifyRequest,
  yearId: string,
  file: SourceFile,
): Promise<ReadPlans> {
  const [actor, tree, form] = [signedIn(request), await office.tree(), await office.year(yearId)];
  if (form === null || !may(yearPolicy, 'read', actor, form.year, tree)) throw noSuch(yearId);
  const agencyNames = Object.fromEntries((await office.agencies()).map(({ id, name }) => [id, name]));
  const sheet = await pool.run('read-work-plans', { file, rows: form.rows, agencyNames }, asking(request, file.name));
  const rows = new Map(form.rows.map((row) => [row.id, row]));
  const context = { actor, tree, now: clock() };
  const plans = await Promise.all(
    sheet.plans.flatMap((one) => {
      const row = rows.get(one.row);
      return row === undefined ? [] : [readPlan(office, one, row, context)];
    }),
  );
  return { plans, unmatched: sheet.unmatched, unused: sheet.unused };
}

async function readPlan(office: Office, sheet: SheetPlan, row: RowRecord, context: Context): Promise<ReadPlan> {
  const { actor, tree } = context;
  const held = (await office.record('work-plan', workPlanId(row.id, row.agency))) as WorkPlan | null;
  const none = { agency: row.agency, state: 'drafting', writers: [] } as const;
  const plan = held !== null && may(workPlanPolicy, 'read', actor, held, tree) ? held : null;
  const base = { row, plan, sheet };
  if (sheet.unread !== null) return { ...base, fitted: null, refused: sheet.unread };
  try {
    // Whether it is this person's to write; in which state it then is, is told in its own words.
    demand(workPlanPolicy, 'write', actor, none, tree);
    return { ...base, fitted: fitted(sheet, plan, row, context), refused: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const line = /^(?:item-\d+|point-\d+|spending)/.exec(error.field ?? '')?.[0] ?? '';
    return { ...base, fitted: null, refused: { place: sheet.places[line] ?? '', message: error.inBothLanguages } };
  }
}

/** How a plan that was read is kept: the same commands as when it is typed. Throws a Refusal where nothing is to be kept. */
export function stepsFor({ plans }: ReadPlans, chosen: readonly string[] | null): readonly Step[] {
  const taken = plans.filter(({ row, fitted: fit }) => fit !== null && (chosen === null || chosen.includes(row.id)));
  if (taken.length === 0) throw nothingTaken();
  return taken.flatMap(({ row, plan, fitted: fit }): readonly Step[] => {
    const id = workPlanId(row.id, row.agency);
    const noun = 'work-plan';
    const save = { noun, command: 'save', id, shown: plan?.version ?? 1, input: fit?.content };
    if (plan !== null) return [save];
    return [{ noun, command: 'open', id: null, shown: null, input: { row: row.id } }, save];
  });
}

function nothingTaken(): Refusal {
  return new Refusal('no-plan-chosen', 422, {
    'zh-Hant': '沒有可以存入的計畫：沒有勾選，或勾選的都有問題。請勾選至少一個沒有問題的計畫，或更正檔案後再匯入。',
    en: 'there is no plan to be kept: none was chosen, or those that were cannot be taken. Choose one at least that can, or correct the file and import it again.',
  });
}
