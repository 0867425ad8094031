import { ruleTest } from '../example/rule-test.ts';
import { rule } from './target-unanswered.ts';

ruleTest(rule, {
  valid: {
    answered: {
      goals: ['滿意度達80%。'],
      explanation: ['滿意度85%。'],
      indicators: [
        {
          label: '滿意度',
          target: '滿意度達80%',
          value: 80,
          unit: '%',
          actual: '滿意度85%',
          actualValue: 85,
          met: true,
        },
      ],
    },
  },
  invalid: {
    'nothing answers': [
      {
        goals: ['滿意度達80%。'],
        explanation: ['持續辦理。'],
        indicators: [{ label: '滿意度', target: '滿意度達80%', value: 80, unit: '%' }],
      },
      ['question: 滿意度達80%'],
    ],
    'words that answer nothing': [
      {
        goals: ['訓練志工300人。'],
        explanation: ['賡續訓練志工。'],
        indicators: [{ label: '訓練志工', target: '訓練志工300人', value: 300, unit: '人', actual: '賡續訓練志工' }],
      },
      ['question: 訓練志工300人'],
    ],
  },
});
