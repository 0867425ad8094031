import { ruleTest } from '../example/rule-test.ts';
import { rule } from './column-restated.ts';

ruleTest(rule, {
  valid: {
    'rounded to the unit': { approved: 492344, execution: ['計畫總經費增加為4億9,234萬3,741元。'] },
    about: { approved: 298500, execution: ['計畫總經費約3億元。'] },
    'the total before': { approved: 356000, execution: ['計畫總經費3億元增加為3億5,600萬元。'] },
    'what is left': { budgeted: 201600, executed: 195552, execution: ['未執行數604萬8千元，其中保留480萬元。'] },
  },
  invalid: {
    'two digits changed places': [
      { approved: 356000, execution: ['計畫總經費調整為3億6,500萬元。'] },
      ['warning: 計畫總經費調整為3億6,500萬元 | 356,000'],
    ],
    'what is left': [
      { budgeted: 201600, executed: 195552, execution: ['未執行數640萬8千元。'] },
      ['warning: 未執行數640萬8千元 | 201,600 | 195,552'],
    ],
  },
});
