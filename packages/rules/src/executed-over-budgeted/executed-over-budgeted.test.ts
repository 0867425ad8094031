import { ruleTest } from '../example/rule-test.ts';
import { rule } from './executed-over-budgeted.ts';

ruleTest(rule, {
  valid: {
    'all of it': { budgeted: 18000, executed: 18000 },
    unknown: { executed: 18000 },
  },
  invalid: {
    'more than there was': [{ budgeted: 18000, executed: 18240 }, ['warning: 18,240 | 18,000']],
  },
});
