import { read } from '@guankao/reading';
import { DescribedApi, type Carrier, type Told } from './described-api.ts';
import { People } from './people.ts';
import { TypedOnce } from './typed-once.ts';

/**
 * A ministry's year, from opening to publication, by a script that knows of the program what /openapi.json says: annual
 * work plans, reports by month, one agency late, one officer on leave with a deputy, returns, accounts by 科目, carry-over
 * into the next year, the form.
 */

export interface House {
  readonly carry: Carrier;
  /** The program's clock; the script moves it on. */
  now: Date;
  /** From the program's console. */
  readonly setupSecret: string;
}

export interface Size {
  readonly agencies: number;
  readonly plans: number;
  /** Reports are written for the months up to this one: 12 is the whole year. */
  readonly months: number;
}

export interface Played {
  readonly requests: number;
  readonly reports: number;
  readonly late: number;
  readonly returned: number;
  /** Events that a deputy did in another's name. */
  readonly byDeputy: number;
  /** Applications for a carry-over that were decided, and stand on the next year's row. */
  readonly carriedOver: number;
  readonly cells: number;
  readonly typedTwice: readonly string[];
  /** What the form, read back, or the next year's row says otherwise than the record. */
  readonly differences: readonly string[];
}

const fiscalYear = 2026;
const ministry = { id: 'ministry', name: '範例部' };
/** In this month the last agency reports late, and the first agency's officer is on leave. */
const eventful = 2;

interface Plan {
  readonly row: string;
  readonly name: string;
  /** 1, 2, … */
  readonly number: number;
  readonly agency: number;
}

export async function playYear(house: House, size: Size): Promise<Played> {
  const api = await DescribedApi.at(house.carry);
  const play = new Play(house, size, new People(api));
  await play.open();
  await play.plan();
  for (let month = 1; month <= size.months; month += 1) await play.report(month);
  await play.account();
  await play.askToCarryOver();
  await play.write();
  await play.publish();
  const differences = [...(await play.differences()), ...(await play.carryIntoNextYear())];
  const { cells, twice } = play.typed;
  return { requests: api.requests, ...play.counts, cells, typedTwice: twice, differences };
}

class Play {
  readonly typed = new TypedOnce();
  readonly counts = { reports: 0, late: 0, returned: 0, byDeputy: 0, carriedOver: 0 };
  private readonly house: House;
  private readonly size: Size;
  private readonly people: People;
  private year = '';
  private plans: readonly Plan[] = [];
  /** By row, the last report that was reviewed. */
  private readonly reports = new Map<string, string>();

  constructor(house: House, size: Size, people: People) {
    this.house = house;
    this.size = size;
    this.people = people;
  }

  async open(): Promise<void> {
    this.house.now = new Date('2026-01-05T01:00:00Z');
    await this.people.setUp(this.house.setupSecret, ministry);
    for (const at of this.agencies()) {
      const agency = { id: `agency-${at}`, name: `第${at}虛擬署`, parent: ministry.id };
      await this.people.as('admin', 'POST /api/agencies', {}, agency);
    }
    for (const role of ['compiler', 'accountant', 'auditor'])
      await this.people.invite({ login: role, grants: [{ role, agency: ministry.id }] });
    for (const at of this.agencies())
      for (const role of ['officer', 'supervisor'])
        await this.people.invite({ login: `${role}-${at}`, grants: [{ role, agency: `agency-${at}` }] });
    const plans = Array.from({ length: this.size.plans }, (_, at) => ({
      name: `第${at + 1}號虛擬建設計畫`,
      agency: `agency-${(at % this.size.agencies) + 1}`,
    }));
    const { year, rows } = await this.people.as(
      'compiler',
      'POST /api/years',
      {},
      {
        ministry: ministry.id,
        fiscalYear,
        plans,
      },
    );
    this.year = year.id;
    this.plans = rows.map((row: Told, at: number) => ({
      row: row.id,
      name: row.texts.name,
      number: at + 1,
      agency: Number(String(row.agency).replace('agency-', '')),
    }));
    for (const { row, name } of this.plans) this.typed.take(row, 'POST /api/years', { name });
  }

