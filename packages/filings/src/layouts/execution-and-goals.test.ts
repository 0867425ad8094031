import { describe, expect, it } from 'vitest';
import { headingAt, roleOf } from '../headings.ts';
import { executionAndGoals } from './execution-and-goals.ts';
import type { Cell, TableRow } from '@guankao/domain';

/** A row of headings, each given as its text, or as text and columns it stands over. */
function row(start: number, titles: readonly (string | readonly [string, number])[]): { row: TableRow; text: string } {
  let [at, column] = [start, 0];
  const cells = titles.map((title): Cell => {
    const [text, columnSpan] = typeof title === 'string' ? [title, 1] : title;
    const cell = { column, columnSpan, rowSpan: 1, span: { start: at, end: at + text.length } };
    at += text.length + 1;
    column += columnSpan;
    return cell;
  });
  return {
    row: { cells, span: { start, end: at } },
    text: titles.map((title) => (typeof title === 'string' ? title : title[0])).join('\t'),
  };
}

function roles(...rows: readonly (readonly (string | readonly [string, number])[])[]): string {
  let text = '';
  const built = rows.map((titles) => {
    const { row: built, text: added } = row(text.length, titles);
    text += `${added}\n`;
    return built;
  });
  const heading = headingAt(text, built, 0, [executionAndGoals]);
  return heading === null ? 'none' : `${heading.kind}: ${heading.columns.map(({ role }) => role).join(' ')}`;
}

describe('headings by their meaning', () => {
  it.each([
    [
      'of the left page',
      [
        '計畫名稱',
        '計畫類型',
        '計畫期程',
        '計畫核定 總經費',
        '截至本年度 已編列 預算數',
        '截至本年底止 累計執行數',
        '本年度預定工作摘要',
      ],
      'left: name type period approvedTotal budgetedToDate executedToDate plannedWork',
    ],
    [
      'of the right page',
      ['本年度執行情形說明', '績效目標及本年度目標值', '年度績效目標已達成或未達成之說明'],
      'right: execution goals explanation',
    ],
    [
      'of the right page in another order',
      ['年度目標值', '達成情形', '辦理情形'],
      'right: goals explanation execution',
    ],
    [
      'in other words',
      ['個案計畫名稱', '類別', '執行期間', '總經費(核定)', '累計預算數', '累計支用數', '工作重點'],
      'left: name type period approvedTotal budgetedToDate executedToDate plannedWork',
    ],
    [
      'in yet others',
      ['計畫項目', '計畫性質', '起迄年月', '計畫總經費(千元)', '已編列經費', '累計實現數', '年度工作項目'],
      'left: name type period approvedTotal budgetedToDate executedToDate plannedWork',
    ],
    [
      'with an extra column',
      [
        '項次',
        '計畫名稱',
        '主辦機關',
        '計畫期程',
        '核定經費',
        '截至本年度已編列預算數',
        '截至本年底累計執行數',
        '執行率(%)',
        '備註',
      ],
      'left: number name host period approvedTotal budgetedToDate executedToDate rate note',
    ],
    [
      'all in one row',
      ['計畫名稱', '計畫期程', '核定總經費', '預定工作', '執行情形', '績效目標', '目標達成情形'],
      'wide: name period approvedTotal plannedWork execution goals explanation',
    ],
    [
      'with the year’s own amounts',
      ['計畫名稱', '本年度預算數', '截至本年度已編列預算數', '本年度執行數', '截至本年底止累計執行數'],
      'left: name amount budgetedToDate amount executedToDate',
    ],
  ])('%s', (_, titles, expected) => {
    expect(roles(titles)).toBe(expected);
  });

  it('under common headings', () => {
    expect(
      roles(['計畫名稱', '計畫期程', ['經費(千元)', 3], '預定工作摘要'], ['', '', '核定', '已編列', '累計執行', '']),
    ).toBe('left: name period approvedTotal budgetedToDate executedToDate plannedWork');
  });

  it.each([
    [
      'a row of a plan',
      ['海岸復育計畫', '社會發展', '113年1月至116年12月', '18,600', '9,240', '8,871', '辦理沙丘植生。'],
    ],
    ['another table', ['姓名', '職稱', '電話']],
    ['one heading alone', ['執行情形', '', '']],
  ])('none in %s', (_, titles) => {
    expect(roles(titles)).toBe('none');
  });
});

