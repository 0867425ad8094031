import { describe, expect, test } from 'vitest';
import type { Document } from '@guankao/domain';
import { plansInBudgetProse } from './budget-prose.ts';

/** A document of one table: a row of cells, of which the last is the prose. */
function budget(...cells: string[]): Document {
  let text = '';
  const spans = cells.map((cell) => {
    const start = text.length;
    text += cell;
    const end = text.length;
    text += '\t';
    return { start, end };
  });
  const row = {
    span: { start: 0, end: text.length },
    cells: spans.map((span, column) => ({ span, column, columnSpan: 1, rowSpan: 1 })),
  };
  return {
    name: 'budget.csv',
    sha256: '0'.repeat(64),
    mediaType: 'text/csv',
    pages: null,
    text,
    blocks: [{ kind: 'table', span: row.span, rows: [row] }],
    notices: [],
  };
}

const prose = (text: string) => plansInBudgetProse(budget('範例部主管', '範例署', text));

describe('a continuing plan in budget prose', () => {
  test('is read whole: total, years, budgeted, instalment, owner', () => {
    const [plan, ...others] = prose(
      '3.想像海岸復育計畫總經費1,200,000千元，分5年辦理，111至113年度已編列350,000千元，本年度續編第4年經費210,000千元，較上年度增列10千元。',
    );
    expect(others).toEqual([]);
    expect(plan).toMatchObject({
      name: '想像海岸復育計畫',
      ministry: '範例部',
      agency: '範例署',
      total: { twd: 1_200_000_000n },
      budgeted: { twd: 350_000_000n },
      budgetedYears: { from: 111, to: 113 },
      instalment: { twd: 210_000_000n },
    });
  });

  test('is read across line breaks in words and figures', () => {
    const document = budget(
      '範例部主管',
      '範例署',
      '(2)虛擬步道整建計\n　畫總經費1,\n　200千元，分2年辦理，11\n　3年度已編列4\n　00千元。',
    );
    const [plan] = plansInBudgetProse(document);
    expect(plan).toMatchObject({
      name: '虛擬步道整建計畫',
      total: { twd: 1_200_000n },
      budgeted: { twd: 400_000n },
      budgetedYears: { from: 113, to: 113 },
    });
    expect(document.text.slice(plan?.total?.span.start, plan?.total?.span.end)).toBe('1,\n　200千元');
  });

  test.each([
    ['新增示範圖書館計畫總經費100千元，分4年辦理，本年度編列第1年經費25千元。', '示範圖書館計畫'],
    ['(2)辦理示範圖書館計畫總經費100千元。', '示範圖書館計畫'],
    ['6.示範館舍計畫，原編列特別預算，自本年度起納入總預算編列，總經費100千元，分6年辦理。', '示範館舍計畫'],
    ['比較如下：1.資訊費50千元。其中示範雲端計畫總經費100千元。', '示範雲端計畫'],
  ])('%s is called %s', (text, name) => {
    expect(prose(text).map((plan) => plan.name)).toEqual([name]);
  });

  test.each(['本年度經費50千元，與上年度同。', '總經費', '計畫總經費未定，分4年辦理。', ''])(
    'nothing is seen in %j',
    (text) => {
      expect(prose(text)).toEqual([]);
    },
  );
});