  /** 年度作業計畫 and the year's targets, written in January and approved by another. */
  async plan(): Promise<void> {
    for (const plan of this.plans) {
      const id = await this.begin(plan, 'POST /api/work-plans', { row: plan.row });
      await this.type(plan, 'POST /api/work-plans/{id}/save', { id }, workPlanOf(plan));
      await this.type(plan, 'POST /api/work-plans/{id}/submit', { id }, {});
      await this.people.as(supervisorOf(plan), 'POST /api/work-plans/{id}/approve', { id }, {});
      const texts = { type: '社會發展', period: '115年1月至118年12月' };
      await this.type(plan, 'POST /api/rows/{id}/save-texts', { id: plan.row }, texts);
      await this.type(plan, 'POST /api/rows/{id}/add-indicator', { id: plan.row }, targetOf(plan));
    }
  }

  /** Whoever is due reports of the month; 彙整 sees who is late, and locks the month. */
  async report(month: number): Promise<void> {
    this.house.now = new Date(Date.UTC(fiscalYear, month, 4, 1));
    await this.people.signInAgain();
    const deputyship = month === eventful ? await this.leave() : null;
    const due = await this.due(month);
    const isLate = (plan: Plan) => month === eventful && plan.agency === this.size.agencies;
    for (const plan of due.filter((one) => !isLate(one))) await this.reportOf(plan, month, deputyship);
    const waiting = due.filter(isLate);
    if (waiting.length > 0) await this.comeLate(waiting, month);
    await this.people.as('compiler', 'POST /api/years/{id}/lock-month', { id: this.year }, { month });
  }

  /** Money of the budget accounts, parted among the plans: typed by nobody on a row. */
  async account(): Promise<void> {
    this.house.now = new Date('2027-01-15T01:00:00Z');
    await this.people.signInAgain();
    const file = { fileName: '科目.csv', base64: Buffer.from(this.accountsFile()).toString('base64') };
    await this.people.as('accountant', 'POST /api/years/{id}/accounts', { id: this.year }, { ...file, record: true });
    const { records } = await this.people.as('accountant', 'GET /api/mappings');
    for (const { id, agency, accounts } of records) {
      const plans = this.plans.filter((plan) => `agency-${plan.agency}` === agency);
      const parts = plans.map(({ row }) => ({
        account: accounts[0].id,
        row,
        amount: null,
        share: { numerator: 1, denominator: plans.length },
        from: `${fiscalYear}-01-01`,
        until: null,
        document: '分配表',
      }));
      await this.people.as('accountant', 'POST /api/mappings/{id}/add-parts', { id }, { parts });
      await this.people.as('accountant', 'POST /api/mappings/{id}/draw', { id }, {});
    }
  }

  /** 經費保留: asked for by contract, one of them returned first, passed by the supervisor, decided by a document. */
  async askToCarryOver(): Promise<void> {
    for (const plan of this.plans.filter(hasContract)) {
      const { money } = (await this.people.as('accountant', 'GET /api/rows/{id}', { id: plan.row })).row;
      const asked = money.years[0].money.carriedOver;
      const id = await this.begin(plan, 'POST /api/carry-overs', { row: plan.row });
      await this.type(plan, 'POST /api/carry-overs/{id}/save', { id }, { lines: [carriedLineOf(plan, asked)] });
      await this.type(plan, 'POST /api/carry-overs/{id}/submit', { id }, {});
      const by = supervisorOf(plan);
      if (plan.number % 10 === 7) {
        const reason = '請附契約影本';
        await this.people.as(by, 'POST /api/carry-overs/{id}/return', { id }, { reason });
        await this.type(plan, 'POST /api/carry-overs/{id}/submit', { id }, {});
        this.counts.returned += 1;
      }
      await this.people.as(by, 'POST /api/carry-overs/{id}/review', { id }, {});
      const document = { number: `保留字第${plan.number}號`, date: dayOf(this.house.now) };
      if (isWhole(plan)) await this.type(plan, 'POST /api/carry-overs/{id}/approve', { id }, document, 'compiler');
      else {
        const approved = [{ line: 'k1', amount: asked - cutOf(plan) }];
        const partly = { ...document, reason: '未訂約部分不准', approved };
        await this.type(plan, 'POST /api/carry-overs/{id}/approve-partly', { id }, partly, 'compiler');
      }
    }
  }

