import { ruleTest } from '../example/rule-test.ts';
import { rule } from './list-total-mismatch.ts';

ruleTest(rule, {
  valid: {
    'what was asked for is no total of what was done': {
      execution: ['串接院所92家(中心6家、區域24家、地區35家、診所27家)。'],
      goals: ['串接院所90家。'],
      explanation: ['院所串接：目標值90家／實際值92家。'],
    },
    'a part told beside the total': {
      execution: ['核定修復37件；依構造區分，木構造14件、磚造16件、石造5件、其他2件。', '前述核定修復37件中完工22件。'],
    },
    'the list is the total': {
      plannedWork: ['汰購巡邏車20輛、勤務車16輛、工程車4輛及機車53輛。'],
      execution: ['汰購93輛車輛完成結案。'],
    },
    'too short a list': { plannedWork: ['汰購巡邏車20輛、勤務車16輛。'], execution: ['汰購39輛。'] },
  },
  invalid: {
    'one more car was counted': [
      { plannedWork: ['汰購巡邏車20輛、勤務車16輛、工程車4輛及機車53輛。'], execution: ['汰購94輛車輛完成結案。'] },
      ['warning: 94輛 | 汰購巡邏車20輛、勤務車16輛、工程車4輛及機車53輛'],
    ],
    'one place has it right and another not': [
      {
        plannedWork: ['汰購巡邏車20輛、勤務車16輛、工程車4輛及機車53輛。'],
        execution: ['汰購98輛範例車輛完成結案。'],
        goals: ['汰購範例車輛93輛。'],
      },
      ['warning: 98輛 | 汰購巡邏車20輛、勤務車16輛、工程車4輛及機車53輛'],
    ],
  },
});
