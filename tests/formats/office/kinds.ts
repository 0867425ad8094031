import {
  buoy,
  cellsOf,
  expectedOf,
  ferry,
  formOf,
  heads,
  lantern,
  row,
  rowOf,
  title,
  type ExpectedPlan,
  type PlanSpec,
} from './form.ts';
import { big5 } from './big5.ts';
import {
  cell,
  formats,
  line,
  merging,
  sheets,
  styled,
  type Format,
  type OfficeCell,
  type OfficeFile,
  type OfficePiece,
  type OfficeRow,
  type Run,
} from './model.ts';
import { writeDocx, writeOdt } from './write-flow.ts';
import { pdfStyle, writePdf } from './write-pdf.ts';
import { htmlStyle, plainStyle, writeCsv, writeHtml, writeText } from './write-plain.ts';

/** One small document with one quirk, and what must be read of it in each format that can hold it. */
export interface OfficeCase {
  readonly kind: string;
  readonly variant: string;
  readonly formats: readonly Format[];
  readonly file: OfficeFile;
  readonly expected: readonly ExpectedPlan[];
  /** Written another way than plainly. */
  readonly bytes?: (format: Format) => Uint8Array;
  /** The id of a notice that must be there, in formats that print what it is about. */
  readonly notice?: string;
  readonly agency?: string;
  /** TWD in an expected amount, where it is not a thousand. */
  readonly unit?: number;
  /** What cannot be told in this file, and is left unread. */
  readonly doubtful?: readonly string[];
}

const plans = [lantern, buoy, ferry];
const allRight = plans.map((plan) => expectedOf(plan));
const utf8 = new TextEncoder();

/** The cells of a plan whose left ones are merged over more rows of goals. */
function mergedOver(
  plan: PlanSpec,
  more: readonly (readonly [goals: string, explanation: string])[],
  until = 8,
): OfficeRow[] {
  const first = cellsOf(plan).map((each, i) => (i < until ? { ...each, rowSpan: more.length + 1 } : each));
  return [
    { cells: first },
    ...more.map(([goals, explanation]): OfficeRow => ({
      cells: heads.map((_, i) => (i < until ? 'covered' : cell(i === 8 ? goals : i === 9 ? explanation : ''))),
    })),
  ];
}

function merged(): OfficeCase[] {
  const two = [['購置巡查艇1艘。', '購置巡查艇1艘。']] as const;
  const three = [...two, ['服務2萬人次。', '服務2萬1,350人次。']] as const;
  const joined = (plan: PlanSpec, more: readonly (readonly [string, string])[]): ExpectedPlan =>
    expectedOf(plan, {
      goals: plan.goals + more.map(([goals]) => goals).join(''),
      explanation: plan.explanation + more.map(([, explanation]) => explanation).join(''),
    });
  const everywhere: readonly Format[] = ['csv', ...merging];
  const make = (variant: string, rows: readonly OfficeRow[], expected: readonly ExpectedPlan[]): OfficeCase => ({
    kind: 'plan cells merged over rows of goals',
    variant,
    formats: everywhere,
    file: formOf({ rows }),
    expected,
  });
  return [
    make(
      'the first plan over two',
      [...mergedOver(lantern, two), rowOf(buoy)],
      [joined(lantern, two), expectedOf(buoy)],
    ),
    make(
      'the last plan over two',
      [rowOf(buoy), ...mergedOver(lantern, two)],
      [expectedOf(buoy), joined(lantern, two)],
    ),
    make(
      'the middle plan over three',
      [rowOf(buoy), ...mergedOver(lantern, three), rowOf(ferry)],
      [expectedOf(buoy), joined(lantern, three), expectedOf(ferry)],
    ),
    make(
      'two plans, one after the other',
      [...mergedOver(lantern, two), ...mergedOver(ferry, three), rowOf(buoy)],
      [joined(lantern, two), joined(ferry, three), expectedOf(buoy)],
    ),
    make(
      'execution told row by row',
      [
        ...mergedOver(lantern, two, 7).map((each, i) =>
          i === 1 ? { cells: each.cells.map((old, at) => (at === 7 ? cell('巡查艇已交船。') : old)) } : each,
        ),
        rowOf(buoy),
      ],
      [joined(lantern, two), expectedOf(buoy)],
    ),
    {
      ...make(
        'only name, type and period merged, figures once',
        [
          ...mergedOver(lantern, two, 3).map((each, i) =>
            i === 1 ? { cells: each.cells.map((old, at) => (at >= 3 && at < 8 ? cell('') : old)) } : each,
          ),
          rowOf(buoy),
        ],
        [joined(lantern, two), expectedOf(buoy)],
      ),
    },
  ];
}

function sharedCells(): OfficeCase[] {
  const secondShare: PlanSpec = {
    ...lantern,
    money: ['300,000', '45,000', '43,210'],
    goals: '修繕燈塔2座。',
    explanation: '修繕燈塔2座。',
  };
  const over = (plan: PlanSpec, columns: readonly number[], count: number): OfficeRow => ({
    cells: cellsOf(plan).map((each, i) => (columns.includes(i) ? { ...each, rowSpan: count } : each)),
  });
  const under = (plan: PlanSpec, columns: readonly number[]): OfficeRow => ({
    cells: cellsOf(plan).map((each, i) => (columns.includes(i) ? 'covered' : each)),
  });
  const social = { ...ferry };
  return [
    {
      kind: 'a cell merged over several plans',
      variant: 'one type for two plans',
      formats: merging,
      file: formOf({ rows: [over(lantern, [1], 2), under(social, [1]), rowOf(buoy)] }),
      expected: [expectedOf(lantern), expectedOf(social), expectedOf(buoy)],
    },
    {
      kind: 'a cell merged over several plans',
      variant: 'one period for two plans',
      formats: merging,
      file: formOf({ rows: [over(lantern, [2], 2), under({ ...social, period: lantern.period }, [2]), rowOf(buoy)] }),
      expected: [expectedOf(lantern), expectedOf({ ...social, period: lantern.period }), expectedOf(buoy)],
    },
    {
      kind: 'a cell merged over several plans',
      variant: 'one name for two shares',
      formats: merging,
      file: formOf({ rows: [over(lantern, [0, 1, 2], 2), under(secondShare, [0, 1, 2]), rowOf(buoy)] }),
      expected: [expectedOf(lantern), expectedOf(secondShare), expectedOf(buoy)],
    },
    {
      kind: 'a cell merged over several plans',
      variant: 'one approved total for two shares',
      formats: merging,
      file: formOf({ rows: [over(lantern, [0, 1, 2, 3], 2), under(secondShare, [0, 1, 2, 3]), rowOf(buoy)] }),
      expected: [expectedOf(lantern), expectedOf(secondShare), expectedOf(buoy)],
    },
    {
      kind: 'a cell merged over several plans',
      variant: 'one type for all',
      formats: merging,
      file: formOf({ rows: [over(lantern, [1], 3), under(ferry, [1]), under({ ...buoy, type: lantern.type }, [1])] }),
      expected: [expectedOf(lantern), expectedOf(ferry), expectedOf({ ...buoy, type: lantern.type })],
    },
    {
      kind: 'a cell merged over several plans',
      variant: 'executed money for two plans is nobody’s own',
      formats: merging,
      file: formOf({ rows: [over(lantern, [5], 2), under(ferry, [5]), rowOf(buoy)] }),
      expected: [expectedOf(lantern, { executed: null }), expectedOf(ferry, { executed: null }), expectedOf(buoy)],
    },
  ];
}

