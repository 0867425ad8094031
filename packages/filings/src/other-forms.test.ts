// Small filings of agencies that do not exist, each unlike the others in its words, its numbering and its fusings.
import { openDocument } from '@guankao/documents';
import type { Filing, PlanRow, TextColumn } from '@guankao/domain';
import { describe, expect, it } from 'vitest';
import { readFiling } from './index.ts';

async function read(lines: readonly (string | readonly string[])[]): Promise<Filing> {
  const text = lines.map((line) => (typeof line === 'string' ? line : line.join('\t'))).join('\n');
  return readFiling(await openDocument({ name: 'filing.txt', bytes: new TextEncoder().encode(text) }));
}

function texts(plan: PlanRow | undefined, column: TextColumn): string[] {
  return (plan?.[column] ?? []).map(({ marker, text }) => `${marker ?? ''}${text}`);
}

describe('想像市: other names, other order, 元, three plans fused without any mark-up', () => {
  const filing = read([
    '想像市政府主管',
    '重要施政計畫執行情形及目標達成情形表',
    '中華民國112年度',
    '單位：新臺幣元',
    '',
    ['類別', '個案計畫名稱', '執行期間', '總經費(核定)', '累計編列預算數', '累計支用數', '年度工作重點'],
    [
      '社發',
      '河岸步道整建計畫',
      '111.02～113.11',
      '36,000,000',
      '24,000,000',
      '23,500,000',
      '一、整建步道5公里。二、設置座椅80張。',
    ],
    ['科技', '雨量預警系統計畫', '112.01～114.12', '18,000,000', '6,000,000', '5,900,000', '建置雨量預警站。'],
    ['公建', '市場耐震補強計畫', '110.05～112.12', '88,000,000', '88,000,000', '61,600,000', '辦理市場耐震補強工程。'],
    '',
    '年度目標',
    '',
    ['年度目標值', '年度辦理情形', '目標達成情形及原因說明'],
    [
      '一、步道整建5公里。二、座椅80張。雨量預警站12站。補強工程進度100%。',
      '一、河岸步道完成整建5.2公里。二、設置座椅84張。完成雨量預警站12站，預警提前30分鐘。市場耐震補強工程流標2次，進度70%。',
      '目標已達成。目標已達成。因流標致補強工程進度落後，預定113年6月完工。',
    ],
  ]);

  it('reads the running heads', async () => {
    const { form, agency, fiscalYear, moneyUnit } = await filing;
    expect([form?.value, agency?.value, fiscalYear?.value, moneyUnit?.value]).toEqual([
      '重要施政計畫執行情形及目標達成情形表',
      '想像市政府',
      2023,
      'TWD',
    ]);
  });

  it('reads the rows by their headings', async () => {
    const { plans } = await filing;
    expect(
      plans.map(({ name, type, period, approvedTotal, executedToDate }) => [
        name.value,
        type?.value,
        period?.value.start,
        period?.value.end,
        approvedTotal?.value,
        executedToDate?.value,
      ]),
    ).toEqual([
      ['河岸步道整建計畫', '社會發展', '2022-02', '2024-11', 36_000_000, 23_500_000],
      ['雨量預警系統計畫', '科技發展', '2023-01', '2025-12', 18_000_000, 5_900_000],
      ['市場耐震補強計畫', '公共建設', '2021-05', '2023-12', 88_000_000, 61_600_000],
    ]);
  });

  it('splits the fused row at sentences, by words and agreement of the columns', async () => {
    const { plans } = await filing;
    expect(plans.map((plan) => texts(plan, 'goals'))).toEqual([
      ['一、步道整建5公里。', '二、座椅80張。'],
      ['雨量預警站12站。'],
      ['補強工程進度100%。'],
    ]);
    expect(plans.map((plan) => texts(plan, 'explanation'))).toEqual([
      ['目標已達成。'],
      ['目標已達成。'],
      ['因流標致補強工程進度落後，預定113年6月完工。'],
    ]);
    expect(plans.map((plan) => texts(plan, 'execution').length)).toEqual([2, 1, 1]);
  });
});

