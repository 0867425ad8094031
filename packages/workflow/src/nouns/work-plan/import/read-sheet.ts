import { Refusal, type Document, type Message } from '@guankao/domain';
import { extract } from '@guankao/quantities';
import { controlLevels, type ControlLevel } from '@guankao/regulations';
import { terms } from '@guankao/terms';
import { readCode } from '../../collection/code.ts';
import { keyOf } from '../../collection/collection.ts';
import { gridsOf, type GridRow } from '../../collection/coming-back/grid.ts';
import { isStanding, type RowRecord } from '../../row/row.ts';
import { percentIn } from '../progress.ts';
import { monthsOfYear, type GivenContent } from '../work-plan.ts';
import { tableOf, type SheetColumn, type SheetTable } from './headings.ts';

/** What a sheet says of one row's work plan. */
export interface SheetPlan {
  /** Id of the row. */
  readonly row: string;
  readonly level: ControlLevel | null;
  readonly items: GivenContent['items'];
  readonly checkPoints: GivenContent['checkPoints'];
  /** null: the sheet has no line of planned spending. */
  readonly spending: readonly number[] | null;
  /** By the names of cells, as refusals give them: where each line stands. `item-1`, `point-2`, `spending`. */
  readonly places: Readonly<Record<string, string>>;
  /** A cell that cannot be read: nothing of this plan is taken, and the others are. */
  readonly unread: { readonly place: string; readonly message: Message } | null;
}

/** A line that is of no row, or of which is not known of which. */
export interface SheetLine {
  readonly place: string;
  readonly text: string;
  readonly why: 'no-row' | 'name-twice' | 'code-of-another' | 'nothing-said';
}

export interface WorkSheet {
  readonly plans: readonly SheetPlan[];
  readonly unmatched: readonly SheetLine[];
  /** Headings that are none of ours: told, so that nothing is passed over unseen. */
  readonly unused: readonly string[];
}

interface SheetForm {
  readonly rows: readonly RowRecord[];
  /** By id. */
  readonly agencyNames: Readonly<Record<string, string>>;
}

/**
 * A sheet of work plans: a line is an item, a milestone, or both, or (item 預定支用) a plan's spending by month. It is of
 * the row that its code names, else of the one row with its name and agency; never by its order, and a line that says
 * neither is of none. Throws a Refusal where the file holds no such sheet.
 */
export function readWorkSheet(document: Document, form: SheetForm): WorkSheet {
  const table = tableOf(gridsOf(document), document.name);
  const [byRow, unmatched] = [new Map<string, GridRow[]>(), [] as SheetLine[]];
  for (const line of table.rows.filter(({ cells }) => cells.some(({ text }) => text.trim() !== ''))) {
    const found = rowOfLine(line, table, form);
    if (typeof found === 'string') unmatched.push({ place: placeOf(line), text: textOf(line), why: found });
    else byRow.set(found.id, [...(byRow.get(found.id) ?? []), line]);
  }
  return {
    plans: [...byRow].map(([row, lines]) => planOf(row, lines, table)),
    unmatched,
    unused: table.unused,
  };
}

function rowOfLine(line: GridRow, table: SheetTable, { rows, agencyNames }: SheetForm): RowRecord | SheetLine['why'] {
  const [code, name, agency] = (['code', 'plan', 'agency'] as const).map((column) => cellOf(line, table, column).text);
  if (code === '' && name === '') return 'no-row';
  if (!['item', 'point'].some((column) => cellOf(line, table, column as SheetColumn).text !== ''))
    return 'nothing-said';
  const isOf = (row: RowRecord) =>
    (name === '' || keyOf(row.texts.name) === keyOf(name ?? '')) &&
    (agency === '' || keyOf(agencyNames[row.agency] ?? row.agency) === keyOf(agency ?? ''));
  const standing = rows.filter(isStanding);
  if (code !== undefined && code !== '') {
    const id = readCode(code, [])?.row ?? code;
    const row = standing.find((one) => keyOf(one.id) === keyOf(id));
    if (row === undefined) return 'no-row';
    // A code beside the name of another plan is believed by nobody.
    return isOf(row) ? row : 'code-of-another';
  }
  const [first, ...more] = standing.filter(isOf);
  return first === undefined ? 'no-row' : more.length > 0 ? 'name-twice' : first;
}

interface Cell {
  readonly text: string;
  readonly place: string;
}

function cellOf({ cells }: GridRow, { columns }: SheetTable, column: SheetColumn): Cell {
  const at = columns.get(column);
  const found = cells.find((cell) => cell.column === at);
  return { text: found?.text.trim() ?? '', place: found?.place ?? '' };
}

