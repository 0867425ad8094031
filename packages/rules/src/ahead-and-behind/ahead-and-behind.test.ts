import { ruleTest } from '../example/rule-test.ts';
import { rule } from './ahead-and-behind.ts';

ruleTest(rule, {
  valid: {
    'ahead, and past the target': {
      execution: ['實際進度62.15%，超前2.15個百分點。'],
      explanation: ['土建工程進度：目標值60%；實際值62.15%。'],
    },
    'behind in both': { execution: ['工程進度落後。'], explanation: ['因流標致進度落後。'] },
    'made up for': { execution: ['進度超前。'], explanation: ['已改善進度落後。'] },
  },
  invalid: {
    'ahead here, short of the target there': [
      { execution: ['實際進度62.15%，超前2.15個百分點。'], explanation: ['土建工程進度：目標值60%；實際值59.6%。'] },
      ['warning: 超前2.15個百分點 | 目標值60%；實際值59.6%'],
    ],
    'ahead here, behind there': [
      { execution: ['實際進度為21.57%，超前6.16%。'], explanation: ['因流標致未達預期進度。'] },
      ['warning: 超前6.16% | 未達預期進度'],
    ],
  },
});
