import { ruleTest } from '../example/rule-test.ts';
import { rule } from './list-total-mismatch.ts';

ruleTest(rule, {
  valid: {
    'the list is the total': { plannedWork: ['汰購巡邏車20輛、勤務車16輛、工程車4輛及機車53輛。'], execution: ['汰購93輛車輛完成結案。'] },
    'too short a list': { plannedWork: ['汰購巡邏車20輛、勤務車16輛。'], execution: ['汰購39輛。'] },
  },
  invalid: {
    'one more car was counted': [
      { plannedWork: ['汰購巡邏車20輛、勤務車16輛、工程車4輛及機車53輛。'], execution: ['汰購94輛車輛完成結案。'] },
      ['warning: 94輛 | 汰購巡邏車20輛、勤務車16輛、工程車4輛及機車53輛'],
    ],
    'one place has it right and another not': [
      { plannedWork: ['汰購巡邏車20輛、勤務車16輛、工程車4輛及機車53輛。'], execution: ['汰購98輛範例車輛完成結案。'], goals: ['汰購範例車輛93輛。'] },
      ['warning: 98輛 | 汰購巡邏車20輛、勤務車16輛、工程車4輛及機車53輛'],
    ],
  },
});