/** Pages that face one another: three plans on the left, and on the right the execution of one merged over its rows of goals. */
function facingPages(): OfficeCase[] {
  const more = [
    ['購置巡查艇1艘。', '購置巡查艇1艘。'],
    ['服務2萬人次。', '服務2萬1,350人次。'],
  ] as const;
  const half = (from: number, to: number) => (cells: readonly (OfficeCell | 'covered')[]) => cells.slice(from, to);
  const page = (
    side: (cells: readonly (OfficeCell | 'covered')[]) => readonly (OfficeCell | 'covered')[],
    rows: readonly OfficeRow[],
  ): OfficePiece => ({
    kind: 'table',
    table: {
      heads: 1,
      rows: [{ cells: heads.map((text) => cell(text)) }, ...rows].map(({ cells }) => ({ cells: side(cells) })),
    },
  });
  const make = (variant: string, merged: PlanSpec): OfficeCase => ({
    kind: 'facing pages, goals in rows on the right one alone',
    variant,
    formats: merging,
    file: {
      pieces: [
        line('杜撰署'),
        line('重要社會發展、重大科技發展計畫'),
        line('單位：新臺幣千元'),
        page(half(0, 7), plans.map(rowOf)),
        line('主管'),
        line('執行情形及目標達成情形表'),
        page(
          half(7, 10),
          plans.flatMap((plan) => (plan === merged ? mergedOver(plan, more) : [rowOf(plan)])),
        ),
      ],
    },
    expected: plans.map((plan) =>
      plan === merged
        ? expectedOf(plan, {
            goals: plan.goals + more.map(([goals]) => goals).join(''),
            explanation: plan.explanation + more.map(([, explanation]) => explanation).join(''),
          })
        : expectedOf(plan),
    ),
  });
  return [make('the first plan', lantern), make('the middle plan', buoy), make('the last plan', ferry)];
}

function runningHeads(): OfficeCase[] {
  const split = [
    row({ 0: '杜撰署', 7: '主管' }),
    row({ 0: '重要社會發展、重大科技發展計畫', 7: '執行情形及目標達成情形表' }),
    row({ 0: '中華民國', 7: '113年度' }),
    row({ 9: '單位：新臺幣千元' }),
  ];
  const inTables: readonly Format[] = ['text', 'csv', 'html', 'xlsx', 'ods', 'docx', 'odt'];
  const make = (variant: string, rows: readonly OfficeRow[], on: readonly Format[] = inTables): OfficeCase => ({
    kind: 'running heads split over cells',
    variant,
    formats: on,
    file: formOf({ rows }),
    expected: allRight,
  });
  const headRow: OfficeRow = { cells: heads.map((text) => cell(text)) };
  return [
    make('before the heads', [rowOf(lantern), ...split, headRow, rowOf(buoy), rowOf(ferry)]),
    make('between rows, no heads again', [rowOf(lantern), ...split, rowOf(buoy), rowOf(ferry)]),
    make('the title in one merged cell', [
      rowOf(lantern),
      { cells: heads.map((_, i) => (i === 0 ? cell(title, { columnSpan: 10 }) : 'covered')) },
      headRow,
      rowOf(buoy),
      rowOf(ferry),
    ]),
    make('agency and year in one row', [
      rowOf(lantern),
      row({ 0: '杜撰署', 4: '中華民國113年度', 9: '單位：新臺幣千元' }),
      rowOf(buoy),
      rowOf(ferry),
    ]),
    make('heads printed again after a page number', [
      rowOf(lantern),
      row({ 4: '- 12 -' }),
      headRow,
      rowOf(buoy),
      rowOf(ferry),
    ]),
    make('page of pages at the right', [rowOf(lantern), rowOf(buoy), row({ 9: '第1頁，共2頁' }), rowOf(ferry)]),
    make('代號 and page in two cells', [rowOf(lantern), rowOf(buoy), rowOf(ferry), row({ 0: '杜撰署', 9: '第2頁' })]),
    {
      kind: 'running heads split over cells',
      variant: 'at the top of the sheet, in cells of their own',
      formats: inTables,
      file: {
        pieces: [
          {
            kind: 'table',
            table: { rows: [...split, headRow, ...plans.map(rowOf)], heads: 0 },
          },
        ],
      },
      expected: allRight,
      agency: '杜撰署',
    },
  ];
}

function totals(): OfficeCase[] {
  const sums = { 3: '1,636,400', 4: '1,093,710', 5: '1,056,122' };
  const words = [
    '小計',
    '合　計',
    '總計',
    '社會發展計畫小計',
    '重大科技發展計畫合計',
    '本頁小計',
    '本頁合計',
    '累計',
    '共計',
    '以上合計',
    '一、社會發展類計畫小計',
    '合計（3項計畫）',
    '總計：',
    '計',
    '過次頁',
    '承前頁',
    '全部計畫總計',
    'Total',
    '社會發展小計(A)',
    '合計(A+B)',
  ];
  return [
    ...words.map((word, i): OfficeCase => {
      const sum = row({ 0: word, ...sums });
      const rows = i % 2 === 0 ? [sum, ...plans.map(rowOf)] : [...plans.map(rowOf), sum];
      return {
        kind: 'total rows',
        variant: word,
        formats: i < 6 ? formats : ['csv', 'html', 'xlsx', 'docx'],
        file: formOf({ rows }),
        expected: allRight,
      };
    }),
    {
      kind: 'total rows',
      variant: 'in a cell merged over name, type and period',
      formats: ['csv', ...merging],
      file: formOf({
        rows: [
          ...plans.map(rowOf),
          {
            cells: heads.map((_, i) =>
              i === 0 ? cell('合計', { columnSpan: 3 }) : i < 3 ? 'covered' : cell(sums[i as 3] ?? ''),
            ),
          },
        ],
      }),
      expected: allRight,
    },
    {
      kind: 'total rows',
      variant: 'the word in the type column',
      formats,
      file: formOf({ rows: [rowOf(lantern), rowOf(ferry), row({ 1: '小計', ...sums }), rowOf(buoy)] }),
      expected: [expectedOf(lantern), expectedOf(ferry), expectedOf(buoy)],
    },
    {
      kind: 'total rows',
      variant: 'with its type beside it',
      formats,
      file: formOf({ rows: [rowOf(lantern), rowOf(ferry), row({ 0: '小計', 1: '社會發展', ...sums }), rowOf(buoy)] }),
      expected: [expectedOf(lantern), expectedOf(ferry), expectedOf(buoy)],
    },
    ...['統計調查精進計畫', '主計資訊系統統計', '公共設施設計', '全民體能總計畫', '氣象資料累計分析計畫'].map(
      (name): OfficeCase => ({
        kind: 'total rows',
        variant: `${name} is a plan`,
        formats: ['csv', 'xlsx', 'docx'],
        file: formOf({ rows: [rowOf({ ...lantern, name }), rowOf(buoy)] }),
        expected: [expectedOf({ ...lantern, name }), expectedOf(buoy)],
      }),
    ),
  ];
}

