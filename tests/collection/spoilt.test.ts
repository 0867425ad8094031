import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openDocument } from '@guankao/documents';
import {
  applyToCollection,
  holdAgainst,
  isPlain,
  receiveFiles,
  sheetFor,
  standingOf,
  type CollectionRecord,
  type FileReading,
} from '@guankao/workflow';
import { contextAt, rowsOfYear, sent, yearRecord } from './collected-year.ts';
import { withMacro, writeCameBack, type CameFormat, type Cell } from './write-came-back.ts';

/** Each way in which a file comes back spoilt: what is wrong is told with its place, and the rest is read. */

const rows = rowsOfYear();
const collection = sent(rows);
const { columns } = collection;
const columnOf = (heading: string) => columns.findIndex((column) => column.heading === heading);
const [name, execution, goals] = ['計畫名稱', '本年度執行情形說明', '績效目標及本年度目標值'].map(columnOf) as [
  number,
  number,
  number,
];
/** Rows of a1, in their order: 01, 10, 19, 28, 37, 46; 10 and 19 have one name. */
const own = collection.rows.filter(({ agency }) => agency === 'a1').map(({ row }) => row);
const [first = '', second = '', third = '', fourth = ''] = own;

type Lines = Cell[][];
interface Spoil {
  readonly of?: CollectionRecord;
  readonly format?: CameFormat;
  /** Without the lines above the table. */
  readonly bare?: boolean;
  readonly bytes?: (bytes: Uint8Array) => Uint8Array;
}

/** a1's file with its first two rows filled in, spoilt; `lines[0]` are the headings. */
async function back(spoil: (lines: Lines) => Lines = (lines) => lines, how: Spoil = {}): Promise<FileReading> {
  const { of = collection, format = 'ods', bare = false, bytes = (same) => same } = how;
  const sheet = sheetFor(of, 'a1');
  const lines: Lines = [
    columns.map(({ heading }) => ({ text: heading })),
    ...sheet.rows.map((cells, row) =>
      cells.map((text, at) => ({ text: at === execution && row < 2 ? `完成${row + 1}案。` : text })),
    ),
  ];
  const heads = bare ? [] : sheet.heads.map((text) => [{ text }]);
  const whole = { lines: [...heads, ...spoil(lines)], heads: heads.length };
  return holdAgainst(
    collection,
    await openDocument({ name: `a1.${format}`, bytes: bytes(writeCameBack(whole, format)) }),
  );
}

const changed = ({ cells }: FileReading) =>
  cells.map(({ row, column, text }) => `${row} ${columns[column]?.heading}: ${text}`);
const both = [`${first} 本年度執行情形說明: 完成1案。`, `${second} 本年度執行情形說明: 完成2案。`];
const reasons = ({ unread }: FileReading) => [...new Set(unread.map(({ why }) => why))];
const at = (lines: Lines, line: number, column: number, cell: Cell): Lines =>
  lines.map((cells, index) => (index === line ? cells.map((one, place) => (place === column ? cell : one)) : cells));

describe('read whole', () => {
  test.each(['ods', 'xlsx', 'odt', 'docx'] as const)('as %s, whatever its name', async (format) => {
    const reading = await back((lines) => lines, { format });
    expect([changed(reading), reading.unread, reading.missingRows, reading.agency]).toEqual([both, [], [], 'a1']);
  });

  test('rows moved, columns moved, the lines above taken out', async () => {
    const moved = await back(([heads = [], ...rest]) => [heads, ...rest.toReversed()], { bare: true });
    expect([changed(moved).toSorted(), moved.unread]).toEqual([both, []]);
    const turned = await back((lines) => lines.map((cells) => cells.toReversed()), { bare: true });
    expect([changed(turned), turned.unread, turned.missingColumns]).toEqual([both, [], []]);
  });

  test('a macro is told and never run', async () => {
    const reading = await back((lines) => lines, { format: 'xlsx', bytes: withMacro });
    expect([changed(reading), reading.notices[0]?.['zh-Hant']]).toEqual([
      both,
      expect.stringContaining('巨集一律不執行'),
    ]);
  });
});