describe('例如署: one wide table, groups by agency, sub-plans, a total row, merged right cells', () => {
  const heads = [
    '項次',
    '計畫名稱',
    '計畫期程',
    '計畫總經費',
    '截至本年度已編列經費',
    '累計執行金額',
    '預定工作',
    '執行成果說明',
    '績效指標',
    '達成與否說明',
  ];
  const filing = read([
    '例如署113年度重要計畫執行情形表（單位：新臺幣千元）',
    '',
    heads,
    ['', '例如港務分署'],
    [
      '1',
      '防波堤延建計畫',
      '112-115年',
      '90,000',
      '30,000',
      '27,000',
      '延建80公尺。',
      '完成延建84公尺。',
      '延建80公尺。',
      '已達成。',
    ],
    ['2', '港區綠美化方案', '113年1月至114年12月', '12,000', '8,000', '8,000'],
    ['', '(1)植栽', '', '5,000', '3,000', '3,000', '植栽2,000株。', '植栽2,150株。', '植栽2,000株。', '已達成。'],
    [
      '',
      '(2)照明',
      '',
      '7,000',
      '5,000',
      '5,000',
      '更新路燈60盞。',
      '更新路燈58盞。',
      '更新路燈60盞。',
      '尚有2盞待料。',
    ],
    ['', '合 計', '', '102,000', '38,000', '35,000'],
  ]);

  it('tells plans from groups and totals', async () => {
    const { plans, unread } = await filing;
    expect(
      plans.map(({ name, marker, parent, executingAgency }) => [name.value, marker, parent, executingAgency?.value]),
    ).toEqual([
      ['防波堤延建計畫', null, null, '例如港務分署'],
      ['港區綠美化方案', null, null, '例如港務分署'],
      ['植栽', '(1)', 'r02', '例如港務分署'],
      ['照明', '(2)', 'r02', '例如港務分署'],
    ]);
    expect(unread).toEqual([]);
  });

  it('reads each row’s texts beside it', async () => {
    const { plans } = await filing;
    expect(plans.map((plan) => texts(plan, 'explanation'))).toEqual([
      ['已達成。'],
      [],
      ['已達成。'],
      ['尚有2盞待料。'],
    ]);
    expect(plans.map(({ join }) => join.confidence)).toEqual([1, 0.95, 1, 1]);
  });

  it('says that a period of years alone is inferred', async () => {
    const { plans } = await filing;
    expect(plans[0]?.period).toMatchObject({ value: { start: '2023-01', end: '2026-12' }, basis: 'inferred' });
  });
});

describe('範例館: a row that goes on over the page, a slipped cell, a verdict at either end', () => {
  const left = [
    '計畫名稱',
    '計畫類型',
    '計畫期程',
    '計畫核定總經費',
    '截至本年度已編列預算數',
    '截至本年底止累計執行數',
    '本年度預定工作摘要',
  ];
  const right = ['本年度執行情形說明', '績效目標及本年度目標值', '年度績效目標已達成或未達成之說明'];
  const filing = read([
    '範例館',
    '重要計畫',
    left,
    ['標本數位化計畫', '113年1月至115年12月', '9,000', '3,000', '2,950', '① 掃描標本。② 建檔。'],
    ['展場更新計畫', '社會發展', '113年1月至114年6月', '7,000', '5,000', '1,200', '更新常設展場，含燈光、'],
    '',
    '執行情形及目標達成情形表',
    right,
    ['<p>① 掃描標本3萬件。</p> <p>② 建檔3萬件。</p>', '<p>掃描標本3萬件。</p>', '<p>年度績效目標已達成。</p>'],
    ['<p>1. 展場燈光更新決標。</p> <p>2. 施工中，</p>', '<p>完成常設展場更新1處。</p>', '<p>1. 展場更新未達成。</p>'],
    '',
    '範例館',
    '重要計畫',
    left,
    ['', '', '', '', '', '', '音響及展櫃。'],
    ['巡迴講座計畫', '社會發展', '113年1月至113年12月', '800', '800', '800', '辦理巡迴講座30場。'],
    '',
    '執行情形及目標達成情形表',
    right,
    ['<p>3. 展櫃進度45%。</p>', '', '<p>2. 策進作為：每週追蹤。</p>'],
    ['<p>辦理巡迴講座32場。</p>', '<p>巡迴講座30場。</p>', '<p>年度績效目標已達成。</p>'],
  ]);

  it('puts the rest of a row to it', async () => {
    const { plans } = await filing;
    expect(plans.map(({ name }) => name.value)).toEqual(['標本數位化計畫', '展場更新計畫', '巡迴講座計畫']);
    expect(texts(plans[1], 'plannedWork').join('')).toBe('更新常設展場，含燈光、音響及展櫃。');
    expect(texts(plans[1], 'execution')).toEqual(['1.展場燈光更新決標。', '2.施工中，', '3.展櫃進度45%。']);
    expect(texts(plans[1], 'explanation')).toEqual(['1.展場更新未達成。', '2.策進作為：每週追蹤。']);
    expect(texts(plans[2], 'execution')).toEqual(['辦理巡迴講座32場。']);
  });

  it('tells slipped cells from what they say', async () => {
    const { plans } = await filing;
    expect(plans[0]?.type).toBeNull();
    expect(plans[0]?.period?.value).toEqual({ start: '2024-01', end: '2026-12' });
    expect(plans[0]?.approvedTotal?.value).toBe(9000);
    expect(plans[0]?.approvedTotal?.by).toContain('shifted-cell');
  });
});

