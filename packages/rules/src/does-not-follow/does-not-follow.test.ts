import { ruleTest } from '../example/rule-test.ts';
import { rule } from './does-not-follow.ts';

ruleTest(rule, {
  valid: {
    'what the figures before it give': { execution: ['技轉金1,260萬元，九案均分則每案140萬元。'] },
  },
  invalid: {
    'a ninth that is none': [
      { execution: ['技轉金1,260萬元，九案均分則每案160萬元。'] },
      ['warning: 技轉金1,260萬元，九案均分則每案160萬元'],
    ],
  },
});
