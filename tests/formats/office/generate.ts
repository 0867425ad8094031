import { title, type ExpectedPlan } from './form.ts';
import { big5 } from './big5.ts';
import {
  cell,
  formats,
  line,
  type Format,
  type OfficeCell,
  type OfficeFile,
  type OfficePiece,
  type OfficeRow,
  type Run,
} from './model.ts';
import { Random } from './random.ts';
import { writeDocx, writeOdt } from './write-flow.ts';
import { writePdf, type PdfStyle } from './write-pdf.ts';
import { writeCsv, writeHtml, writeText } from './write-plain.ts';
import { writeOds, writeXlsx } from './write-sheets.ts';

/** A small document made at random, with several quirks at once, and what must be read of it. */
export interface GeneratedFile {
  readonly seed: number;
  readonly format: Format;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly expected: readonly ExpectedPlan[];
  readonly agency: string;
  /** TWD in an expected amount. */
  readonly unit: number;
  readonly quirks: readonly string[];
}

interface Plan {
  readonly name: string;
  readonly type: string;
  readonly months: readonly [from: readonly [number, number], to: readonly [number, number]];
  readonly money: readonly [number, number, number];
  readonly planned: string;
  readonly execution: string;
  /** Goals with what became of them: a row of the table each, where the plan's cells are merged. */
  readonly goals: readonly (readonly [goal: string, answer: string])[];
  /** The same name, type, period and total as the plan before: another share of it. */
  readonly share: boolean;
}

const places = ['東岸', '北門', '溪口', '內埔', '三星', '南澳', '鹿草', '水林', '大武', '名間'];
const things = ['燈塔', '浮標', '渡輪', '棧橋', '苗圃', '溫室', '量水站', '檔案庫', '巡查車', '氣象站'];
const works = ['修繕', '汰換', '新建', '監測', '數位化', '防災整備', '能量提升', '服務精進'];
const kinds = ['計畫', '計畫', '計畫', '中程計畫', '推動方案', '計畫（第二期）'];
const units = ['座', '處', '艘', '場', '件', '人次', '公頃', '套'];
const agencies = [
  '杜撰署',
  '虛構農業試驗所',
  '擬制區監理站',
  '臆想災害防救中心',
  '想定研究院',
  '假設部',
  '虛設標準檢驗局',
  '臆造委員會',
  '試作航空站',
  '虛擬示範農場',
];

function plansOf(random: Random): Plan[] {
  const names = random.shuffled(places).slice(0, random.between(1, 6));
  const plans: Plan[] = [];
  for (const place of names) {
    const last = plans.at(-1);
    const share = last !== undefined && random.chance(0.12);
    const goals = Array.from({ length: random.chance(0.3) ? random.between(2, 3) : 1 }, () => goalOf(random));
    const approved = share ? (last as Plan).money[0] : random.between(8, 3_000_000);
    const budgeted = random.between(4, approved);
    const executed = random.chance(0.08) ? 0 : random.between(1, budgeted);
    plans.push({
      name: share ? (last as Plan).name : `${place}${random.pick(things)}${random.pick(works)}${random.pick(kinds)}`,
      type: share ? (last as Plan).type : random.pick(['社會發展', '科技發展', '公共建設']),
      months: share ? (last as Plan).months : monthsOf(random),
      money: [approved, budgeted, executed],
      planned: `辦理${place}相關工作${random.between(2, 9)}項。`,
      execution: `已依契約完成${random.between(2, 30)}${random.pick(units)}。`,
      goals,
      share,
    });
  }
  return plans;
}

function monthsOf(random: Random): Plan['months'] {
  const from = random.between(104, 113);
  return [
    [from, random.between(1, 12)],
    [random.between(from + 1, 120), random.between(1, 12)],
  ];
}

function goalOf(random: Random): readonly [string, string] {
  const thing = random.pick(things);
  const unit = random.pick(units);
  const target = random.chance(0.4) ? random.between(1_000, 98_000) : random.between(2, 60);
  const reached = Math.max(1, Math.round(target * random.pick([0.8, 1, 1, 1.1])));
  const say = random.chance(0.3) && Math.min(target, reached) > 10_000 ? inTenThousands : grouped;
  return [`${thing}${say(target)}${unit}。`, `${thing}${say(reached)}${unit}，已完成。`];
}

