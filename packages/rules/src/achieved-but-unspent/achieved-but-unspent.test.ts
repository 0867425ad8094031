import { ruleTest } from '../example/rule-test.ts';
import { rule } from './achieved-but-unspent.ts';

ruleTest(rule, {
  valid: {
    'half of it': {
      budgeted: 100,
      executed: 50,
      explanation: ['目標已達成。'],
      stated: { verdict: 'achieved', words: '目標已達成' },
    },
    'the text says why': {
      budgeted: 100,
      executed: 30,
      execution: ['因流標辦理保留。'],
      explanation: ['目標已達成。'],
      stated: { verdict: 'achieved', words: '目標已達成' },
    },
  },
  invalid: {
    'a third of it': [
      {
        budgeted: 100,
        executed: 30,
        explanation: ['目標已達成。'],
        stated: { verdict: 'achieved', words: '目標已達成' },
      },
      ['question: 100 | 30 | 目標已達成'],
    ],
  },
});