/** The form with some columns made one: `join` is what stands in the cell. */
function fused(
  variant: string,
  headings: readonly [number, string],
  take: number,
  join: (plan: PlanSpec) => string,
  on: readonly Format[] = formats,
): OfficeCase {
  const [at, heading] = headings;
  const without = <T>(cells: readonly T[], instead: T): T[] => [
    ...cells.slice(0, at),
    instead,
    ...cells.slice(at + take),
  ];
  return {
    kind: 'two things in one cell',
    variant,
    formats: on,
    file: formOf({
      heads: [
        {
          cells: without(
            heads.map((text) => cell(text)),
            cell(heading),
          ),
        },
      ],
      rows: plans.map((plan) => ({ cells: without(cellsOf(plan), cell(join(plan))) })),
    }),
    expected: allRight,
  };
}

function fusedCells(): OfficeCase[] {
  return [
    fused('type and period, two lines', [1, '計畫類型及期程'], 2, ({ type, period }) => `${type}\n${period}`),
    fused('type and period, a stroke', [1, '計畫類型／計畫期程'], 2, ({ type, period }) => `${type}／${period}`),
    fused('type and period, period in brackets', [1, '類型及期程'], 2, ({ type, period }) => `${type}（${period}）`),
    fused('type and period, a blank', [1, '計畫類型、期程'], 2, ({ type, period }) => `${type} ${period}`),
    fused('period and type', [1, '計畫期程及類型'], 2, ({ type, period }) => `${period}\n${type}`),
    fused('type and name, two lines', [0, '計畫類型及名稱'], 2, ({ type, name }) => `${type}\n${name}`),
    fused('name and type, in brackets', [0, '計畫名稱及類型'], 2, ({ type, name }) => `${name}（${type}）`),
    fused('type and name, a dash', [0, '計畫類型及名稱'], 2, ({ type, name }) => `${type}－${name}`),
    fused('type and name, a colon', [0, '計畫類型/名稱'], 2, ({ type, name }) => `${type}：${name}`),
    fused('type and name, in square brackets', [0, '計畫類型及名稱'], 2, ({ type, name }) => `【${type}】${name}`),
    fused(
      'name, type and period',
      [0, '計畫名稱、類型及期程'],
      3,
      ({ name, type, period }) => `${name}\n${type}\n${period}`,
    ),
    fused('name and period in brackets', [0, '計畫名稱（期程）'], 1, ({ name, period }) => `${name}（${period}）`, [
      'csv',
      'html',
      'xlsx',
    ]),
    {
      ...fused(
        'type and period under the type’s heading',
        [1, '計畫類型'],
        1,
        ({ type, period }) => `${type}\n${period}`,
      ),
      file: formOf({
        rows: plans.map((plan) => ({
          cells: cellsOf(plan).map((each, i) =>
            i === 1 ? cell(`${plan.type}\n${plan.period}`) : i === 2 ? cell('') : each,
          ),
        })),
      }),
    },
  ];
}

const toRadicals: Readonly<Record<string, string>> = {
  車: '⾞',
  月: '⽉',
  人: '⼈',
  日: '⽇',
  民: '⺠',
  長: '⻑',
  西: '⻄',
  目: '⽬',
  行: '⾏',
  立: '⽴',
  水: '⽔',
  山: '⼭',
  石: '⽯',
  食: '⻝',
  金: '⾦',
  土: '⼟',
  用: '⽤',
  工: '⼯',
  文: '⽂',
  自: '⾃',
};
const inRadicals = (text: string): string => [...text].map((char) => toRadicals[char] ?? char).join('');

function radicals(): OfficeCase[] {
  return ['行動車服務計畫', '長照水質計畫', '西山立石工程', '食用金土文化計畫', '自用民生目標計畫', '人工魚礁計畫'].map(
    (name) => {
      const plan: PlanSpec = {
        ...lantern,
        name,
        period: '113年1月至114年12月',
        goals: '服務2萬人次，用水3,000日。',
        explanation: '113年9月20日止服務1萬9,350人次，用水3,100日。',
      };
      const printed = Object.fromEntries(
        Object.entries(plan).map(([key, value]) => [key, typeof value === 'string' ? inRadicals(value) : value]),
      ) as unknown as PlanSpec;
      return {
        kind: 'radicals for characters',
        variant: name,
        // The font of the PDFs has no radicals.
        formats: formats.filter((format) => format !== 'pdf'),
        file: formOf({
          rows: [rowOf(printed), rowOf(buoy)],
          heads: [{ cells: heads.map((text) => cell(inRadicals(text))) }],
        }),
        expected: [expectedOf(plan), expectedOf(buoy)],
      };
    },
  );
}

/** The row of a plan with one cell set in runs. */
function withRuns(plan: PlanSpec, column: number, ...paragraphs: (readonly Run[])[]): OfficeRow {
  return { cells: cellsOf(plan).map((each, i): OfficeCell => (i === column ? { paragraphs } : each)) };
}

function setRuns(
  kind: string,
  notice: string,
  variant: string,
  column: number,
  runs: readonly Run[],
  expected: Partial<ExpectedPlan> = {},
  on: readonly Format[] = styled,
): OfficeCase[] {
  const made: OfficeCase = {
    kind,
    variant,
    formats: on,
    file: formOf({ rows: [withRuns(lantern, column, runs), rowOf(buoy)] }),
    expected: [expectedOf(lantern, expected), expectedOf(buoy)],
    notice,
  };
  const html = (by: 'styles' | 'classes'): OfficeCase => ({
    ...made,
    variant: `${variant}, by ${by}`,
    formats: ['html'],
    bytes: () => utf8.encode(writeHtml(made.file, { ...htmlStyle, by })),
  });
  return on.includes('html') ? [made, html('styles'), html('classes')] : [made];
}

function marks(): OfficeCase[] {
  const struck = (variant: string, column: number, runs: readonly Run[], expected: Partial<ExpectedPlan> = {}) =>
    setRuns('struck-out text', 'struck-out', variant, column, runs, expected);
  const raised = (variant: string, column: number, runs: readonly Run[], expected: Partial<ExpectedPlan> = {}) =>
    setRuns('raised note marks', 'note-marks', variant, column, runs, expected);
  const s = (text: string): Run => ({ text, mark: 'struck' });
  const r = (text: string): Run => ({ text, mark: 'raised' });
  const t = (text: string): Run => ({ text });
  return [
    ...struck('a figure in a text', 9, [t('修繕燈塔'), s('6'), t('4座。')]),
    ...struck('a money figure', 5, [s('104,000'), t('114,000')]),
    ...struck('a whole sentence', 9, [s('修繕燈塔6座。'), t('修繕燈塔4座。')]),
    ...struck('a digit of a money figure', 5, [t('114'), s('5'), t(',000')]),
    ...struck('part of the name', 0, [t('燈塔'), s('新建'), t('修繕計畫')]),
    ...struck('the old period', 2, [s('111年1月至114年12月'), t('112年1月至115年12月')]),
    ...struck('all of a money cell', 5, [s('114,000')], { executed: null }),
    ...raised('after a money figure', 5, [t('114,000'), r('1')]),
    ...raised('before a money figure', 4, [r('1'), t('120,000')]),
    ...raised('after a measure word', 9, [t('修繕燈塔4座'), r('2'), t('。')]),
    ...raised('註 with its number', 5, [t('114,000'), r('註2')]),
    ...raised('in brackets', 3, [t('300,000'), r('(1)')]),
    ...raised('an asterisk', 4, [t('120,000'), r('*')]),
    ...raised('after the name', 0, [t('燈塔修繕計畫'), r('3')]),
    ...raised('two of them', 5, [t('114,000'), r('1,2')]),
  ];
}