  /**
   * The next year begins with last year's plans; what was approved stands on their rows with its document, drawn, and is
   * paid or given up until nothing is open. What the rows or the year's list say otherwise is told.
   */
  async carryIntoNextYear(): Promise<readonly string[]> {
    this.house.now = new Date('2027-03-10T01:00:00Z');
    await this.people.signInAgain();
    const { records } = await this.people.as('compiler', 'GET /api/years/{id}/carry-overs', { id: this.year });
    const opened = { ministry: ministry.id, fiscalYear: fiscalYear + 1, from: this.year };
    const { rows } = await this.people.as('compiler', 'POST /api/years', {}, opened);
    const found: string[] = [];
    for (const plan of this.plans.filter(hasContract)) {
      const { id, approved } = records.find(({ row }: Told) => row === plan.row);
      const next = rows.find(({ texts }: Told) => texts.name === plan.name);
      const drawn = await this.people.as(
        'accountant',
        'POST /api/rows/{id}/draw-carried',
        { id: next.id },
        { carryOver: id },
      );
      const told = drawn.record.carried.amount;
      const { money } = (await this.people.as('accountant', 'GET /api/rows/{id}', { id: plan.row })).row;
      const expected = money.years[0].money.carriedOver - (isWhole(plan) ? 0 : cutOf(plan));
      if (told !== expected || approved !== expected)
        found.push(
          `carry-over of ${plan.row}: ${told} on the next year’s row, ${approved} in the list, not ${expected}`,
        );
      await this.settle(plan, id, told);
      this.counts.carriedOver += 1;
    }
    const after = await this.people.as('compiler', 'GET /api/years/{id}/carry-overs', { id: this.year });
    for (const { id, state, open } of after.records)
      if (state !== 'closed' || open !== 0) found.push(`${id}: ${state}, ${open} open`);
    return found;
  }

  /** What was carried over is paid by a voucher; what is not needed is given up. */
  private async settle(plan: Plan, id: string, amount: number): Promise<void> {
    const rest = 1_000 + plan.number;
    const day = dayOf(this.house.now);
    for (const [kind, part, document] of [
      ['realised', amount - rest, `傳票${plan.number}`],
      ['cancelled', rest, `註銷${plan.number}`],
    ] as const) {
      const settlement = { line: 'k1', kind, amount: part, day, document };
      await this.type(plan, 'POST /api/carry-overs/{id}/settle', { id }, settlement, 'accountant');
    }
  }

  /** The row of the form: drawn from plan, reports and targets; some of them returned, and told in words of their own. */
  async write(): Promise<void> {
    for (const plan of this.plans) {
      const id = plan.row;
      const { row } = await this.people.as(officerOf(plan), 'GET /api/rows/{id}', { id });
      const indicator = row.indicators[0].id;
      await this.type(plan, 'POST /api/rows/{id}/record-actual', { id }, { indicator, ...resultOf(plan) });
      await this.type(plan, 'POST /api/rows/{id}/draw-work', { id }, {});
      await this.type(plan, 'POST /api/rows/{id}/draw-texts', { id }, {});
      await this.tell(plan);
      await this.type(plan, 'POST /api/rows/{id}/submit', { id }, {});
      if (plan.number % 7 === 1) await this.returnRow(plan);
      await this.people.as(supervisorOf(plan), 'POST /api/rows/{id}/approve', { id }, {});
    }
  }

