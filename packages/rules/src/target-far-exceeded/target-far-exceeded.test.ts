import { ruleTest } from '../example/rule-test.ts';
import { rule } from './target-far-exceeded.ts';

ruleTest(rule, {
  valid: {
    'what the months make is compared, not one month': {
      goals: ['每月辦理說明會2場。'],
      explanation: ['全年辦理說明會26場。'],
      indicators: [
        {
          label: '說明會',
          target: '每月辦理說明會2場',
          value: 2,
          unit: '場',
          actual: '全年辦理說明會26場',
          actualValue: 26,
          met: true,
          compared: { target: 24, actual: 26, unit: '場' },
        },
      ],
    },
    'half as much again is the bound': {
      goals: ['辦理100場。'],
      explanation: ['辦理150場。'],
      indicators: [
        { label: '場', target: '辦理100場', value: 100, unit: '場', actual: '辦理150場', actualValue: 150, met: true },
      ],
    },
    'one was asked for': {
      goals: ['建置1套。'],
      explanation: ['建置3套。'],
      indicators: [
        { label: '套', target: '建置1套', value: 1, unit: '套', actual: '建置3套', actualValue: 3, met: true },
      ],
    },
  },
  invalid: {
    'twice what the months make': [
      {
        goals: ['每月辦理說明會2場。'],
        explanation: ['全年辦理說明會48場。'],
        indicators: [
          {
            label: '說明會',
            target: '每月辦理說明會2場',
            value: 2,
            unit: '場',
            actual: '全年辦理說明會48場',
            actualValue: 48,
            met: true,
            compared: { target: 24, actual: 48, unit: '場' },
          },
        ],
      },
      ['question: 每月辦理說明會2場 | 全年辦理說明會48場'],
    ],
    'eleven times': [
      {
        goals: ['辦理112場以上。'],
        explanation: ['辦理1,300場。'],
        indicators: [
          {
            label: '場',
            target: '辦理112場以上',
            value: 112,
            unit: '場',
            actual: '辦理1,300場',
            actualValue: 1300,
            met: true,
          },
        ],
      },
      ['question: 辦理112場以上 | 辦理1,300場'],
    ],
  },
});