describe('rows', () => {
  test('without codes they are found by name and agency; two of one name are not guessed at', async () => {
    const reading = await back((lines) =>
      lines.map((cells, line) => (line === 0 ? cells : [{ text: '' }, ...cells.slice(1)])),
    );
    expect(changed(reading)).toEqual([both[0]]);
    expect(reading.unread.filter(({ text }) => text === '完成2案。')).toMatchObject([
      { why: 'name-twice', place: '工作表1!K6' },
    ]);
    expect(reading.missingRows).toEqual([second, third]);
  });

  test.each([
    ['last year’s', sent(rowsOfYear('範例部-113'), yearRecord('範例部-113')), 'other-year'],
    ['another ministry’s', sent(rowsOfYear('他部-114'), yearRecord('他部-114')), 'other-year'],
    ['another round’s', sent(rows, yearRecord(), 1), 'other-round'],
  ] as const)('%s file: nothing of it is taken for this one’s', async (_whose, of, why) => {
    for (const codes of [true, false]) {
      const reading = await back(
        (lines) => lines.map((cells, line) => (line === 0 || codes ? cells : [{ text: '' }, ...cells.slice(1)])),
        { of },
      );
      expect([
        reading.cells,
        reading.unread.filter(({ text }) => /^完成[12]案/.test(text)).map((one) => one.why),
      ]).toEqual([[], [why, why]]);
    }
  });

  test('last year’s file without codes and without the lines above is told by what it shows', async () => {
    const of = sent(rowsOfYear('範例部-113'), yearRecord('範例部-113'));
    const reading = await back(
      (lines) => lines.map((cells, line) => (line === 0 ? cells : [{ text: '' }, ...cells.slice(1)])),
      { of, bare: true },
    );
    expect([reading.cells, reasons(reading)]).toEqual([[], expect.arrayContaining(['not-as-sent'])]);
  });

  test('two that changed places are believed of neither; the others are read', async () => {
    const reading = await back(([heads = [], a = [], b = [], c = [], d = [], ...rest]) => [
      heads,
      [a[0] ?? null, ...d.slice(1)],
      b,
      c,
      [d[0] ?? null, ...a.slice(1)],
      ...rest,
    ]);
    expect([changed(reading), reasons(reading)]).toEqual([[both[1]], ['another-row']]);
    expect(reading.missingRows).toEqual([first, fourth]);
  });

  test('a code that was filled down is believed once', async () => {
    const reading = await back((lines) =>
      lines.map((cells, line) => (line === 0 ? cells : [lines[1]?.[0] ?? null, ...cells.slice(1)])),
    );
    expect([changed(reading), reasons(reading)]).toEqual([[both[0]], ['another-row']]);
  });

  test('one that was added, one of another agency, a note below: each with its place', async () => {
    const other = collection.rows.find(({ agency }) => agency === 'a2');
    const reading = await back((lines) => [
      ...lines,
      columns.map((_, column) => ({ text: column === name ? '新計畫' : column === goals ? '新目標' : '' })),
      (other?.cells ?? []).map((text, column) => ({ text: column === goals ? '別機關的目標' : text })),
      [{ text: '承辦人：王小明' }],
    ]);
    expect(changed(reading)).toEqual(both);
    const told = reading.unread.filter(({ text }) => ['新目標', '別機關的目標', '承辦人：王小明'].includes(text));
    expect(told.map(({ place, why }) => [place, why])).toEqual([
      ['工作表1!M11', 'no-row'],
      ['工作表1!M12', 'agency-of-another'],
      ['工作表1!A13', 'no-row'],
    ]);
  });

  test('one that is hidden by a filter did not come back, and that is said', async () => {
    const hide = (bytes: Uint8Array) => {
      const parts = unzipSync(bytes);
      const xml = strFromU8(parts['content.xml'] ?? new Uint8Array());
      const before = xml.lastIndexOf('<table:table-row>', xml.indexOf(`${first}/`));
      const hidden = `${xml.slice(0, before)}<table:table-row table:visibility="filter">${xml.slice(before + 17)}`;
      return zipSync({ ...parts, 'content.xml': strToU8(hidden) });
    };
    const reading = await back((lines) => lines, { bytes: hide });
    expect([changed(reading), reading.missingRows]).toEqual([[both[1]], [first]]);
    expect(reading.notices.map((notice) => notice['zh-Hant']).join('')).toContain('隱藏');
  });
});

