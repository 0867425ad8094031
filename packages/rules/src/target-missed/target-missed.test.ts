import { ruleTest } from '../example/rule-test.ts';
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
