import { Refusal } from '@guankao/domain';
import { lagCauses } from '@guankao/regulations';
import { demandVersion, type Context } from '../../../context.ts';
import { inRoc } from '../../../days.ts';
import { cleanText } from '../../../fields.ts';
import { demand } from '../../../policy.ts';
import type { PeriodicReport } from '../../periodic-report/report.ts';
import type { WorkPlan } from '../../work-plan/work-plan.ts';
import { lastDayOfMonth } from '../../year/commands/lock-month.ts';
import type { RowEvent } from '../events.ts';
import { rowPolicy } from '../policy.ts';
import { rowTextFields, type RowRecord } from '../row.ts';
import { overruleText } from './overrule-text.ts';
import { withoutStop } from './without-stop.ts';

/**
 * 本年度執行情形 as a report tells it: how far each work item came, which milestones were reached and when, and, where it
 * is behind, why and what is done. A report is cumulative: its year's last tells the whole year.
 */
function executionText({ content, month, fiscalYear }: PeriodicReport, plan: WorkPlan): string {
  const work = plan.approvals.at(-1)?.content ?? plan.content;
  const done = new Map(content.items.map(({ item, done: percent }) => [item, percent]));
  const items = work.items.flatMap(({ id, name, planned }) => {
    const percent = done.get(id) ?? null;
    return percent === null
      ? []
      : [`${bare(name)}，截至${month}月底累計進度${percent}%（預定${planned[month - 1] ?? 0}%）`];
  });
  const told = new Map(content.checkPoints.map((point) => [point.checkPoint, point]));
  const lastDay = lastDayOfMonth(fiscalYear, month);
  const points = work.checkPoints.flatMap(({ id, name, due }) => {
    const { reached = null, evidence = '' } = told.get(id) ?? {};
    if (reached !== null)
      return [`${inRoc(reached)}${bare(name)}${evidence.trim() === '' ? '' : `（佐證：${bare(evidence)}）`}`];
    return due <= lastDay ? [`${bare(name)}尚未達成（原定${inRoc(due)}）`] : [];
  });
  const parts = [...items, ...(points.length === 0 ? [] : [`查核點：${points.join('；')}`]), ...lagOf(content)];
  return parts.map((text, at) => `${at + 1}. ${text}。`).join('\n');
}

function lagOf({ cause, explanation, measures }: PeriodicReport['content']): readonly string[] {
  const label = lagCauses().find(({ code }) => code === cause)?.['zh-Hant'];
  const said = [
    ...(label === undefined ? [] : [`落後原因：${label}`]),
    ...(explanation.trim() === '' ? [] : [bare(explanation)]),
    ...(measures.trim() === '' ? [] : [`因應對策：${bare(measures)}`]),
  ];
  return said.length === 0 ? [] : [said.join('。')];
}

/** On one line, without the mark at its end. */
function bare(text: string): string {
  return text
    .split('\n')
    .map(withoutStop)
    .filter((line) => line !== '')
    .join('；');
}

/** Writes what a report tells into the row; its source stands beside it from then on. */
export function drawExecution(
  row: RowRecord,
  report: PeriodicReport,
  plan: WorkPlan,
  shown: number,
  { actor, tree, now }: Context,
): readonly RowEvent[] {
  demand(rowPolicy, 'write-texts', actor, row, tree);
  if (report.row !== row.id) throw ofAnother(report, row);
  if (report.state !== 'reviewed') throw notReviewed(report);
  const text = cleanText(executionText(report, plan), rowTextFields.execution.label, 'execution');
  if (text === '') throw nothingTold(report);
  const held = row.drawn?.execution;
  const isSame = held?.report === report.id && held.version === report.version && held.overruled === null;
  if (isSame && text === row.texts.execution) return [];
  demandVersion(row.version, shown);
  const by = { by: actor.name, at: now.toISOString(), overruled: null };
  const payload = {
    before: { execution: row.texts.execution },
    after: { execution: text },
    writer: actor.id,
    authors: { execution: report.writers },
    document: `定期填報 ${report.id}（${report.month}月，主管已審核）`,
    drawn: { execution: { report: report.id, month: report.month, version: report.version, ...by } },
  };
  return [{ kind: 'row-texts-saved', subject: row.id, payload }];
}

/** Words of one's own in place of what the report tells. */
export function overruleExecution(
  row: RowRecord,
  text: string,
  reason: string,
  shown: number,
  context: Context,
): readonly RowEvent[] {
  return overruleText(row, 'execution', { text, reason }, shown, context, { notDrawn, reasonOwed });
}

function ofAnother({ id }: PeriodicReport, { texts }: RowRecord): Refusal {
  return new Refusal('report-of-another', 422, {
    'zh-Hant': `「${id}」不是「${texts.name}」這一列的定期填報，不能帶入。請選這一列自己的填報。`,
    en: `${id} is no report of the row ${texts.name} and is not drawn into it. Choose one of its own.`,
  }).about('report');
}

function notReviewed({ month }: PeriodicReport): Refusal {
  return new Refusal('report-not-reviewed', 409, {
    'zh-Hant': `${month} 月的填報還沒有經主管審核，不能帶入。請先完成陳核與審核，或改用已審核的月份。`,
    en: `the report of month ${month} is not reviewed by the supervisor and is not drawn. Have it submitted and reviewed first, or draw one that is.`,
  }).about('report');
}

function nothingTold({ month }: PeriodicReport): Refusal {
  return new Refusal('report-tells-nothing', 409, {
    'zh-Hant': `${month} 月的填報沒有可以帶入的進度或查核點（年度作業計畫可能已調整）。請更正該月填報，或直接填寫執行情形。`,
    en: `the report of month ${month} tells of no item or milestone of the work plan in force, which may have been adjusted: there is nothing to draw. Correct it, or write the text.`,
  }).about('report');
}

function notDrawn(): Refusal {
  return new Refusal('not-drawn', 409, {
    'zh-Hant': '執行情形不是由定期填報帶入的，請直接在欄位修改。',
    en: 'what was carried out was not drawn from a periodic report: change it in its field.',
  });
}

function reasonOwed(): Refusal {
  return new Refusal('reason-owed', 422, {
    'zh-Hant': '改寫由定期填報帶入的內容要寫明理由：與填報哪裡不同、為什麼。',
    en: 'changing what was drawn from a periodic report owes a reason: where it differs from the report, and why.',
  }).about('reason');
}