  async publish(): Promise<void> {
    const [id, ground] = [this.year, '政府資訊公開法第7條'];
    await this.people.as('compiler', 'POST /api/years/{id}/submission', { id }, {});
    await this.people.as('compiler', 'POST /api/years/{id}/publication', { id }, { ground });
  }

  /** The form, given back and read, held against the rows: names, money in 千元, texts without white space. */
  async differences(): Promise<readonly string[]> {
    const { rows } = await this.people.as('auditor', 'GET /api/years/{id}', { id: this.year });
    const found: string[] = [];
    for (const format of ['ods', 'csv', 'pdf']) {
      const bytes = await this.people.file('auditor', 'GET /api/years/{id}/form.{format}', { id: this.year, format });
      const { reading } = await read({ name: `form.${format}`, bytes });
      if (reading.plans.length !== rows.length) found.push(`${format}: ${reading.plans.length} rows of ${rows.length}`);
      for (const [at, row] of rows.entries()) {
        const plan = reading.plans[at];
        const held = [row.texts.name, ...recordOf(row)];
        const came = plan === undefined ? [] : [plan.name, ...recordRead(plan)];
        for (const [cell, value] of held.entries())
          if (value !== came[cell]) found.push(`${format}, ${row.id}: ${String(value)} / ${String(came[cell])}`);
      }
    }
    return found;
  }

  private agencies(): readonly number[] {
    return Array.from({ length: this.size.agencies }, (_, at) => at + 1);
  }

  private async begin(plan: Plan, operation: string, body: object): Promise<string> {
    return (await this.people.as(officerOf(plan), operation, {}, body)).record.id;
  }

  private type(plan: Plan, operation: string, words: { readonly id: string }, body: object, by = officerOf(plan)) {
    this.typed.take(plan.row, operation, body);
    return this.people.as(by, operation, words, body);
  }

  /** Plans of which a report of the month is due, as the program says it. */
  private async due(month: number): Promise<readonly Plan[]> {
    const { agencies } = await this.reporting(month);
    const rows = new Set(agencies.flatMap((agency: Told) => agency.rows).map(({ row }: Told) => row));
    return this.plans.filter(({ row }) => rows.has(row));
  }

  private reporting(month: number): Promise<Told> {
    return this.people.as('compiler', 'GET /api/years/{id}/reporting', { id: this.year, month });
  }

  private async reportOf(plan: Plan, month: number, deputyship: string | null): Promise<void> {
    // Whose officer is on leave: the second agency's officer, in their name.
    const isAway = deputyship !== null && plan.agency === 1;
    const [by, name] = isAway ? ['officer-2', deputyship] : [officerOf(plan), undefined];
    const made = await this.people.as(by, 'POST /api/periodic-reports', {}, { row: plan.row, month }, name);
    const { id, content } = made.record;
    const told = toldOf(plan, month);
    this.typed.take(plan.row, 'POST /api/periodic-reports/{id}/save', told);
    // What stands in it already is sent back as it came.
    const body = { ...content, ...told };
    await this.people.as(by, 'POST /api/periodic-reports/{id}/save', { id }, body, name);
    await this.people.as(by, 'POST /api/periodic-reports/{id}/submit', { id }, {}, name);
    if (plan.number % 10 === 3) {
      const reason = '請說明實際進度的依據';
      await this.people.as(supervisorOf(plan), 'POST /api/periodic-reports/{id}/return', { id }, { reason });
      await this.people.as(by, 'POST /api/periodic-reports/{id}/submit', { id }, {}, name);
      this.counts.returned += 1;
    }
    await this.people.as(supervisorOf(plan), 'POST /api/periodic-reports/{id}/review', { id }, {});
    this.counts.reports += 1;
    this.reports.set(plan.row, id);
    if (isAway) await this.countByDeputy(id);
  }