function hiddenThings(): OfficeCase[] {
  const t = (text: string): Run => ({ text });
  const h = (text: string): Run => ({ text, mark: 'hidden' });
  const flowing: readonly Format[] = ['html', 'docx', 'odt'];
  const ghost: PlanSpec = { ...ferry, name: '不列印之計畫' };
  return [
    {
      kind: 'hidden rows, columns and text',
      variant: 'a hidden row',
      formats: [...sheets, 'html'],
      file: formOf({ rows: [rowOf(lantern), { ...rowOf(ghost), hidden: true }, rowOf(buoy)] }),
      expected: [expectedOf(lantern), expectedOf(buoy)],
      notice: 'hidden-rows',
    },
    {
      kind: 'hidden rows, columns and text',
      variant: 'a hidden column of notes',
      formats: [...sheets, 'html'],
      file: formOf({
        heads: [{ cells: [...heads, '內部註記'].map((text) => cell(text)) }],
        rows: plans.map((plan) => ({ cells: [...cellsOf(plan), cell('待查123')] })),
        hiddenColumns: [10],
      }),
      expected: allRight,
      notice: 'hidden-columns',
    },
    {
      kind: 'hidden rows, columns and text',
      variant: 'a hidden column in the middle',
      formats: sheets,
      file: formOf({
        heads: [{ cells: [...heads.slice(0, 3), '原核定數', ...heads.slice(3)].map((text) => cell(text)) }],
        rows: plans.map((plan) => {
          const cells = cellsOf(plan);
          return { cells: [...cells.slice(0, 3), cell('999,999'), ...cells.slice(3)] };
        }),
        hiddenColumns: [3],
      }),
      expected: allRight,
      notice: 'hidden-columns',
    },
    {
      kind: 'hidden rows, columns and text',
      variant: 'a merged cell whose first row is hidden',
      formats: sheets,
      file: formOf({
        rows: [
          { cells: mergedOver(lantern, [['購置巡查艇1艘。', '購置巡查艇1艘。']])[0]?.cells ?? [], hidden: true },
          mergedOver(lantern, [['購置巡查艇1艘。', '購置巡查艇1艘。']])[1] as OfficeRow,
          rowOf(buoy),
        ],
      }),
      expected: [expectedOf(lantern, { goals: '購置巡查艇1艘。', explanation: '購置巡查艇1艘。' }), expectedOf(buoy)],
      notice: 'hidden-rows',
    },
    {
      kind: 'hidden rows, columns and text',
      variant: 'a hidden row under a merged cell',
      formats: sheets,
      file: formOf({
        rows: [
          ...mergedOver(lantern, [
            ['不列印之目標9座。', '不列印之說明9座。'],
            ['購置巡查艇1艘。', '購置巡查艇1艘。'],
          ]).map((each, i) => (i === 1 ? { ...each, hidden: true } : each)),
          rowOf(buoy),
        ],
      }),
      expected: [
        expectedOf(lantern, {
          goals: `${lantern.goals}購置巡查艇1艘。`,
          explanation: `${lantern.explanation}購置巡查艇1艘。`,
        }),
        expectedOf(buoy),
      ],
      notice: 'hidden-rows',
    },
    ...setRuns(
      'hidden rows, columns and text',
      'hidden-text',
      'hidden digits',
      5,
      [t('114,000'), h('999')],
      {},
      flowing,
    ),
    ...setRuns(
      'hidden rows, columns and text',
      'hidden-text',
      'a hidden sentence',
      9,
      [t('修繕燈塔4座。'), h('實為3座。')],
      {},
      flowing,
    ),
    {
      kind: 'hidden rows, columns and text',
      variant: 'a hidden sheet before',
      formats: sheets,
      file: {
        pieces: [
          { kind: 'sheet', name: '舊版', hidden: true },
          ...formOf({ rows: [rowOf(ghost)] }).pieces,
          { kind: 'sheet', name: '表', hidden: false },
          ...formOf({ rows: plans.map(rowOf) }).pieces,
        ],
      },
      expected: allRight,
      notice: 'hidden-sheet',
    },
  ];
}

function tracked(): OfficeCase[] {
  const t = (text: string): Run => ({ text });
  const d = (text: string): Run => ({ text, mark: 'deleted' });
  const i = (text: string): Run => ({ text, mark: 'inserted' });
  const on: readonly Format[] = ['docx', 'odt'];
  const make = (variant: string, column: number, runs: readonly Run[]) =>
    setRuns('tracked changes that nobody accepted', 'tracked-changes', variant, column, runs, {}, on);
  return [
    ...make('a figure replaced', 5, [d('104,000'), i('114,000')]),
    ...make('a digit put in', 4, [t('12'), i('0'), t(',000')]),
    ...make('a sentence taken out', 9, [t('修繕燈塔4座。'), d('另修繕浮標2具。')]),
    ...make('a count changed', 9, [t('修繕燈塔'), d('6'), i('4'), t('座。')]),
    ...make('the name changed', 0, [t('燈塔'), d('新建'), i('修繕'), t('計畫')]),
    ...make('the period changed', 2, [t('112年1月至'), d('114'), i('115'), t('年12月')]),
  ];
}

function cutNumbers(): OfficeCase[] {
  const on = formats.filter((format) => format !== 'text');
  const make = (variant: string, change: Partial<PlanSpec>): OfficeCase => ({
    kind: 'numbers cut by a line',
    variant,
    formats: on,
    file: formOf({ rows: [rowOf({ ...lantern, ...change }), rowOf(buoy)] }),
    expected: [
      expectedOf({
        ...lantern,
        ...Object.fromEntries(
          Object.entries(change).map(([key, value]) => [
            key,
            typeof value === 'string' ? value.replaceAll('\n', '') : value?.map((text) => text.replaceAll('\n', '')),
          ]),
        ),
      }),
      expectedOf(buoy),
    ],
  });
  return [
    make('萬 and the rest', { goals: '服務2萬1,000人次。', explanation: '服務2萬\n1,350人次。' }),
    make('after a comma', { goals: '服務21,000人次。', explanation: '服務21,\n350人次。' }),
    make('between digits', { goals: '服務21,000人次。', explanation: '服務21,3\n50人次。' }),
    make('before the measure word', { goals: '服務21,000人次。', explanation: '服務21,350\n人次。' }),
    make('a money figure after its comma', { money: ['300,\n000', '120,000', '114,000'] }),
    make('a money figure between digits', { money: ['300,0\n00', '120,000', '114,0\n00'] }),
    make('億 and the rest', { goals: '投資1億5,000萬元。', explanation: '投資1億\n5,200萬元。' }),
    make('before the percent sign', { goals: '滿意度90%。', explanation: '滿意度93.5\n%。' }),
    make('in the period', { period: '112年1月至\n115年12月' }),
    make('a decimal', { goals: '滿意度90.0%。', explanation: '滿意度93.\n5%。' }),
  ];
}

