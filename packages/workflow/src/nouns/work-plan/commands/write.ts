import { Refusal } from '@guankao/domain';
import { cleanText } from '../../../fields.ts';
import { demandVersion, type Context } from '../../../context.ts';
import { sameJson } from '../../../same.ts';
import { isStanding, type RowRecord } from '../../row/row.ts';
import type { WorkPlanEvent } from '../events.ts';
import { noWork, workPlanId, type GivenContent, type WorkContent, type WorkPlan } from '../work-plan.ts';
import { demandSound } from './sound.ts';

/** An empty plan for a row, in the row's agency. */
export function openWorkPlan(row: RowRecord): readonly WorkPlanEvent[] {
  demandStanding(row);
  const plan: WorkPlan = {
    id: workPlanId(row.id, row.agency),
    row: row.id,
    year: row.year,
    agency: row.agency,
    fiscalYear: row.fiscalYear,
    position: row.position,
    state: 'drafting',
    version: 1,
    content: noWork,
    adjustment: 0,
    reason: null,
    approvals: [],
    remarks: [],
    writers: [],
    itemsEver: 0,
    checkPointsEver: 0,
  };
  return [{ kind: 'work-plan-opened', subject: plan.id, payload: { plan } }];
}

/** Saves the whole content. The same again is no event: a double submit does nothing twice. */
export function saveWorkPlan(
  plan: WorkPlan,
  given: GivenContent,
  row: RowRecord,
  shown: number,
  { actor }: Context,
): readonly WorkPlanEvent[] {
  demandStillTheirs(plan, row);
  const after = numbered(plan, cleaned(given));
  if (sameJson(after, plan.content)) return [];
  demandVersion(plan.version, shown);
  demandSound(after, row);
  return [{ kind: 'work-plan-saved', subject: plan.id, payload: { before: plan.content, after, writer: actor.id } }];
}

/** Throws a Refusal where the row ended or went to another agency: nothing more is written for it here. */
export function demandStillTheirs(plan: WorkPlan, row: RowRecord): void {
  demandStanding(row);
  if (row.agency === plan.agency) return;
  throw new Refusal('row-handed-over', 409, {
    'zh-Hant': `「${row.texts.name}」已改由其他機關執行，這份年度作業計畫只供查閱。由新的執行機關另立一份。`,
    en: `${row.texts.name} was handed to another agency; this work plan is for reading only. The new agency draws up its own.`,
  });
}

function demandStanding(row: RowRecord): void {
  if (isStanding(row)) return;
  throw new Refusal('plan-retired', 409, {
    'zh-Hant': `「${row.texts.name}」已停列，不再填年度作業計畫。請到接續它的計畫填寫。`,
    en: `${row.texts.name} was retired and has no work plan to be written. Write that of the plan in which it goes on.`,
  });
}

function cleaned({ level, items, checkPoints, spending }: GivenContent): GivenContent {
  return {
    ...(level === undefined ? {} : { level }),
    items: items.map((item, at) => ({
      ...item,
      name: cleanText(item.name.trim(), nameOfItem, `item-${at + 1}-name`),
    })),
    checkPoints: checkPoints.map((point, at) => ({
      ...point,
      name: cleanText(point.name.trim(), nameOfPoint, `point-${at + 1}-name`),
      evidence: cleanText(point.evidence.trim(), evidenceLabel, `point-${at + 1}-evidence`),
    })),
    spending,
  };
}

const nameOfItem = { 'zh-Hant': '工作項目', en: 'work item' } as const;
const nameOfPoint = { 'zh-Hant': '查核點', en: 'milestone' } as const;
const evidenceLabel = { 'zh-Hant': '佐證', en: 'evidence' } as const;

/** What is new is given the next ids; an id that is not there, or comes twice, is refused: it would be another's history. */
function numbered(plan: WorkPlan, { level, items, checkPoints, spending }: GivenContent): WorkContent {
  const [nextItem, nextPoint] = [counting('w', plan.itemsEver), counting('c', plan.checkPointsEver)];
  demandOwnIds(items, plan.content.items, 'item');
  demandOwnIds(checkPoints, plan.content.checkPoints, 'point');
  return {
    level: level ?? plan.content.level,
    items: items.map(({ id, name, weight, planned }) => ({ id: id ?? nextItem(), name, weight, planned })),
    checkPoints: checkPoints.map(({ id, name, due, evidence }) => ({ id: id ?? nextPoint(), name, due, evidence })),
    spending,
  };
}

function counting(letter: string, from: number): () => string {
  let last = from;
  return () => `${letter}${(last += 1)}`;
}

function demandOwnIds(
  given: readonly { readonly id?: string | null }[],
  held: readonly { readonly id: string }[],
  field: string,
): void {
  const known = new Set(held.map(({ id }) => id));
  for (const [at, { id = null }] of given.entries()) {
    if (id === null || known.delete(id)) continue;
    throw new Refusal('no-such-line', 422, {
      'zh-Hant': `第 ${at + 1} 行的編號「${id}」不在這份年度作業計畫裡，或出現兩次。新的一行請不要給編號。`,
      en: `line ${at + 1} has the id ${id}, which is not of this work plan or comes twice. Give a new line no id.`,
    }).about(`${field}-${at + 1}-name`);
  }
}