  private async countByDeputy(id: string): Promise<void> {
    const { events } = await this.people.as('auditor', 'GET /api/periodic-reports/{id}/history', { id });
    this.counts.byDeputy += events.filter(({ actingFor = null }: Told) => actingFor !== null).length;
  }

  /** The first agency's officer names the second's for three days. */
  private async leave(): Promise<string> {
    const { record } = await this.people.as(
      'officer-1',
      'POST /api/deputies',
      {},
      {
        deputy: 'officer-2',
        grants: [{ role: 'officer', agency: 'agency-1' }],
        from: dayOf(this.house.now),
        until: dayOf(new Date(this.house.now.getTime() + 2 * 86_400_000)),
        reason: '休假',
      },
    );
    return record.id;
  }

  /** Past its day; the program names the agency, and says so of what then comes. */
  private async comeLate(plans: readonly Plan[], month: number): Promise<void> {
    this.house.now = new Date(Date.UTC(fiscalYear, month, 26, 1));
    await this.people.signInAgain();
    const overdue = (await this.reporting(month)).agencies.filter((agency: Told) => agency.overdue > 0);
    if (overdue.length !== 1) throw new Error(`${overdue.length} agencies are late`);
    for (const plan of plans) await this.reportOf(plan, month, null);
    const [agency] = (await this.reporting(month)).agencies.filter((one: Told) => one.cameLate > 0);
    this.counts.late += agency.cameLate;
  }

  /** What was carried out is what the last report told; where none is due yet, it is written. */
  private async tell(plan: Plan): Promise<void> {
    const [id, report] = [plan.row, this.reports.get(plan.row)];
    if (report === undefined)
      await this.type(plan, 'POST /api/rows/{id}/save-texts', { id }, { execution: executionOf(plan) });
    else await this.type(plan, 'POST /api/rows/{id}/draw-execution', { id }, { report });
  }

  private async returnRow(plan: Plan): Promise<void> {
    const id = plan.row;
    const comments = [{ field: 'execution', text: '請補完成日期' }];
    await this.people.as(supervisorOf(plan), 'POST /api/rows/{id}/return', { id }, { comments });
    const { row } = await this.people.as(officerOf(plan), 'GET /api/rows/{id}', { id });
    const text = `${row.texts.execution}\n全部工程於115年12月20日完成。`;
    if (this.reports.has(id)) {
      const own = { text, reason: '填報未及載明完成日期' };
      await this.type(plan, 'POST /api/rows/{id}/overrule-execution', { id }, own);
    } else await this.type(plan, 'POST /api/rows/{id}/save-texts', { id }, { execution: text });
    await this.type(plan, 'POST /api/rows/{id}/submit', { id }, {});
    this.counts.returned += 1;
  }

  /** An account of each agency, in whole TWD, that adds up. */
  private accountsFile(): string {
    const heads =
      '機關,科目代碼,業務計畫,工作計畫,法定預算數,追加減預算數,以前年度轉入數,實現數,應付數,保留數,賸餘數,預付數';
    const lines = this.agencies().map((at) => {
      const budget = 10_000_003 + at * 7_919;
      const [realised, payable] = [Math.floor(budget * 0.9), at * 13];
      const carriedOver = Math.floor((budget - realised - payable) / 2);
      const money = [budget, 0, 0, realised, payable, carriedOver, budget - realised - payable - carriedOver, 0];
      return [`第${at}虛擬署`, 3_700_000_000 + at * 100, '虛擬業務', `虛擬工作${at}`, ...money].join(',');
    });
    return [heads, ...lines].join('\n');
  }
}