// Words that agencies and local governments head these columns with.
describe.each([
  [
    'execution',
    '執行成果 辦理成果 推動成果 年度執行成果 實際辦理情形 執行績效 成果說明 辦理進度 進度說明 本年度執行情形 年度執行情形說明 重要執行成果 辦理情形及成果 執行狀況 執行情形(含落後原因) 實際執行成果 工作執行情形 推動現況 具體成果 年度辦理情形',
  ],
  [
    'goals',
    '年度績效目標 預期目標 年度預期成果 計畫目標 目標 關鍵成果指標 評估指標 指標及目標值 績效目標及目標值 本年度目標 年度目標值 衡量指標及目標值 年度績效指標 預期績效 KPI目標值 目標項目及目標值',
  ],
  [
    'explanation',
    '達成情形 目標達成率及說明 達成度說明 目標達成情形及說明 落後原因及改善措施 未達成原因及因應措施 績效達成情形 達成情形說明 目標達成與否之說明 績效目標達成情形 年度目標達成情形 實際達成情形 達成狀況 自評說明 未達目標原因 目標達成說明',
  ],
  [
    'name',
    '計畫案名 工作計畫 施政計畫 計畫(工程)名稱 計畫名稱 方案名稱 重要計畫名稱 計畫或工程名稱 子計畫名稱 計畫(方案)名稱 重大計畫 計畫項目',
  ],
  ['type', '計畫類型 計畫類別 計畫別 類型 計畫屬性 計畫性質'],
  ['period', '計畫期程 執行期程 計畫起訖 起訖年月 計畫期間 期程 計畫年期 執行期間 計畫起迄時間 全程期間'],
  [
    'approvedTotal',
    '經費總額 計畫經費 奉核經費 總計畫經費 全程經費 全期經費 核定經費 計畫總經費 核定總經費 核定計畫經費 計畫核定經費 總經費(核定) 計畫核定總額 行政院核定經費 總經費 核定金額 計畫核定總經費(千元)',
  ],
  [
    'budgetedToDate',
    '累計預算 已編預算 歷年編列數 截至113年度預算數 累計編列數 截至本年度編列預算數 已編列預算數 累計已編列預算 截至113年度已編列預算數 截至年度累計編列預算 累計預算數 編列預算 截至本年度累計預算數 累計可支用預算數',
  ],
  [
    'executedToDate',
    '累計支用 累計實支 截至113年底執行數 累計執行數 累計支出數 截至113年底累計實現數 累計實支數 執行數 累計決算數 截至年底執行數 預算執行數 累計執行金額 截至本年底執行數 累計執行',
  ],
  [
    'plannedWork',
    '預定工作 預定辦理事項 年度工作重點 工作內容 主要工作項目 計畫內容摘要 本年度預定工作 年度預定工作項目 年度預定進度 本年度計畫內容 工作摘要 預定執行內容 本年度工作計畫 年度工作計畫摘要',
  ],
  ['agency', '執行機關 承辦單位 執行單位 機關名稱 機關'],
  ['host', '主辦機關 主管機關 主辦單位'],
  ['number', '項次 編號 序號 No.'],
  ['rate', '執行率 執行率(%) 累計執行率 預算執行率 達成率'],
  ['note', '備註 備考'],
])('%s', (role, headings) => {
  it.each(headings.split(' '))('%s', (heading) => {
    expect(roleOf(heading, executionAndGoals)).toBe(role);
  });
});
