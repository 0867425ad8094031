import { ruleTest } from '../example/rule-test.ts';
import { rule } from './execution-rate-low.ts';

ruleTest(rule, {
  valid: {
    'ninety is not low': { budgeted: 100, executed: 90, execution: ['完成。'] },
    'the year is not known, and so neither is the law': {
      year: null,
      plans: [{ budgeted: 1000, executed: 500, execution: ['完成。'] }],
    },
    'a county with a bound of its own': {
      agency: '花蓮縣政府',
      plans: [{ budgeted: 1000, executed: 810, execution: ['完成。'] }],
    },
    'the text says why': { budgeted: 100, executed: 80, execution: ['因流標未能如期執行。'] },
  },
  invalid: {
    'under ninety, and silent': [{ budgeted: 1000, executed: 899, execution: ['完成。'] }, ['question: 1,000 | 899']],
    'under the bound of the county': [
      { agency: '花蓮縣政府', plans: [{ budgeted: 1000, executed: 790, execution: ['完成。'] }] },
      ['question: 1,000 | 790'],
    ],
  },
});
