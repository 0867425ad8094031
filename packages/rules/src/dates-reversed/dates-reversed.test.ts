import { ruleTest } from '../example/rule-test.ts';
import { rule } from './dates-reversed.ts';

ruleTest(rule, {
  valid: {
    'one stage after the other': { execution: ['甲館於113年2月6日開工，同年10月18日竣工，11月2日驗收合格。'] },
    'another work': { execution: ['甲館於113年9月20日竣工，乙館於113年8月5日驗收。'] },
    'the next year’s, not said': { execution: ['甲館於113年12月20日竣工，114年1月5日驗收。'] },
    'a span': { execution: ['自113年1月18日起至同年2月17日止。'] },
    'into the next year': { execution: ['自112年11月至113年2月。'] },
  },
  invalid: {
    'accepted before it was finished': [
      { execution: ['甲館於113年9月20日申報竣工，同年8月5日驗收合格，10月12日開館營運。'] },
      ['error: 113年9月20日申報竣工，同年8月5日驗收合格'],
    ],
    'ends before it begins': [
      { execution: ['自113年9月18日至113年3月20日辦理。'] },
      ['error: 113年9月18日至113年3月20日'],
    ],
  },
});
