import { expect, test } from 'vitest';
import {
  coverageInWords,
  pastedForm,
  readDocument,
  standings,
  totalOf,
  typedDocument,
  type CountedNumber,
} from './index.ts';

const row = {
  name: '示範步道計畫',
  type: '社會發展',
  period: '112年1月至115年12月',
  approvedTotal: '9,000',
  budgetedToDate: '6,000',
  executedToDate: '5,400',
  plannedWork: '',
  execution: '',
  goals: '整建6公里；種樹200株。',
  explanation: '',
};

async function numbersOf(texts: Partial<typeof row>): Promise<readonly CountedNumber[]> {
  const { form } = pastedForm('範例部', 2024, '千元', [{ ...row, ...texts }]);
  return readDocument(await typedDocument(form)).coverage.numbers;
}

const told = (numbers: readonly CountedNumber[]): readonly string[] =>
  numbers.map(({ text, standing, by }) => [text, standing, ...by].join(' '));

test('each number is of one class, and says by what', async () => {
  const numbers = await numbersOf({
    execution:
      '依第2期工程契約於113年5月完成；甲段20座、乙段30座，合計50座；受理80件，核准60件，核准率70%；年累計預算執行率90.00%。',
    explanation: '整建6公里。',
  });
  expect(told(numbers)).toEqual([
    '112年1月至115年12月 not-a-claim date',
    '9,000 stands-alone',
    '6,000 borne-out 90.00%',
    '5,400 borne-out 90.00%',
    '2 not-a-claim ordinal',
    '113年5月 not-a-claim date',
    '20座 borne-out 50座',
    '30座 borne-out 50座',
    '50座 borne-out 20座 30座',
    '80件 contradicted rate-mismatch',
    '60件 contradicted rate-mismatch',
    '70% contradicted rate-mismatch',
    '90.00% borne-out 5,400/6,000',
    '6公里 judged 整建6公里',
    '200株 stands-alone',
    '6公里 judged 整建6公里',
  ]);
});

test('an amount that text and column tell alike bears out the other', async () => {
  const numbers = await numbersOf({ execution: '總經費900萬元，屬多年期計畫。' });
  expect(told(numbers)).toContain('900萬元 borne-out 9,000');
  expect(told(numbers)).toContain('9,000 borne-out 900萬元');
});

test('what was seen and not made out is unread, with the reason', async () => {
  expect(told(await numbersOf({ execution: '辦理數十件及1,23,4案。' }))).toEqual(
    expect.arrayContaining([expect.stringMatching(/ unread approximate$/), expect.stringMatching(/ unread grouping$/)]),
  );
});

test('the sentence adds up', () => {
  const counts = { contradicted: 1, judged: 2, 'borne-out': 3, 'stands-alone': 4, 'not-a-claim': 5, unread: 1006 };
  expect(coverageInWords(counts, 'zh-Hant')).toBe(
    '1,021 個數字：1 個有矛盾、2 個據以判定目標、3 個得到印證、4 個無從印證、5 個日期、名稱或序號、1,006 個未讀出',
  );
  expect(coverageInWords(counts, 'en')).toMatch(/^1,021 numbers: 1 contradicted, .*, 1,006 not understood$/);
  expect(totalOf(counts)).toBe(standings.reduce((sum, one) => sum + counts[one], 0));
});
