import { describe, expect, it } from 'vitest';
import { headingAt } from '../headings.ts';
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
  return { row: { cells, span: { start, end: at } }, text: titles.map((title) => (typeof title === 'string' ? title : title[0])).join('\t') };
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
    ['of the left page', ['計畫名稱', '計畫類型', '計畫期程', '計畫核定 總經費', '截至本年度 已編列 預算數', '截至本年底止 累計執行數', '本年度預定工作摘要'], 'left: name type period approvedTotal budgetedToDate executedToDate plannedWork'],
    ['of the right page', ['本年度執行情形說明', '績效目標及本年度目標值', '年度績效目標已達成或未達成之說明'], 'right: execution goals explanation'],
    ['of the right page in another order', ['年度目標值', '達成情形', '辦理情形'], 'right: goals explanation execution'],
    ['in other words', ['個案計畫名稱', '類別', '執行期間', '總經費(核定)', '累計預算數', '累計支用數', '工作重點'], 'left: name type period approvedTotal budgetedToDate executedToDate plannedWork'],
    ['in yet others', ['計畫項目', '計畫性質', '起迄年月', '計畫總經費(千元)', '已編列經費', '累計實現數', '年度工作項目'], 'left: name type period approvedTotal budgetedToDate executedToDate plannedWork'],
    ['with an extra column', ['項次', '計畫名稱', '主辦機關', '計畫期程', '核定經費', '截至本年度已編列預算數', '截至本年底累計執行數', '執行率(%)', '備註'], 'left: number name agency period approvedTotal budgetedToDate executedToDate rate note'],
    ['all in one row', ['計畫名稱', '計畫期程', '核定總經費', '預定工作', '執行情形', '績效目標', '目標達成情形'], 'wide: name period approvedTotal plannedWork execution goals explanation'],
    ['with the year’s own amounts', ['計畫名稱', '本年度預算數', '截至本年度已編列預算數', '本年度執行數', '截至本年底止累計執行數'], 'left: name amount budgetedToDate amount executedToDate'],
  ])('%s', (_, titles, expected) => {
    expect(roles(titles)).toBe(expected);
  });

  it('under common headings', () => {
    expect(roles(['計畫名稱', '計畫期程', ['經費(千元)', 3], '預定工作摘要'], ['', '', '核定', '已編列', '累計執行', '']))
      .toBe('left: name period approvedTotal budgetedToDate executedToDate plannedWork');
  });

  it.each([
    ['a row of a plan', ['海岸復育計畫', '社會發展', '113年1月至116年12月', '18,600', '9,240', '8,871', '辦理沙丘植生。']],
    ['another table', ['姓名', '職稱', '電話']],
    ['one heading alone', ['執行情形', '', '']],
  ])('none in %s', (_, titles) => {
    expect(roles(titles)).toBe('none');
  });
});
