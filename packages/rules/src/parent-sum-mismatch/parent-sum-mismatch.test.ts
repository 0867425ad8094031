import { ruleTest } from '../example/rule-test.ts';
import { rule } from './parent-sum-mismatch.ts';

ruleTest(rule, {
  valid: {
    'the exact sum': {
      plans: [
        { approved: 300, budgeted: 100, executed: 90 },
        { marker: '(1)', approved: 100, budgeted: 40, executed: 40 },
        { marker: '(2)', approved: 200, budgeted: 60, executed: 50 },
      ],
    },
    'sub-plans that repeat the whole total': {
      plans: [
        { approved: 300, budgeted: 100, executed: 90 },
        { marker: '(1)', approved: 300, budgeted: 40, executed: 40 },
        { marker: '(2)', approved: 300, budgeted: 60, executed: 50 },
      ],
    },
    'an amount is not there': { plans: [{ approved: 300 }, { marker: '(1)', approved: 100 }, { marker: '(2)' }] },
  },
  invalid: {
    'two digits changed places': [
      { plans: [{ budgeted: 1060 }, { marker: '(1)', budgeted: 400 }, { marker: '(2)', budgeted: 606 }] },
      ['error: 1,060 | 400 | 606'],
    ],
    'a unit of rounding is only asked about': [
      { plans: [{ budgeted: 1007 }, { marker: '(1)', budgeted: 400 }, { marker: '(2)', budgeted: 606 }] },
      ['question: 1,007 | 400 | 606'],
    ],
  },
});
