import { ruleTest } from '../example/rule-test.ts';
import { rule } from './met-by-counting-more.ts';

ruleTest(rule, {
  valid: {
    'met without it too': {
      goals: ['重測100筆。'],
      execution: ['重測150筆(含自籌經費辦理30筆)。'],
      indicators: [
        {
          label: '重測',
          target: '重測100筆',
          value: 100,
          unit: '筆',
          actual: '重測150筆',
          actualValue: 150,
          met: true,
        },
      ],
    },
  },
  invalid: {
    'short without it': [
      {
        goals: ['重測120筆。'],
        execution: ['重測122筆(含自籌經費辦理30筆)。'],
        indicators: [
          {
            label: '重測',
            target: '重測120筆',
            value: 120,
            unit: '筆',
            actual: '重測122筆',
            actualValue: 122,
            met: true,
          },
        ],
      },
      ['question: 重測122筆(含自籌經費辦理30筆 | 120筆'],
    ],
  },
});