describe('虛構處: the name again over the page, a year in words, the agency below the title', () => {
  const heads = [
    '計畫名稱',
    '計畫期程',
    '計畫核定總經費',
    '截至本年度已編列預算數',
    '截至本年底止累計執行數',
    '本年度預定工作摘要',
    '本年度執行情形說明',
    '績效目標及本年度目標值',
    '年度績效目標已達成或未達成之說明',
  ];
  const filing = read([
    '重要計畫執行情形及目標達成情形表',
    '虛構處',
    '中華民國一百一十三年度',
    '單位：新臺幣千元',
    '',
    heads,
    [
      '濕地巡護計畫',
      '113年1月至115年12月',
      '9,000',
      '3,000',
      '2,950',
      '1. 巡護40次。',
      '1. 巡護44次。',
      '1. 巡護40次。',
      '1. 達成。',
    ],
    '',
    '- 2 -',
    '',
    heads,
    [
      '濕地巡護計畫（續）',
      '',
      '9,000',
      '3,000',
      '2,950',
      '2. 設解說牌8面。',
      '2. 設解說牌8面。',
      '2. 解說牌8面。',
      '2. 達成。',
    ],
    [
      '漁港疏浚工程',
      '113年3月至114年2月',
      '21,000',
      '8,000',
      '6,400',
      '疏浚3萬立方公尺。',
      '疏浚2.4萬立方公尺。',
      '疏浚3萬立方公尺。',
      '未達成，因颱風停工。',
    ],
    ['註：本表金額含補助款。'],
  ]);

  it('makes one row of it', async () => {
    const { plans, agency, fiscalYear } = await filing;
    expect([agency?.value, fiscalYear?.value]).toEqual(['虛構處', 2024]);
    expect(plans.map(({ name, approvedTotal }) => [name.value, approvedTotal?.value])).toEqual([
      ['濕地巡護計畫', 9000],
      ['漁港疏浚工程', 21_000],
    ]);
    expect(
      plans.map((plan) => [
        texts(plan, 'plannedWork').length,
        texts(plan, 'execution').length,
        texts(plan, 'explanation').length,
      ]),
    ).toEqual([
      [2, 2, 2],
      [1, 1, 1],
    ]);
  });

  it('takes no note for a plan', async () => {
    const { unread } = await filing;
    expect(unread.length).toBe(1);
  });
});

