import { inRoc } from '../../days.ts';
import { columnTitles, inPrintedUnit, moneyColumns, printedAmount } from '@guankao/domain';
import { budgetedToDate, executedToDate } from '../row/money.ts';
import { rowTextFields, type RowRecord } from '../row/row.ts';
import { codeOfRow } from './code.ts';
import { keyOf, type AskedField, type CollectionColumn, type CollectionRecord, type SentRow } from './collection.ts';

/** What one agency is sent: lines above a table, and the table. */
export interface CollectionSheet {
  /** 範例署-114年度-收集表-1 */
  readonly name: string;
  readonly heads: readonly string[];
  readonly columns: readonly CollectionColumn[];
  readonly rows: readonly (readonly string[])[];
}

export const codeHeading = '列碼（請勿更動）';
export const nameHeading = columnTitles.name;
export const agencyHeading = '執行機關';

/** Those of the form, and beside each text that is asked what stood there last year. */
export function columnsFor(fields: readonly AskedField[], rows: readonly RowRecord[]): readonly CollectionColumn[] {
  const shown = (heading: string): CollectionColumn => ({ heading, kind: 'shown', field: null });
  const isTold = (field: AskedField) => rows.some(({ lastYear }) => (lastYear?.texts[field] ?? '') !== '');
  return [
    { heading: codeHeading, kind: 'code', field: null },
    shown(nameHeading),
    shown(agencyHeading),
    ...(['type', 'period'] as const)
      .filter((field) => !fields.includes(field))
      .map((field) => shown(columnTitles[field])),
    ...moneyColumns.map((field): CollectionColumn => ({
      heading: `${columnTitles[field]}（千元）`,
      kind: 'money',
      field: null,
    })),
    ...fields.flatMap((field): CollectionColumn[] => {
      const heading = rowTextFields[field].label['zh-Hant'];
      const beside: CollectionColumn = { heading: `去年度：${heading}`, kind: 'beside', field: null };
      return [{ heading, kind: 'answer', field }, ...(isTold(field) ? [beside] : [])];
    }),
  ];
}

/** A row as it is sent. */
export function sentRow(
  collection: string,
  row: RowRecord,
  agencyName: string,
  columns: readonly CollectionColumn[],
): SentRow {
  const money = [
    row.money.approvedTotal,
    budgetedToDate(row.money, row.fiscalYear),
    executedToDate(row.money, row.fiscalYear),
  ].map((twd) => printedAmount(twd === null ? null : inPrintedUnit(twd, 'thousand TWD')));
  const shown: Readonly<Record<string, string>> = {
    [codeHeading]: codeOfRow(collection, row.id),
    [nameHeading]: `${row.marker ?? ''}${row.texts.name}`,
    [agencyHeading]: agencyName,
    [columnTitles.type]: row.texts.type,
    [columnTitles.period]: row.texts.period,
  };
  let [amounts, answered]: [number, AskedField | null] = [0, null];
  const cells = columns.map(({ heading, kind, field }) => {
    if (field !== null) {
      answered = field;
      return row.texts[field];
    }
    if (kind === 'beside') return answered === null ? '' : (row.lastYear?.texts[answered] ?? '');
    if (kind !== 'money') return shown[heading] ?? '';
    amounts += 1;
    return money[amounts - 1] ?? '';
  });
  return { row: row.id, agency: row.agency, cells };
}

/** The lines above an agency's table. The first says whose file it is, and of which collection. */
export function headsFor(
  { id, fiscalYear, due }: Pick<CollectionRecord, 'id' | 'fiscalYear' | 'due'>,
  agency: string,
  agencyName: string,
): readonly string[] {
  return [
    `收集表：${id}　機關代碼：${agency}`,
    `${agencyName}　${fiscalYear - 1911}年度執行情形及目標達成情形　請於 ${inRoc(due)} 前填妥寄回`,
    '請只填白底各欄；灰底各欄供參考。列可以移動，列碼請留著。金額由主計登錄，在此不收。',
  ];
}

/** The collection that such a first line names, without blanks and of one width; null for any other text. */
export function collectionNamedIn(text: string): string | null {
  return /^收集表:(.+?-收集-\d+)機關代碼:/.exec(keyOf(text))?.[1] ?? null;
}

/** What an agency is sent. */
export function sheetFor(collection: CollectionRecord, agency: string): CollectionSheet {
  const { receivers, columns, rows, fiscalYear, round } = collection;
  const name = receivers.find((one) => one.agency === agency)?.name ?? agency;
  return {
    name: `${name}-${fiscalYear - 1911}年度-收集表-${round}`,
    heads: headsFor(collection, agency, name),
    columns,
    rows: rows.filter((row) => row.agency === agency).map(({ cells }) => cells),
  };
}

/** The text that goes out with the files: whom each is for, until when, how to fill it in. */
export function coveringText(collection: CollectionRecord): string {
  const { fiscalYear, due, receivers, rows, note } = collection;
  const list = receivers.map(({ agency, name, person, to }) => {
    const count = rows.filter((row) => row.agency === agency).length;
    return `${sheetFor(collection, agency).name}　${name}　${person}${to === '' ? '' : `　${to}`}　${count} 列`;
  });
  return [
    `主旨：請填報${fiscalYear - 1911}年度重要計畫執行情形及目標達成情形，並於${inRoc(due)}前寄回。`,
    '',
    '說明：',
    '一、附檔每機關一份；同一份有 ODS、ODT、XLSX、DOCX 幾種格式的，內容相同，擇一填寫即可。',
    '二、請只填白底各欄。列可以移動、可另加說明欄；請保留「列碼」欄，程式據以辨認各列。',
    '三、金額由主計登錄，在表上修改不收。',
    '四、寄回時檔名可改，以電子郵件附檔寄回即可；不必登入任何系統。',
    ...(note === '' ? [] : [`五、${note}`]),
    '',
    '附檔：',
    ...list,
    '',
  ].join('\n');
}
