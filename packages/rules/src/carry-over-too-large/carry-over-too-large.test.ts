import { ruleTest } from '../example/rule-test.ts';
import { rule } from './carry-over-too-large.ts';

ruleTest(rule, {
  valid: {
    'what is not yet spent': {
      budgeted: 587000,
      executed: 498950,
      execution: ['尚未支用之8,805萬元，業依規定申請保留。'],
    },
    'exactly what is left': { budgeted: 215400, executed: 96987, execution: ['保留預算1億1,841萬3千元至下年度。'] },
    'less than is left, the rest lapses': { budgeted: 215400, executed: 96987, execution: ['保留預算1億元至下年度。'] },
    'rounded to the unit of the columns': {
      budgeted: 185305,
      executed: 74259,
      execution: ['申請保留1億1,104萬5,692元。'],
    },
    'money withheld under a contract': { budgeted: 1000, executed: 1000, execution: ['工程保留款之給付計500萬元。'] },
    'what was earned': {
      budgeted: 16660,
      executed: 16326,
      execution: ['營運收入1.26億元，支出1.05億元，賸餘2,100萬元。'],
    },
  },
  invalid: {
    'the columns’ thousands read as dollars': [
      { budgeted: 980000, executed: 955500, execution: ['累計執行率97.5%，賸餘24,500元於決算後繳庫。'] },
      ['warning: 賸餘24,500元 | 980,000 | 955,500'],
    ],
    'more not spent than is left': [
      { budgeted: 587000, executed: 498950, execution: ['截至年底尚未支用之9,805萬元，業依規定申請保留。'] },
      ['warning: 未支用之9,805萬元 | 587,000 | 498,950'],
    ],
    'twelve million of not quite seven': [
      { budgeted: 45260, executed: 38471, execution: ['辦理經費保留1,200萬元至下年度。'] },
      ['warning: 保留1,200萬元 | 45,260 | 38,471'],
    ],
  },
});