const officerOf = ({ agency }: Plan) => `officer-${agency}`;
const supervisorOf = ({ agency }: Plan) => `supervisor-${agency}`;
/** Reported on each quarter, the others each month: some of every agency, and all of none. */
const isByQuarter = (number: number) => number % 7 === 3;
/** Plans of which work goes on under a contract when the year ends. */
const hasContract = ({ number }: Plan) => number % 5 === 2;
/** All of it is approved. */
const isWhole = ({ number }: Plan) => number % 2 === 1;
/** TWD of what is asked for that is not approved. */
const cutOf = ({ number }: Plan) => 2_000 + number;
const dayOf = (moment: Date) => new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
/** Cumulative, by month: all of it in December. */
const byMonth = (whole: number) => Array.from({ length: 12 }, (_, at) => Math.floor((whole * (at + 1)) / 12));

function workPlanOf({ number }: Plan) {
  return {
    level: isByQuarter(number) ? 'agency' : 'ministry',
    items: [
      { name: `第${number}號工程設計作業`, weight: 40, planned: byMonth(100) },
      { name: `第${number}號工程施工作業`, weight: 60, planned: byMonth(100) },
    ],
    checkPoints: [{ name: `第${number}號工程決標`, due: '2026-02-20', evidence: `第${number}號決標公告` }],
    spending: byMonth(1_200_000 + number * 12),
  };
}

function targetOf({ number }: Plan) {
  const label = `第${number}號步道整建`;
  return { label, comparator: '>=', unit: '公里', scope: 'year', target: 10 + number, text: `${10 + number}公里` };
}

function resultOf({ number }: Plan) {
  return { value: 11 + number, text: `完成${11 + number}公里`, stated: 'met' };
}

function carriedLineOf({ number }: Plan, budget: number) {
  return {
    ground: 'contract',
    cause: 'permits',
    contract: `工程契約${number}`,
    since: fiscalYear,
    budget,
    supplementary: 0,
    carriedIn: 0,
    finish: '2027-06-30',
    explanation: `工期跨年度，第${number}號工程尾款於驗收後支付。`,
  };
}

function executionOf({ number }: Plan): string {
  return `第${number}號工程之設計及施工均依期程辦理。`;
}

/** What the officer fills in. The tender was decided in February: it is told once. */
function toldOf({ number }: Plan, month: number) {
  const planned = byMonth(100)[month - 1] ?? 0;
  const isBehind = number === 2 && month === 12;
  const isFirstAfterTender = month === (isByQuarter(number) ? 3 : 2);
  return {
    items: [
      { item: 'w1', done: planned },
      { item: 'w2', done: isBehind ? planned - 30 : planned },
    ],
    ...(isFirstAfterTender
      ? { checkPoints: [{ checkPoint: 'c1', reached: '2026-02-10', evidence: '已登載政府採購網' }] }
      : {}),
    spent: (byMonth(1_150_000)[month - 1] ?? 0) + number * 12 + month,
    cause: isBehind ? 'tender-failed' : null,
    explanation: isBehind ? '第1次招標流標' : '',
    measures: isBehind ? '檢討底價後重新招標' : '',
    forecast: 100,
  };
}

/** A row of the record as the form prints it. */
function recordOf({ texts, money }: Told): readonly unknown[] {
  const [{ money: own }] = money.years;
  return [
    Math.round((own.budget + own.supplementary + own.carriedIn) / 1_000),
    ...[texts.plannedWork, texts.execution, texts.goals, texts.explanation].map(withoutSpace),
  ];
}

/** The same of what was read. */
function recordRead(plan: Told): readonly unknown[] {
  return [
    plan.budgetedToDate,
    ...[plan.plannedWork, plan.execution, plan.goals, plan.explanation].map((items) =>
      withoutSpace(items.map(({ marker, text }: Told) => `${marker ?? ''}${text}`).join('')),
    ),
  ];
}

const withoutSpace = (text: string) => text.replaceAll(/\s/g, '');
