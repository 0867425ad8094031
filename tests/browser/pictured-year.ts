import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CollectionRecord, RowRecord } from '@guankao/workflow';
import { offices } from '../collection/collected-year.ts';
import { unreadableFiles, writeCameBack, type Cell } from '../collection/write-came-back.ts';
import { calendarCsv } from '../integration/calendar-file.ts';
import type { MailServer } from '../integration/mail-server.ts';
import { accountsCsv } from '../money-files/accounts.ts';
import type { YearHouse } from './year-house.ts';

/** A ministry's year for pictures: 49 plans of nine agencies, with something on every page of the workbench. All of it is made up. */

export const year = '範例部-114';
export const rowId = (at: number): string => `${year}-${String(at).padStart(2, '0')}`;

export const people = [
  { login: 'officer', name: '陳專員', role: 'officer', agency: 'ministry' },
  { login: 'aide', name: '王科員', role: 'officer', agency: 'a1' },
  { login: 'chief', name: '林科長', role: 'supervisor', agency: 'a1' },
  { login: 'head', name: '周處長', role: 'supervisor', agency: 'ministry' },
  { login: 'accountant', name: '主計何組長', role: 'accountant', agency: 'ministry' },
  { login: 'manager', name: '系統管理者', role: 'administrator', agency: 'ministry' },
];

const subjects = [
  '海岸侵蝕防護及沙洲復育',
  '偏鄉通學步道整建',
  '典藏檔案數位化加值',
  '山區防災倉儲建置',
  '社區照顧據點智慧服務',
  '志工培訓及服務媒合',
  '文化資產風險盤點',
  '地下水補注及地層下陷監測',
  '農村再生水圳修繕',
  '老舊校舍耐震補強',
  '無障礙騎樓整平',
  '離島海水淡化廠擴建',
  '野溪整治及土石流預警',
  '公共托育中心布建',
  '河川水質連續監測',
  '原鄉部落聯外道路改善',
  '鐵道平交道安全提升',
];

const nameOf = (at: number): string => {
  const subject = subjects[at % subjects.length] ?? '';
  return `${subject}${['計畫', '第二期計畫', '後續計畫'][Math.floor(at / subjects.length)]}`;
};

/** The first agency has twenty of them, the other eight share the rest. */
const ofFirst = 20;
export const plans = Array.from({ length: 49 }, (_, at) => ({
  name: nameOf(at),
  agency: at < ofFirst ? 'a1' : (offices[1 + ((at - ofFirst) % (offices.length - 1))]?.id ?? 'a2'),
}));

/** What the officers write: most of it holds together, and some of it does not. */
function textsOf(at: number) {
  const places = 3 + (at % 7);
  const missed = at % 9 === 4;
  return {
    type: at % 6 === 2 ? '科技發展' : '社會發展',
    period: '112年1月至115年12月',
    plannedWork: `1. 辦理第二期工程設計及招標。\n2. 完成${places}處整建並驗收。`,
    execution:
      at % 9 === 0
        ? `1. 工程變更設計，致期程展延；另因颱風停工10日。\n2. 第一季完成1處、第二季完成${places - 1}處，合計${places + 1}處。`
        : `1. 於114年3月20日決標，9月15日完工。\n2. 12月10日完成驗收，共${places}處。`,
    goals: `完成整建${places}處。`,
    explanation: missed ? `完成整建${places - 1}處，已達成目標。` : `完成整建${places}處，達成目標。`,
  };
}

/** The program's clock, which goes on from wherever it is set. */
export class MovedClock {
  private readonly file = join(mkdtempSync(join(tmpdir(), 'guankao-clock-')), 'offset');

  constructor(day: string) {
    this.set(day);
  }

  /** For the program that is started. */
  get settings(): Readonly<Record<string, string>> {
    const preload = pathToFileURL(join(process.cwd(), 'tests/browser/moved-clock.mjs')).href;
    return { MOVED_CLOCK: this.file, NODE_OPTIONS: `--import ${preload}` };
  }

  /** At ten in the morning of Taipei. */
  set(day: string): void {
    writeFileSync(this.file, `${Date.parse(`${day}T10:00:00+08:00`) - Date.now()}`);
  }

