import { ruleTest } from '../example/rule-test.ts';
import { rule } from './period-broken.ts';

ruleTest(rule, {
  valid: {
    whole: { period: '113年1月至116年12月' },
    'inherited from the parent': {},
  },
  invalid: {
    'a month is missing': [{ period: '113年月至116年12月' }, ['warning: 113年月至116年12月']],
    backwards: [{ period: '115年12月至113年1月' }, ['error: 115年12月至113年1月']],
  },
});
