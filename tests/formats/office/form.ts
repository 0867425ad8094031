import { cell, line, type OfficeCell, type OfficeFile, type OfficePiece, type OfficeRow } from './model.ts';

/** What a row of the form says. */
export interface PlanSpec {
  readonly name: string;
  readonly type: string;
  readonly period: string;
  readonly money: readonly [approved: string, budgeted: string, executed: string];
  readonly planned: string;
  readonly execution: string;
  readonly goals: string;
  readonly explanation: string;
}

/** What must be read of it. null: nothing, or left unread. */
export interface ExpectedPlan {
  readonly name: string;
  readonly type: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly approved: number | null;
  readonly budgeted: number | null;
  readonly executed: number | null;
  readonly goals: string;
  readonly explanation: string;
  readonly planned?: string;
  readonly execution?: string;
}

export const heads = [
  '計畫名稱',
  '計畫類型',
  '計畫期程',
  '計畫核定總經費',
  '截至本年度已編列預算數',
  '截至本年底止累計執行數',
  '本年度預定工作摘要',
  '本年度執行情形說明',
  '績效目標及本年度目標值',
  '年度績效目標已達成或未達成之說明',
] as const;
export const title = '重要社會發展、重大科技發展計畫執行情形及目標達成情形表';

export const lantern: PlanSpec = {
  name: '燈塔修繕計畫',
  type: '社會發展',
  period: '112年1月至115年12月',
  money: ['300,000', '120,000', '114,000'],
  planned: '辦理燈塔修繕。',
  execution: '已完成燈塔修繕4座。',
  goals: '修繕燈塔4座。',
  explanation: '修繕燈塔4座。',
};
export const buoy: PlanSpec = {
  name: '浮標觀測計畫',
  type: '科技發展',
  period: '113年7月至116年6月',
  money: ['86,400', '43,210', '40,005'],
  planned: '布放浮標。',
  execution: '已布放浮標5具。',
  goals: '布放浮標6具。',
  explanation: '布放浮標5具，未達成，係因海象不佳。',
};
export const ferry: PlanSpec = {
  name: '離島渡輪汰換計畫',
  type: '社會發展',
  period: '111年3月至114年2月',
  money: ['1,250,000', '930,500', '902,117'],
  planned: '汰換渡輪。',
  execution: '渡輪2艘已交船。',
  goals: '汰換渡輪2艘。',
  explanation: '汰換渡輪2艘，已達成。',
};

export function cellsOf({ name, type, period, money, planned, execution, goals, explanation }: PlanSpec): OfficeCell[] {
  return [name, type, period, ...money, planned, execution, goals, explanation].map((text) => cell(text));
}

export function rowOf(plan: PlanSpec): OfficeRow {
  return { cells: cellsOf(plan) };
}

/** A row of any texts, by column. */
export function row(texts: Readonly<Record<number, string>>, width: number = heads.length): OfficeRow {
  return { cells: Array.from({ length: width }, (_, i) => cell(texts[i] ?? '')) };
}

export interface FormParts {
  readonly agency?: string;
  readonly unit?: string;
  readonly before?: readonly OfficePiece[];
  readonly heads?: readonly OfficeRow[];
  readonly rows: readonly OfficeRow[];
  readonly after?: readonly OfficePiece[];
  readonly hiddenColumns?: readonly number[];
}

/** A form with its running heads; the table is wide. */
export function formOf({ agency = '杜撰署', unit = '單位：新臺幣千元', ...parts }: FormParts): OfficeFile {
  const headRows = parts.heads ?? [{ cells: heads.map((text) => cell(text)) }];
  return {
    pieces: [
      ...(parts.before ?? []),
      line(agency),
      line(title),
      line('中華民國113年度'),
      ...(unit === '' ? [] : [line(unit)]),
      {
        kind: 'table',
        table: {
          rows: [...headRows, ...parts.rows],
          heads: headRows.length,
          ...(parts.hiddenColumns === undefined ? {} : { hiddenColumns: parts.hiddenColumns }),
        },
      },
      ...(parts.after ?? []),
    ],
  };
}

const figure = (text: string): number => Number(text.replaceAll(',', ''));

/** What the plan says, read as it stands; `but` names what must come out otherwise. */
export function expectedOf(plan: PlanSpec, but: Partial<ExpectedPlan> = {}): ExpectedPlan {
  const months = [...plan.period.matchAll(/(\d+)年(\d+)月/g)].map(
    ([, year, month]) => `${Number(year) + 1911}-${String(month).padStart(2, '0')}`,
  );
  return {
    name: plan.name,
    type: plan.type,
    start: months[0] ?? null,
    end: months[1] ?? null,
    approved: figure(plan.money[0]),
    budgeted: figure(plan.money[1]),
    executed: figure(plan.money[2]),
    goals: plan.goals,
    explanation: plan.explanation,
    ...but,
  };
}