function dashes(): OfficeCase[] {
  const words = ['-', '－', '—', '–', '0', '─', '- ', '(-)', '無'];
  return [
    ...words.map((word): OfficeCase => ({
      kind: 'a dash for nothing',
      variant: word,
      formats: word.length > 1 ? ['csv', 'xlsx'] : formats,
      file: formOf({
        rows: [rowOf({ ...lantern, money: ['300,000', '120,000', word] }), rowOf(buoy)],
      }),
      expected: [expectedOf(lantern, { executed: 0 }), expectedOf(buoy)],
    })),
    {
      kind: 'a dash for nothing',
      variant: 'a zero that is shown as a dash',
      formats: sheets,
      file: formOf({
        rows: [
          {
            cells: cellsOf(lantern).map((each, i) =>
              i === 5 ? { ...cell('-'), stored: { value: 0, format: '#,##0;-#,##0;"-"' } } : each,
            ),
          },
          rowOf(buoy),
        ],
      }),
      expected: [expectedOf(lantern, { executed: 0 }), expectedOf(buoy)],
    },
    {
      kind: 'a dash for nothing',
      variant: 'accounting format',
      formats: ['xlsx'],
      file: formOf({
        rows: [
          {
            cells: cellsOf(lantern).map((each, i) =>
              i === 5
                ? { ...cell('-'), stored: { value: 0, format: '_-* #,##0_-;\\-* #,##0_-;_-* "-"_-;_-@_-' } }
                : each,
            ),
          },
          rowOf(buoy),
        ],
      }),
      expected: [expectedOf(lantern, { executed: 0 }), expectedOf(buoy)],
    },
    ...[
      ['△1,234', -1234],
      ['▲1,234', -1234],
      ['(1,234)', -1234],
      ['（1,234）', -1234],
      ['-1,234', -1234],
      ['－1,234', -1234],
      ['−1,234', -1234],
      ['△ 1,234', -1234],
    ].map(([word, value]): OfficeCase => ({
      kind: 'below zero',
      variant: String(word),
      formats,
      file: formOf({ rows: [rowOf({ ...lantern, money: ['300,000', '120,000', String(word)] }), rowOf(buoy)] }),
      expected: [expectedOf(lantern, { executed: Number(value) }), expectedOf(buoy)],
    })),
  ];
}

function plainFiles(): OfficeCase[] {
  const file = formOf({ rows: plans.map(rowOf) });
  const numbered: PlanSpec = { ...lantern, explanation: '1. 修繕燈塔4座。\n2. 訓練志工1,300人。' };
  const csv = (
    variant: string,
    kind: string,
    bytes: Uint8Array,
    expected: readonly ExpectedPlan[] = allRight,
  ): OfficeCase => ({
    kind,
    variant,
    formats: ['csv'],
    file,
    expected,
    bytes: () => bytes,
  });
  const withItems = formOf({ rows: [rowOf(numbered), rowOf(buoy)] });
  const itemsRight = [expectedOf(numbered, { explanation: '1.修繕燈塔4座。2.訓練志工1,300人。' }), expectedOf(buoy)];
  const text = writeCsv(withItems);
  // 1 | 250 | 000 | 930 | 500 | 902 | 117 may be three figures in several ways.
  const doubtful = ['approved: null, not 1250000', 'budgeted: null, not 930500', 'executed: null, not 902117'].map(
    (said) => `${ferry.name} ${said}`,
  );
  return [
    csv(
      'rows in CRLF, lines in LF',
      'line ends of two kinds',
      utf8.encode(writeCsv(withItems, { ...plainStyle, rowEnd: '\r\n' })),
      itemsRight,
    ),
    csv('the first line in CRLF', 'line ends of two kinds', utf8.encode(text.replace('\n', '\r\n')), itemsRight),
    csv('the last row in CRLF', 'line ends of two kinds', utf8.encode(text.replace(/\n$/, '\r\n')), itemsRight),
    csv('CR alone', 'line ends of two kinds', utf8.encode(text.replaceAll('\n', '\r')), itemsRight),
    csv('CRLF within cells', 'line ends of two kinds', utf8.encode(text.replace('座。\n2.', '座。\r\n2.')), itemsRight),
    csv(
      'semicolons, CRLF',
      'line ends of two kinds',
      utf8.encode(writeCsv(withItems, { ...plainStyle, rowEnd: '\r\n', delimiter: ';' })),
      itemsRight,
    ),
    csv(
      'tabs, CRLF',
      'line ends of two kinds',
      utf8.encode(writeCsv(withItems, { ...plainStyle, rowEnd: '\r\n', delimiter: '\t' })),
      itemsRight,
    ),
    {
      ...csv(
        'every row',
        'thousands that nobody quoted',
        utf8.encode(writeCsv(file, { ...plainStyle, unquoted: true })),
      ),
      doubtful,
    },
    csv(
      'one row',
      'thousands that nobody quoted',
      utf8.encode(writeCsv(file).replace('"300,000","120,000","114,000"', '300,000,120,000,114,000')),
    ),
    csv(
      'one figure of a row',
      'thousands that nobody quoted',
      utf8.encode(writeCsv(file).replace('"86,400"', '86,400')),
    ),
    csv(
      'a figure of millions',
      'thousands that nobody quoted',
      utf8.encode(writeCsv(file).replace('"1,250,000"', '1,250,000')),
    ),
    csv(
      'figures below a thousand among them',
      'thousands that nobody quoted',
      utf8.encode(
        writeCsv(formOf({ rows: [rowOf({ ...lantern, money: ['3,000', '900', '870'] }), rowOf(buoy)] }), {
          ...plainStyle,
          unquoted: true,
        }),
      ),
      [expectedOf({ ...lantern, money: ['3,000', '900', '870'] }), expectedOf(buoy)],
    ),
    {
      ...csv(
        'a comma in a text besides',
        'thousands that nobody quoted',
        utf8.encode(
          writeCsv(file, { ...plainStyle, unquoted: true }).replace('辦理燈塔修繕。', '"辦理燈塔修繕,及維護。"'),
        ),
      ),
      doubtful,
    },
    csv('every cell', 'values as ="…"', utf8.encode(writeCsv(file, { ...plainStyle, equals: true }))),
    csv('one cell', 'values as ="…"', utf8.encode(writeCsv(file).replace('"300,000"', '"=""300,000"""'))),
    csv('not quoted again', 'values as ="…"', utf8.encode(writeCsv(file).replace('燈塔修繕計畫', '="燈塔修繕計畫"'))),
    csv(
      'with a comma, not quoted again',
      'values as ="…"',
      utf8.encode(writeCsv(file).replace('"300,000"', '="300,000"')),
    ),
    csv('an apostrophe in front', 'values as ="…"', utf8.encode(writeCsv(file).replace('"300,000"', `"'300,000"`))),
    csv('tabs', 'values as ="…"', utf8.encode(writeCsv(file, { ...plainStyle, equals: true, delimiter: '\t' }))),
    csv('semicolons', 'values as ="…"', utf8.encode(writeCsv(file, { ...plainStyle, equals: true, delimiter: ';' }))),
  ];
}

