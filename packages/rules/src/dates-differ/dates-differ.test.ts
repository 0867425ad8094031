import { ruleTest } from '../example/rule-test.ts';
import { rule } from './dates-differ.ts';

ruleTest(rule, {
  valid: {
    'the same date twice': {
      execution: ['改善工程於113年9月30日竣工。'],
      explanation: ['改善工程於113年9月30日竣工。'],
    },
    'two stages': { execution: ['甲工程第1期於113年9月30日竣工。'], explanation: ['甲工程第2期於113年12月10日竣工。'] },
    'two works': { execution: ['北岸步道於113年9月30日竣工。'], explanation: ['南岸碼頭於113年12月10日竣工。'] },
  },
  invalid: {
    'one work, two dates': [
      { execution: ['曳船道改善工程於113年9月30日竣工。'], explanation: ['曳船道改善工程於113年12月10日竣工。'] },
      ['warning: 曳船道改善工程於113年9月30日竣工 | 曳船道改善工程於113年12月10日竣工'],
    ],
  },
});
