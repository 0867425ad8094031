import { ruleTest } from '../example/rule-test.ts';
import { rule } from './subtraction-mismatch.ts';

ruleTest(rule, {
  valid: {
    'what there was at first counts in': {
      execution: ['基金期初餘額8億4,200萬元，收入3億1,500萬元，支出2億9,700萬元，期末餘額8億6,000萬元。'],
    },
    'what is left': { execution: ['核定補助36案，撤案2案，實際執行34案。'] },
    'told in the other order': {
      execution: ['受理預約2萬1,600人次，實際入住1萬8,360人次，入住率85%，未入住3,240人次。'],
    },
    'units differ': { execution: ['核定補助36案，撤案2案，實際執行1,200場次。'] },
  },
  invalid: {
    'nothing that is told bears it out': [
      { execution: ['基金期初餘額8億4,200萬元，收入3億1,500萬元，支出2億9,700萬元，期末餘額8億8,000萬元。'] },
      ['error: 收入3億1,500萬元，支出2億9,700萬元，期末餘額8億8,000萬元'],
    ],
    'one too many': [
      { execution: ['核定補助36案，撤案2案，實際執行43案。'] },
      ['error: 核定補助36案，撤案2案，實際執行43案'],
    ],
    'what was not spent': [
      { execution: ['預算數5,000萬元，執行數4,500萬元，賸餘600萬元。'] },
      ['error: 預算數5,000萬元，執行數4,500萬元，賸餘600萬元'],
    ],
    'an hour off': [
      { execution: ['全年應觀測8,760小時，扣除停機87小時，實際觀測8,763小時。'] },
      ['error: 全年應觀測8,760小時，扣除停機87小時，實際觀測8,763小時'],
    ],
  },
});
