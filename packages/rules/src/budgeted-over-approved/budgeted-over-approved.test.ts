import { ruleTest } from '../example/rule-test.ts';
import { rule } from './budgeted-over-approved.ts';

ruleTest(rule, {
  valid: {
    'all of it': { approved: 18000, budgeted: 18000 },
  },
  invalid: {
    'more than was approved': [{ approved: 18000, budgeted: 18240 }, ['warning: 18,240 | 18,000']],
  },
});
