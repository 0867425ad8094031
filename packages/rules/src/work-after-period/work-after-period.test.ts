import { ruleTest } from '../example/rule-test.ts';
import { rule } from './work-after-period.ts';

ruleTest(rule, {
  valid: {
    'still running': { period: '113年1月至116年12月', execution: ['113年9月23日驗收合格。'] },
    'the last month counts': { period: '106年1月至113年9月', execution: ['113年9月23日驗收合格。'] },
    'promised, and under warranty': { period: '106年1月至113年8月', execution: ['保固至113年12月。'] },
  },
  invalid: {
    'accepted after the end': [
      { period: '106年1月至113年8月', execution: ['本工程於113年3月30日竣工，9月23日驗收合格。'] },
      ['warning: 106年1月至113年8月 | 9月23日驗收合格'],
    ],
    'the year before, and work goes on': [
      { period: '108年3月至112年12月', execution: ['113年度持續辦理調解。'] },
      ['question: 108年3月至112年12月 | 113年度持續辦理調解'],
    ],
  },
});
