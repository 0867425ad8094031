import { ruleTest } from '../example/rule-test.ts';
import { rule } from './execution-rate-low.ts';

ruleTest(rule, {
  valid: {
    'ninety is not low': { budgeted: 100, executed: 90, execution: ['完成。'] },
    'the text says why': { budgeted: 100, executed: 80, execution: ['因流標未能如期執行。'] },
  },
  invalid: {
    'under ninety, and silent': [{ budgeted: 1000, executed: 899, execution: ['完成。'] }, ['question: 1,000 | 899']],
  },
});