describe('假想局: HTML, headings under common ones, cells merged over plans, another sheet beside', () => {
  const filing = (async () =>
    readFiling(
      await openDocument({
        name: 'filing.html',
        bytes: new TextEncoder().encode(`<!doctype html><meta charset="utf-8">
    <h1>假想局113年度重要計畫執行情形表</h1><p>單位：新臺幣千元</p>
    <table>
      <tr><th rowspan="2">計畫名稱</th><th rowspan="2">計畫期程</th><th colspan="3">經費</th><th rowspan="2">預定工作</th><th colspan="2">執行結果</th><th rowspan="2">績效目標</th></tr>
      <tr><th>核定總經費</th><th>累計編列</th><th>累計執行</th><th>執行情形</th><th>目標達成情形</th></tr>
      <tr><td>風車葉片回收計畫</td><td>113年1月至114年12月</td><td>4,000</td><td>2,000</td><td>1,900</td><td>回收葉片20片。</td>
        <td rowspan="2"><p>1. 回收葉片22片。</p><p>2. 辦理說明會。</p><p>完成潮池調查6處。</p></td><td rowspan="2"><p>已達成。</p><p>已達成。</p></td><td rowspan="2"><p>回收葉片20片。</p><p>潮池調查6處。</p></td></tr>
      <tr><td>潮池生態調查計畫</td><td>113年1月至113年12月</td><td>900</td><td>900</td><td>880</td><td>調查潮池6處。</td></tr>
      <tr><td>燈塔修繕計畫</td><td>112年1月至113年12月</td><td>7,000</td><td>7,000</td><td>6,300</td><td>修繕燈塔1座。</td><td>修繕完工。</td><td>已達成。</td><td>修繕燈塔1座。</td></tr>
    </table>`),
      }),
    ))();

  it('reads the rows', async () => {
    const { plans, unread, agency, fiscalYear } = await filing;
    expect([agency?.value, fiscalYear?.value, unread]).toEqual(['假想局', 2024, []]);
    expect(
      plans.map(({ name, approvedTotal, budgetedToDate, executedToDate }) => [
        name.value,
        approvedTotal?.value,
        budgetedToDate?.value,
        executedToDate?.value,
      ]),
    ).toEqual([
      ['風車葉片回收計畫', 4000, 2000, 1900],
      ['潮池生態調查計畫', 900, 900, 880],
      ['燈塔修繕計畫', 7000, 7000, 6300],
    ]);
  });

  it('splits the merged cells', async () => {
    const { plans } = await filing;
    expect(plans.map((plan) => texts(plan, 'execution'))).toEqual([
      ['1.回收葉片22片。', '2.辦理說明會。'],
      ['完成潮池調查6處。'],
      ['修繕完工。'],
    ]);
    expect(plans.map((plan) => texts(plan, 'goals'))).toEqual([
      ['回收葉片20片。'],
      ['潮池調查6處。'],
      ['修繕燈塔1座。'],
    ]);
    expect(plans.map((plan) => texts(plan, 'explanation'))).toEqual([['已達成。'], ['已達成。'], ['已達成。']]);
    expect(plans[0]?.join.message?.en).toContain('merged over 2 rows');
  });
});

describe('臆造會: two plans fused in one left row', () => {
  const left = [
    '計畫名稱',
    '計畫類型',
    '計畫期程',
    '計畫核定總經費',
    '截至本年度已編列預算數',
    '截至本年底止累計執行數',
    '本年度預定工作摘要',
  ];
  const right = ['本年度執行情形說明', '績效目標及本年度目標值', '年度績效目標已達成或未達成之說明'];
  const read2 = (name: string) =>
    read([
      left,
      [
        name,
        '社會發展 科技發展',
        '113年1月至115年12月 112年1月至114年12月',
        '9,000 12,500',
        '3,000 6,000',
        '2,950 5,100',
        '1. 種樹200株。 2. 設步道。 1. 掃描古地圖500幅。',
      ],
      '',
      right,
      ['1. 種樹210株。 2. 步道完工。', '種樹200株。', '達成。'],
      ['掃描古地圖520幅。', '古地圖500幅。', '達成。'],
    ]);

  it('is taken apart where names, figures and periods agree', async () => {
    const { plans, unread } = await read2('公園植樹計畫 古地圖數位化計畫');
    expect(unread).toEqual([]);
    expect(
      plans.map(({ name, type, period, approvedTotal, executedToDate }) => [
        name.value,
        type?.value,
        period?.value.start,
        approvedTotal?.value,
        executedToDate?.value,
      ]),
    ).toEqual([
      ['公園植樹計畫', '社會發展', '2024-01', 9000, 2950],
      ['古地圖數位化計畫', '科技發展', '2023-01', 12_500, 5100],
    ]);
    expect(plans.map((plan) => texts(plan, 'plannedWork').length)).toEqual([2, 1]);
    expect(plans.map((plan) => texts(plan, 'goals'))).toEqual([['種樹200株。'], ['古地圖500幅。']]);
  });

  it('stays one row, its figures unread, where the names cannot be told apart', async () => {
    const { plans, unread } = await read2('公園植樹 古地圖數位化');
    expect(plans.map(({ approvedTotal }) => approvedTotal)).toEqual([null]);
    expect(unread.length).toBeGreaterThan(2);
  });
});