  remove(): void {
    rmSync(dirname(this.file), { recursive: true });
  }
}

async function rowsOf(house: YearHouse): Promise<readonly RowRecord[]> {
  return (await house.api('officer', 'GET', `/api/years/${year}`)).rows;
}

const versionOf = async (house: YearHouse, id: string) =>
  (await rowsOf(house)).find((row) => row.id === id)?.version ?? 1;

export async function writeTexts(house: YearHouse, from: number, to: number): Promise<void> {
  for (let at = from; at <= to; at += 1)
    await house.api('officer', 'PATCH', `/api/rows/${rowId(at)}/texts`, textsOf(at - 1), {
      'if-match': `${await versionOf(house, rowId(at))}`,
    });
}

export async function submitRows(house: YearHouse, from: number, to: number): Promise<void> {
  for (let at = from; at <= to; at += 1)
    await house.api(
      'officer',
      'POST',
      `/api/rows/${rowId(at)}/moves`,
      { move: 'submit' },
      {
        'if-match': `${await versionOf(house, rowId(at))}`,
      },
    );
}

/** Files out to eight agencies; from five of them something comes back. */
export async function collect(house: YearHouse): Promise<string> {
  const receivers = offices
    .slice(1)
    .map(({ id, name }) => ({ agency: id, person: `${name}承辦`, to: `${id}@agency.example` }));
  const fields = ['plannedWork', 'execution', 'goals', 'explanation'];
  const sending = { fields, receivers, due: '2026-01-16', note: '請附佐證。' };
  const { record } = (await house.api('compiler', 'POST', `/api/years/${year}/collections`, sending)) as {
    record: CollectionRecord;
  };
  return record.id;
}

export async function comeBack(house: YearHouse, id: string): Promise<void> {
  const { record } = (await house.api('compiler', 'GET', `/api/collections/${id}`)) as { record: CollectionRecord };
  const file = (agency: string, how: 'plain' | 'more'): Uint8Array => {
    const rows = record.rows.filter((row) => row.agency === agency).toReversed();
    const heads: Cell[] = record.columns.map(({ heading }) => ({ text: heading }));
    const lines = rows.map(({ row, cells }) => {
      const texts: Readonly<Record<string, string>> = textsOf(Number(row.slice(-2)) - 1);
      return cells.map((text, at): Cell => ({ text: texts[record.columns[at]?.field ?? ''] ?? text }));
    });
    if (how === 'more') {
      heads.push({ text: '備註' });
      for (const line of lines) line.push({ text: '已洽主計確認' });
      lines.push(heads.map((_, at) => ({ text: ['', '新增之水庫清淤計畫'][at] ?? '' })));
      heads[5] = { text: '執行概況' };
    }
    return writeCameBack({ lines: [heads, ...lines], heads: 0 }, how === 'more' ? 'xlsx' : 'ods');
  };
  const files = [
    ['虛擬局回傳.ods', file('a2', 'plain')],
    ['新增 Microsoft Excel 工作表.xlsx', file('a3', 'more')],
    ['試作中心-114收集表.ods', file('a4', 'plain')],
    ['複本-試作中心-114收集表.ods', file('a4', 'plain')],
    ['設例館.xls', unreadableFiles.xls],
    ['擬稿處（掃描）.png', unreadableFiles.scan],
  ] as const;
  await house.api('compiler', 'POST', `/api/collections/${id}/files`, {
    came: '2026-01-15',
    way: '電子郵件',
    files: files.map(([fileName, bytes]) => ({ fileName, bytes: Buffer.from(bytes).toString('base64') })),
  });
}

