import { ruleTest } from '../example/rule-test.ts';
import { rule } from './dates-reversed.ts';

ruleTest(rule, {
  valid: {
    'a span': { execution: ['自113年1月18日起至同年2月17日止。'] },
    'into the next year': { execution: ['自112年11月至113年2月。'] },
  },
  invalid: {
    'ends before it begins': [
      { execution: ['自113年9月18日至113年3月20日辦理。'] },
      ['error: 113年9月18日至113年3月20日'],
    ],
  },
});
