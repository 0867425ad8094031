import { describe, expect, test } from 'vitest';
import { pastedForm, readDocument, typedDocument } from '../index.ts';

/** The evidence of each target of a row with these goals and results, by its label. */
async function evidence(
  goals: string,
  execution: string,
  more: { readonly budgeted?: string; readonly executed?: string } = {},
) {
  const { form } = pastedForm('範例部', 2024, '千元', [
    {
      name: '河堤補強計畫',
      type: '社會發展',
      period: '113年1月至115年12月',
      approvedTotal: '90,000',
      budgetedToDate: more.budgeted ?? '10,000',
      executedToDate: more.executed ?? '9,000',
      plannedWork: '辦理河堤補強。',
      execution,
      goals,
      explanation: '',
    },
  ]);
  const { reading } = readDocument(await typedDocument(form));
  return (reading.plans[0]?.indicators ?? []).map((indicator) => indicator.evidence);
}

const own = { grade: 'own-statement', by: [] };

test('a target of which nothing is told has none; what the agency only says is its own statement', async () => {
  expect(await evidence('辦理教育訓練30場。', '已完成場地勘查。')).toEqual([{ grade: 'none', by: [] }]);
  expect(await evidence('辦理教育訓練30場。', '辦理教育訓練32場。')).toEqual([own]);
});

test('a target of the whole plan owes no result in a year’s form', async () => {
  expect(await evidence('全期目標：113年至115年累計補強河堤120處。', '已完成場地勘查。')).toEqual([null]);
});

describe('recomputable', () => {
  test.each([
    ['a sum', '辦理教育訓練30場。', '辦理教育訓練計32場（北部20場、南部12場）。', ['20場', '12場']],
    ['a share', '滿意度達85%以上。', '回收問卷1,250份，其中滿意1,108份，滿意度達88.64%。', ['1,108份', '1,250份']],
    ['the rate of the money', '年累計預算執行率達85%。', '年累計預算執行率達90%。', ['9,000', '10,000']],
  ])('%s that other figures of the row give', async (_, goals, execution, by) => {
    expect(await evidence(goals, execution)).toEqual([{ grade: 'recomputable', by }]);
  });

  test('not what two figures come to by chance, nor a figure that is told twice', async () => {
    expect(await evidence('辦理教育訓練30場。', '修繕河堤20處、巡檢12處。另辦理教育訓練32場。')).toEqual([own]);
    expect(await evidence('辦理教育訓練30場。', '辦理教育訓練32場。如上所述，辦理教育訓練32場。')).toEqual([own]);
  });

  test('not what an error says is worked out wrong', async () => {
    expect(await evidence('辦理教育訓練30場。', '辦理教育訓練計35場（北部20場、南部12場）。')).toEqual([own]);
  });
});

describe('a document', () => {
  test.each([
    ['業以範訓字第1130001234號函報備查', '範訓字第1130001234號'],
    ['並經經授訓字第1130001234號函備查', '經授訓字第1130001234號'],
    ['113年8月9日範院字第1130001234號函備查', '範院字第1130001234號'],
  ])('whose number stands in the sentence that tells the result: %s', async (words, number) => {
    expect(await evidence('辦理教育訓練30場。', `辦理教育訓練32場，${words}。`)).toEqual([
      { grade: 'document', by: [number] },
    ]);
  });

  test('not one of another sentence, and not the case number of a court', async () => {
    expect(await evidence('辦理教育訓練30場。', '計畫經範院字第1130001234號函核定。辦理教育訓練32場。')).toEqual([own]);
    expect(await evidence('辦理教育訓練30場。', '依112年判字第123號辦理教育訓練32場。')).toEqual([own]);
  });
});
