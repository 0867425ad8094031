import { Refusal } from '@guankao/domain';
import { demandVersion, type Context } from '../../../context.ts';
import { cleanText } from '../../../fields.ts';
import { demand } from '../../../policy.ts';
import type { WorkContent, WorkPlan } from '../../work-plan/work-plan.ts';
import type { RowEvent } from '../events.ts';
import { rowPolicy } from '../policy.ts';
import { rowTextFields, type RowRecord } from '../row.ts';
import { overruleText } from './overrule-text.ts';

/** 本年度預定工作摘要 as the approved work plan says it: an item a line, the milestones after them. */
function workSummary({ items, checkPoints }: WorkContent): string {
  const lines = items.map(
    ({ name, weight, planned }, at) => `${at + 1}. ${name}（權重${weight}%，年底預定進度${planned.at(-1) ?? 0}%）。`,
  );
  const points = checkPoints.map(({ name, due }) => `${inWords(due)}${name}`);
  return [...lines, ...(points.length === 0 ? [] : [`${items.length + 1}. 查核點：${points.join('；')}。`])].join('\n');
}

/** 114年6月30日前 */
function inWords(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return `${year - 1911}年${month}月${date}日前`;
}

/** Writes the summary of the plan in force into the row; its source stands beside it from then on. */
export function drawWork(
  row: RowRecord,
  plan: WorkPlan,
  shown: number,
  { actor, tree, now }: Context,
): readonly RowEvent[] {
  demand(rowPolicy, 'write-texts', actor, row, tree);
  const approval = plan.approvals.at(-1);
  if (approval === undefined) throw notApproved();
  const text = cleanText(workSummary(approval.content), rowTextFields.plannedWork.label, 'plannedWork');
  const held = row.drawn?.plannedWork;
  if (text === row.texts.plannedWork && held?.adjustment === approval.adjustment && held.overruled === null) return [];
  demandVersion(row.version, shown);
  const adjusted = approval.adjustment === 0 ? '' : `調整(${approval.adjustment})，`;
  const payload = {
    before: { plannedWork: row.texts.plannedWork },
    after: { plannedWork: text },
    writer: actor.id,
    authors: { plannedWork: plan.writers },
    document: `年度作業計畫 ${plan.id}（${adjusted}${approval.by}核定）`,
    drawn: {
      plannedWork: {
        workPlan: plan.id,
        adjustment: approval.adjustment,
        by: actor.name,
        at: now.toISOString(),
        overruled: null,
      },
    },
  };
  return [{ kind: 'row-texts-saved', subject: row.id, payload }];
}

/** Words of one's own in place of what the work plan says. */
export function overruleWork(
  row: RowRecord,
  text: string,
  reason: string,
  shown: number,
  context: Context,
): readonly RowEvent[] {
  return overruleText(row, 'plannedWork', { text, reason }, shown, context, { notDrawn, reasonOwed });
}

function notApproved(): Refusal {
  return new Refusal('work-plan-not-approved', 409, {
    'zh-Hant': '這一列的年度作業計畫還沒有核定，沒有可以帶入的內容。請先完成年度作業計畫的陳核與核定。',
    en: 'the annual work plan of this row is not approved yet: there is nothing to draw. Have it submitted and approved first.',
  });
}

function notDrawn(): Refusal {
  return new Refusal('not-drawn', 409, {
    'zh-Hant': '預定工作摘要不是由年度作業計畫帶入的，請直接在欄位修改。',
    en: 'the summary of planned work was not drawn from the work plan: change it in its field.',
  });
}

function reasonOwed(): Refusal {
  return new Refusal('reason-owed', 422, {
    'zh-Hant': '改寫由年度作業計畫帶入的內容要寫明理由：與作業計畫哪裡不同、為什麼。',
    en: 'changing what was drawn from the work plan owes a reason: where it differs from the plan, and why.',
  }).about('reason');
}