function placeOf({ cells }: GridRow): string {
  return cells[0]?.place ?? '';
}

function textOf({ cells }: GridRow): string {
  return cells.map(({ text }) => text).join('　');
}

/** 預定支用, 累計預定支用（元）, 預定支用(千元): the line of a plan's money, and TWD in one of its figures. */
function spendingUnit(item: string): 1 | 1000 | null {
  const plain = item.normalize('NFKC').replace(/\s/g, '');
  if (!/^(?:累計)?預定支用(?:數)?(?:\((?:千)?元\))?$/.test(plain)) return null;
  return plain.includes('千元') ? 1000 : 1;
}

function planOf(row: string, lines: readonly GridRow[], table: SheetTable): SheetPlan {
  const items: GivenContent['items'][number][] = [];
  const checkPoints: GivenContent['checkPoints'][number][] = [];
  const places: Record<string, string> = {};
  let spending: readonly number[] | null = null;
  let level: ControlLevel | null = null;
  try {
    for (const line of lines) {
      const cell = (column: SheetColumn) => cellOf(line, table, column);
      const [item, point] = [cell('item'), cell('point')];
      const factor = spendingUnit(item.text);
      if (cell('level').text !== '') level = levelIn(cell('level'));
      if (factor !== null) {
        if (spending !== null) throw unreadable(item, '預定支用出現兩列', 'there are two lines of planned spending');
        spending = byMonth(cell, (one) => amountIn(one, factor));
        places['spending'] = placeOf(line);
      } else if (item.text !== '') {
        const weight = percentOfCell(cell('weight'));
        items.push({ name: item.text, weight, planned: byMonth(cell, percentOfCell) });
        places[`item-${items.length}`] = placeOf(line);
      }
      if (point.text === '') continue;
      checkPoints.push({ name: point.text, due: dayIn(cell('due'), point), evidence: cell('evidence').text });
      places[`point-${checkPoints.length}`] = placeOf(line);
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const unread = { place: error.field ?? '', message: error.inBothLanguages };
    return { row, level, items: [], checkPoints: [], spending: null, places, unread };
  }
  return { row, level, items, checkPoints, spending, places, unread: null };
}

/** Cumulative: an empty month is as the one before it. */
function byMonth(cell: (column: SheetColumn) => Cell, read: (cell: Cell) => number): number[] {
  let last = 0;
  return Array.from({ length: monthsOfYear }, (_, at) => {
    const one = cell(`m${at + 1}`);
    return (last = one.text === '' ? last : read(one));
  });
}

function percentOfCell(cell: Cell): number {
  const percent = cell.text === '' ? 0 : percentIn(cell.text);
  if (percent !== null) return percent;
  throw unreadable(
    cell,
    '不是 0 至 100、小數最多兩位的百分比',
    'no percentage of 0 to 100 with at most two digits after the point',
  );
}

function amountIn(cell: Cell, factor: 1 | 1000): number {
  const plain = cell.text.normalize('NFKC').replace(/[\s,元]/g, '');
  if (/^\d{1,15}$/.test(plain)) return Number(plain) * factor;
  throw unreadable(cell, '不是整數金額', 'no whole amount');
}

function dayIn(cell: Cell, { place }: Cell): string {
  const [date, ...more] = cell.text.length > 60 ? [] : extract(cell.text);
  const isDay = date?.kind === 'date' && more.length === 0 && date.to === null && date.text === cell.text;
  if (isDay && date.from?.length === 10) return date.from;
  throw unreadable(
    { text: cell.text, place: cell.place === '' ? place : cell.place },
    '不是年月日，例：114年6月30日',
    'no day, such as 114年6月30日',
  );
}

const levelNames = {
  'executive-yuan': terms.byExecutiveYuan,
  ministry: terms.byMinistry,
  agency: terms.byAgency,
} as const;

function levelIn(cell: Cell): ControlLevel {
  const level = controlLevels.find((one) => keyOf(levelNames[one]['zh-Hant']) === keyOf(cell.text));
  if (level !== undefined) return level;
  throw unreadable(cell, '不是行政院管制、部會管制或自行管制', 'none of 行政院管制, 部會管制, 自行管制');
}

function unreadable({ text, place }: Cell, zh: string, en: string): Refusal {
  return new Refusal('work-sheet-cell', 422, {
    'zh-Hant': `${place} 的「${text}」${zh}。這個計畫沒有讀入；請在檔案更正後再匯入。`,
    en: `${place} holds "${text}": ${en}. This plan was not read; correct the file and import it again.`,
  }).about(place);
}