function headings(): OfficeCase[] {
  const two = (
    upper: readonly (string | 'covered' | readonly [string, number])[],
    lower: readonly string[],
  ): OfficeRow[] => [
    {
      cells: upper.map((each, i) =>
        each === 'covered'
          ? 'covered'
          : typeof each === 'string'
            ? cell(each, lower[i] === '' ? { rowSpan: 2 } : {})
            : cell(each[0], { columnSpan: each[1] }),
      ),
    },
    {
      cells: lower.map((text, i) =>
        text === '' && upper[i] !== 'covered' && typeof upper[i] === 'string' ? 'covered' : cell(text),
      ),
    },
  ];
  const money = two(
    [heads[0], heads[1], heads[2], ['經費（千元）', 3], 'covered', 'covered', ...heads.slice(6)],
    ['', '', '', '計畫核定總經費', '截至本年度已編列預算數', '截至本年底止累計執行數', '', '', '', ''],
  );
  const ends = (first: string, last: string): OfficeRow[] =>
    two(
      [heads[0], heads[1], ['計畫期程', 2], 'covered', ...heads.slice(3)],
      ['', '', first, last, ...heads.slice(3).map(() => '')],
    );
  const parted = (plan: PlanSpec, start: string, end: string): OfficeRow => ({
    cells: [...cellsOf(plan).slice(0, 2), cell(start), cell(end), ...cellsOf(plan).slice(3)],
  });
  const months = plans.map((plan) => plan.period.split('至') as [string, string]);
  const short = (month: string): string => month.replace('年', '.').replace('月', '');
  const slashed = (month: string): string => month.replace('年', '/').replace('月', '/01');
  const make = (
    variant: string,
    headRows: readonly OfficeRow[],
    rows: readonly OfficeRow[],
    on: readonly Format[] = ['csv', ...merging],
  ): OfficeCase => ({
    kind: 'heads of two rows, joint heads',
    variant,
    formats: on,
    file: formOf({ heads: headRows, rows }),
    expected: allRight,
  });
  return [
    make('money under 經費', money, plans.map(rowOf)),
    ...(
      [
        ['起', '迄'],
        ['開始', '結束'],
        ['起始年月', '終止年月'],
        ['開始日期', '結束日期'],
        ['起', '訖'],
        ['自', '至'],
      ] as const
    ).map(([first, last]) =>
      make(
        `${first} and ${last}`,
        ends(first, last),
        plans.map((plan, i) => parted(plan, months[i]?.[0] ?? '', months[i]?.[1] ?? '')),
      ),
    ),
    make(
      '起 and 迄 with points',
      ends('起', '迄'),
      plans.map((plan, i) => parted(plan, short(months[i]?.[0] ?? ''), short(months[i]?.[1] ?? ''))),
    ),
    make(
      '開始 and 結束 as dates',
      ends('開始', '結束'),
      plans.map((plan, i) => parted(plan, slashed(months[i]?.[0] ?? ''), slashed(months[i]?.[1] ?? ''))),
    ),
    make(
      'one row of heads: 起始年月, 結束年月',
      [{ cells: [...heads.slice(0, 2), '計畫起始年月', '計畫結束年月', ...heads.slice(3)].map((text) => cell(text)) }],
      plans.map((plan, i) => parted(plan, months[i]?.[0] ?? '', months[i]?.[1] ?? '')),
      formats,
    ),
    make(
      'numbers of the columns below the heads',
      [{ cells: heads.map((text) => cell(text)) }, { cells: heads.map((_, i) => cell(`(${i + 1})`)) }],
      plans.map(rowOf),
      formats,
    ),
    make(
      'letters of the columns below the heads',
      [{ cells: heads.map((text) => cell(text)) }, { cells: heads.map((_, i) => cell('ABCDEFGHIJ'.charAt(i))) }],
      plans.map(rowOf),
      formats,
    ),
    make(
      'heads with line breaks in their words',
      [{ cells: heads.map((text) => cell(text.replace(/^(.{4})(.+)$/, '$1\n$2'))) }],
      plans.map(rowOf),
    ),
  ];
}

function around(): OfficeCase[] {
  const notes = [
    line('註：1.本表金額以千元為單位，四捨五入。'),
    line('2.累計執行數含應付數12,345千元。'),
    line('填表人：○○○　　單位主管：○○○　　填表日期：114年2月5日'),
  ];
  const noteRow = (text: string): OfficeRow => ({
    cells: heads.map((_, i) => (i === 0 ? cell(text, { columnSpan: heads.length }) : 'covered')),
  });
  const rows = plans.map(rowOf);
  const make = (variant: string, file: OfficeFile, on: readonly Format[] = formats): OfficeCase => ({
    kind: 'covers and notes',
    variant,
    formats: on,
    file,
    expected: allRight,
    agency: '杜撰署',
  });
  return [
    make('notes below', formOf({ rows, after: notes })),
    make(
      'notes in the last rows, merged',
      formOf({ rows: [...rows, noteRow('註：本表金額以千元為單位。'), noteRow('資料來源：杜撰署主計室')] }),
      ['csv', ...merging],
    ),
    make('a note in the name column', formOf({ rows: [...rows, row({ 0: '註：累計執行數含應付數12,345千元。' })] })),
    make('a remark of several cells', formOf({ rows: [...rows, row({ 0: '備註', 3: '以千元為單位' })] })),
    make('a cover', {
      pieces: [
        { kind: 'sheet', name: '封面', hidden: false },
        line('杜撰署主管'),
        line('113年度決算附表'),
        line('目次'),
        line('壹、執行情形表………1'),
        { kind: 'sheet', name: '表', hidden: false },
        ...formOf({ rows }).pieces,
      ],
    }),
    make('a sheet of another table before', {
      pieces: [
        { kind: 'sheet', name: '聯絡', hidden: false },
        line('聯絡資料'),
        {
          kind: 'table',
          table: {
            rows: [
              row({ 0: '單位', 1: '姓名', 2: '分機' }, 3),
              row({ 0: '主計室', 1: '王○○', 2: '1234' }, 3),
              row({ 0: '企劃科', 1: '李○○', 2: '5678' }, 3),
            ],
            heads: 1,
          },
        },
        { kind: 'sheet', name: '表', hidden: false },
        ...formOf({ rows }).pieces,
      ],
    }),
    make(
      'signatures in a row of cells',
      formOf({ rows: [...rows, row({ 0: '製表：', 3: '覆核：', 6: '主辦會計：', 8: '機關首長：' })] }),
    ),
  ];
}