/** Budget accounts of the first agency, some of them parted among its plans, drawn into their rows. */
export async function account(house: YearHouse): Promise<string> {
  const works = ['海岸防護', '通學步道', '檔案數位化', '防災倉儲', '一般行政'];
  const csv = accountsCsv(
    works.map((work, at) => {
      const [budget, carriedIn] = [120_000_000 - at * 13_456_789, at * 1_234_567];
      const [realised, payable, carriedOver] = [Math.floor(budget * 0.82), 400_000 + at, at === 0 ? 18_000_000 : 0];
      const lapsed = budget + carriedIn - realised - payable - carriedOver;
      return [
        '範例署',
        `37000101${at}0`,
        '範例業務',
        work,
        budget,
        0,
        carriedIn,
        realised,
        payable,
        carriedOver,
        lapsed,
        0,
      ];
    }),
  );
  const file = { fileName: '科目明細.csv', base64: Buffer.from(csv).toString('base64') };
  await house.api('accountant', 'POST', `/api/years/${year}/accounts`, { ...file, record: true });
  const { records } = await house.api('accountant', 'GET', '/api/mappings');
  const [{ id, version, accounts }] = records;
  const part = { from: '2025-01-01', until: null, document: '114年度分配表 範例會字第1140000001號' };
  const share = (numerator: number, denominator: number) => ({ amount: null, share: { numerator, denominator } });
  const parts = [
    { account: accounts[0].id, row: rowId(1), ...share(2, 3), ...part },
    { account: accounts[0].id, row: rowId(8), ...share(1, 3), ...part },
    { account: accounts[1].id, row: rowId(2), ...share(1, 1), ...part },
    { account: accounts[2].id, row: rowId(3), amount: 60_000_000, share: null, ...part },
  ];
  await house.api('accountant', 'POST', `/api/mappings/${id}/add-parts`, { parts }, { 'if-match': `${version}` });
  await house.api('accountant', 'POST', `/api/mappings/${id}/draw`, {}, { 'if-match': `${version + 1}` });
  return id;
}

/** Cumulative, by month. */
const byMonth = (whole: number) => Array.from({ length: 12 }, (_, at) => Math.floor((whole * (at + 1)) / 12));

/** Work plans of two rows in three, approved. */
export async function planWork(house: YearHouse): Promise<void> {
  for (let at = 1; at <= plans.length; at += 1) {
    if (at % 3 === 0) continue;
    const { record } = await house.api('officer', 'POST', '/api/work-plans', { row: rowId(at) });
    const act = async (who: string, command: string, body: object) => {
      const { record: now } = await house.api(who, 'GET', `/api/work-plans/${record.id}`);
      await house.api(who, 'POST', `/api/work-plans/${record.id}/${command}`, body, { 'if-match': `${now.version}` });
    };
    await act('officer', 'save', {
      level: 'ministry',
      items: [
        { name: '設計及審查', weight: 40, planned: byMonth(100) },
        { name: '施工及驗收', weight: 60, planned: byMonth(100) },
      ],
      checkPoints: [{ name: '完成工程決標', due: '2025-04-30', evidence: '決標公告' }],
      spending: byMonth(8_400_000 + at * 12),
    });
    await act('officer', 'submit', {});
    await act('head', 'approve', {});
  }
}

/** Of these months, by every second row that has a work plan; the first is behind in March. */
export async function report(house: YearHouse, months: readonly number[]): Promise<void> {
  for (let at = 1; at <= plans.length; at += 2) if (at % 3 !== 0) await reportOf(house, at, months);
}

async function reportOf(house: YearHouse, at: number, months: readonly number[]): Promise<void> {
  for (const month of months) {
    const made = await house.api('officer', 'POST', '/api/periodic-reports', { row: rowId(at), month });
    const { id, content } = made.record;
    const act = async (who: string, command: string, body: object) => {
      const { record: now } = await house.api(who, 'GET', `/api/periodic-reports/${id}`);
      await house.api(who, 'POST', `/api/periodic-reports/${id}/${command}`, body, { 'if-match': `${now.version}` });
    };
    const isBehind = at === 1 && month === 3;
    const planned = byMonth(100)[month - 1] ?? 0;
    await act('officer', 'save', {
      ...content,
      items: content.items.map((item: object) => ({ ...item, done: isBehind ? planned - 12 : planned })),
      ...(month === 4
        ? { checkPoints: [{ checkPoint: 'c1', reached: '2025-04-08', evidence: '決標公告已登載政府採購網' }] }
        : {}),
      spent: (byMonth(8_000_000)[month - 1] ?? 0) + at,
      cause: isBehind ? 'tender-failed' : null,
      explanation: isBehind ? '設計監造案2次流標，於3月20日決標。' : '',
      measures: isBehind ? '縮短審查期程，6月底前完成細部設計。' : '',
      forecast: 100,
    });
    await act('officer', 'submit', {});
    if (!isBehind) await act('head', 'review', {});
  }
}

