import { ruleTest } from '../example/rule-test.ts';
import { rule } from './rate-unsupported.ts';

ruleTest(rule, {
  valid: {
    'the pair in the other column gives the rate': {
      execution: ['核定需求數172人，實際進用人數164人。'],
      explanation: ['人力聘用率95.35%。'],
    },
    'no pair has to do with the rate': {
      execution: ['核定補助36案，實際執行34案。'],
      explanation: ['民眾滿意度88%。'],
    },
  },
  invalid: {
    'a synonym ties them': [
      { execution: ['核定需求數172人，實際進用人數164人。'], explanation: ['人力聘用率93.55%。'] },
      ['warning: 人力聘用率93.55% | 164人 | 172人'],
    ],
    'shared words tie them': [
      { execution: ['志工隊通報人次為869人次，開案輔導人次為828人次。'], explanation: ['志工隊輔導開案率92.58%。'] },
      ['warning: 志工隊輔導開案率92.58% | 828人次 | 869人次'],
    ],
  },
});