function extraColumns(): OfficeCase[] {
  const make = (variant: string, at: number, heading: string, values: readonly string[]): OfficeCase => ({
    kind: 'a column more',
    variant,
    formats,
    file: formOf({
      heads: [{ cells: [...heads.slice(0, at), heading, ...heads.slice(at)].map((text) => cell(text)) }],
      rows: plans.map((plan, i) => {
        const cells = cellsOf(plan);
        return { cells: [...cells.slice(0, at), cell(values[i] ?? ''), ...cells.slice(at)] };
      }),
    }),
    expected: allRight,
    agency: '杜撰署',
  });
  return [
    make('主辦機關 after the name', 1, '主辦機關', ['虛構航港局', '擬制氣象所', '虛構航港局']),
    make('主辦機關 at the end', 10, '主辦機關', ['虛構航港局', '擬制氣象所', '虛構航港局']),
    make('主管機關 first', 0, '主管機關', ['虛構部', '虛構部', '虛構部']),
    make('項次 first', 0, '項次', ['1', '2', '3']),
    make('編號 first, with letters', 0, '計畫編號', ['113-A01', '113-A02', '113-B01']),
    make('執行率', 6, '執行率（％）', ['95.00', '92.58', '96.95']),
    make('備註 at the end', 10, '備註', ['', '海象不佳', '']),
    make('承辦人', 10, '承辦人', ['王○○', '李○○', '陳○○']),
    make('本年度預算數', 5, '本年度預算數', ['40,000', '20,000', '310,000']),
    make('管制級別', 2, '管制級別', ['行政院管制', '部會管制', '自行管制']),
  ];
}

function punctuation(): OfficeCase[] {
  const half = (text: string): string =>
    text
      .replaceAll('。', '.')
      .replaceAll('，', ',')
      .replaceAll('、', ',')
      .replaceAll('：', ':')
      .replaceAll('（', '(')
      .replaceAll('）', ')')
      .replaceAll('；', ';');
  const items: PlanSpec = {
    ...lantern,
    goals: '1.修繕燈塔4座；2.培訓人員120人。',
    explanation: '1.修繕燈塔4座；2.培訓人員131人。',
  };
  const unitWords = [
    '單位:新臺幣千元',
    '單位:千元',
    '(單位:千元)',
    '單位：新台幣仟元',
    '新臺幣千元',
    '金額單位：新臺幣千元',
    '單位;新臺幣千元',
    '幣別單位:新臺幣千元',
  ];
  return [
    ...unitWords.map((unit): OfficeCase => ({
      kind: 'half-width punctuation',
      variant: unit,
      formats: ['text', 'csv', 'html', 'xlsx'],
      file: formOf({ unit, rows: plans.map(rowOf) }),
      expected: allRight,
    })),
    {
      kind: 'half-width punctuation',
      variant: 'the title',
      formats,
      file: {
        pieces: formOf({ rows: plans.map(rowOf) }).pieces.map((piece) =>
          piece.kind === 'paragraph' ? line(half(piece.runs[0]?.text ?? '')) : piece,
        ),
      },
      expected: allRight,
      agency: '杜撰署',
    },
    {
      kind: 'half-width punctuation',
      variant: 'items in one paragraph',
      formats,
      file: formOf({
        rows: [rowOf({ ...items, goals: half(items.goals), explanation: half(items.explanation) }), rowOf(buoy)],
      }),
      expected: [
        expectedOf({ ...items, goals: half(items.goals), explanation: half(items.explanation) }),
        expectedOf(buoy),
      ],
    },
    {
      kind: 'half-width punctuation',
      variant: 'full-width figures',
      formats,
      file: formOf({
        rows: [rowOf({ ...lantern, money: ['３００，０００', '１２０，０００', '１１４，０００'] }), rowOf(buoy)],
      }),
      expected: [expectedOf(lantern), expectedOf(buoy)],
    },
    {
      kind: 'half-width punctuation',
      variant: 'period with a half-width dash',
      formats,
      file: formOf({
        rows: [rowOf({ ...lantern, period: '112年1月-115年12月' }), rowOf({ ...buoy, period: '113.07~116.06' })],
      }),
      expected: [expectedOf(lantern), expectedOf(buoy)],
    },
  ];
}

function encodings(): OfficeCase[] {
  const file = formOf({ rows: plans.map(rowOf) });
  // ㊣ and ㊙ stand for characters that the office made itself.
  const named: PlanSpec = { ...lantern, name: '㊣山燈塔修繕計畫' };
  const privately = formOf({ rows: [rowOf(named), rowOf(buoy)] });
  const own: readonly (readonly [number, number])[] = [
    [0xfa, 0x40],
    [0xfe, 0xfe],
    [0x8e, 0x40],
    [0x81, 0x40],
    [0xc8, 0xd5],
    [0xfb, 0xa1],
  ];
  const privateOf = ([lead, tail]: readonly [number, number]): string => {
    const column = tail < 0x80 ? tail - 0x40 : tail - 0x62;
    const rows: readonly (readonly [number, number])[] = [
      [0xfa, 0xe000],
      [0x8e, 0xe311],
      [0x81, 0xeeb8],
    ];
    if (lead >= 0xc6 && lead <= 0xc8)
      return String.fromCharCode(lead === 0xc6 ? 0xf6b1 + tail - 0xa1 : 0xf6b1 + 94 + (lead - 0xc7) * 157 + column);
    const [first, base] = rows.find(([from]) => lead >= from) as readonly [number, number];
    return String.fromCharCode(base + (lead - first) * 157 + column);
  };
  return [
    {
      kind: 'encodings',
      variant: 'Big5',
      formats: ['text', 'csv', 'html'],
      file,
      expected: allRight,
      bytes: (format) =>
        big5(
          format === 'text'
            ? writeText(file)
            : format === 'csv'
              ? writeCsv(file)
              : writeHtml(file, { ...htmlStyle, charset: 'big5' }),
        ),
    },
    ...own.map((pair): OfficeCase => ({
      kind: 'encodings',
      variant: `Big5 with a character of its own at ${pair.map((byte) => byte.toString(16)).join('')}`,
      formats: ['text', 'csv', 'html'],
      file: privately,
      expected: [expectedOf({ ...named, name: named.name.replace('㊣', privateOf(pair)) }), expectedOf(buoy)],
      bytes: (format) =>
        big5(
          format === 'text'
            ? writeText(privately)
            : format === 'csv'
              ? writeCsv(privately)
              : writeHtml(privately, { ...htmlStyle, charset: 'big5' }),
          [['㊣', pair]],
        ),
      notice: 'private-use-characters',
    })),
    ...['big5', 'iso-8859-1', 'windows-1252', 'gb2312', 'gbk', 'shift_jis', 'us-ascii', 'utf8x', 'x-user-defined'].map(
      (charset): OfficeCase => ({
        kind: 'encodings',
        variant: `UTF-8 that calls itself ${charset}`,
        formats: ['html'],
        file,
        expected: allRight,
        bytes: () => utf8.encode(writeHtml(file, { ...htmlStyle, charset })),
      }),
    ),
    {
      kind: 'encodings',
      variant: 'Big5 that calls itself UTF-8',
      formats: ['html'],
      file,
      expected: allRight,
      bytes: () => big5(writeHtml(file, { ...htmlStyle, charset: 'utf-8' })),
    },
    ...(['utf-16le', 'utf-16be'] as const).map((encoding): OfficeCase => ({
      kind: 'encodings',
      variant: encoding,
      formats: ['text', 'csv'],
      file,
      expected: allRight,
      bytes: (format) => wide(`\ufeff${format === 'text' ? writeText(file) : writeCsv(file)}`, encoding),
    })),
  ];
}