export async function carryOver(house: YearHouse): Promise<void> {
  const { record } = await house.api('officer', 'POST', '/api/carry-overs', { row: rowId(1) });
  const act = async (command: string, body: object) => {
    const { record: now } = await house.api('officer', 'GET', `/api/carry-overs/${record.id}`);
    await house.api('officer', 'POST', `/api/carry-overs/${record.id}/${command}`, body, {
      'if-match': `${now.version}`,
    });
  };
  const line = {
    ground: 'contract',
    cause: 'design-changed',
    contract: '海岸防護工程（114-工-003，114年9月19日訂約，範例營造）',
    since: 2025,
    budget: 12_000_000,
    supplementary: 0,
    carriedIn: 0,
    finish: '2026-06-30',
    explanation: '變更設計後展延工期，餘款於115年6月底前驗收付清。',
  };
  await act('save', { lines: [line] });
  await act('submit', {});
}

export async function confirmCauses(house: YearHouse): Promise<void> {
  for (const [at, code] of [
    [1, 'design-changed'],
    [1, 'weather'],
    [10, 'design-changed'],
    [19, 'weather'],
  ] as const) {
    const id = `${rowId(at)}-原因`;
    const held = await house.api('officer', 'POST', '/api/causes', { row: rowId(at) }).catch(() => null);
    const { record } = held ?? (await house.api('officer', 'GET', `/api/causes/${id}`));
    const text = textsOf(at - 1).execution;
    const words = code === 'weather' ? '颱風' : '變更設計';
    const place = { field: 'execution', start: text.indexOf(words), end: text.indexOf(words) + words.length };
    // The fourth's text is left to be confirmed on its page.
    if (at === 1 && code === 'weather') continue;
    await house.api(
      'officer',
      'POST',
      `/api/causes/${id}/confirm`,
      { kind: 'lag', code, place },
      {
        'if-match': `${record.version}`,
      },
    );
  }
}

export async function comment(house: YearHouse): Promise<void> {
  const on = { noun: 'row', id: rowId(1) };
  await house.api('chief', 'POST', '/api/comments', { on, field: 'goals', text: '目標值請附核定文號。@aide' });
  await house.api('head', 'POST', '/api/comments', {
    on,
    field: 'execution',
    text: '第一季、第二季合計請再核對。@aide',
  });
}

export async function nameDeputy(house: YearHouse): Promise<void> {
  await house.api('chief', 'POST', '/api/deputies', {
    deputy: 'head',
    grants: [{ role: 'supervisor', agency: 'a1' }],
    from: '2026-01-20',
    until: '2026-01-23',
    reason: '休假',
  });
}

export async function keepCalendar(house: YearHouse): Promise<void> {
  const days = {
    '2025-01-01': [2, '開國紀念日'],
    '2025-02-08': [0, '補行上班'],
    '2025-02-28': [2, '和平紀念日'],
    '2025-04-04': [2, '兒童節及民族掃墓節'],
  } as const;
  const file = { fileName: '114年中華民國政府行政機關辦公日曆表.csv', text: calendarCsv(2025, days) };
  await house.api('manager', 'POST', '/api/office-calendars', {
    fileName: file.fileName,
    base64: Buffer.from(`\uFEFF${file.text}`).toString('base64'),
    record: true,
  });
}

/** One address takes mail, another is refused. */
export async function mail(house: YearHouse, server: MailServer): Promise<void> {
  server.behave({
    refuse: (address) => (address.startsWith('gone') ? '550 5.1.1 Recipient address rejected: User unknown' : null),
  });
  await house.api('officer', 'PUT', '/api/me/mail', { address: 'chen@agency.example', locale: 'zh-Hant' });
  await house.api('aide', 'PUT', '/api/me/mail', { address: 'gone@agency.example', locale: 'zh-Hant' });
}
