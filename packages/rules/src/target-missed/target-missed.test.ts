import { expect, test } from 'vitest';
import type { ExamplePlan } from '../example/example-filing.ts';
import { ruleTest } from '../example/rule-test.ts';
import { trial } from '../example/trial.ts';
import { rule } from './target-missed.ts';

ruleTest(rule, {
  valid: {
    met: {
      goals: ['訓練3,420人次。'],
      explanation: ['訓練3,420人次。'],
      indicators: [
        {
          label: '訓練',
          target: '訓練3,420人次',
          value: 3420,
          unit: '人次',
          actual: '訓練3,420人次',
          actualValue: 3420,
          met: true,
        },
      ],
    },
    'not settled by the filing': {
      goals: ['訓練3,420人次。'],
      explanation: ['持續辦理。'],
      indicators: [{ label: '訓練', target: '訓練3,420人次', value: 3420, unit: '人次' }],
    },
  },
  invalid: {
    'three short, and silent': [
      {
        goals: ['訓練3,420人次。'],
        explanation: ['訓練3,417人次。'],
        indicators: [
          {
            label: '訓練',
            target: '訓練3,420人次',
            value: 3420,
            unit: '人次',
            actual: '訓練3,417人次',
            actualValue: 3417,
            met: false,
          },
        ],
      },
      ['warning: 訓練3,420人次 | 訓練3,417人次'],
    ],
    'a milestone': [
      {
        goals: ['系統上線。'],
        explanation: ['系統測試未完成。'],
        indicators: [{ label: '上線', target: '系統上線', actual: '系統測試未完成', met: false }],
      },
      ['warning: 系統上線 | 系統測試未完成'],
    ],
  },
});

const greens: ExamplePlan = {
  goals: ['新增綠地1.5公頃。'],
  explanation: ['新增綠地14,500平方公尺。'],
  indicators: [
    {
      label: '綠地',
      target: '新增綠地1.5公頃',
      value: 1.5,
      unit: '公頃',
      actual: '新增綠地14,500平方公尺',
      actualValue: 14_500,
      actualUnit: '平方公尺',
      met: false,
      compared: { target: 1.5, actual: 1.45, unit: '公頃' },
    },
  ],
};
const briefings: ExamplePlan = {
  goals: ['每月辦理說明會2場。'],
  explanation: ['全年辦理說明會22場。'],
  indicators: [
    {
      label: '說明會',
      target: '每月辦理說明會2場',
      value: 2,
      unit: '場',
      actual: '全年辦理說明會22場',
      actualValue: 22,
      met: false,
      compared: { target: 24, actual: 22, unit: '場' },
    },
  ],
};
const buoys: ExamplePlan = {
  goals: ['113年6月底前完成驗收。'],
  explanation: ['113年8月15日完成驗收。'],
  indicators: [
    {
      label: '驗收',
      target: '113年6月底前完成驗收',
      actual: '113年8月15日完成驗收',
      met: false,
      late: { due: '2024-06-30', done: '2024-08-15' },
    },
  ],
};
const turnout: ExamplePlan = {
  goals: ['參與率達70%。'],
  explanation: ['參與率未及7成。'],
  indicators: [
    {
      label: '參與率',
      target: '參與率達70%',
      value: 70,
      unit: '%',
      actual: '參與率未及7成',
      actualValue: 70,
      met: false,
    },
  ],
};

test.each([
  ['the difference is told in the unit asked', greens, '，少 0.05 公頃，'],
  ['the year of a monthly target', briefings, '，少 2 場，'],
  ['late', buoys, '，逾期限（113年6月30日），'],
  ['no difference where the bound itself is told', turnout, '「參與率未及7成」，已稱'],
])('%s', (_, plan, words) => {
  expect(trial(rule, plan).map(({ message }) => message['zh-Hant'])).toEqual([expect.stringContaining(words)]);
});
