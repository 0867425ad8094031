import { ruleTest } from '../example/rule-test.ts';
import { rule } from './execution-rate-mismatch.ts';

ruleTest(rule, {
  valid: {
    'executed over budgeted, rounded': {
      budgeted: 193020,
      executed: 69423,
      explanation: ['年累計預算執行率達35.97%。'],
    },
    'a column of rates, cut off': { budgeted: 300, executed: 200, rate: '66.66' },
    'a target is no result': { budgeted: 1000, executed: 500, goals: ['年累計預算執行率達90%。'] },
    'a year’s own rate in a later year has another formula': {
      period: '111年1月至114年12月',
      budgeted: 1000,
      executed: 500,
      explanation: ['年度預算執行率98%。'],
    },
    'the sentence gives its own amounts': {
      budgeted: 1000,
      executed: 500,
      explanation: ['本年度預算數4,200萬元，執行數3,990萬元，預算執行率95%。'],
    },
    'nothing budgeted: no rate at all': { budgeted: 0, executed: 0, explanation: ['累計預算執行率95%。'] },
  },
  invalid: {
    'the cumulative rate': [
      { budgeted: 193020, executed: 69423, explanation: ['年累計預算執行率達39.57%。'] },
      ['error: 年累計預算執行率達39.57% | 193,020 | 69,423'],
    ],
    'a column of rates': [
      { budgeted: 5400000, executed: 5292000, rate: '89.00' },
      ['warning: 89.00 | 5,400,000 | 5,292,000'],
    ],
    'no formula named': [
      { budgeted: 1000, executed: 500, explanation: ['預算執行率98%。'] },
      ['question: 預算執行率98% | 1,000 | 500'],
    ],
  },
});