function grouped(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** 2萬1,350 */
function inTenThousands(value: number): string {
  const rest = value % 10_000;
  return `${Math.floor(value / 10_000)}萬${rest === 0 ? '' : grouped(rest)}`;
}

interface ColumnSpec {
  readonly heading: string;
  /** The heading above it, shared with its neighbours. */
  readonly over?: string;
  readonly text: (plan: Plan) => string;
  /** Of the plan as a whole, or of each of its goals. */
  readonly of: 'plan' | 'goal';
  readonly key: string;
  readonly side: 'left' | 'right';
}

const periodForms = [
  ([a, b]: Plan['months']) => `${a[0]}年${a[1]}月至${b[0]}年${b[1]}月`,
  ([a, b]: Plan['months']) => `${a[0]}年${a[1]}月-${b[0]}年${b[1]}月`,
  ([a, b]: Plan['months']) => `${a[0]}.${two(a[1])}～${b[0]}.${two(b[1])}`,
  ([a, b]: Plan['months']) => `民國${a[0]}年${a[1]}月起至${b[0]}年${b[1]}月止`,
  ([a, b]: Plan['months']) => `${a[0]}/${two(a[1])}-${b[0]}/${two(b[1])}`,
];
const monthForms = [
  ([year, month]: readonly [number, number]) => `${year}年${month}月`,
  ([year, month]: readonly [number, number]) => `${year}.${two(month)}`,
  ([year, month]: readonly [number, number]) => `${year}/${two(month)}/01`,
];

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function iso([year, month]: readonly [number, number]): string {
  return `${year + 1911}-${two(month)}`;
}

/** Makes the file of a seed. The same seed makes the same file. */
export function generated(seed: number, only?: Format): GeneratedFile {
  const random = new Random(seed);
  const drawn = random.pick(formats);
  return new Generator(seed, random, only ?? drawn).made();
}

class Generator {
  readonly #seed: number;
  readonly #random: Random;
  readonly #format: Format;
  readonly #quirks: string[] = [];
  readonly #plans: readonly Plan[];
  readonly #agency: string;
  /** TWD in a printed figure. */
  readonly #unit: number;
  readonly #unitBy: 'line' | 'heads' | 'cells';
  readonly #merging: boolean;
  readonly #isSheet: boolean;
  /** How items are numbered; empty where they are not. */
  readonly #items: string;
  /** Types stand in rows above their plans, and have no column. */
  readonly #grouped: boolean;
  readonly #facing: boolean;
  #mergesGoals = false;

  constructor(seed: number, random: Random, format: Format) {
    this.#seed = seed;
    this.#random = random;
    this.#format = format;
    this.#merging = format !== 'text' && format !== 'csv';
    this.#isSheet = format === 'xlsx' || format === 'ods';
    this.#plans = plansOf(random);
    this.#agency = random.pick(agencies);
    this.#unit = random.pick([1000, 1000, 1000, 1, 10_000]);
    this.#unitBy = random.pick(['line', 'line', 'heads', 'cells'] as const);
    this.#items = random.pick(['', '', '1. ', '(1)', '1、']);
    this.#facing = this.#has('facing pages', 0.2);
    this.#grouped = this.#has('types in rows of their own', 0.12, !this.#facing);
  }

  made(): GeneratedFile {
    const columns = this.#columns();
    const facing = this.#facing;
    const tables = facing
      ? (['left', 'right'] as const).map((side) => columns.filter((column) => column.side === side))
      : [columns];
    const rows = tables.map((of) => this.#rows(of, facing));
    const pieces = this.#around(
      tables.map((of, i) => ({ heads: this.#heads(of), rows: rows[i] ?? [], width: of.length })),
    );
    return {
      seed: this.#seed,
      format: this.#format,
      ...this.#written({ pieces }),
      expected: this.#plans.map((plan) => this.#expected(plan)),
      agency: this.#agency,
      unit: this.#unit,
      quirks: this.#quirks,
    };
  }

  /** Whether the file has a quirk: drawn, and noted. */
  #has(quirk: string, chance: number, possible = true): boolean {
    const drawn = this.#random.chance(chance);
    if (!drawn || !possible) return false;
    this.#quirks.push(quirk);
    return true;
  }

  #expected(plan: Plan): ExpectedPlan {
    const [approved, budgeted, executed] = plan.money;
    return {
      name: plan.name,
      type: plan.type,
      start: iso(plan.months[0]),
      end: iso(plan.months[1]),
      approved,
      budgeted,
      executed,
      goals: this.#told(plan.goals.map(([goal]) => goal)),
      explanation: this.#told(plan.goals.map(([, answer]) => answer)),
      planned: plan.planned,
      execution: plan.execution,
    };
  }

  #told(texts: readonly string[]): string {
    return texts.map((text, i) => (this.#mergesGoals ? text : this.#numbered(texts, text, i))).join('');
  }

  #columns(): ColumnSpec[] {
    const random = this.#random;
    const period = random.pick(periodForms);
    const month = random.pick(monthForms);
    const unitWord = this.#unit === 1000 ? '千元' : this.#unit === 1 ? '元' : '萬元';
    const inHeads =
      this.#unitBy === 'heads' ? random.pick([`（${unitWord}）`, `(${unitWord})`, `（單位：新臺幣${unitWord}）`]) : '';
    const inCells = this.#unitBy === 'cells' ? unitWord : '';
    if (this.#unitBy !== 'line') this.#quirks.push(`unit in ${this.#unitBy}`);
    const dash = random.pick(['-', '－', '—', '0']);
    const amount = (value: number): string => (value === 0 ? dash : `${grouped(value)}${inCells}`);
    const left = (key: string, heading: string, text: (plan: Plan) => string, over?: string): ColumnSpec => ({
      key,
      heading,
      text,
      of: 'plan',
      side: 'left',
      ...(over === undefined ? {} : { over }),
    });
    const drawn = random.pick([
      'none',
      'none',
      'none',
      'type and period',
      'type and name',
      'name, type, period',
    ] as const);
    const joint = this.#grouped ? 'none' : drawn;
    const glue = random.pick(['\n', '／', ' ']);
    const twoPeriods = joint === 'none' && this.#has('period in two columns', 0.15);
    const over = twoPeriods ? '計畫期程' : undefined;
    const ends = random.pick([
      ['起', '迄'],
      ['開始', '結束'],
      ['起始年月', '終止年月'],
    ] as const);
    if (joint !== 'none') this.#quirks.push(`joint: ${joint}`);
    const identity: ColumnSpec[] =
      joint === 'type and name'
        ? [
            left('name', '計畫類型及名稱', ({ type, name }) => `${type}${glue}${name}`),
            left('period', '計畫期程', ({ months }) => period(months)),
          ]
        : joint === 'type and period'
          ? [
              left('name', '計畫名稱', ({ name }) => name),
              left('type', '計畫類型及期程', ({ type, months }) => `${type}${glue}${period(months)}`),
            ]
          : joint === 'name, type, period'
            ? [
                left('name', '計畫名稱、類型及期程', ({ name, type, months }) =>
                  [name, type, period(months)].join(glue),
                ),
              ]
            : [
                left('name', random.pick(['計畫名稱', '計畫名稱', '方案名稱']), ({ name }) => name),
                ...(this.#grouped
                  ? []
                  : [left('type', random.pick(['計畫類型', '計畫類別', '類別']), ({ type }) => type)]),
                ...(twoPeriods
                  ? [
                      left('period', ends[0], ({ months }) => month(months[0]), over),
                      left('period', ends[1], ({ months }) => month(months[1]), over),
                    ]
                  : [left('period', random.pick(['計畫期程', '期程', '計畫期間']), ({ months }) => period(months))]),
              ];
    const moneyOver = this.#has('money under one head', 0.15) ? `經費${inHeads}` : undefined;
    const headed = (heading: string): string => (moneyOver === undefined ? `${heading}${inHeads}` : heading);
    const money = [
      left(
        'approved',
        headed(random.pick(['計畫核定總經費', '核定總經費'])),
        ({ money: [value] }) => amount(value),
        moneyOver,
      ),
      left(
        'budgeted',
        headed(random.pick(['截至本年度已編列預算數', '累計編列預算數'])),
        ({ money: [, value] }) => amount(value),
        moneyOver,
      ),
      left(
        'executed',
        headed(random.pick(['截至本年底止累計執行數', '累計執行數'])),
        ({ money: [, , value] }) => amount(value),
        moneyOver,
      ),
    ];
    const number = this.#has('numbers first', 0.25)
      ? [left('number', random.pick(['項次', '編號']), (plan) => String(this.#plans.indexOf(plan) + 1))]
      : [];
    const host = this.#has('主辦機關', 0.15) ? [left('host', '主辦機關', () => '虛構航港局')] : [];
    const rate = this.#has('a rate', 0.15)
      ? [left('rate', '執行率(%)', ({ money: [, budgeted, executed] }) => ((executed / budgeted) * 100).toFixed(2))]
      : [];
    const results: ColumnSpec[] = [
      {
        key: 'execution',
        heading: '本年度執行情形說明',
        text: ({ execution }) => execution,
        of: 'plan',
        side: 'right',
      },
      { key: 'goals', heading: '績效目標及本年度目標值', text: () => '', of: 'goal', side: 'right' },
      { key: 'explanation', heading: '年度績效目標已達成或未達成之說明', text: () => '', of: 'goal', side: 'right' },
    ];
    const note = this.#has('remarks', 0.15)
      ? [{ ...left('note', '備註', () => '如期辦理'), side: 'right' as const }]
      : [];
    return [
      ...number,
      ...identity,
      ...host,
      ...money,
      ...rate,
      left('planned', '本年度預定工作摘要', ({ planned }) => planned),
      ...(this.#has('goals before execution', 0.2) ? [results[1], results[0], results[2]] : results).map(
        (column) => column as ColumnSpec,
      ),
      ...note,
    ];
  }

  #heads(columns: readonly ColumnSpec[]): OfficeRow[] {
    const isTwo = columns.some(({ over }) => over !== undefined);
    const wrapped = this.#merging && this.#has('heads wrapped', 0.15);
    const headed = (text: string, more: Omit<OfficeCell, 'paragraphs'> = {}): OfficeCell =>
      cell(wrapped && text.length > 6 ? `${text.slice(0, 4)}\n${text.slice(4)}` : text, more);
    if (!isTwo) {
      const labels = this.#has('numbers of columns', 0.1);
      return [
        { cells: columns.map(({ heading }) => headed(heading)) },
        ...(labels ? [{ cells: columns.map((_, i) => cell(`(${i + 1})`)) }] : []),
      ];
    }
    const upper = columns.map(({ heading, over }, i): OfficeCell | 'covered' => {
      if (over === undefined) return headed(heading, { rowSpan: 2 });
      if (columns[i - 1]?.over === over) return 'covered';
      return cell(over, { columnSpan: columns.filter((other) => other.over === over).length });
    });
    const lower = columns.map(({ heading, over }): OfficeCell | 'covered' =>
      over === undefined ? 'covered' : headed(heading),
    );
    return [{ cells: upper }, { cells: lower }];
  }

  #rows(columns: readonly ColumnSpec[], facing: boolean): OfficeRow[] {
    const random = new Random(this.#seed + 7);
    const mergeGoals = !facing || this.#merging ? random.chance(0.6) : false;
    this.#mergesGoals = mergeGoals;
    const mergeShares = this.#merging && random.chance(0.7);
    const mergeTypes = this.#merging && !this.#plans.some(({ share }) => share) && random.chance(0.3);
    const starts: number[] = [];
    const rows: OfficeRow[] = [];
    const first = columns[0]?.side === 'left';
    for (const [i, plan] of this.#plans.entries()) {
      const merged = mergeGoals && plan.goals.length > 1;
      if (merged && first) this.#quirks.push('goals in merged rows');
      const shares = mergeShares && plan.share && first;
      if (shares) this.#quirks.push('shares under one name');
      if (this.#grouped && plan.type !== this.#plans[i - 1]?.type) {
        const words = `${random.pick(['', '一、', '（一）'])}${plan.type}${random.pick(['', '計畫', '類'])}`;
        rows.push({ cells: columns.map(({ key }) => cell(key === 'name' ? words : '')) });
      }
      starts.push(rows.length);
      rows.push(...this.#planRows(columns, plan, merged));
      if (first && shares) this.#mergeWithAbove(columns, rows, this.#plans[i - 1] as Plan, plan, merged, mergeGoals);
    }
    if (mergeTypes && first) this.#mergeTypes(columns, rows, starts);
    return facing ? rows : this.#between(columns, rows);
  }

  /** One cell for the type of plans that follow one another. */
  #mergeTypes(columns: readonly ColumnSpec[], rows: OfficeRow[], starts: readonly number[]): void {
    const at = columns.findIndex(({ key, heading }) => key === 'type' && !heading.includes('期程'));
    if (at < 0) return;
    for (let i = 0; i < this.#plans.length;) {
      let next = i + 1;
      while (next < this.#plans.length && this.#plans[next]?.type === this.#plans[i]?.type) next += 1;
      const [from, to] = [starts[i] as number, starts[next] ?? rows.length];
      if (next > i + 1) {
        this.#quirks.push('one type cell for several plans');
        for (let row = from; row < to; row += 1)
          rows[row] = {
            cells: (rows[row] as OfficeRow).cells.map((old, column) =>
              column !== at ? old : row === from && old !== 'covered' ? { ...old, rowSpan: to - from } : 'covered',
            ),
          };
      }
      i = next;
    }
  }

  /** The cells of a plan's name, type, period and total reach over the share below it. */
  #mergeWithAbove(
    columns: readonly ColumnSpec[],
    rows: OfficeRow[],
    above: Plan,
    plan: Plan,
    merged: boolean,
    mergeGoals: boolean,
  ): void {
    const own = merged ? plan.goals.length : 1;
    const before = mergeGoals && above.goals.length > 1 ? above.goals.length : 1;
    const at = rows.length - own - before;
    const keys = new Set(['name', 'type', 'period', 'approved', 'host']);
    const reach = (rows[at]?.cells ?? []).map((old, c) =>
      old !== 'covered' && keys.has(columns[c]?.key ?? '') ? { ...old, rowSpan: before + own } : old,
    );
    // A share of a share: the cells above are merged already, and stay as they are.
    if (reach.includes('covered')) return;
    rows[at] = { cells: reach };
    const start = rows.length - own;
    rows[start] = {
      cells: (rows[start]?.cells ?? []).map((old, c) => (keys.has(columns[c]?.key ?? '') ? 'covered' : old)),
    };
  }

  #planRows(columns: readonly ColumnSpec[], plan: Plan, merged: boolean): OfficeRow[] {
    const count = merged ? plan.goals.length : 1;
    return Array.from({ length: count }, (_, line): OfficeRow => ({
      cells: columns.map((column): OfficeCell | 'covered' => {
        if (column.of === 'plan') {
          if (line > 0) return 'covered';
          return this.#marked(column, this.#texted(column, column.text(plan)), count);
        }
        const texts = (merged ? [plan.goals[line] as Plan['goals'][number]] : plan.goals).map(([goal, answer]) =>
          column.key === 'goals' ? goal : answer,
        );
        const lines = merged ? texts : texts.map((text, i) => this.#numbered(texts, text, i));
        return this.#marked(column, this.#texted(column, lines.join('\n')), 1);
      }),
    }));
  }

  /** 1. and 2. before texts of which a cell holds several. */
  #numbered(texts: readonly string[], text: string, i: number): string {
    return texts.length > 1 && this.#items !== '' ? `${this.#items.replace('1', String(i + 1))}${text}` : text;
  }

  /** Numbers cut by a line, full-width figures, radicals, half-width punctuation. */
  #texted(column: ColumnSpec, text: string): string {
    const random = this.#random;
    const canCut = this.#format !== 'text' && this.#format !== 'csv';
    if (column.key === 'explanation' && canCut && random.chance(0.12)) {
      const cut = text.replace(/(\d{1,3},)(\d{3})/, '$1\n$2').replace(/(\d萬)(\d)/, '$1\n$2');
      if (cut !== text) this.#quirks.push('a number cut by a line');
      return cut;
    }
    if (['approved', 'budgeted', 'executed'].includes(column.key) && random.chance(0.05)) {
      this.#quirks.push('full-width figures');
      return text.replaceAll(/[\d,]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
    }
    if (this.#format !== 'pdf' && !this.#isBig5() && random.chance(0.04)) {
      const radical = text.replaceAll('人', '⼈').replaceAll('車', '⾞').replaceAll('水', '⽔').replaceAll('門', '⾨');
      if (radical !== text) this.#quirks.push('radicals');
      return radical;
    }
    return text;
  }

  /** Struck-out text, note marks, hidden text and tracked changes in a cell. */
  #marked(column: ColumnSpec, text: string, rowSpan: number): OfficeCell {
    const plain = cell(text, rowSpan > 1 ? { rowSpan } : {});
    const random = this.#random;
    const isFigure = ['approved', 'budgeted', 'executed'].includes(column.key) && /^[\d,]+$/.test(text);
    const isText = ['planned', 'execution', 'goals', 'explanation'].includes(column.key);
    if (!this.#merging || (!isFigure && !isText) || !random.chance(0.06)) return plain;
    const lines = plain.paragraphs.map(([run]) => run?.text ?? '');
    const [head = '', ...rest] = lines;
    const flowing = ['docx', 'odt'].includes(this.#format);
    const marks: readonly (readonly [string, readonly Run[], boolean])[] = [
      ['a note mark', [{ text: head }, { text: random.pick(['1', '2', '註1', '(2)', '*']), mark: 'raised' }], true],
      ['struck out before', [{ text: isFigure ? '99,' : '曾訂9', mark: 'struck' }, { text: head }], true],
      ['struck out after', [{ text: head }, { text: isFigure ? '7' : '另計8件。', mark: 'struck' }], true],
      ['hidden text', [{ text: head }, { text: '000', mark: 'hidden' }], flowing || this.#format === 'html'],
      ['a deletion', [{ text: head }, { text: '9', mark: 'deleted' }], flowing],
      ['an insertion', [{ text: head.slice(0, 2) }, { text: head.slice(2), mark: 'inserted' }], flowing],
    ];
    const possible = marks.filter(([, , can]) => can);
    const [quirk, runs] = random.pick(possible);
    this.#quirks.push(quirk);
    return { ...plain, paragraphs: [runs, ...rest.map((each): Run[] => [{ text: each }])] };
  }

  /** Totals, running heads and hidden rows between the plans' rows. */
  #between(columns: readonly ColumnSpec[], rows: readonly OfficeRow[]): OfficeRow[] {
    const random = this.#random;
    const made: OfficeRow[] = [];
    const row = (texts: Readonly<Record<string, string>>): OfficeRow => ({
      cells: columns.map(({ key }) => cell(texts[key] ?? '')),
    });
    const isStart = (at: number): boolean => !(rows[at]?.cells.some((each) => each === 'covered') ?? false);
    for (let at = 0; at <= rows.length; at += 1) {
      if (at === 0 || at === rows.length || isStart(at)) {
        if (this.#has('a total', 0.1))
          made.push(
            row({
              name: random.pick(['小計', '合　計', '社會發展計畫小計', '本頁小計', '總計', '累計', '合計（共3項）']),
              approved: '9,999',
              budgeted: '8,888',
              executed: '7,777',
            }),
          );
        if (at > 0 && at < rows.length && this.#has('running heads in a row', 0.06)) {
          made.push(
            row({ name: this.#agency, explanation: '主管' }),
            row({ name: '中華民國', explanation: '113年度' }),
          );
        }
        if (this.#isSheet && this.#has('a hidden row', 0.05))
          made.push({
            ...row({ name: '不列印計畫', type: '社會發展', approved: '1', budgeted: '1', executed: '1' }),
            hidden: true,
          });
      }
      const own = rows[at];
      if (own !== undefined) made.push(own);
    }
    if (this.#has('a note in the last row', 0.1)) made.push(row({ name: '註：本表金額四捨五入，尾差12。' }));
    if (this.#has('signatures in the last row', 0.08))
      made.push(row({ name: '製表：', budgeted: '覆核：', planned: '機關首長：' }));
    return made;
  }

  #around(
    tables: readonly {
      readonly heads: readonly OfficeRow[];
      readonly rows: readonly OfficeRow[];
      readonly width: number;
    }[],
  ): OfficePiece[] {
    const random = this.#random;
    const unitWord = this.#unit === 1000 ? '千元' : this.#unit === 1 ? '元' : '萬元';
    const unitLine =
      this.#unitBy === 'line'
        ? [
            line(
              random.pick([
                `單位：新臺幣${unitWord}`,
                `單位:${unitWord}`,
                `（單位：${unitWord}）`,
                `新臺幣${unitWord}`,
              ]),
            ),
          ]
        : [];
    const cover: OfficePiece[] = this.#has('a cover', 0.15)
      ? [
          { kind: 'sheet', name: '封面', hidden: false },
          line(`${this.#agency}主管`),
          line('113年度決算附表'),
          line('目次'),
          { kind: 'sheet', name: '表', hidden: false },
        ]
      : [];
    const after = this.#has('notes below', 0.2)
      ? [line('註：1.本表金額四捨五入。'), line('2.執行數含應付數1,234。')]
      : [];
    const half = this.#has('half-width punctuation', 0.2);
    const punctuated = (text: string): string => (half ? text.replaceAll('、', ',').replaceAll('：', ':') : text);
    const [left, right] = tables;
    const heads = (name: string, unit: readonly OfficePiece[]): OfficePiece[] => [
      line(this.#agency),
      line(punctuated(name)),
      line('中華民國113年度'),
      ...unit,
    ];
    const table = (each: (typeof tables)[number] | undefined): OfficePiece[] =>
      each === undefined
        ? []
        : [{ kind: 'table', table: { heads: each.heads.length, rows: [...each.heads, ...each.rows] } }];
    if (right === undefined) return [...cover, ...heads(title, unitLine), ...table(left), ...after];
    return [
      ...cover,
      ...heads('重要社會發展、重大科技發展計畫', unitLine),
      ...table(left),
      line('主管'),
      line('執行情形及目標達成情形表'),
      line('113年度'),
      ...table(right),
      ...after,
    ];
  }

  #isBig5(): boolean {
    return ['text', 'csv', 'html'].includes(this.#format) && this.#seed % 5 === 0;
  }

  #written(file: OfficeFile): { readonly name: string; readonly bytes: Uint8Array } {
    const encode = (text: string): Uint8Array => (this.#isBig5() ? big5(text) : new TextEncoder().encode(text));
    if (this.#isBig5()) this.#quirks.push('Big5');
    switch (this.#format) {
      case 'text':
        return { name: 'form.txt', bytes: encode(writeText(file)) };
      case 'csv':
        return { name: 'form.csv', bytes: encode(this.#csv(file)) };
      case 'html':
        return { name: 'form.html', bytes: encode(this.#html(file)) };
      case 'xlsx':
        return { name: 'form.xlsx', bytes: writeXlsx(file) };
      case 'ods':
        return { name: 'form.ods', bytes: writeOds(file) };
      case 'docx':
        return { name: 'form.docx', bytes: writeDocx(file, { inLayout: this.#has('a layout table', 0.15) }) };
      case 'odt':
        return { name: 'form.odt', bytes: writeOdt(file, { inLayout: this.#has('a layout table', 0.15) }) };
      case 'pdf':
        return { name: 'form.pdf', bytes: writePdf(file, this.#pdf()) };
      default:
        return this.#format satisfies never;
    }
  }

  #csv(file: OfficeFile): string {
    const random = this.#random;
    const equals = this.#has('="…"', 0.15);
    return writeCsv(file, {
      rowEnd: this.#has('line ends of two kinds', 0.3) ? '\r\n' : '\n',
      equals,
      unquoted: this.#has('thousands that nobody quoted', 0.2, !equals),
      delimiter: random.pick([',', ',', ',', '\t', ';']),
    });
  }

  #html(file: OfficeFile): string {
    return writeHtml(file, {
      inLayout: this.#has('a layout table', 0.2),
      charset: this.#has('a wrong charset', 0.2)
        ? this.#random.pick(['big5', 'iso-8859-1', 'gb2312', 'utf-8'])
        : 'utf-8',
      by: this.#random.pick(['elements', 'styles', 'classes']),
    });
  }

  #pdf(): PdfStyle {
    const merged = this.#quirks.some((quirk) => /merged|under one|one type/.test(quirk));
    const rules = merged ? 'all' : this.#random.pick(['all', 'all', 'all', 'columns', 'rows', 'none'] as const);
    if (rules !== 'all') this.#quirks.push(`PDF rules: ${rules}`);
    const height = !merged && this.#has('low pages', 0.25) ? this.#random.between(60, 110) : 297;
    return { rules, height, width: 420 };
  }
}