function wide(text: string, encoding: 'utf-16le' | 'utf-16be'): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i += 1) view.setUint16(i * 2, text.charCodeAt(i), encoding === 'utf-16le');
  return bytes;
}

function units(): OfficeCase[] {
  const titled = (unit: string): OfficeRow[] => [
    { cells: heads.map((text, i) => cell(i >= 3 && i <= 5 ? `${text}${unit}` : text)) },
  ];
  const thousand = (text: string): string => `${text},000`;
  const inTwd = (plan: PlanSpec): PlanSpec => ({
    ...plan,
    money: plan.money.map(thousand) as unknown as PlanSpec['money'],
  });
  const make = (variant: string, file: OfficeFile, expected: readonly ExpectedPlan[], unit = 1000): OfficeCase => ({
    kind: 'units in heads and cells',
    variant,
    formats,
    file,
    expected,
    unit,
  });
  const twd = plans.map((plan) => expectedOf(inTwd(plan)));
  const suffixed = (unit: string): OfficeRow[] =>
    plans.map((plan) =>
      rowOf({ ...plan, money: plan.money.map((text) => `${text}${unit}`) as unknown as PlanSpec['money'] }),
    );
  return [
    make('（千元） in the heads', formOf({ unit: '', heads: titled('（千元）'), rows: plans.map(rowOf) }), allRight),
    make('(仟元) in the heads', formOf({ unit: '', heads: titled('(仟元)'), rows: plans.map(rowOf) }), allRight),
    make(
      '（元） in the heads',
      formOf({ unit: '', heads: titled('（元）'), rows: plans.map((plan) => rowOf(inTwd(plan))) }),
      twd,
      1,
    ),
    make(
      '（單位：新臺幣元） in the heads',
      formOf({ unit: '', heads: titled('（單位：新臺幣元）'), rows: plans.map((plan) => rowOf(inTwd(plan))) }),
      twd,
      1,
    ),
    make(
      '（萬元） in the heads',
      formOf({
        unit: '',
        heads: titled('（萬元）'),
        rows: [rowOf({ ...lantern, money: ['30,000', '12,000', '11,400'] })],
      }),
      [expectedOf(lantern)],
    ),
    make(
      '、百萬元 in the heads',
      formOf({ unit: '', heads: titled('（百萬元）'), rows: [rowOf({ ...lantern, money: ['300', '120', '114'] })] }),
      [expectedOf(lantern)],
    ),
    make(
      'the heads against the line above',
      formOf({ unit: '單位：新臺幣元', heads: titled('（千元）'), rows: plans.map(rowOf) }),
      allRight,
    ),
    make(
      'two units in one table',
      formOf({
        unit: '',
        heads: [
          {
            cells: heads.map((text, i) =>
              cell(i === 3 ? `${text}（萬元）` : i === 4 || i === 5 ? `${text}（千元）` : text),
            ),
          },
        ],
        rows: [rowOf({ ...lantern, money: ['30,000', '120,000', '114,000'] })],
      }),
      [expectedOf(lantern)],
    ),
    make('千元 in the cells', formOf({ rows: suffixed('千元') }), allRight),
    make('千元 in the cells, no line above', formOf({ unit: '', rows: suffixed('千元') }), allRight),
    make(
      '元 in the cells under a line of 千元',
      formOf({
        rows: plans
          .map(inTwd)
          .map((plan) =>
            rowOf({ ...plan, money: plan.money.map((text) => `${text}元`) as unknown as PlanSpec['money'] }),
          ),
      }),
      allRight,
    ),
    make(
      '萬元 in the cells',
      formOf({ rows: [rowOf({ ...lantern, money: ['3億元', '1億2,000萬元', '11,400萬元'] })] }),
      [expectedOf(lantern)],
    ),
    make(
      'NT$ in the cells',
      formOf({ unit: '單位：元', rows: [rowOf({ ...lantern, money: ['NT$300,000', 'NT$ 120,000', '$114,000'] })] }),
      [expectedOf(lantern)],
      1,
    ),
  ];
}

function layouts(): OfficeCase[] {
  const file = formOf({ rows: plans.map(rowOf) });
  const make = (
    variant: string,
    on: readonly Format[],
    bytes: (format: Format) => Uint8Array,
    of: OfficeFile = file,
  ): OfficeCase => ({
    kind: 'layout tables, columns without rules',
    variant,
    formats: on,
    file: of,
    expected: allRight,
    bytes,
  });
  const flowing =
    (of: OfficeFile) =>
    (format: Format): Uint8Array =>
      format === 'html'
        ? utf8.encode(writeHtml(of, { ...htmlStyle, inLayout: true }))
        : format === 'docx'
          ? writeDocx(of, { inLayout: true })
          : writeOdt(of, { inLayout: true });
  const noted = formOf({ rows: plans.map(rowOf), after: [line('註：本表金額四捨五入。')] });
  return [
    make('the form in a layout table', ['html', 'docx', 'odt'], flowing(file)),
    make('with a note below, in a layout table', ['html', 'docx', 'odt'], flowing(noted), noted),
    make('twice nested', ['html'], () =>
      utf8.encode(
        writeHtml(file, { ...htmlStyle, inLayout: true })
          .replace('<body>', '<body><table><tr><td>')
          .replace('</body>', '</td><td>選單</td></tr></table></body>'),
      ),
    ),
    ...(['columns', 'rows', 'none'] as const).map((rules) =>
      make(`PDF with ${rules === 'none' ? 'no rules' : `rules between ${rules}`}`, ['pdf'], () =>
        writePdf(file, { ...pdfStyle, rules }),
      ),
    ),
    make('PDF upright, rows running over', ['pdf'], () => writePdf(file, { ...pdfStyle, width: 297, height: 70 })),
    make('PDF, low pages', ['pdf'], () => writePdf(file, { ...pdfStyle, height: 60 })),
  ];
}

function agencies(): OfficeCase[] {
  return [
    '虛構農業試驗所',
    '擬制區監理站',
    '臆想災害防救中心',
    '想定研究院',
    '假設海洋保育署',
    '虛擬示範農場',
    '杜撰標準檢驗所',
    '臆造測候站',
    '虛設公務人力發展學院',
    '假想紀念館',
    '試作水庫管理處',
    '擬設大隊',
    '虛構森林鐵路及文化資產管理處',
    '杜撰航空站',
  ].map((agency, i): OfficeCase => ({
    kind: 'names of agencies',
    variant: agency,
    formats: i < 4 ? formats : ['csv', 'html', 'docx'],
    file: formOf({ agency, rows: plans.map(rowOf) }),
    expected: allRight,
    agency,
  }));
}

export const officeCases: readonly OfficeCase[] = [
  ...merged(),
  ...sharedCells(),
  ...facingPages(),
  ...runningHeads(),
  ...totals(),
  ...fusedCells(),
  ...radicals(),
  ...marks(),
  ...hiddenThings(),
  ...tracked(),
  ...cutNumbers(),
  ...dashes(),
  ...plainFiles(),
  ...headings(),
  ...around(),
  ...extraColumns(),
  ...punctuation(),
  ...encodings(),
  ...units(),
  ...layouts(),
  ...agencies(),
];
