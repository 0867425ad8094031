import type { TypedForm, TypedRow } from '@guankao/domain';
import fc from 'fast-check';

/** The most that a field may hold, in UTF-16 code units. */
export const longest = 32_000;

/** What in a filed form would be layout, or what has broken some export or reader before. */
const awkward = [
  '',
  ' ',
  '\t',
  '合計',
  '總計',
  '小計',
  'Total',
  '計',
  '計畫名稱',
  '本年度預定工作摘要',
  '海岸計畫',
  '海岸計畫（續）',
  '（續）',
  '（續上頁）',
  '(1)分項計畫',
  '1. 分項',
  '一、社會發展類',
  '社會發展',
  '單位：新臺幣千元',
  '內政部主管',
  '範例部',
  '中華民國113年度計畫',
  '重要社會發展、重大科技發展計畫執行情形及目標達成情形表',
  '第 1 頁，共 3 頁',
  '1,234',
  '-',
  '無',
  '<p>1. 甲</p>',
  '<table><tr><td>甲</td></tr></table>',
  '&nbsp;&amp;&#20013;',
  ']]>',
  '甲\t乙',
  ' 前後有空白  ',
  '\u3000全形空白\u3000',
  '\u200f右到左\u200e',
  '\u202e反寫\u202c',
  'שלום',
  '👨‍👩‍👧‍👦👍🏽',
  '葛\u{e0100}飾',
  '𠮷野家𰻞',
  '\ue000造字',
  'e\u0301 ̈',
  '韧性区计标简数',
  '=1+1',
  '+886',
  '-5 %',
  '@SUM(A1)',
  '"引號","逗號"',
  "'單引號",
  '_x0041_',
  '\ufffd',
  'constructor',
  '__proto__',
  '#set page(width: 1pt)',
  '$x$ *粗* _斜_ `碼`',
  '詳見 https://plans.example.gov.tw/filings/113/annual-report?section=execution&plan=coastal',
  '■■■■□□□□',
  '\u2028行分隔\u2029段分隔',
];

/** No control character, no half of a surrogate pair, no code point that is no character: those are refused before they are kept. */
const character = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  )
  .filter((text) => !/[\p{Cc}\p{Noncharacter_Code_Point}]/u.test(text));
const strange = fc.array(character, { maxLength: 12 }).map((characters) => characters.join(''));
const official = fc.constantFrom(
  '1. 辦理示範步道整建12公里。',
  '2. 完成檔案掃描125萬6,400頁。',
  '(1)培訓志工3梯次、96人次。',
  '因流標2次，保留至114年度賡續執行，預計114年6月完成。',
  '年度績效目標已達成。',
);
const line = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...awkward) },
  { weight: 2, arbitrary: strange },
  { weight: 3, arbitrary: official },
);

/** Of `longest` units, or a little less. Of what can be printed: a code point for each character is eight times as long. */
const endless = official.map((said) => said.repeat(Math.floor(longest / said.length)));

const text = (lines: number) =>
  fc.oneof(
    { weight: 600, arbitrary: fc.array(line, { maxLength: lines }).map((said) => said.join('\n')) },
    { weight: 1, arbitrary: endless },
  );

/** A text of up to four lines. */
export const anyText = text(4);

const twd = fc.option(fc.integer({ min: 0, max: 99_999_999_999 }), { nil: null, freq: 4 });

/** A row without its id and its money; `overspent` is the fault that the checks must find on it. */
const plain = fc.record({
  marker: fc.option(fc.constantFrom('(1)', '(2)', '1.', '一、'), { nil: null, freq: 2 }),
  name: text(2),
  type: fc.oneof(fc.constantFrom('社會發展', '科技發展', '公共建設', ''), line),
  period: fc.oneof(fc.constantFrom('112年1月至115年12月', '113年至114年', '依核定', ''), line),
  plannedWork: text(4),
  execution: text(4),
  goals: text(4),
  explanation: text(4),
  approvedTotal: twd,
  budgetedToDate: twd,
  executedToDate: twd,
  overspent: fc.boolean(),
});

/** A typed year, and the ids of the rows that spent ten times their budget. */
export interface RandomYear {
  readonly form: TypedForm;
  readonly overspent: readonly string[];
}

export const randomYear: fc.Arbitrary<RandomYear> = fc
  .record({
    agency: fc.oneof(
      fc.constant('範例部'),
      line.map((words) => words.replaceAll(/[\u2028\u2029]/g, '')),
    ),
    fiscalYear: fc.integer({ min: 2010, max: 2040 }),
    printedUnit: fc.constantFrom('TWD' as const, 'thousand TWD' as const),
    edition: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
    rows: fc.array(plain, { minLength: 1, maxLength: 6 }),
  })
  .map(({ rows, ...heads }) => {
    const typed = rows.map(({ overspent, ...row }, at): { row: TypedRow; overspent: boolean } => ({
      overspent,
      row: {
        ...row,
        id: `範例部-114-${String(at + 1).padStart(2, '0')}`,
        parent: null,
        // Every row is plainly within its budget or plainly not, so that rounding decides nothing.
        ...(overspent
          ? { budgetedToDate: 1_000_000, executedToDate: 10_000_000 }
          : row.budgetedToDate === null
            ? {}
            : { executedToDate: null }),
      },
    }));
    return {
      form: { ...heads, rows: typed.map(({ row }) => row) },
      overspent: typed.flatMap(({ row, overspent }) => (overspent ? [row.id] : [])),
    };
  });
