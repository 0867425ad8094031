import { Refusal } from '@guankao/domain';
import type { Grid, GridRow } from '../../collection/coming-back/grid.ts';
import { monthsOfYear } from '../work-plan.ts';

/** What a column of a work-plan sheet holds; `m1` to `m12` are the months. */
export type SheetColumn =
  | 'code'
  | 'plan'
  | 'agency'
  | 'level'
  | 'item'
  | 'weight'
  | 'point'
  | 'due'
  | 'evidence'
  | `m${number}`;

const names: Readonly<Record<Exclude<SheetColumn, `m${number}`>, readonly string[]>> = {
  code: ['列碼', '列號', '計畫代碼', '計畫編號'],
  plan: ['計畫名稱', '計畫'],
  agency: ['執行機關', '主辦機關', '機關', '機關名稱'],
  level: ['管制級別', '級別'],
  item: ['工作項目', '項目', '項目名稱', '工作項目名稱'],
  weight: ['權重', '權重%', '權數'],
  point: ['查核點', '查核點名稱', '查核事項'],
  due: ['預定日期', '預定完成日期', '查核點日期', '預定達成日期'],
  evidence: ['佐證', '佐證資料'],
};

/** Where the columns of a table stand, from its row of headings on. */
export interface SheetTable {
  readonly columns: ReadonlyMap<SheetColumn, number>;
  /** Headings that are none of ours. */
  readonly unused: readonly string[];
  /** Below the headings. */
  readonly rows: readonly GridRow[];
}

/** The first table with a column for the plan and one for its items or milestones. Throws a Refusal where there is none. */
export function tableOf(grids: readonly Grid[], file: string): SheetTable {
  for (const { rows } of grids) {
    const at = rows.findIndex(isHeading);
    const head = rows[at];
    if (head !== undefined) return { ...columnsOf(head), rows: rows.slice(at + 1) };
  }
  throw new Refusal('no-work-sheet', 422, {
    'zh-Hant': `「${file}」裡找不到年度作業計畫的表：要有一列欄名，其中有「列碼」或「計畫名稱」，以及「工作項目」或「查核點」。請補上欄名後再匯入；沒有匯入任何內容。`,
    en: `${file} holds no table of work plans: a row of headings with 列碼 or 計畫名稱, and 工作項目 or 查核點. Add the headings and import it again; nothing was imported.`,
  });
}

function isHeading({ cells }: GridRow): boolean {
  const found = new Set(cells.map(({ text }) => columnIn(text)));
  return (found.has('code') || found.has('plan')) && (found.has('item') || found.has('point'));
}

function columnsOf({ cells }: GridRow): Pick<SheetTable, 'columns' | 'unused'> {
  const columns = new Map<SheetColumn, number>();
  const unused: string[] = [];
  for (const { text, column } of cells) {
    const known = columnIn(text);
    if (known === null) unused.push(text);
    else if (columns.has(known)) throw twice(text);
    else columns.set(known, column);
  }
  return { columns, unused };
}

function columnIn(heading: string): SheetColumn | null {
  const plain = plainOf(heading);
  const month = /^(?:累計預定進度)?(\d{1,2})月$/.exec(plain)?.[1];
  if (month !== undefined && Number(month) >= 1 && Number(month) <= monthsOfYear) return `m${Number(month)}`;
  const found = Object.entries(names).find(([, known]) => known.some((name) => plainOf(name) === plain));
  return found === undefined ? null : (found[0] as SheetColumn);
}

/** Blanks, width, brackets and the sign of percent do not count. */
function plainOf(text: string): string {
  return text.normalize('NFKC').replace(/[\s()%]/g, '');
}

function twice(heading: string): Refusal {
  return new Refusal('column-taken-twice', 422, {
    'zh-Hant': `「${heading}」這一欄出現兩次，不知道以哪一欄為準。請刪去其中一欄後再匯入；沒有匯入任何內容。`,
    en: `there are two columns "${heading}": which of them holds is not known. Delete one and import again; nothing was imported.`,
  });
}
