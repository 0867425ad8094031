import { ruleTest } from '../example/rule-test.ts';
import { rule } from './exactly-executed-everywhere.ts';

ruleTest(rule, {
  valid: {
    'few rows': {
      plans: [
        { budgeted: 5, executed: 5 },
        { budgeted: 6, executed: 6 },
      ],
    },
    'fewer than half': {
      plans: [
        { budgeted: 5, executed: 5 },
        { budgeted: 6, executed: 5 },
        { budgeted: 7, executed: 5 },
        { budgeted: 8, executed: 5 },
        { budgeted: 9, executed: 5 },
        { budgeted: 10, executed: 5 },
      ],
    },
  },
  invalid: {
    most: [
      {
        plans: [
          { budgeted: 15, executed: 15 },
          { budgeted: 16, executed: 16 },
          { budgeted: 17, executed: 17 },
          { budgeted: 18, executed: 18 },
          { budgeted: 9, executed: 5 },
          { budgeted: 10, executed: 5 },
        ],
      },
      ['question: 15 | 16 | 17'],
    ],
  },
});