describe('what is missing is said, and nothing is given to the wrong row', () => {
  const left = [
    '計畫名稱',
    '計畫期程',
    '計畫核定總經費',
    '截至本年度已編列預算數',
    '截至本年底止累計執行數',
    '本年度預定工作摘要',
  ];

  it('a left page without its right page', async () => {
    const { plans } = await read([left, ['海岸計畫', '113年1月至115年12月', '9,000', '3,000', '2,950', '植生。']]);
    expect(plans[0]?.join).toMatchObject({ confidence: 0, message: { en: 'the facing right page is missing' } });
  });

  it('a right page without its left page stays unread', async () => {
    const { plans, unread } = await read([
      ['本年度執行情形說明', '績效目標及本年度目標值', '年度績效目標已達成或未達成之說明'],
      ['已植生。', '植生。', '已達成。'],
    ]);
    expect(plans).toEqual([]);
    expect(unread.length).toBe(1);
  });

  it('a table of another form stays unread', async () => {
    const { plans, unread, layout } = await read([
      '範例館員工名冊',
      ['姓名', '職稱', '電話'],
      ['王小明', '館員', '123-4567'],
    ]);
    expect([plans.length, unread.length, layout]).toEqual([0, 3, null]);
  });

  it('an extra column that no heading rule knows stays unread', async () => {
    const { plans, unread } = await read([
      [...left, '附圖'],
      ['海岸計畫', '113年1月至115年12月', '9,000', '3,000', '2,950', '植生。', '見圖3'],
    ]);
    expect(plans.length).toBe(1);
    expect(unread.length).toBe(1);
  });

  it('a column of rates is read as such', async () => {
    const { plans, unread } = await read([
      [...left, '執行率(%)'],
      ['海岸計畫', '113年1月至115年12月', '9,000', '3,000', '2,950', '植生。', '98.33'],
    ]);
    expect(plans[0]?.rates?.map(({ column, value }) => [column, value])).toEqual([['執行率(%)', 98.33]]);
    expect(unread).toEqual([]);
  });

  it('a money cell that is no figure stays unread, and the field null', async () => {
    const { plans, unread } = await read([
      left,
      ['海岸計畫', '113年1月至115年12月', '9,O00', '3,000', '2,950', '植生。'],
    ]);
    expect(plans[0]?.approvedTotal).toBeNull();
    expect(unread.length).toBe(1);
  });
});

describe('假想署: a plan without a report, its row left empty', () => {
  const left = [
    '假想署',
    '',
    ['計畫名稱', '計畫類型', '計畫期程', '計畫核定總經費', '累計已編列預算數', '累計執行數', '本年度預定工作摘要'],
    ['戲院修復計畫', '社會發展', '112年1月至114年12月', '86,500', '54,320', '51,604', '一、修復工程。二、開館營運。'],
    ['書車計畫', '社會發展', '109年1月至112年12月', '15,000', '15,000', '15,000', '計畫已於112年結案。'],
    ['典藏授權計畫', '科技發展', '112年4月至115年3月', '42,000', '19,500', '18,915', '典藏品數位化及開放授權。'],
    '',
    '113年度',
    '',
  ];
  const heads = ['本年度執行情形說明', '績效目標及本年度目標值', '年度績效目標已達成或未達成之說明'];
  const theatre = [
    '一、戲院修復竣工。二、開館營運137日。',
    '一、修復竣工。二、售票2萬張。',
    '一、已竣工。二、售票2萬7,400張。',
  ];
  const archive = ['典藏品數位化3,680件。', '數位化3,500件。', '數位化3,680件。'];
  const executions = async (right: readonly (readonly string[])[]) =>
    (await read([...left, heads, ...right])).plans.map((plan) => texts(plan, 'execution').length);

  it('is across from its plan', async () => {
    expect(await executions([theatre, ['', '', ''], archive])).toEqual([2, 0, 1]);
  });

  it('is not where the row above may hold the texts of two plans', async () => {
    const fused = [
      `${theatre[0]}一、書車巡迴120場。`,
      `${theatre[1]}一、書車巡迴100場。`,
      `${theatre[2]}一、書車巡迴120場。`,
    ];
    expect(await executions([fused, ['', '', ''], archive])).toEqual([2, 1, 1]);
  });
});

it('a total may be called so in the column of the numbers', async () => {
  const { plans } = await read([
    [
      '項次',
      '計畫名稱',
      '計畫期程',
      '計畫總經費',
      '累計已編列預算數',
      '累計執行數',
      '預定工作',
      '執行成果說明',
      '績效指標',
      '達成與否說明',
    ],
    [
      '1',
      '防波堤延建計畫',
      '112-115年',
      '90,000',
      '30,000',
      '27,000',
      '延建80公尺。',
      '完成延建84公尺。',
      '延建80公尺。',
      '已達成。',
    ],
    ['總計', '', '', '90,000', '30,000', '27,000', '', '', '', ''],
  ]);
  expect(plans.map(({ name }) => name.value)).toEqual(['防波堤延建計畫']);
});
