import { ruleTest } from '../example/rule-test.ts';
import { rule } from './full-execution-unfinished.ts';

ruleTest(rule, {
  valid: {
    'all done': { budgeted: 100, executed: 100, execution: ['全案完成驗收。'] },
    'not all executed': { budgeted: 100, executed: 99, execution: ['餘款辦理保留。'] },
  },
  invalid: {
    'all executed, and some carried over': [
      { budgeted: 100, executed: 100, execution: ['設備採購案辦理保留至下年度。'] },
      ['question: 設備採購案辦理保留至下年度 | 100 | 100'],
    ],
  },
});