describe('columns and cells', () => {
  test('a column that was added is shown, one that is gone empties nothing', async () => {
    const reading = await back((lines) =>
      lines.map((cells, line) => [
        ...cells.filter((_, column) => column !== goals),
        { text: line === 0 ? '備註' : line === 1 ? '另送' : '' },
      ]),
    );
    expect([changed(reading), reading.missingColumns]).toEqual([both, [goals]]);
    expect(reading.unread).toEqual([
      { place: expect.stringMatching(/^工作表1!/), row: first, heading: '備註', text: '另送', why: 'column-unknown' },
    ]);
  });

  test('a heading that was changed, or stands there twice, is no column of ours', async () => {
    const renamed = await back((lines) => at(lines, 0, execution, { text: '執行情形' }));
    expect([changed(renamed), renamed.missingColumns, reasons(renamed)]).toEqual([[], [execution], ['column-unknown']]);
    const twice = await back((lines) => at(lines, 0, goals, { text: '本年度執行情形說明' }));
    expect([changed(twice), reasons(twice)]).toEqual([[], ['column-twice']]);
  });

  test.each(['ods', 'xlsx'] as const)('merged cells in %s: nobody knows whose the text is', async (format) => {
    const reading = await back(
      (lines) => at(at(lines, 1, execution, { text: '兩案合併說明。', rows: 2 }), 2, execution, null),
      { format },
    );
    expect([changed(reading), reading.missingRows]).toEqual([[], []]);
    expect(reading.unread).toMatchObject([
      { row: first, heading: '本年度執行情形說明', text: '兩案合併說明。', why: 'merged-cells' },
    ]);
  });

  test('what was emptied, struck out in part, or written into another’s column is left to a person', async () => {
    const reading = await back((lines) => at(lines, 1, columnOf('本年度預定工作摘要'), { text: '' }));
    const emptied = standing(reading).find(({ cell }) => cell.text === '');
    expect([emptied?.standing, emptied !== undefined && isPlain(emptied)]).toEqual(['changed', false]);
    const money = await back((lines) => at(lines, 2, columnOf('計畫核定總經費（千元）'), { text: '7' }));
    expect(
      standing(money)
        .filter((one) => one.standing === 'not-asked')
        .map(({ cell }) => cell.text),
    ).toEqual(['7']);
    const struck = await back((lines) => lines, { bytes: withStruckOut });
    const cell = standing(struck).find((one) => one.cell.row === first);
    expect([cell?.cell.text, cell?.cell.remark?.['zh-Hant']]).toEqual(['1案。', expect.stringContaining('刪除線')]);
    expect(cell !== undefined && isPlain(cell)).toBe(false);
  });
});

/** The first 完成 of the file's answers is struck out. */
function withStruckOut(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const style =
    '<office:automatic-styles><style:style xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" style:name="gone" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style></office:automatic-styles>';
  const xml = strFromU8(parts['content.xml'] ?? new Uint8Array())
    .replace('<text:p>完成1案。', '<text:p><text:span text:style-name="gone">完成</text:span>1案。')
    .replace('<office:body>', `${style}<office:body>`);
  return zipSync({ ...parts, 'content.xml': strToU8(xml) });
}

function received(...readings: readonly FileReading[]): CollectionRecord {
  const files = readings.map((reading, at) => ({ name: `${at}.ods`, sha256: `${at}`, size: 1, reading }));
  const context = contextAt(new Date('2026-01-19T01:00:00Z'));
  return receiveFiles(collection, files, { came: '2026-01-19', way: '電子郵件' }, context).reduce<CollectionRecord>(
    (record, event) => applyToCollection(record, event),
    collection,
  );
}

const standing = (...readings: readonly FileReading[]) => standingOf(received(...readings), rows);

test('two officers’ files: each fills in their own rows; where both wrote the same cell it is a conflict', async () => {
  const one = await back((lines) => at(lines, 2, execution, { text: '' }));
  const two = await back((lines) => at(at(lines, 1, execution, { text: '' }), 2, goals, { text: '完成9案。' }));
  expect(standing(one, two).map(({ cell, standing }) => [cell.row, cell.text, standing])).toEqual([
    [first, '完成1案。', 'changed'],
    [second, '完成2案。', 'changed'],
    [second, '完成9案。', 'changed'],
  ]);
  const three = await back((lines) => at(lines, 1, execution, { text: '完成5案。' }));
  expect(
    standing(one, three)
      .filter(({ cell }) => cell.row === first)
      .map((cell) => cell.standing),
  ).toEqual(['conflict', 'conflict']);
});
